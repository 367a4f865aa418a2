"""Charts that need no legend: columns over time, ranked rows, and a line beside a number."""

from dugnad.documents.charts.bar import Bar
from dugnad.documents.charts.columns import columns
from dugnad.documents.charts.ranked import ranked
from dugnad.documents.charts.sparkline import sparkline

__all__ = ["Bar", "columns", "ranked", "sparkline"]

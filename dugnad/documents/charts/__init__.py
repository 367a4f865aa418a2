"""Charts that need no legend: columns over time, ranked rows, and a line beside a number."""

from dugnad.documents.charts.bars import Bar
from dugnad.documents.charts.columns import columns
from dugnad.documents.charts.ranked import bar, ranked
from dugnad.documents.charts.sparkline import sparkline

__all__ = ["Bar", "bar", "columns", "ranked", "sparkline"]

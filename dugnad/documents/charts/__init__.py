"""Charts from plain numbers: over time, in ranks, side by side, in a grid, and a line beside a number."""

from dugnad.documents.charts.bars import Bar
from dugnad.documents.charts.columns import columns, series
from dugnad.documents.charts.heat import heat
from dugnad.documents.charts.multiples import multiples
from dugnad.documents.charts.ranked import bar, ranked
from dugnad.documents.charts.rows import rows
from dugnad.documents.charts.sparkline import sparkline
from dugnad.documents.charts.stacked import stacked

__all__ = ["Bar", "bar", "columns", "heat", "multiples", "ranked", "rows", "series", "sparkline", "stacked"]

"""Units from a spreadsheet: twice with the same result, and a report of what was done and why."""

from dugnad.network.importing.report import Line, Report
from dugnad.network.importing.units import load

__all__ = ["Line", "Report", "load"]

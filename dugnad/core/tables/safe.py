"""Cells that no spreadsheet runs."""

from typing import Any


def safe(cell: Any) -> Any:
    """A text that looks like a formula is kept from being one."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell

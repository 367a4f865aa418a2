"""Spreadsheets as people have them: encodings, separators, sheets and date styles found out."""

from dugnad.core.tables.opened import Table, opened

__all__ = ["Table", "opened"]

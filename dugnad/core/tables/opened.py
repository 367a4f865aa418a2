"""Open a CSV, XLSX or ODS file as rows with the spreadsheet's own row numbers."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from charset_normalizer import from_bytes
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from dugnad.core.errors import Refused

SHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
LONGEST_CELL = 100_000
LOST = "\ufffd"


@dataclass(frozen=True)
class Table:
    """`rows` are (row number, {heading: text}); `how` says what was found out, for the person to check."""

    headings: list[str]
    rows: list[tuple[int, dict[str, str]]]
    how: dict[str, str] = field(default_factory=dict)


def opened(content: bytes, name: str, *, sheet: str | None = None) -> Table:
    """Read a file whatever it is called; Refused with a sentence when it is no table."""
    if not content.strip():
        raise Refused("empty", _("The file is empty."))
    raw, how = _sheet(content, sheet) if content.startswith(SHEETS) else _text(content)
    lines = [(number, [cell.strip() for cell in cells]) for number, cells in raw if any(cell.strip() for cell in cells)]
    if not lines:
        raise Refused("empty", _("The file has no rows."))
    headings = _headings(lines[0][1])
    if len(headings) < 2:
        raise Refused("one-column", _("The file has only one column. Is the separator a comma, a semicolon or a tab?"))
    rows = [(number, dict(zip(headings, cells, strict=False))) for number, cells in lines[1:]]
    return Table(headings, rows, how | {"rows": str(len(rows))})


def read(path: Path) -> bytes:
    """The content of a file on this machine."""
    if not path.is_file():
        raise Refused("no-file", f"There is no file {path}.")
    return path.read_bytes()


def _headings(cells: list[str]) -> list[str]:
    found: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = " ".join(cell.split()) or f"column {number}"
        found.append(f"{name} ({number})" if name in found else name)
    return found


def _text(content: bytes) -> tuple[Iterator[tuple[int, list[str]]], dict[str, str]]:
    encoding = next((name for mark, name in MARKS.items() if content.startswith(mark)), "") or _encoding(content)
    text = content.decode(encoding, errors="replace")
    if "\x00" in text:
        raise Refused("no-text", _("This is not a spreadsheet. Save it as CSV (UTF-8), XLSX or ODS."))
    separator = _separator(text)
    how = {"encoding": encoding.removesuffix("-sig"), "separator": {"\t": "tab"}.get(separator, separator)}
    return _lines(text, separator), how | ({"lost letters": str(text.count(LOST))} if LOST in text else {})


def _encoding(content: bytes) -> str:
    try:
        content.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        best = from_bytes(content[:200_000]).best()
        western = best is None or best.encoding in (
            "cp1250",
            "cp1252",
            "latin_1",
            "iso8859_15",
            "cp1254",
            "cp1257",
            "cp775",
            "cp437",
            "cp850",
            "hp_roman8",
            "mac_roman",
        )
        return "cp1252" if western or best is None else str(best.encoding)


def _separator(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t|", key=first.count)


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Rows by the number a spreadsheet gives them: a quoted line break does not begin a new row."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=False)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            yield number, cells
    except csv.Error:
        raise Refused("broken-row", _("Row %(n)s is broken: a cell is too long, or a quotation mark is not closed.") % {"n": number + 1}) from None


def _sheet(content: bytes, wanted: str | None) -> tuple[Iterator[tuple[int, list[str]]], dict[str, str]]:
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        names = book.sheet_names
        if wanted and wanted not in names:
            raise Refused("no-sheet", _("There is no sheet %(name)s. The file has: %(names)s.") % {"name": wanted, "names": ", ".join(names[:20])})
        name = wanted or next((n for n in names if book.get_sheet_by_name(n).to_python()), names[0])
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError, OSError):
        raise Refused("no-table", _("This file is not a spreadsheet that can be read. Save it as CSV, XLSX or ODS.")) from None
    how = {"sheet": name, "sheets": str(len(names))}
    return iter([(number, [_shown(cell) for cell in row]) for number, row in enumerate(rows, 1)]), how


def _shown(cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return f"{cell.total_seconds() / 3600:g} h"
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)

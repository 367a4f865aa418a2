"""What cells mean as days: in the style of their column, which is found out from all of it and shown."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from babel.dates import get_month_names

DAY_FIRST, MONTH_FIRST = "day first", "month first"
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d\d)(?!\d)|(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)")
WEEKDAY = r"(?:[^\W\d]+\.?,?\s+)?"
WORDED = re.compile(
    rf"{WEEKDAY}(?:(\d{{1,2}})(?:\.|er|st|nd|rd|th)?\s+(?:de\s+|of\s+)?([^\W\d]+)\.?,?\s+(\d{{4}})|([^\W\d]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}))",
    re.I,
)


def date_style(cells: Iterable[str]) -> str:
    """ "day first" or "month first", decided from the whole column; day first when nothing decides."""
    pairs = [found[:2] for cell in cells if (found := _dotted(cell))]
    if any(second > 12 for _first, second in pairs) and not any(first > 12 for first, _second in pairs):
        return MONTH_FIRST
    return DAY_FIRST


def open_to_doubt(cells: Iterable[str]) -> str:
    """The first cell that means two days, if no cell of the column decides between them."""
    found = [(cell, pair) for cell in cells if (pair := _dotted(cell))]
    if any(max(first, second) > 12 for _cell, (first, second, _year) in found):
        return ""
    return next((cell for cell, (first, second, _year) in found if first != second and "." not in cell), "")


def as_day(text: str, style: str) -> str:
    """A date as 2026-03-14 from what people write; the text itself when it is none, so that the form says so."""
    text = text.strip()
    parts = _numbers(text, style) or _worded(text)
    try:
        return date(*parts).isoformat() if parts else text
    except ValueError:
        return text


def _numbers(text: str, style: str) -> tuple[int, int, int] | None:
    if found := ISO.match(text):
        return int(found[1]), int(found[2]), int(found[3])
    if dotted := _dotted(text):
        first, second, year = dotted
        return (year, first, second) if style == MONTH_FIRST and "." not in text else (year, second, first)
    return None


def _dotted(text: str) -> tuple[int, int, int] | None:
    """Both numbers and the year, whose century may be missing."""
    found = DOTTED.match(text.strip())
    if not found:
        return None
    first, second, year = (int(part) for part in found.groups() if part is not None)
    return first, second, year if year > 99 else year + (2000 if year < 80 else 1900)


def _worded(text: str) -> tuple[int, int, int] | None:
    found = WORDED.match(text)
    if not found:
        return None
    day, month, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    number = _months().get(month.casefold()[:4]) or _months().get(month.casefold()[:3])
    return (int(year), number, int(day)) if number else None


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in ("en", "nb", "fr"):
        for number, name in get_month_names("wide", locale=locale).items():
            for length in (3, 4):
                names.setdefault(name.casefold()[:length], number)
    return names

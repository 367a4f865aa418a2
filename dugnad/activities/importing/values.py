"""What cells mean: dates in the style of their column, durations, words of the vocabularies."""

import ast
import json
import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from babel.dates import get_month_names

from dugnad.activities.vocabulary import Words

ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
DOTTED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)")
WORDED = re.compile(r"(?:(\d{1,2})\.?\s+(?:de\s+)?([^\W\d]+)\.?,?\s+(\d{4}))|(?:([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))")
LENGTH = re.compile(r"P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?", re.I)


def date_style(cells: Iterable[str]) -> str:
    """ "day first" or "month first", decided from the whole column; day first when nothing decides."""
    pairs = [(int(m[1]), int(m[2])) for cell in cells if (m := DOTTED.match(cell.strip()))]
    if any(second > 12 for _first, second in pairs) and not any(first > 12 for first, _second in pairs):
        return "month first"
    return "day first"


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
    if found := DOTTED.match(text):
        first, second = int(found[1]), int(found[2])
        month_first = style == "month first" and "." not in text
        return (int(found[3]), first, second) if month_first else (int(found[3]), second, first)
    return None


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


def as_hours(text: str) -> str:
    """Hours from PT2H30M, 2:30, 90 min, 2,5 or "2 hours"; nothing and zero are unknown."""
    text = text.strip().casefold()
    if found := re.fullmatch(r"(\d+):(\d\d)(?::\d\d)?", text):
        return _hours(int(found[1]) + int(found[2]) / 60)
    if text.startswith("p") and (found := LENGTH.fullmatch(text)):
        days, hours, minutes = (int(part or 0) for part in found.groups())
        return _hours(days * 24 + hours + minutes / 60)
    if found := re.fullmatch(r"([\d.,]+)\s*(h|hours?|hrs?|timer?|heures?|min|minutes?|minutter)?\.?", text):
        number = float(found[1].replace(",", ".")) if found[1].count(".") + found[1].count(",") < 2 else 0
        return _hours(number / 60 if (found[2] or "").startswith("min") else number)
    return text


def _hours(value: float) -> str:
    return f"{value:.2f}" if value > 0 else ""


def as_place(text: str) -> str:
    """A place; where a register exported an object instead, the address inside it."""
    if not text.startswith("{"):
        return text
    try:
        found = ast.literal_eval(text)
        address = json.loads(found["human_address"])
        return ", ".join(part for part in (address.get("address"), address.get("city"), address.get("zip")) if part)
    except (ValueError, SyntaxError, KeyError, TypeError, AttributeError, MemoryError, RecursionError):
        return text


def as_key(known: Words, kind: str, text: str) -> str:
    """The key of a word written by its key or by its name in any language; the text itself when nothing fits."""
    wanted = text.strip().casefold()
    for term in known.terms.values():
        if term.vocabulary.kind == kind and wanted in {term.key, *(str(name).casefold() for name in term.names.values())}:
            return known.key(term.pk)
    return text

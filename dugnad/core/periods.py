"""Months as whole numbers and periods of months: the grain of every figure."""

import re
from dataclasses import dataclass
from datetime import date

FIRST_YEAR, LAST_YEAR = 1980, 2100


def month_of(day: date) -> int:
    """The month of a day as one number: year × 12 + (month − 1)."""
    return day.year * 12 + day.month - 1


def first_day(month: int) -> date:
    """The first day of a month number."""
    return date(month // 12, month % 12 + 1, 1)


def written(month: int) -> str:
    """A month number as people and files write it: 2025-03."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def parse_month(text: str) -> int:
    """The month number of "2025-03" (or of "2025-03-14"); ValueError when it is none."""
    found = re.fullmatch(r"(\d{4})-(\d{2})(-\d{2})?", text.strip())
    if not found:
        raise ValueError(f"{text!r} is not a month; write it like 2025-03")
    year, month = int(found[1]), int(found[2])
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        raise ValueError(f"{text!r} is not a month between {FIRST_YEAR} and {LAST_YEAR}")
    return year * 12 + month - 1


@dataclass(frozen=True, slots=True)
class Period:
    """A span of whole months, both ends included."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"the period ends ({written(self.last)}) before it begins ({written(self.first)})")

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(range(self.first, self.last + 1))

    def __contains__(self, month: int) -> bool:
        return self.first <= month <= self.last

    def years_back(self, years: int = 1) -> "Period":
        """The same months of an earlier year."""
        return Period(self.first - 12 * years, self.last - 12 * years)

    def __str__(self) -> str:
        return f"{written(self.first)}–{written(self.last)}"


def year(number: int) -> Period:
    """All twelve months of a year."""
    return Period(number * 12, number * 12 + 11)


ALWAYS = Period(FIRST_YEAR * 12, LAST_YEAR * 12 + 11)


def term_of(month: int) -> int:
    """Terms of most universities as whole numbers: February to July, August to January."""
    return (month - 1) // 6


def of_term(number: int) -> Period:
    """The six months of a term."""
    return Period(number * 6 + 1, number * 6 + 6)

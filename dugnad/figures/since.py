"""What moved a figure since a day: record by record, from the entries that came after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from dugnad.core.periods import ALWAYS, Period
from dugnad.figures.measures import COLUMNS, NOTHING, Measures
from dugnad.figures.models import Entry
from dugnad.figures.reading import end_of


@dataclass(frozen=True)
class Moved:
    """One record: what it counted for the unit at the end of the day, what it counts now, and when that changed last."""

    record: UUID
    before: Measures
    after: Measures
    at: datetime

    @property
    def added(self) -> Measures:
        return self.after - self.before


def moved(unit: int, day: date, period: Period = ALWAYS) -> list[Moved]:
    """Every record whose counting for the unit and period changed after that day, the newest change first.

    If the first of its later entries is a reversal, that is what it counted before; else it counted nothing.
    """
    found: dict[UUID, list[Any]] = {}
    for record, sign, at, sums in _later(unit, day, period):
        kept = found.setdefault(record, [-sums if sign < 0 else NOTHING, NOTHING, at])
        kept[1], kept[2] = kept[1] + sums, at
    rows = [Moved(record, before, before + added, at) for record, (before, added, at) in found.items() if added]
    return sorted(rows, key=lambda row: (row.at, row.record), reverse=True)


def _later(unit: int, day: date, period: Period) -> Iterator[tuple[UUID, int, datetime, Measures]]:
    entries = Entry.objects.filter(at__gte=end_of(day), month__gte=period.first, month__lte=period.last).order_by("id")
    for record, sign, at, scopes, *sums in entries.values_list("record", "sign", "at", "scopes", *COLUMNS[:-1]).iterator(chunk_size=2000):
        if unit in scopes:
            yield record, sign, at, Measures(*sums)

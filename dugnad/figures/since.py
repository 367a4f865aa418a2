"""What moved a figure since a day: record by record, from the entries that came after it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from itertools import islice
from operator import or_
from uuid import UUID

from django.db.models import Q, QuerySet

from dugnad.core.periods import ALWAYS, Period, month_of
from dugnad.figures.arrivals import collected, uncollected
from dugnad.figures.measures import COLUMNS, NOTHING, Measures
from dugnad.figures.models import Arrival, Entry
from dugnad.figures.reading import end_of

SEVERAL = 200  # records are looked up so many at a time


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


def moved(unit: int, day: date, period: Period = ALWAYS) -> Iterator[Moved]:
    """Every record whose counting for the unit and period changed after that day, the newest change first.

    If the first of its later entries is a reversal, that is what it counted before; else it counted nothing. Only as much is
    read as is taken: day by day, backwards, the days on which something arrived for the unit.
    """
    for records in _several(touched(unit, day, period)):
        found = _changes(unit, day, period, records)
        yield from (found[record] for record in records if found[record].added)


def touched(unit: int, day: date, period: Period = ALWAYS) -> Iterator[UUID]:
    """Every record with an entry after that day, each once, the newest entry first: whatever it changed."""
    seen: set[UUID] = set()
    for entries in _days(unit, day):
        met = entries.filter(month__gte=period.first, month__lte=period.last).order_by("-id").values_list("record", "scopes")
        for record, scopes in met.iterator(chunk_size=SEVERAL):
            if unit in scopes and record not in seen:
                seen.add(record)
                yield record


def _days(unit: int, day: date) -> Iterator[QuerySet[Entry]]:
    """The entries since then, newest first: those not collected yet, and those of each day with an arrival, ever more days at a time."""
    if Entry.objects.filter(uncollected(), at__gte=end_of(day)).exists():
        yield Entry.objects.filter(uncollected(), at__gte=end_of(day))
    rows = Arrival.objects.filter(unit=unit, month__gte=month_of(day), day__gt=0).order_by("-month", "-day").values_list("month", "day")
    begins = [one for month, number in rows if (one := datetime(month // 12, month % 12 + 1, number, tzinfo=UTC)) >= end_of(day)]
    many = 1
    while begins:
        some, begins = begins[:many], begins[many:]
        within = [Q(at__gte=one, at__lt=one + timedelta(days=1)) for one in some]
        yield Entry.objects.filter(reduce(or_, within) & collected())
        many = min(many * 4, 64)


def _several(records: Iterator[UUID]) -> Iterator[list[UUID]]:
    while some := list(islice(records, SEVERAL)):
        yield some


def _changes(unit: int, day: date, period: Period, records: list[UUID]) -> dict[UUID, Moved]:
    entries = Entry.objects.filter(record__in=records, at__gte=end_of(day), month__gte=period.first, month__lte=period.last).order_by("id")
    found = dict[UUID, Moved]()
    for record, sign, at, scopes, *sums in entries.values_list("record", "sign", "at", "scopes", *COLUMNS[:-1]):
        if unit in scopes:
            moved = Measures(*sums)
            kept = found.get(record) or Moved(record, -moved if sign < 0 else NOTHING, -moved if sign < 0 else NOTHING, at)
            found[record] = replace(kept, after=kept.after + moved, at=at)
    return found

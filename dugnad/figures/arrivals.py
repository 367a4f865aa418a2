"""What reached the accounts on each day, unit by unit: a figure as it stood is today's less what has come since.

A row is the sum of the entries of one day (UTC). Once a month is over, its days are summed up in one more row, so that a day years
ago is asked as quickly as yesterday. On PostgreSQL an entry is collected here when it is folded. On SQLite it is folded at once but
collected later, many together: a row grows with the day, and would else be written anew for each of its entries.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from operator import add

from django.db import connection
from django.db.models import Max, Min, Q, QuerySet
from django.utils import timezone

from dugnad.core import prepared
from dugnad.core.models import Mark
from dugnad.core.periods import first_day, month_of
from dugnad.figures.alone import alone
from dugnad.figures.measures import COLUMNS
from dugnad.figures.models import Arrival, Entry
from dugnad.figures.postings import Key, lines

WHOLE = 0  # in place of a day: all days of the month
SUMMED = "rolled"  # the mark whose value is the last month that is summed up
COLLECTED = "collected"  # on SQLite, the mark whose value is the last entry that is collected: entries are committed in their order
SEVERAL = 500  # entries that are collected together
Place = tuple[int, int, int]  # unit, month in which it arrived, day of that month
Sums = dict[tuple[str, str, int], list[int]]  # facet, value, month of the activity
_UPSERT = (
    "INSERT INTO figures_arrival (unit, month, day, totals, facets) VALUES (%s, %s, %s, %s, %s) "
    "ON CONFLICT (unit, month, day) DO UPDATE SET totals = excluded.totals, facets = excluded.facets"
)


class Collected(dict[Place, Sums]):
    """Sums by unit and day, on their way to the table."""

    def add(self, at: datetime, moved: Iterable[tuple[Key, Sequence[int]]]) -> None:
        """Add the lines of an entry that was posted at that instant."""
        posted = at.astimezone(UTC)
        month, day = posted.year * 12 + posted.month - 1, posted.day
        for (unit, *key), added in moved:
            self.put((unit, month, day), tuple(key), added)  # type: ignore[arg-type]

    def merge(self, place: Place, sums: Sums) -> None:
        for key, added in sums.items():
            self.put(place, key, added)

    def put(self, place: Place, key: tuple[str, str, int], added: Iterable[int]) -> None:
        sums = self.setdefault(place, {})
        kept = sums.get(key)
        sums[key] = list(added) if kept is None else list(map(add, kept, added))


def collected() -> Q:
    """Which entries the rows contain."""
    return Q(folded=True) if connection.vendor == "postgresql" else Q(pk__lte=_mark(COLLECTED))


def uncollected() -> Q:
    """Which entries they do not contain yet."""
    return Q(folded=False) if connection.vendor == "postgresql" else Q(pk__gt=_mark(COLLECTED))


def collect() -> int:
    """On SQLite, collect what is not collected yet, all or nothing; how many entries."""
    if connection.vendor == "postgresql":
        return 0
    with alone():
        found, many = _sums(Entry.objects.filter(uncollected()))
        if many:
            write(found)
            all_are_collected()
        return many


def collect_many() -> None:
    """On SQLite, collect when enough has come together."""
    waiting = "SELECT COALESCE(MAX(id), 0) - COALESCE((SELECT value FROM core_mark WHERE name = %s), 0) FROM figures_entry"
    if prepared.execute(waiting, [COLLECTED], rows=True)[0][0] >= SEVERAL:
        collect()


def all_are_collected() -> None:
    """Say so of every entry there is; in the transaction that wrote their rows."""
    Mark.objects.update_or_create(name=COLLECTED, defaults={"value": Entry.objects.aggregate(last=Max("pk"))["last"] or 0})


def write(found: Collected) -> None:
    """Add to the rows of the days, and to those of months that are summed up already; in the transaction of the folding."""
    summed = summed_until()
    for (unit, month, _day), sums in list(found.items()):
        if month <= summed:
            found.merge((unit, month, WHOLE), sums)
    _merge(found)


def summed_until() -> int:
    """The last month whose days are summed up (0: none)."""
    return _mark(SUMMED)


def _mark(name: str) -> int:
    return Mark.objects.filter(name=name).values_list("value", flat=True).first() or 0


def sum_up(today: date | None = None) -> int:
    """Collect what waits, and sum up the days of every month that is over; how many months."""
    collect()
    now, done = month_of(today or timezone.now().date()), 0
    first = Arrival.objects.aggregate(first=Min("month"))["first"]
    for month in range(max(summed_until() + 1, first or now), now):
        with alone():
            _sum_up(month)
            Mark.objects.update_or_create(name=SUMMED, defaults={"value": month})
            done += 1
    return done


def rebuild() -> Iterator[int]:
    """Make all rows anew from the entries they contain, a month in each transaction; yields how many entries each day had."""
    span = Entry.objects.aggregate(first=Min("at"), last=Max("at"))
    first, last = (month_of((span[end] or datetime.max).date()) for end in ("first", "last"))
    Arrival.objects.exclude(month__gte=first, month__lte=last).delete()
    for month in range(first, last + 1) if span["first"] else ():
        with alone():
            Arrival.objects.filter(month=month).delete()
            for day in range((first_day(month + 1) - first_day(month)).days):
                found, many = _posted(first_day(month) + timedelta(days=day))
                _save(found)
                yield many
            if month <= summed_until():
                _sum_up(month)


def compared() -> Iterator[tuple[Place, Sums, Sums]]:
    """For the audit: each row as it is, and as the entries of its day, or the days of its month, say."""
    span = Arrival.objects.aggregate(first=Min("month"), last=Max("month"))
    posted = Entry.objects.filter(collected()).aggregate(first=Min("at"), last=Max("at"))
    ends = [*filter(None, span.values()), *(month_of(at.date()) for at in posted.values() if at)]
    summed = summed_until()
    for month in range(min(ends, default=0), max(ends, default=-1) + 1):
        rows, whole = _kept(month=month), Collected()
        for number in range(1, (first_day(month + 1) - first_day(month)).days + 1):
            for place, sums in _posted(date(month // 12, month % 12 + 1, number))[0].items():
                whole.merge((place[0], month, WHOLE), sums)
                yield place, rows.pop(place, {}), sums
        for place, sums in whole.items() if month <= summed else ():
            yield place, rows.pop(place, {}), sums
        yield from ((place, sums, {}) for place, sums in rows.items())


def _posted(day: date) -> tuple[Collected, int]:
    """What the collected entries of a day add, and how many they are."""
    begins = datetime.combine(day, datetime.min.time(), UTC)
    return _sums(Entry.objects.filter(collected(), at__gte=begins, at__lt=begins + timedelta(days=1)))


def _sums(entries: QuerySet[Entry]) -> tuple[Collected, int]:
    """What entries add, and how many they are."""
    found, many = Collected(), 0
    for at, scopes, month, facets, amounts, *sums in entries.values_list("at", "scopes", "month", "facets", "amounts", *COLUMNS).iterator(2000):
        many += 1
        found.add(at, lines(scopes, month, tuple(sums), facets, amounts))
    return found, many


def _kept(**only: object) -> Collected:
    """The rows that are there."""
    found = Collected()
    for unit, month, day, totals, facets in Arrival.objects.filter(**only).values_list("unit", "month", "day", "totals", "facets").iterator(2000):
        found[unit, month, day] = dict(unpacked(totals, facets))
    return found


def _sum_up(month: int) -> None:
    Arrival.objects.filter(month=month, day=WHOLE).delete()
    found = Collected()
    for (unit, _month, _day), sums in _kept(month=month).items():
        found.merge((unit, month, WHOLE), sums)
    _save(found)


def _merge(found: Collected) -> None:
    """Add to the rows that are there."""
    units, months, days = (set(part) for part in zip(*found, strict=True)) if found else (set(), set(), set())
    for place, sums in _kept(unit__in=units, month__in=months, day__in=days).items():
        if place in found:
            found.merge(place, sums)
    _save(found)


def _save(found: Collected) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(_UPSERT, [(*place, *packed(found[place])) for place in sorted(found)])


_written = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode  # made once: rows are small and many


def packed(sums: Sums) -> tuple[str, str]:
    """As the table keeps them: the totals by month; and a line for each facet, by value and month. 0 stands for the totals of that month."""
    totals = {month: row for (facet, _value, month), row in sums.items() if not facet}
    nested: dict[str, dict[str, dict[int, list[int] | int]]] = {}
    for (facet, value, month), row in sums.items():
        if facet:
            nested.setdefault(facet, {}).setdefault(value, {})[month] = 0 if row == totals.get(month) else row
    return _written(totals), "\n".join(f"{facet} {_written(values)}" for facet, values in nested.items())


def unpacked(totals: str, facets: str, asked: Collection[str] | None = None) -> Iterator[tuple[tuple[str, str, int], list[int]]]:
    """Every facet, value and month of a row with its sums, or only those of the asked facets ("" is the total), the others unread."""
    whole = json.loads(totals)
    if asked is None or "" in asked:
        for month, row in whole.items():
            yield ("", "", int(month)), row
    for line in facets.splitlines() if facets else ():
        facet, _space, text = line.partition(" ")
        if asked is None or facet in asked:
            for value, months in json.loads(text).items():
                for month, row in months.items():
                    yield (facet, value, int(month)), row or whole[month]

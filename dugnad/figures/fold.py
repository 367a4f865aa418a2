"""Folding entries into balances: at once on SQLite, by a single folder in batches on PostgreSQL."""

from collections.abc import Iterable

from django.db import connection, transaction

from dugnad.core import marks
from dugnad.figures import arrivals, years
from dugnad.figures.alone import can_be_alone
from dugnad.figures.measures import COLUMNS
from dugnad.figures.models import Entry
from dugnad.figures.postings import Key, lines

_NAMES = ", ".join(COLUMNS)
_ADDED = ", ".join(f"{c} = figures_balance.{c} + excluded.{c}" for c in COLUMNS)
_UPSERT = (
    f"INSERT INTO figures_balance (unit, facet, value, month, {_NAMES}) "
    f"VALUES ({', '.join(['%s'] * (4 + len(COLUMNS)))}) "
    f"ON CONFLICT (unit, facet, value, month) DO UPDATE SET {_ADDED}"
)


def fold_entries(entries: Iterable[Entry], arrived: arrivals.Collected | None = None) -> None:
    """Add the entries' lines to the balances, in a fixed order, in the caller's transaction; and to what arrived, if that is given."""
    sums: dict[Key, list[int]] = {}
    for entry in entries:
        row = tuple(getattr(entry, column) for column in COLUMNS)
        moved = list(lines(entry.scopes, entry.month, row, entry.facets, entry.amounts))
        for key, added in moved:
            kept = sums.get(key)
            sums[key] = list(added) if kept is None else [a + b for a, b in zip(kept, added, strict=True)]
        if arrived is not None:
            arrived.add(entry.at, moved)
    write(sums)


def write(sums: dict[Key, list[int]]) -> None:
    """Add sums to the balances and to the years."""
    correct(sums)
    years.add(sums)


def correct(sums: dict[Key, list[int]]) -> None:
    """Add sums to the balances alone."""
    with connection.cursor() as cursor:
        cursor.executemany(_UPSERT, [(*key, *sums[key]) for key in sorted(sums)])


def fold_waiting(limit: int = 1000) -> int:
    """Fold one batch of waiting entries; the number folded, or 0 when another folder is at work."""
    with transaction.atomic():
        if not can_be_alone():
            return 0
        waiting = list(Entry.objects.filter(folded=False).order_by("id")[:limit])
        if waiting:
            arrived = arrivals.Collected()
            fold_entries(waiting, arrived)
            arrivals.write(arrived)
            Entry.objects.filter(pk__in=[entry.pk for entry in waiting]).update(folded=True)
            marks.touch("folded")
        return len(waiting)

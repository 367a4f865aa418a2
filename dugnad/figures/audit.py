"""The audit: recompute every figure from the records and name each one that differs."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.db import connection, transaction

from dugnad.core.periods import written
from dugnad.figures.measures import COLUMNS
from dugnad.figures.models import Balance, Entry
from dugnad.figures.postings import Key, Posting, lines, of


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that is not what the records say."""

    unit: int
    facet: str
    value: str
    month: str
    measure: str
    recorded: int
    recomputed: int


@dataclass(frozen=True, slots=True)
class Audit:
    """How many figures were compared, and those that differ."""

    checked: int
    differences: list[Difference]

    def shown(self) -> dict[str, Any]:
        return {"checked": self.checked, "differences": [asdict(found) for found in self.differences]}


def audit(postings: Callable[[], Iterable[Posting]]) -> Audit:
    """Compare accounts with records in one snapshot: balances with what waits, entries, and the records' own postings."""
    alone = not connection.in_atomic_block
    with transaction.atomic():
        if alone and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        recorded, recomputed = _recorded(), _recomputed(postings())
    keys = recorded.keys() | recomputed.keys()
    return Audit(checked=len(keys) * len(COLUMNS), differences=list(_differences(recorded, recomputed)))


def _recorded() -> dict[Key, list[int]]:
    sums: dict[Key, list[int]] = {}
    for row in Balance.objects.values_list("unit", "facet", "value", "month", *COLUMNS).iterator():
        sums[row[:4]] = list(row[4:])
    for entry in Entry.objects.filter(folded=False).iterator():
        values = tuple(getattr(entry, column) for column in COLUMNS)
        for key, added in lines(entry.scopes, entry.month, values, entry.facets, entry.amounts):
            _add(sums, key, added)
    return sums


def _recomputed(postings: Iterable[Posting]) -> dict[Key, list[int]]:
    sums: dict[Key, list[int]] = {}
    for posting in postings:
        for key, added in of(posting):
            _add(sums, key, added)
    return sums


def _add(sums: dict[Key, list[int]], key: Key, added: tuple[int, ...]) -> None:
    kept = sums.get(key)
    sums[key] = list(added) if kept is None else [a + b for a, b in zip(kept, added, strict=True)]


def _differences(recorded: dict[Key, list[int]], recomputed: dict[Key, list[int]]) -> Iterable[Difference]:
    none = [0] * len(COLUMNS)
    for key in sorted(recorded.keys() | recomputed.keys()):
        unit, facet, value, month = key
        for column, was, is_ in zip(COLUMNS, recorded.get(key, none), recomputed.get(key, none), strict=True):
            if was != is_:
                yield Difference(unit, facet, value, written(month), column, was, is_)

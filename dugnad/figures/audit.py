"""The audit: recompute every figure from the records, compare every record with its entries, and name what differs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from dugnad.core.periods import written
from dugnad.figures import arrivals, years
from dugnad.figures.measures import COLUMNS
from dugnad.figures.models import Balance, Entry
from dugnad.figures.postings import Key, Posting, lines, of
from dugnad.figures.snapshot import snapshot

NOTHING = [0] * len(COLUMNS)
Sums = dict[Key, list[int]]
Row = tuple[Any, ...]  # record, scopes, month, facets, amounts, then the columns


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that is not what the records say: a balance, what the entries of one record add to it, or what arrived on a day."""

    unit: int
    facet: str
    value: str
    month: str
    measure: str
    recorded: int
    recomputed: int
    record: str | None = None
    arrived: str | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """How many figures were compared, and those that differ."""

    checked: int
    differences: list[Difference]

    def shown(self) -> dict[str, Any]:
        return {"checked": self.checked, "differences": [asdict(found) for found in self.differences]}


def audit(postings: Callable[[], Iterable[Posting]]) -> Audit:
    """Compare accounts with records in one snapshot. `postings` come in the order of their records.

    Each record's entries must add up to its posting, and the balances with what waits to all postings; and what arrived on each
    day must be the entries of that day: so a figure as it stood is as right as one of today.
    """
    recomputed: Sums = {}
    found: list[Difference] = []
    records = 0
    with snapshot():
        recorded = _recorded()
        for posting, entries in _by_record(iter(postings()), _entries()):
            records += 1
            for key, added in of(posting) if posting else ():
                _add(recomputed, key, added)
            if not _agree(posting, entries):
                found += _differences(_summed(entries), dict(of(posting)) if posting else {}, str(entries[0][0] if entries else posting and posting.record))
        found += _differences(recorded, recomputed)
        found += _differences(*_years())
        checked = len(recorded.keys() | recomputed.keys()) + records
        for place, kept, posted in arrivals.compared():
            checked += len(kept.keys() | posted.keys())
            found += _arrived(place, kept, posted)
    return Audit(checked=checked * len(COLUMNS), differences=found)


def _arrived(place: arrivals.Place, kept: arrivals.Sums, posted: arrivals.Sums) -> Iterator[Difference]:
    """What arrived for one unit on one day, as it is kept and as the entries say."""
    unit, month, day = place
    if kept != posted:
        was, is_ = ({(unit, *key): sums for key, sums in side.items()} for side in (kept, posted))
        for one in _differences(was, is_):
            yield replace(one, arrived=f"{written(month)}-{day:02d}")


def _years() -> tuple[Sums, Sums]:
    """The number of activities in each month as the years have it, and as the balances do."""
    totals = Balance.objects.filter(facet="").values_list("unit", "month", "activities")
    balances = {(unit, "", "", month): [many] for unit, month, many in totals.iterator(chunk_size=5000) if many}
    return {key: [many] for key, many in years.kept().items()}, balances


def _recorded() -> Sums:
    """The balances with what waits to be folded."""
    sums: Sums = {}
    for row in Balance.objects.values_list("unit", "facet", "value", "month", *COLUMNS).iterator(chunk_size=5000):
        sums[row[:4]] = list(row[4:])
    for row in _entries(folded=False):
        _add_lines(sums, row)
    return sums


def _entries(**only: Any) -> Iterator[Row]:
    rows = Entry.objects.filter(**only).order_by("record", "id")
    return rows.values_list("record", "scopes", "month", "facets", "amounts", *COLUMNS).iterator(chunk_size=5000)


def _by_record(postings: Iterator[Posting], entries: Iterator[Row]) -> Iterator[tuple[Posting | None, list[Row]]]:
    """Every record in order, with its posting (none: it does not count) and its entries."""
    groups = ((record, list(rows)) for record, rows in groupby(entries, key=itemgetter(0)))
    posted = next(groups, None)
    for posting in postings:
        while posted and posted[0] < posting.record:
            yield None, posted[1]
            posted = next(groups, None)
        if posted and posted[0] == posting.record:
            yield posting, posted[1]
            posted = next(groups, None)
        else:
            yield posting, []
    while posted:
        yield None, posted[1]
        posted = next(groups, None)


def _agree(posting: Posting | None, entries: list[Row]) -> bool:
    """Seen at a glance for a record that was posted once; else its lines are added up."""
    if posting and len(entries) == 1:
        said = (posting.record, list(posting.scopes), posting.month, posting.facets, posting.amounts, *posting.measures.row())
        if entries[0] == said:
            return True
    summed = {key: tuple(sums) for key, sums in _summed(entries).items() if any(sums)}
    return summed == (dict(of(posting)) if posting else {})


def _summed(entries: Iterable[Row]) -> Sums:
    sums: Sums = {}
    for row in entries:
        _add_lines(sums, row)
    return sums


def _add_lines(sums: Sums, row: Row) -> None:
    _record, scopes, month, facets, amounts, *values = row
    for key, added in lines(scopes, month, tuple(values), facets, amounts):
        _add(sums, key, added)


def _add(sums: Sums, key: Key, added: tuple[int, ...]) -> None:
    kept = sums.get(key)
    sums[key] = list(added) if kept is None else [a + b for a, b in zip(kept, added, strict=True)]


def _differences(recorded: Any, recomputed: Any, record: str | None = None) -> Iterator[Difference]:
    for key in sorted(recorded.keys() | recomputed.keys()):
        unit, facet, value, month = key
        for column, was, is_ in zip(COLUMNS, recorded.get(key, NOTHING), recomputed.get(key, NOTHING), strict=False):
            if was != is_:
                yield Difference(unit, facet, value, written(month), column, was, is_, record)

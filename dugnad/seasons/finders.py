"""Which activities somebody should look at before they count on a board; pure functions over the rows of one unit.

The rules are published (templates/seasons/how.html says the same in words): none of them is a verdict. `dugnad bench fairness` says how
well they do. The robust z-score is 0.6745 (x − median) / MAD, with 3.5 as its bound: B. Iglewicz and D. C. Hoaglin, How to Detect and
Handle Outliers (1993). It is taken of ln(1 + x), since counts of people are skewed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from difflib import SequenceMatcher
from functools import lru_cache
from math import exp, log, log1p
from statistics import median
from typing import Any
from uuid import UUID

from dugnad.seasons.models import Flag

COUNTS = ("volunteers", "people_helped", "international_students", "local_students")
PEOPLE = slice(1, 4)  # of COUNTS: those that an inflated activity has too many of
TWIN_DAYS, TWIN_ALIKE, TWIN_COUNTS, TWIN_LEAST = 3, 0.85, 0.1, 2
SLICES, SLICE_DAYS, SLICE_ALIKE = 4, 2, 0.8
HISTORY, BOUND, LEAST_SPREAD, AT_LEAST = 8, 3.5, 0.25, 30
TIMES_ONE, TIMES_ALL = 10, 4.5  # times the usual: one count, or all of them on average
ROUND_FROM, ROUND_COUNTS, ROUND_MANY, ROUND_SHARE, ROUND_MORE, ROUND_HISTORY = 10, 3, 6, 0.25, 2, 10
RUSH, RUSH_SHARE, RUSH_DAYS, RUSH_LATE = 8, 0.4, 3, 30


@dataclass(frozen=True)
class Row:
    """What the finders see of an activity."""

    pk: UUID
    title: str
    starts_on: date
    cause: int
    counts: tuple[int | None, ...]  # in the order of COUNTS
    registered_at: datetime


@dataclass(frozen=True)
class Found:
    """An activity to look at, and the reason with what it rests on."""

    activity: UUID
    kind: Flag.Kind
    reason: dict[str, Any]


def find(rows: Sequence[Row], earlier: Sequence[Row], counts_until: date) -> Iterator[Found]:
    """`rows`: a unit's activities of the season; `earlier`: those of the years before."""
    ordered = sorted(rows, key=lambda row: (row.starts_on, row.registered_at))
    cut = list(slices(ordered))
    yield from cut
    sliced = {found.activity for found in cut}
    yield from (found for found in twins(ordered) if found.activity not in sliced)
    yield from peaks(ordered, earlier)
    yield from rounds(ordered, earlier)
    yield from rush(ordered, counts_until)


def twins(ordered: Sequence[Row]) -> Iterator[Found]:
    """Almost the same title and counts, for the same cause, within three days: the later registered of the two."""
    flagged: set[UUID] = set()
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if (other.starts_on - one.starts_on).days > TWIN_DAYS:
                break
            later, first = (other, one) if other.registered_at >= one.registered_at else (one, other)
            if one.cause != other.cause or later.pk in flagged or not _same_counts(one, other):
                continue
            if alike(one.title, other.title) >= TWIN_ALIKE:
                flagged.add(later.pk)
                yield Found(later.pk, Flag.Kind.TWIN, {"like": str(first.pk), "title": first.title, "day": str(first.starts_on)})


def _same_counts(one: Row, other: Row) -> bool:
    """Something recurring has other counts each time; a copy has the same, give or take a tenth."""
    both = [(a, b) for a, b in zip(one.counts, other.counts, strict=True) if a is not None and b is not None]
    return len(both) >= TWIN_LEAST and all(abs(a - b) <= max(1, TWIN_COUNTS * max(a, b)) for a, b in both)


def slices(ordered: Sequence[Row]) -> Iterator[Found]:
    """Four or more with like titles (numbers aside) for one cause within two days: all but the first."""
    groups: list[list[Row]] = []
    for row in ordered:
        for group in groups[-40:]:
            first = group[0]
            if row.cause == first.cause and (row.starts_on - first.starts_on).days <= SLICE_DAYS and alike(row.title, first.title) >= SLICE_ALIKE:
                group.append(row)
                break
        else:
            groups.append([row])
    for group in groups:
        if len(group) >= SLICES:
            for row in group[1:]:
                yield Found(row.pk, Flag.Kind.SLICE, {"many": len(group), "like": str(group[0].pk), "title": group[0].title})


def peaks(ordered: Sequence[Row], earlier: Sequence[Row]) -> Iterator[Found]:
    """Counts far above those of the unit's earlier activities: one of them very far, or all of them together."""
    usual = [_usual(earlier, place) or _usual((*earlier, *ordered), place) for place in range(len(COUNTS))]
    together = _Spread.of([score for row in earlier or ordered if (score := _together(row, usual)) is not None])
    for row in ordered:
        known = [(place, its) for place, its in enumerate(usual) if its and row.counts[place] is not None]
        place, its = max(known, key=lambda one: _times(row, usual, one[0]), default=(0, None))
        value = row.counts[place] or 0
        if its is None or value < AT_LEAST:
            continue
        alone = _times(row, usual, place) >= TIMES_ONE and its.z(log1p(value)) > BOUND
        score = _together(row, usual)
        if alone or (score is not None and together is not None and score >= log(TIMES_ALL) and together.z(score) > BOUND):
            yield Found(row.pk, Flag.Kind.PEAK, {"count": COUNTS[place], "value": value, "usual": round(exp(its.middle) - 1)})


@dataclass(frozen=True)
class _Spread:
    """The median of some values, and their robust standard deviation."""

    middle: float
    width: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "_Spread | None":
        if len(values) < HISTORY:
            return None
        middle = median(values)
        return cls(middle, max(median(abs(value - middle) for value in values) / 0.6745, LEAST_SPREAD))

    def z(self, value: float) -> float:
        return (value - self.middle) / self.width


def _usual(rows: Sequence[Row], place: int) -> _Spread | None:
    """What a unit usually has of one count."""
    return _Spread.of([log1p(value) for row in rows if (value := row.counts[place]) is not None])


def _times(row: Row, usual: Sequence[_Spread | None], place: int) -> float:
    """How many times the usual a count is."""
    its = usual[place]
    return 0.0 if its is None else (1 + (row.counts[place] or 0)) / exp(its.middle)


def _together(row: Row, usual: Sequence[_Spread | None]) -> float | None:
    """The mean logarithm of how many times the usual the counts of people are; None with fewer than two."""
    known = [log(_times(row, usual, place)) for place in range(4)[PEOPLE] if usual[place] and row.counts[place] is not None]
    return sum(known) / len(known) if len(known) > 1 else None


def rounds(ordered: Sequence[Row], earlier: Sequence[Row]) -> Iterator[Found]:
    """Activities whose counts all end in a nought: six or more, a quarter of the season's, and twice the share that the unit had before."""
    even, before = [row for row in ordered if _all_round(row)], [row for row in earlier if _all_round(row)]
    habit = len(before) / len(earlier) if len(earlier) >= ROUND_HISTORY else 0.0
    if len(even) >= ROUND_MANY and len(even) >= max(ROUND_SHARE, ROUND_MORE * habit) * len(ordered):
        for row in even:
            yield Found(row.pk, Flag.Kind.ROUND, {"round": len(even), "of": len(ordered)})


def _all_round(row: Row) -> bool:
    """At least three counts from ten up, and all of those end in a nought."""
    large = [value for value in row.counts if value is not None and value >= ROUND_FROM]
    return len(large) >= ROUND_COUNTS and all(value % 10 == 0 for value in large)


def rush(ordered: Sequence[Row], counts_until: date) -> Iterator[Found]:
    """Eight or more, and two fifths of the season's, registered in the last three days, thirty days late or more."""
    begins = counts_until - timedelta(days=RUSH_DAYS - 1)
    last = [row for row in ordered if begins <= row.registered_at.date() <= counts_until]
    late = [row for row in last if (row.registered_at.date() - row.starts_on).days >= RUSH_LATE]
    if len(late) >= RUSH and len(last) >= RUSH_SHARE * len(ordered):
        for row in late:
            yield Found(row.pk, Flag.Kind.RUSH, {"many": len(late), "of": len(ordered), "days": RUSH_DAYS})


@lru_cache(maxsize=50_000)
def alike(one: str, other: str) -> float:
    """0 to 1: how alike two titles are, numbers, case and punctuation aside."""
    a, b = _plain(one), _plain(other)
    if not a or not b:
        return 0.0
    matcher = SequenceMatcher(None, a, b)
    return 0.0 if matcher.real_quick_ratio() < SLICE_ALIKE or matcher.quick_ratio() < SLICE_ALIKE else matcher.ratio()


@lru_cache(maxsize=50_000)
def _plain(title: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", title.casefold()))


def by_unit(rows: Sequence[tuple[int, Row]]) -> dict[int, list[Row]]:
    """The rows of each unit."""
    found: dict[int, list[Row]] = defaultdict(list)
    for unit, row in rows:
        found[unit].append(row)
    return found

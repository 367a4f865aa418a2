"""Which activities somebody should look at before they count on a board; pure functions over the rows of one unit.

The rules are published with every season (templates/seasons/flags.html says the same in words): none of them is a verdict.
The robust z-score is 0.6745 (x − median) / MAD, with 3.5 as its bound: B. Iglewicz and D. C. Hoaglin, How to Detect and Handle
Outliers (1993). It is taken of ln(1 + x), since counts of people are skewed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from difflib import SequenceMatcher
from functools import lru_cache
from math import log1p
from statistics import median
from typing import Any
from uuid import UUID

from dugnad.seasons.models import Flag

COUNTS = ("volunteers", "people_helped", "international_students", "local_students")
TWIN_DAYS, TWIN_ALIKE = 3, 0.9
SLICES, SLICE_DAYS, SLICE_ALIKE = 4, 2, 0.85
HISTORY, BOUND, AT_LEAST, LEAST_SPREAD = 8, 3.5, 50, 0.25
ROUND_COUNTS, ROUND_SHARE, ROUND_FROM = 12, 0.9, 20
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
    yield from rounds(ordered)
    yield from rush(ordered, counts_until)


def twins(ordered: Sequence[Row]) -> Iterator[Found]:
    """Almost the same title, for the same cause, within three days: the later registered of the two."""
    flagged: set[UUID] = set()
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if (other.starts_on - one.starts_on).days > TWIN_DAYS:
                break
            later, first = (other, one) if other.registered_at >= one.registered_at else (one, other)
            if one.cause == other.cause and later.pk not in flagged and alike(one.title, other.title) >= TWIN_ALIKE:
                flagged.add(later.pk)
                yield Found(later.pk, Flag.Kind.TWIN, {"like": str(first.pk), "title": first.title, "day": str(first.starts_on)})


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
    """A count far above those of the unit's earlier activities."""
    flagged: set[UUID] = set()
    for place, count in enumerate(COUNTS):
        past = [log1p(value) for row in earlier if (value := row.counts[place]) is not None]
        if len(past) < HISTORY:
            past = [log1p(value) for row in (*earlier, *ordered) if (value := row.counts[place]) is not None]
        if len(past) < HISTORY:
            continue
        middle = median(past)
        spread = max(median(abs(value - middle) for value in past) / 0.6745, LEAST_SPREAD)
        for row in ordered:
            value = row.counts[place]
            if value is not None and value >= AT_LEAST and row.pk not in flagged and (score := (log1p(value) - middle) / spread) > BOUND:
                flagged.add(row.pk)
                yield Found(row.pk, Flag.Kind.PEAK, {"count": count, "value": value, "usual": round(2.718281828**middle - 1), "score": round(score, 1)})


def rounds(ordered: Sequence[Row]) -> Iterator[Found]:
    """Nine in ten of at least twelve counts from 20 up end in a nought: those that have such a count."""
    typed = [(row, value) for row in ordered for value in row.counts if value is not None and value >= ROUND_FROM]
    even = [row for row, value in typed if value % 10 == 0]
    if len(typed) >= ROUND_COUNTS and len(even) >= ROUND_SHARE * len(typed):
        for row in dict.fromkeys(even):
            yield Found(row.pk, Flag.Kind.ROUND, {"round": len(even), "of": len(typed)})


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

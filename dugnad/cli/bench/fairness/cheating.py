"""Four ways to inflate a season. Each gives the rows as they would be registered, and which of them are not what they say."""

import random
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from dugnad.cli.bench.fairness.season import COUNTS_UNTIL, Honest, Section, at
from dugnad.seasons.finders import Row

Cheated = tuple[list[Row], set[UUID]]


def copies(section: Section, make: Honest, rng: random.Random) -> Cheated:
    """Two fifths to four fifths more: activities registered again within three days, slightly changed."""
    rows = list(section.rows)
    for row in rng.sample(section.rows, round(len(section.rows) * rng.uniform(0.4, 0.8))):
        title = row.title + rng.choice(["", ".", " again", " 2"])
        counts = tuple(None if value is None else max(1, round(value * rng.uniform(0.94, 1.06))) for value in row.counts)
        day = row.starts_on + timedelta(days=rng.randint(0, 3))
        rows.append(Row(_id(rng), title, day, row.cause, counts, at(max(day, row.registered_at.date()) + timedelta(days=rng.randint(0, 5)))))
    return rows, {row.pk for row in rows[len(section.rows) :]}


def slices(section: Section, make: Honest, rng: random.Random) -> Cheated:
    """A third of the activities cut into four to seven, each with its part of the counts; one of the parts is the true one."""
    rows, false = [], set()
    for row in section.rows:
        if rng.random() > 1 / 3:
            rows.append(row)
            continue
        many, word = rng.randint(4, 7), rng.choice(["part", "group", "team", "no."])
        for turn in range(many):
            counts = tuple(None if value is None else max(1, value // many) for value in row.counts)
            day = row.starts_on + timedelta(days=rng.randint(0, 1))
            rows.append(Row(_id(rng), f"{row.title} {word} {turn + 1}", day, row.cause, counts, at(row.registered_at.date() + timedelta(days=1))))
            if turn:
                false.add(rows[-1].pk)
    return rows, false


def inflated(section: Section, make: Honest, rng: random.Random) -> Cheated:
    """A third to a half of the activities with four to twelve times as many people."""
    rows, false = list(section.rows), set()
    for place in rng.sample(range(len(rows)), round(len(rows) * rng.uniform(0.33, 0.5))):
        row, times = rows[place], rng.uniform(4, 12)
        counts = tuple(value if value is None or column == 0 else round(value * times) for column, value in enumerate(row.counts))
        rows[place] = Row(row.pk, row.title, row.starts_on, row.cause, counts, row.registered_at)
        false.add(row.pk)
    return rows, false


def invented(section: Section, make: Honest, rng: random.Random) -> Cheated:
    """As many again, made up with round numbers; half of those who do it register all of them in the last days."""
    rows, rush = list(section.rows), rng.random() < 0.5
    for _ in range(max(10, len(section.rows))):
        day = COUNTS_UNTIL - timedelta(days=rng.randrange(40, 300))
        row = make.activity(section, day)
        counts = tuple(10 * max(1, round(middle * rng.uniform(0.7, 2.2) / 10)) for middle in section.usual)
        until = COUNTS_UNTIL - timedelta(days=rng.randrange(3)) if rush else day + timedelta(days=rng.randint(0, 20))
        rows.append(Row(row.pk, row.title, day, row.cause, counts, at(until)))
    return rows, {row.pk for row in rows[len(section.rows) :]}


def _id(rng: random.Random) -> UUID:
    return UUID(int=rng.getrandbits(128))


WAYS: dict[str, Callable[[Section, Honest, random.Random], Cheated]] = {"copies": copies, "slicing": slices, "inflated": inflated, "invented": invented}
HELPED, ACTIVITIES = "people_helped", "activities"
AIMS = {"copies": ACTIVITIES, "slicing": ACTIVITIES, "inflated": HELPED, "invented": ACTIVITIES}  # the board that each way climbs

"""A generated season: sections with a history, campaigns, recurring events, big days, late and rounding coordinators; all of them honest."""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from dugnad.cli.sample.facts import facts
from dugnad.seasons.finders import Row

FIRST, LAST, COUNTS_UNTIL = date(2025, 9, 1), date(2026, 6, 30), date(2026, 7, 14)
HISTORY = 2  # years before
CAMPAIGNS = (date(2025, 11, 10), date(2026, 4, 13))
CAUSES = ("culture", "education", "environment", "health", "skills", "inclusion")


@dataclass
class Section:
    """A section with its habits, its earlier activities and those of the season."""

    number: int
    students: int
    busy: float  # activities in a season
    rounding: float  # how often a count is rounded to tens
    late: float  # days until an activity is registered, on average
    usual: tuple[float, float, float, float]  # the middles of its counts, in the order of the finders
    earlier: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


class Honest:
    """Makes sections and their activities from a seed."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.titles = {cause: [row["title"] for row in facts("titles")[cause] if row["lang"] in ("en", "fr", "es", "de")] for cause in CAUSES}

    def section(self, number: int) -> Section:
        rng = self.rng
        students = round(rng.lognormvariate(5.6, 0.8)) + 20
        busy = max(3.0, students**0.35 * rng.lognormvariate(0.55, 0.45))
        usual = (rng.uniform(4, 12), rng.uniform(20, 80), rng.uniform(10, 40), rng.uniform(5, 25))
        made = Section(number, students, busy, rng.betavariate(1.6, 3.4), rng.expovariate(1 / 9), usual)
        for year in range(1, HISTORY + 1):
            made.earlier += self.year(made, -365 * year)
        made.rows = self.year(made, 0)
        return made

    def year(self, section: Section, shift: int) -> list[Row]:
        """Single events, now and then a campaign, something that recurs, an event of several days, visits on one day."""
        rng, rows = self.rng, []
        for _ in range(round(section.busy)):
            rows.append(self.activity(section, FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))))
        if rng.random() < 0.6:
            rows += self._campaign(section, rng.choice(CAMPAIGNS))
        if rng.random() < 0.3:
            rows += self._recurring(section)
        if rng.random() < 0.25:
            rows += self._days(section)
        if rng.random() < 0.2:
            rows += self._visits(section)
        back = timedelta(days=shift)
        return [moved(row, row.starts_on + back, row.registered_at + back) for row in rows]

    def activity(self, section: Section, day: date, title: str = "", cause: int | None = None) -> Row:
        rng = self.rng
        cause = rng.randrange(len(CAUSES)) if cause is None else cause
        title = title or rng.choice(self.titles[CAUSES[cause]]).format(city=f"City{section.number}")
        big = rng.uniform(2, 3.5) if rng.random() < 1 / 25 else 1.0
        counts = tuple(self._count(section, middle * big) for middle in section.usual)
        late = min(rng.expovariate(1 / (1 + section.late)), max(0, (COUNTS_UNTIL - day).days))
        return Row(UUID(int=rng.getrandbits(128)), title, day, cause, counts, at(day + timedelta(days=int(late))))

    def _count(self, section: Section, middle: float) -> int | None:
        """Spread around the middle; sometimes not known; rounded to tens by those who round."""
        rng = self.rng
        if rng.random() < 0.15:
            return None
        value = rng.lognormvariate(0, 0.45) * middle
        return max(10, round(value, -1)) if value >= 15 and rng.random() < section.rounding else max(1, round(value))  # type: ignore[return-value]

    def _campaign(self, section: Section, begins: date) -> list[Row]:
        """A week with an event of its own on most days."""
        return [self.activity(section, begins + timedelta(days=offset)) for offset in range(7) if self.rng.random() < 0.7]

    def _recurring(self, section: Section) -> list[Row]:
        """The same once or twice a week, each time registered with its own counts."""
        rng = self.rng
        cause, begins = rng.randrange(len(CAUSES)), FIRST + timedelta(days=rng.randrange(200))
        title, steps = rng.choice(self.titles[CAUSES[cause]]).format(city="City"), rng.choice([(7,), (7,), (2, 5)])
        rows, day = [], begins
        for turn in range(rng.randint(5, 12)):
            rows.append(self.activity(section, day, title, cause))
            day += timedelta(days=steps[turn % len(steps)])
        return rows

    def _days(self, section: Section) -> list[Row]:
        """A collection on two or three days in a row, each with its own counts."""
        cause, day = self.rng.randrange(len(CAUSES)), FIRST + timedelta(days=self.rng.randrange(280))
        title = f"{self.rng.choice(self.titles[CAUSES[cause]])}".format(city="City")
        return [self.activity(section, day + timedelta(days=turn), f"{title}, day {turn + 1}", cause) for turn in range(self.rng.randint(2, 3))]

    def _visits(self, section: Section) -> list[Row]:
        """Two or three schools on one day."""
        day = FIRST + timedelta(days=self.rng.randrange(280))
        return [self.activity(section, day, f"Erasmus in Schools: class {turn + 1}", 1) for turn in range(self.rng.randint(2, 3))]


def moved(row: Row, day: date, registered: datetime) -> Row:
    return Row(row.pk, row.title, day, row.cause, row.counts, registered)


def at(day: date) -> datetime:
    return datetime.combine(day, time(20), UTC)

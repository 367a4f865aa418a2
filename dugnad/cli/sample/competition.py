"""Fair competition in the sample federation: numbers of students, last year's season as it ended, one that runs, and something to look at."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from dugnad.access.actor import SYSTEM
from dugnad.activities import actions
from dugnad.activities.details import Details
from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.cli.sample.federation import Section
from dugnad.core.periods import first_day, month_of, of_term, term_of
from dugnad.network.models import Unit
from dugnad.seasons.actions.flags import find_flags
from dugnad.seasons.actions.keep import freeze, write_best
from dugnad.seasons.actions.seasons import plan
from dugnad.seasons.models import Season, StudentNumber

SOURCE = "sample, made up"
PARTS = (1, 5, 1, 1, 5, 1, 1, 5)  # in how many parts one activity of each of some sections is registered again
COPIES = sum(PARTS)
RULES = """Sections compete within their country and with all others, and countries with each other.
There are seven boards, so that different strengths win. The prize is a workshop, held by the winners for everybody else."""


def enough(activities: int) -> bool:
    """Are there so many that some can be copies of others?"""
    return activities >= 5_000


def competition(top: Unit, sections: list[Section], rng: random.Random, today: date, activities: int, *, copied: bool = False) -> None:
    """Two terms a year apart; of the sections some have no number of students. `copied`: activities stand for several each."""
    _students(top, sections, rng, today)
    running = of_term(term_of(month_of(today)))
    before = _season(top, running.years_back().first, today)
    freeze(before, today)
    season = _season(top, running.first, today)
    if enough(activities):
        busy = _busy(season, today)
        for section, parts in zip(rng.sample(busy, len(PARTS) - 2) + [section for section in busy if section.country == "NO"][:2], PARTS, strict=False):
            _copied(section, season, rng, today, parts)
    if not copied:  # else nearly every activity is the twin of another
        find_flags(season)
    write_best(today)


def _students(top: Unit, sections: list[Section], rng: random.Random, today: date) -> None:
    """Of two years, a little more in the second; those of countries in which a section has none are their own."""
    rows, gaps, known = [], set[int](), dict[int, int]()
    for section in sections:
        if rng.random() < 0.015:
            gaps.add(section.unit.parent_id or 0)
            continue
        number = round(rng.lognormvariate(5.7, 0.7) * (0.6 + section.weight**0.4)) + 25
        known[section.unit.parent_id or 0] = known.get(section.unit.parent_id or 0, 0) + number
        for back, share in ((2, 0.94), (1, 1.0)):
            rows.append(StudentNumber(unit=section.unit, year=today.year - back, number=round(number * share), source=SOURCE))
    for country in sorted(gaps):
        rows += [StudentNumber(unit_id=country, year=today.year - back, number=known.get(country, 0) + 200, source=SOURCE) for back in (2, 1)]
    StudentNumber.objects.bulk_create(rows, batch_size=500)


def _season(top: Unit, first: int, today: date) -> Season:
    """Planned by the ordinary verb, and seen by everybody since its first day."""
    spring = term_of(first) % 2 == 0
    name, year = ("Spring", first // 12) if spring else ("Autumn", first // 12)
    until = first_day(first + 6) + timedelta(days=14)
    season = plan(SYSTEM, top, key=f"{name.lower()}-{year}", name=f"{name} {year}", first_month=first, last_month=first + 5, counts_until=until, rules=RULES)
    season.published_at = datetime.combine(first_day(first), time(8), UTC)
    season.save(update_fields=["published_at"])
    return season


def _busy(season: Season, today: date) -> list[Unit]:
    """Sections with something in the season that is a few days old, by code."""
    own = _own(season, today).values("unit")
    return list(Unit.objects.filter(pk__in=own).exclude(code="NO-BERG-ESN").order_by("code"))


def _own(season: Season, today: date) -> Any:
    months = {"month__gte": season.first_month, "month__lte": season.last_month}
    return Activity.objects.registered().filter(starts_on__lt=today - timedelta(days=3), **months)


def _copied(section: Unit, season: Season, rng: random.Random, today: date, parts: int) -> None:
    """One of its activities registered again a day later, or once more in five parts."""
    found = _own(season, today).filter(unit=section).order_by("starts_on", "pk")[0]
    cause = words().current["cause"]
    counts = {name: getattr(found, name) for name in ("volunteers", "people_helped", "international_students", "local_students")}
    for part in range(parts):
        title = found.title if parts == 1 else f"{found.title}, part {part + 1}"
        day, share = found.starts_on + timedelta(days=1), {name: value and max(1, value // parts) for name, value in counts.items()}
        term = next((term for term in cause if term.pk == found.cause_id), cause[0])
        details = Details(title=title, starts_on=day, ends_on=day, cause=term, place=section.city, hours_per_meeting=found.hours_per_meeting, **share)
        actions.register(SYSTEM, UUID(int=rng.getrandbits(128), version=4), section, details)

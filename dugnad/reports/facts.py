"""The numbers that a report is made of, asked of the accounts: now, and in the same months a year before."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dugnad.activities.vocabulary import words
from dugnad.core.periods import Period, month_of
from dugnad.figures import reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.network.belongings import members_of
from dugnad.network.local import local
from dugnad.network.models import Unit
from dugnad.reports import themes

BROKEN_DOWN = ("cause", "sdg", "measure")


@dataclass(frozen=True)
class Value:
    """One value of a facet."""

    key: str
    label: str
    motif: str
    now: Measures
    before: Measures
    unit: str = ""


@dataclass(frozen=True)
class Below:
    """A unit right below, or a member of a platform, for the months in which it was."""

    unit: Unit
    now: Measures
    before: Measures


@dataclass(frozen=True)
class Reporting:
    """Of the local units that there are: how many registered anything at all, now and a year before, and in each month."""

    could: int = 0
    now: frozenset[int] = frozenset()
    before: frozenset[int] = frozenset()
    months: dict[int, int] = field(default_factory=dict)

    @property
    def share(self) -> float:
        return len(self.now) / self.could if self.could else 0


@dataclass(frozen=True)
class Facts:
    """All of it; the period is cut where the future begins."""

    unit: Unit
    period: Period
    today: date
    facet: str = ""
    value: str = ""
    months: dict[int, Measures] = field(default_factory=dict)
    whole: Measures = NOTHING
    facets: dict[str, list[Value]] = field(default_factory=dict)
    below: list[Below] = field(default_factory=list)
    reporting: Reporting = field(default_factory=Reporting)

    @property
    def now(self) -> Measures:
        return added(self.months, self.period)

    @property
    def before(self) -> Measures:
        return added(self.months, self.period.years_back())

    @property
    def theme(self) -> str:
        return themes.named(self.facet, self.value)

    @property
    def open(self) -> bool:
        """Are its months not over yet?"""
        return self.period.last >= month_of(self.today)

    @property
    def countries(self) -> bool:
        """Do countries lie right below?"""
        return any(row.unit.level.key == "country" for row in self.below)


def added(months: dict[int, Measures], period: Period) -> Measures:
    return sum((sums for month, sums in months.items() if month in period), NOTHING)


def facts(unit: Unit, asked: Period, facet: str, value: str, today: date) -> Facts:
    """At most eleven questions, whatever the size of the network."""
    period = Period(asked.first, max(asked.first, min(asked.last, month_of(today))))
    question = reading.Question((unit.pk,), Period(period.first - 12, period.last), facet, value or None)
    months = reading.by(question, "month")
    whole = reading.total(reading.Question((unit.pk,), period)) if facet else added(months, period)
    below = _below(unit, period, facet, value)
    return Facts(unit, period, today, facet, value, months, whole, _facets(unit, period), below, _reporting(unit, period, today))


def _facets(unit: Unit, period: Period) -> dict[str, list[Value]]:
    """Every value that has anything, the largest first."""
    now, before = reading.both(reading.Question((unit.pk,), period, facets=BROKEN_DOWN), ("facet", "value"))
    found: dict[str, list[Value]] = {facet: [] for facet in BROKEN_DOWN}
    for facet, key in dict.fromkeys((*now, *before)):
        term = words().named(facet, key)
        unit_name = term.unit_name if term else ""
        row = Value(key, themes.named(facet, key), term.motif if term else "", now.get((facet, key), NOTHING), before.get((facet, key), NOTHING), unit_name)
        found[facet].append(row)
    return {facet: sorted(rows, key=lambda row: (-row.now.activities, row.label)) for facet, rows in found.items()}


def _below(unit: Unit, period: Period, facet: str, value: str) -> list[Below]:
    """Those with anything in either span, and the open ones with nothing; the largest first."""
    units, spans = members_of(unit)
    if not units:
        return []
    question = reading.Question(tuple(units), Period(period.first - 12, period.last), facet, value or None)
    found: dict[int, dict[int, Measures]] = defaultdict(dict)
    for (pk, month), sums in reading.ask(question, ("unit", "month")).items():
        if any(first <= month <= last for first, last in spans[pk]):
            found[pk][month] = sums
    there = [pk for pk, own in spans.items() if units[pk].closed_on is None and any(first <= period.last and period.first <= last for first, last in own)]
    rows = [Below(units[pk], added(found[pk], period), added(found[pk], period.years_back())) for pk in dict.fromkeys((*found, *there))]
    return sorted(rows, key=lambda row: (-row.now.activities, str(row.unit)))


def _reporting(unit: Unit, period: Period, today: date) -> Reporting:
    units = tuple(sorted(one.pk for one in local([unit], today)))
    if not units:
        return Reporting()
    now, before = reading.both(reading.Question(units, period, only=("activities",)), ("unit",))
    return Reporting(len(units), _had(now), _had(before), reading.reporting(units, period))


def _had(found: dict[tuple[Any, ...], Measures]) -> frozenset[int]:
    return frozenset(key[0] for key, sums in found.items() if sums.activities > 0)


def strongest(rows: Iterable[Value]) -> list[Value]:
    """The value with the most activities, or those that share the first place."""
    rows = [row for row in rows if row.now.activities > 0]
    top = max((row.now.activities for row in rows), default=0)
    return [row for row in rows if row.now.activities == top]

"""What a rule counts for each unit: the figures without what is flagged, read once for all boards of a stage."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Any
from uuid import UUID

from django.utils import timezone

from dugnad.activities.details import REGULAR
from dugnad.core.periods import Period, first_day, month_of
from dugnad.figures import reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.seasons.field import Field
from dugnad.seasons.models import BoardRule, Flag, Stage

NEW = 12  # months since the first activity, within which a unit is a newcomer
Sums = dict[int, Measures]
Keyed = dict[tuple[Any, ...], Measures]


@dataclass(frozen=True)
class Counted:
    """Of one unit: how much, by what it is divided, and in how many activities; or `why` it has no place."""

    events: float = 0
    exposure: float = 1
    activities: int = 0
    why: str = ""


class Accounts:
    """The figures of a stage, now or as they stood on a day; each question is asked once."""

    def __init__(self, stage: Stage, field: Field, as_of: date | None = None) -> None:
        self.stage, self.field, self.as_of = stage, field, as_of
        self.period = Period(stage.first_month, stage.last_month)
        self.units = tuple(unit.pk for unit in field.units)
        self.sums = cache(self._sums)
        self.before = cache(self._before)

    @cached_property
    def out(self) -> set[UUID]:
        """What stays out of the boards."""
        return set(Flag.objects.of(self.stage.season).out().values_list("activity_id", flat=True))

    @cached_property
    def causes(self) -> dict[int, int]:
        """For how many causes each unit had an activity."""
        found: dict[int, int] = {}
        for (unit, _cause), sums in self._ask(reading.Question(self.units, self.period, "cause", as_of=self.as_of), ("unit", "value")).items():
            found[unit] = found.get(unit, 0) + (sums.activities > 0)
        return found

    @cached_property
    def labelled(self) -> dict[int, int]:
        """How many activities of each unit carry the label, on whichever step."""
        found: dict[int, int] = {}
        for (unit, value), sums in self._ask(reading.Question(self.units, self.period, "label", as_of=self.as_of), ("unit", "value")).items():
            if value != REGULAR and sums.activities > 0:
                found[unit] = found.get(unit, 0) + sums.activities
        return found

    @cached_property
    def first(self) -> dict[int, int]:
        """The month of each unit's first activity."""
        question = reading.Question(self.units, Period(0, self.period.last), as_of=self.as_of, only=("activities",))
        found: dict[int, int] = {}
        for (unit, month), one in reading.ask(question, ("unit", "month")).items():
            if one.activities > 0:
                found[unit] = min(month, found.get(unit, month))
        return found

    def _sums(self, cause: str) -> Sums:
        question = self._question(cause, self.period, self.as_of)
        return {key[0]: sums for key, sums in self._ask(question, ("unit",)).items() if sums.activities > 0}

    def _before(self, cause: str) -> tuple[Sums, Sums]:
        """The same months a year before, as they stood when the stage began and as they stand: nobody makes their own past smaller."""
        known = month_of(self.as_of or timezone.localdate())  # while a season runs, so many months are compared as have begun
        period = Period(self.period.first, max(self.period.first, min(self.period.last, known))).years_back()
        begun = first_day(self.period.first) - timedelta(days=1)
        days = (begun if self.as_of is None else min(begun, self.as_of), self.as_of)
        then, now = (reading.by(self._question(cause, period, day), "unit") for day in days)
        return then, now

    def _question(self, cause: str, period: Period, as_of: date | None) -> reading.Question:
        return reading.Question(self.units, period, "cause" if cause else "", cause or None, as_of=as_of)

    def _ask(self, question: reading.Question, parts: tuple[str, ...]) -> Keyed:
        """Without what is flagged."""
        found = reading.ask(question, parts)
        for key, sums in (reading.of_records(self.out, question, parts) if self.out else {}).items():
            found[key] = found.get(key, NOTHING) - sums
        return found


def counted(rule: BoardRule, accounts: Accounts, units: Iterable[int]) -> dict[int, Counted]:
    """What the rule counts for each of these units."""
    one = KINDS[rule.kind]
    return {unit: one(rule, accounts, unit) for unit in units}


def _value(rule: BoardRule, sums: Measures) -> float:
    return float(getattr(sums, rule.measure))


def _count(rule: BoardRule, accounts: Accounts, unit: int) -> Counted:
    sums = accounts.sums(rule.cause).get(unit, NOTHING)
    return Counted(_value(rule, sums), 1, sums.activities, "" if sums.activities else "nothing-yet")


def _per_students(rule: BoardRule, accounts: Accounts, unit: int) -> Counted:
    sums, known = accounts.sums(rule.cause).get(unit, NOTHING), accounts.field.known.get(unit)
    if known is None or not known.number:
        return Counted(_value(rule, sums), 0, sums.activities, "no-students")
    if known.missing:
        return Counted(_value(rule, sums), 0, sums.activities, "some-students")
    return Counted(_value(rule, sums), known.number, sums.activities, "" if sums.activities else "nothing-yet")


def _growth(rule: BoardRule, accounts: Accounts, unit: int) -> Counted:
    sums = accounts.sums(rule.cause).get(unit, NOTHING)
    was = max(_value(rule, before.get(unit, NOTHING)) for before in accounts.before(rule.cause))
    return Counted(_value(rule, sums), was, sums.activities, "no-earlier" if was <= 0 else "" if sums.activities else "nothing-yet")


def _breadth(rule: BoardRule, accounts: Accounts, unit: int) -> Counted:
    many = accounts.causes.get(unit, 0)
    return Counted(many, 1, many, "" if many else "nothing-yet")


def _per_hour(rule: BoardRule, accounts: Accounts, unit: int) -> Counted:
    sums = accounts.sums(rule.cause).get(unit, NOTHING)
    why = "nothing-yet" if not sums.activities else "" if sums.volunteer_minutes else "no-hours"
    return Counted(sums.people_helped, sums.volunteer_hours, sums.activities, why)


def _newcomers(rule: BoardRule, accounts: Accounts, unit: int) -> Counted:
    found = _count(rule, accounts, unit)
    new = accounts.first.get(unit, 0) > accounts.period.last - NEW
    return Counted(found.events, 1, found.activities, found.why or ("" if new else "not-new"))


def _label(rule: BoardRule, accounts: Accounts, unit: int) -> Counted:
    sums = accounts.sums("").get(unit, NOTHING)
    why = "nothing-yet" if not sums.activities else "" if accounts.labelled else "no-label"
    return Counted(accounts.labelled.get(unit, 0), sums.activities, sums.activities, why)


KINDS: dict[str, Callable[[BoardRule, Accounts, int], Counted]] = {
    BoardRule.Kind.COUNT: _count,
    BoardRule.Kind.STUDENTS: _per_students,
    BoardRule.Kind.GROWTH: _growth,
    BoardRule.Kind.BREADTH: _breadth,
    BoardRule.Kind.HOURS: _per_hour,
    BoardRule.Kind.NEWCOMERS: _newcomers,
    BoardRule.Kind.LABEL: _label,
}

"""What a board says: a rule over figures, for the units of a stage, without what is flagged."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from dugnad.core.periods import Period, first_day
from dugnad.figures import reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.network.models import Belonging, Unit
from dugnad.seasons import shrink
from dugnad.seasons.models import Board, BoardRule, Flag, Result, Season, Stage
from dugnad.seasons.students import Students, students

PER = {BoardRule.Kind.STUDENTS: 1000.0}  # how many of the exposure a rate is given for
NEW = 12  # months since the first activity, within which a unit is a newcomer
Sums = dict[int, Measures]


@dataclass(frozen=True)
class Line:
    """One unit on a board. `why` names the reason when it has no place; else `place` with the best and worst that its interval allows.

    events/exposure is the plain rate, `value` the one drawn towards the league's `mean`; low and high enclose the true one with 90 %.
    """

    unit: int
    group: int
    league: int
    events: float = 0
    exposure: float = 0
    value: float = 0
    low: float = 0
    high: float = 0
    mean: float = 0
    place: int = 0
    best: int = 0
    worst: int = 0
    why: str = ""
    students: tuple[int, int, str, int] | None = None


@dataclass(frozen=True)
class Shown:
    """A line with its units, for a page."""

    line: Line
    unit: Unit
    group: Unit


def lines(board: Board, stage: Stage) -> list[Line]:
    """The lines of a board in a stage: as they were frozen, else as they are now."""
    frozen = Result.objects.filter(board=board, stage=stage).order_by("pk")
    if frozen.exists():
        return [restored(row.line) for row in frozen]
    return live(board, stage, in_force(board))


def in_force(board: Board) -> BoardRule:
    """The version of the rule that counts: the last one."""
    return board.versions.all()[0]


def live(board: Board, stage: Stage, rule: BoardRule, as_of: date | None = None) -> list[Line]:
    """The lines by a rule, now or as it stood at the end of a day; ranked in each group and league."""
    season = stage.season
    units = field(board, stage)
    period = Period(stage.first_month, stage.last_month)
    known = students(units, period.last // 12)
    groups, out = _groups(units, stage), _flagged(season)
    asked = reading.Question(tuple(unit.pk for unit in units), period, as_of=as_of)
    measured = MEASURED[rule.kind](rule, asked, known, out)
    made = []
    for unit in units:
        events, exposure, why = measured(unit.pk)
        number = known.get(unit.pk)
        about = (number.number, number.year, number.source, number.summed) if number else None
        made.append(Line(unit.pk, groups[unit.pk], _league(season, number), events, exposure, why=why, students=about))
    return _placed(made, rule)


def field(board: Board, stage: Stage) -> list[Unit]:
    """Who competes: the units of the level that were there, or of those whoever went on from the stage before."""
    begins = first_day(stage.first_month)
    there = Unit.objects.under(stage.season.unit).filter(Q(closed_on=None) | Q(closed_on__gt=begins), level=stage.level)
    before = Stage.objects.filter(season=stage.season, position__lt=stage.position).last()
    units = list(there.select_related("parent").order_by("name"))
    if before is None or before.advancing is None or before.level_id != stage.level_id:
        return units
    through = {line.unit for line in lines(board, before) if not line.why and line.place <= before.advancing}
    return [unit for unit in units if unit.pk in through]


def restored(kept: dict[str, Any]) -> Line:
    """A line from what was frozen."""
    about = kept["students"]
    return Line(**kept | {"students": tuple(about) if about else None})


def kept(line: Line) -> dict[str, Any]:
    """A line as it is frozen."""
    return asdict(line)


def shown(found: Iterable[Line]) -> list[Shown]:
    """With their units (1 query)."""
    rows = list(found)
    units = Unit.objects.select_related("parent", "level").in_bulk({row.unit for row in rows} | {row.group for row in rows})
    return [Shown(row, units[row.unit], units[row.group]) for row in rows]


def _placed(made: list[Line], rule: BoardRule) -> list[Line]:
    """Drawn within each league, ranked within each group and league; the rest as they are."""
    done: list[Line] = []
    for group, league in sorted({(line.group, line.league) for line in made}):
        rivals = [line for line in made if (line.group, line.league) == (group, league) and not line.why]
        rates, mean = _rates(rivals, [line for line in made if line.league == league and not line.why], rule)
        for line, rate, (place, best, worst) in zip(rivals, rates, shrink.ranks(rates), strict=True):
            done.append(
                Line(**asdict(line) | {"value": rate.value, "low": rate.low, "high": rate.high, "mean": mean, "place": place, "best": best, "worst": worst})
            )
    return sorted(done, key=lambda line: (line.league, line.group, line.place, line.unit)) + [line for line in made if line.why]


def _rates(rivals: list[Line], league: list[Line], rule: BoardRule) -> tuple[list[shrink.Rate], float]:
    """The rates of the rivals, and the mean of their league, towards which they are drawn."""
    if rule.kind == BoardRule.Kind.BREADTH:
        return [shrink.Rate(line.events, line.events, line.events) for line in rivals], 0
    if rule.kind in (BoardRule.Kind.COUNT, BoardRule.Kind.NEWCOMERS):
        return [shrink.counted(line.events) for line in rivals], 0
    known = shrink.prior([line.events for line in league], [line.exposure for line in league], _size(rule, league))
    if known is None:
        return [shrink.Rate(0, 0, 0) for _line in rivals], 0
    return [shrink.drawn(line.events, line.exposure, known) for line in rivals], known.mean


def _size(rule: BoardRule, league: list[Line]) -> float:
    """People come in groups: those of one hour of help are about as independent as one in twenty-five."""
    return 1.0 if rule.measure == "activities" and rule.kind != BoardRule.Kind.HOURS else GROUP


GROUP = 25.0
Measured = Callable[[int], tuple[float, float, str]]


def _count(rule: BoardRule, asked: reading.Question, known: dict[int, Students], out: set[UUID]) -> Measured:
    sums = _sums(rule, asked, out)
    return lambda unit: (_value(rule, sums.get(unit, NOTHING)), 1, "" if unit in sums else "nothing-yet")


def _per_students(rule: BoardRule, asked: reading.Question, known: dict[int, Students], out: set[UUID]) -> Measured:
    sums = _sums(rule, asked, out)

    def measured(unit: int) -> tuple[float, float, str]:
        if unit not in known or not known[unit].number:
            return _value(rule, sums.get(unit, NOTHING)), 0, "no-students"
        return _value(rule, sums.get(unit, NOTHING)), known[unit].number / PER[BoardRule.Kind.STUDENTS], "" if unit in sums else "nothing-yet"

    return measured


def _growth(rule: BoardRule, asked: reading.Question, known: dict[int, Students], out: set[UUID]) -> Measured:
    sums = _sums(rule, asked, out)
    before = _sums(rule, reading.Question(asked.units, asked.period.years_back(), as_of=asked.as_of), set())

    def measured(unit: int) -> tuple[float, float, str]:
        was = _value(rule, before.get(unit, NOTHING))
        return _value(rule, sums.get(unit, NOTHING)), was, "no-earlier" if not was else "" if unit in sums else "nothing-yet"

    return measured


def _breadth(rule: BoardRule, asked: reading.Question, known: dict[int, Students], out: set[UUID]) -> Measured:
    causes = reading.Question(asked.units, asked.period, "cause", as_of=asked.as_of)
    found: dict[int, int] = {}
    for (unit, _cause), sums in _without(causes, ("unit", "value"), out).items():
        found[unit] = found.get(unit, 0) + (sums.activities > 0)
    return lambda unit: (found.get(unit, 0), 1, "" if found.get(unit) else "nothing-yet")


def _per_hour(rule: BoardRule, asked: reading.Question, known: dict[int, Students], out: set[UUID]) -> Measured:
    sums = _sums(rule, asked, out)

    def measured(unit: int) -> tuple[float, float, str]:
        one = sums.get(unit, NOTHING)
        return one.people_helped, one.volunteer_hours, "nothing-yet" if not one else "" if one.volunteer_minutes else "no-hours"

    return measured


def _newcomers(rule: BoardRule, asked: reading.Question, known: dict[int, Students], out: set[UUID]) -> Measured:
    sums = _sums(rule, asked, out)
    first: dict[int, int] = {}
    earlier = reading.Question(asked.units, Period(0, asked.period.last), as_of=asked.as_of, only=("activities",))
    for (unit, month), one in reading.ask(earlier, ("unit", "month")).items():
        if one.activities > 0:
            first[unit] = min(month, first.get(unit, month))

    def measured(unit: int) -> tuple[float, float, str]:
        if unit not in sums:
            return 0, 1, "nothing-yet"
        return _value(rule, sums[unit]), 1, "" if first.get(unit, 0) > asked.period.last - NEW else "not-new"

    return measured


MEASURED: dict[str, Callable[[BoardRule, reading.Question, dict[int, Students], set[UUID]], Measured]] = {
    BoardRule.Kind.COUNT: _count,
    BoardRule.Kind.STUDENTS: _per_students,
    BoardRule.Kind.GROWTH: _growth,
    BoardRule.Kind.BREADTH: _breadth,
    BoardRule.Kind.HOURS: _per_hour,
    BoardRule.Kind.NEWCOMERS: _newcomers,
}


def _value(rule: BoardRule, sums: Measures) -> float:
    return float(getattr(sums, rule.measure))


def _sums(rule: BoardRule, asked: reading.Question, out: set[UUID]) -> Sums:
    """By unit, of the rule's cause if it has one; without what is flagged."""
    question = reading.Question(asked.units, asked.period, "cause" if rule.cause else "", rule.cause or None, as_of=asked.as_of)
    return {key[0]: sums for key, sums in _without(question, ("unit",), out).items() if sums.activities > 0}


def _without(question: reading.Question, parts: tuple[str, ...], out: set[UUID]) -> dict[tuple[Any, ...], Measures]:
    found = reading.ask(question, parts)
    if out:
        for key, sums in reading.of_records(out, question, parts).items():
            found[key] = found.get(key, NOTHING) - sums
    return found


def _flagged(season: Season) -> set[UUID]:
    """What stays out: flagged and not looked at yet, or looked at and left out."""
    months = {"activity__month__gte": season.first_month, "activity__month__lte": season.last_month}
    return set(Flag.objects.exclude(state=Flag.State.FINE).filter(activity__state="registered", **months).values_list("activity_id", flat=True))


def _league(season: Season, known: Students | None) -> int:
    """By the number of students: 1 is the smallest; 0, when it is not known."""
    return 1 + sum(known.number >= size for size in season.sizes) if known else 0


def _groups(units: list[Unit], stage: Stage) -> dict[int, int]:
    """Within which unit each competes: the one of that level to which it belonged when the stage began."""
    whole, begins = stage.season.unit, first_day(stage.first_month)
    if stage.within_id == whole.level_id:
        return {unit.pk: whole.pk for unit in units}
    then = Belonging.objects.filter(Q(until=None) | Q(until__gt=begins), since__lte=begins)
    wholes: dict[int, list[tuple[int, int]]] = {}
    for member, one, level in then.order_by("whole__name").values_list("member_id", "whole_id", "whole__level_id"):
        wholes.setdefault(member, []).append((one, level))
    return {unit.pk: _within(unit.pk, wholes, stage.within_id) or whole.pk for unit in units}


def _within(unit: int, wholes: dict[int, list[tuple[int, int]]], level: int) -> int | None:
    above = wholes.get(unit, [])
    return next((one for one, its in above if its == level), None) or next((up for one, _its in above if (up := _within(one, wholes, level))), None)

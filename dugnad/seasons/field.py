"""Who competes in a stage, within which unit and in which league, and what each divides by."""

from dataclasses import dataclass

from django.db.models import Q

from dugnad.core.periods import first_day
from dugnad.network.models import Belonging, Unit
from dugnad.seasons.models import Season, Stage
from dugnad.seasons.students import Students, students

Wholes = dict[int, list[tuple[int, int]]]


@dataclass(frozen=True)
class Field:
    """The units of a stage by name; for each the unit within which it competes, its league, and its students if they are known."""

    units: list[Unit]
    groups: dict[int, int]
    leagues: dict[int, int]
    known: dict[int, Students]


def field(stage: Stage) -> Field:
    """All units of the level that were open when the stage began (at most 4 queries)."""
    begins = first_day(stage.first_month)
    there = Unit.objects.under(stage.season.unit).filter(Q(closed_on=None) | Q(closed_on__gt=begins), level=stage.level_id)
    units = list(there.order_by("name", "pk"))
    known = students(units, stage.last_month // 12)
    leagues = {unit.pk: _league(stage, known.get(unit.pk)) for unit in units}
    return Field(units, _groups(units, stage), leagues, known)


def sizes_of(season: Season) -> list[int]:
    """Where the leagues part, the smaller first."""
    return [int(size) for size in season.sizes]


def _league(stage: Stage, known: Students | None) -> int:
    """By the number of students: 1 is the smallest; 0 when it is not known; all in 1 where nothing parts them."""
    sizes = sizes_of(stage.season) if stage.leagues else []
    if not sizes:
        return 1
    return 1 + sum(known.number >= size for size in sizes) if known and not known.missing else 0


def _groups(units: list[Unit], stage: Stage) -> dict[int, int]:
    """The unit of that level to which each belonged when the stage began; the whole season's where there was none."""
    whole, begins = stage.season.unit, first_day(stage.first_month)
    if stage.within_id == whole.level_id:
        return {unit.pk: whole.pk for unit in units}
    then = Belonging.objects.filter(Q(until=None) | Q(until__gt=begins), since__lte=begins)
    wholes: Wholes = {}
    for member, one, level in then.order_by("whole__name").values_list("member_id", "whole_id", "whole__level_id"):
        wholes.setdefault(member, []).append((one, level))
    return {unit.pk: _within(unit.pk, wholes, stage.within_id) or whole.pk for unit in units}


def _within(unit: int, wholes: Wholes, level: int) -> int | None:
    above = wholes.get(unit, [])
    return next((one for one, its in above if its == level), None) or next((up for one, _its in above if (up := _within(one, wholes, level))), None)

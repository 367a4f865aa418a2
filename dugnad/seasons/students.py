"""How many international students there are at a unit: its own number, or the sum of those below it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dugnad.network.models import Unit
from dugnad.seasons.models import StudentNumber


@dataclass(frozen=True)
class Students:
    """The number, the year and source from which it is; summed from so many units below (0: its own), of which some have none."""

    number: int
    year: int
    source: str
    summed: int = 0
    missing: int = 0


def students(units: Iterable[Unit], year: int) -> dict[int, Students]:
    """Of each unit that has one: the newest number not after the year. One without its own has the sum of the open units below it."""
    newest: dict[int, Students] = {}
    for row in StudentNumber.objects.filter(year__lte=year).order_by("year"):
        newest[row.unit_id] = Students(row.number, row.year, row.source)
    below: dict[int, list[int]] = {}
    for pk, parent in Unit.objects.filter(closed_on=None, parent__isnull=False).values_list("pk", "parent_id"):
        below.setdefault(parent or 0, []).append(pk)
    return {unit.pk: found for unit in units if (found := _of(unit.pk, newest, below))}


def _of(unit: int, newest: dict[int, Students], below: dict[int, list[int]]) -> Students | None:
    if unit in newest:
        return newest[unit]
    all_below = below.get(unit, ())
    parts = [found for child in all_below if (found := _of(child, newest, below))]
    if not parts:
        return None
    sources = dict.fromkeys(part.source for part in parts)
    missing = len(all_below) - len(parts) + sum(part.missing for part in parts)
    return Students(sum(part.number for part in parts), min(part.year for part in parts), ", ".join(sources), len(all_below), missing)

"""The lines of a board, as they are made, frozen and read again."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from dugnad.network.models import Unit


@dataclass(frozen=True)
class Line:
    """One unit on a board. `why` names the reason when it has no place; else `place` with the best and worst that its interval allows.

    events/exposure is the plain rate; `value` the one drawn towards the league's `mean`, which weighs as much as `weight` of the exposure.
    low and high enclose the true rate with a probability of 90 %. `many` have a place beside it. `students`: number, year, source, parts.
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
    weight: float = 0
    place: int = 0
    best: int = 0
    worst: int = 0
    many: int = 0
    why: str = ""
    students: tuple[int, int, str, int] | None = None


@dataclass(frozen=True)
class Shown:
    """A line with its units, for a page."""

    line: Line
    unit: Unit
    group: Unit


def kept(line: Line) -> dict[str, Any]:
    """A line as it is frozen."""
    return asdict(line)


def restored(frozen: dict[str, Any]) -> Line:
    """A line from what was frozen."""
    about = frozen["students"]
    return Line(**frozen | {"students": tuple(about) if about else None})


def shown(found: Iterable[Line], units: dict[int, Unit] | None = None) -> list[Shown]:
    """With their units (1 query, unless they are given)."""
    rows = list(found)
    units = of_lines(rows) if units is None else units
    return [Shown(row, units[row.unit], units[row.group]) for row in rows]


def of_lines(rows: Iterable[Line]) -> dict[int, Unit]:
    """The units of some lines."""
    return Unit.objects.select_related("parent", "level").in_bulk({pk for row in rows for pk in (row.unit, row.group)})

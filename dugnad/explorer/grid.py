"""The sums of a question as rows and columns, from the balances alone: never more than four looks at them."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dugnad.core.periods import ALWAYS, Period
from dugnad.explorer.question import Question
from dugnad.figures import reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.network.belongings import members_of
from dugnad.network.models import Unit

Sums = dict[Any, Measures]
WHOLE = ""  # the one column of a question that has no others


@dataclass
class Grid:
    """By (row, column), by column, and in all: now, and the same months a year before."""

    cells: Sums = field(default_factory=dict)
    earlier: Sums = field(default_factory=dict)
    totals: Sums = field(default_factory=dict)
    before: Sums = field(default_factory=dict)
    whole: Measures = NOTHING
    whole_before: Measures = NOTHING
    labels: dict[str, Measures] = field(default_factory=dict)
    units: dict[int, Unit] = field(default_factory=dict)


class Look:
    """How a question is put to the balances."""

    def __init__(self, asked: Question) -> None:
        self.asked = asked
        self.below = len(asked.units) == 1 and "unit" in (asked.by, asked.across)
        self.apart = self.below or len(asked.units) > 1

    @cached_property
    def members(self) -> tuple[dict[int, Unit], dict[int, list[tuple[int, int]]]]:
        """The units that were ever directly below the one that is asked, and the spans of months in which each was (1 query)."""
        return members_of(self.asked.units[0])

    @property
    def units(self) -> dict[int, Unit]:
        """Those whose balances are read: the asked ones, or those below the one that is asked."""
        return self.members[0] if self.below else {unit.pk: unit for unit in self.asked.units}

    def ask(self, facet: str, *, rows: bool) -> tuple[Sums, Sums]:
        """The sums by (row, column), or by column alone, now and a year before."""
        if not self.units:
            return {}, {}
        monthly = rows and self.asked.by == "month"
        parts = [part for part, wanted in (("unit", self.apart), ("value", bool(facet)), ("month", monthly or self.below)) if wanted]
        period = earliest(self.asked.period) if monthly else self.asked.period
        question = reading.Question(tuple(self.units), period, facet, as_of=self.asked.as_of)
        if monthly:
            found = reading.ask(question, parts)
            return self.placed(found, parts, rows), self.placed(found, parts, rows, shift=12)
        now, before = reading.both(question, parts) if self.asked.fair else (reading.ask(question, parts), {})
        return self.placed(now, parts, rows), self.placed(before, parts, rows)

    def placed(self, found: Sums, parts: list[str], rows: bool, shift: int = 0) -> Sums:
        """Added up under the keys of the answer; a unit counts for the months in which it was within what is asked."""
        made: Sums = {}
        for key, sums in found.items():
            known = dict(zip(parts, key, strict=True))
            if self.below and not any(first <= known["month"] <= last for first, last in self.members[1][known["unit"]]):
                continue
            if "month" in known:
                known["month"] += shift
            column = self.column(known)
            at = (self.row(known), column) if rows else column
            made[at] = made.get(at, NOTHING) + sums
        return made

    def row(self, known: dict[str, Any]) -> Any:
        return known[{"month": "month", "unit": "unit"}.get(self.asked.by, "value")]

    def column(self, known: dict[str, Any]) -> Any:
        if self.asked.across == "cause":
            return known["value"]
        return known["unit"] if self.asked.several or self.asked.across == "unit" else WHOLE


def grid(asked: Question) -> Grid:
    """The rows, the sum under each column, and the sum of the whole."""
    look, facet = Look(asked), facet_of(asked)
    cells, earlier = look.ask(facet, rows=True)
    made = Grid(cells, earlier, units=look.units)
    if asked.several or asked.across:
        made.totals, made.before = look.ask("cause" if asked.across == "cause" else "", rows=False)
    if len(asked.units) == 1:
        made.whole, made.whole_before, made.labels = whole_of(asked)
    return made


def whole_of(asked: Question) -> tuple[Measures, Measures, dict[str, Measures]]:
    """What the one asked unit has in all, now and a year before; and of it, by label."""
    question = reading.Question((asked.units[0].pk,), asked.period, facets=("", "label"), as_of=asked.as_of)
    now, before = reading.both(question, ("value",)) if asked.fair else (reading.ask(question, ("value",)), {})
    return now.pop(("",), NOTHING), before.get(("",), NOTHING), {value: sums for (value,), sums in now.items()}


def facet_of(asked: Question) -> str:
    if asked.across == "cause":
        return "cause"
    return "" if asked.by in ("month", "unit") else asked.by


def earliest(period: Period) -> Period:
    """The period and the year before it."""
    return Period(max(period.first - 12, 0), period.last) if period != ALWAYS else ALWAYS

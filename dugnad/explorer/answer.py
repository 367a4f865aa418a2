"""The answer to a question: its rows and columns, what they come to, and how far it can be trusted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from dugnad.activities.details import REGULAR
from dugnad.activities.models import CountsFor
from dugnad.activities.vocabulary import words
from dugnad.core.periods import ALWAYS, Period, month_of, written
from dugnad.explorer.grid import WHOLE, Grid, grid
from dugnad.explorer.opening import behind
from dugnad.explorer.question import Question
from dugnad.figures import reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.network.local import local
from dugnad.network.models import Unit
from dugnad.web.templatetags.web import month

MOST_COLUMNS = 200


@dataclass(frozen=True)
class Cell:
    """One number, with the same a year before where that is fair, and the list behind it."""

    value: float
    before: float | None
    href: str


@dataclass(frozen=True)
class Column:
    """What stands side by side: a unit, a cause, or the one number of each row."""

    key: Any
    code: str
    label: str
    total: Cell
    marker: str = ""


@dataclass(frozen=True)
class Row:
    """One line of the answer."""

    key: str
    label: str
    cells: tuple[Cell, ...]
    marker: str = ""
    unit: str = ""
    partial: bool = False
    place: tuple[float | None, float | None, str] = (None, None, "")

    @property
    def sum(self) -> float:
        """Of causes side by side: an activity has one, so they add up."""
        return sum(cell.value for cell in self.cells)


@dataclass(frozen=True)
class Answer:
    """What the page, the picture and the files are made of."""

    total: float
    before: float | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    reporting: int
    could: int
    newest: date | None
    labelled: float
    regular: float
    href: str

    @property
    def sums(self) -> float:
        """What the first column's rows add up to."""
        return sum(row.cells[0].value for row in self.rows)


def answer(asked: Question) -> Answer:
    """Eight questions to the database at most."""
    found = grid(asked)
    whole, value = _whole(asked), _value(asked)
    columns = _columns(asked, found, whole)
    reporting, could = _complete(asked)
    return Answer(
        total=whole(found.whole),
        before=whole(found.whole_before) if asked.fair else None,
        columns=columns,
        rows=tuple(_rows(asked, found, columns, value)) if columns else (),
        reporting=reporting,
        could=could,
        newest=_newest(asked),
        labelled=sum(whole(sums) for key, sums in found.labels.items() if key != REGULAR),
        regular=whole(found.labels.get(REGULAR, NOTHING)),
        href=behind(asked, asked.units[0], asked.period),
    )


def _whole(asked: Question) -> Callable[[Measures], float]:
    return lambda sums: getattr(sums, asked.measure)


def _value(asked: Question) -> Callable[[Measures], float]:
    """Goods have each their own unit, so their rows are amounts and have no sum."""
    return (lambda sums: sums.amount / 1000) if asked.by == "measure" else _whole(asked)


def _columns(asked: Question, found: Grid, value: Callable[[Measures], float]) -> tuple[Column, ...]:
    def total(key: Any, unit: Unit, **facets: str) -> Cell:
        before = value(found.before.get(key, NOTHING)) if asked.fair else None
        return Cell(value(found.totals.get(key, NOTHING)), before, behind(asked, unit, asked.period, **facets))

    first = asked.units[0]
    if asked.across == "cause":
        known, order = words(), [words().key(term.pk) for term in words().current.get("cause", [])]
        keys = sorted(found.totals, key=lambda key: (order.index(key) if key in order else len(order), key))
        terms = [(key, known.named("cause", key)) for key in keys]
        return tuple(Column(key, key, str(term or key), total(key, first, cause=key), term.motif if term else "") for key, term in terms)
    if asked.several or asked.across == "unit":
        units = asked.units if asked.several else [unit for pk, unit in found.units.items() if found.totals.get(pk)]
        made = [Column(unit.pk, unit.code, str(unit), total(unit.pk, unit)) for unit in units]
        return tuple(made if asked.several else sorted(made, key=lambda column: (-column.total.value, column.label))[:MOST_COLUMNS])
    whole = Cell(value(found.whole), value(found.whole_before) if asked.fair else None, behind(asked, first, asked.period))
    return (Column(WHOLE, "", asked.column, whole),)


def _rows(asked: Question, found: Grid, columns: tuple[Column, ...], value: Callable[[Measures], float]) -> list[Row]:
    return _months(asked, found, columns, value) if asked.by == "month" else _others(asked, found, columns, value)


def _months(asked: Question, found: Grid, columns: tuple[Column, ...], value: Callable[[Measures], float]) -> list[Row]:
    """Every month of the span, the empty ones too; of all years the last ten."""
    now = month_of(asked.today)
    begun = min((month for month, _column in found.cells), default=now)
    first = max(asked.period.first, min(begun, now)) if asked.period.first == ALWAYS.first else asked.period.first
    last = min(asked.period.last, now)

    def cell(one: int, column: Column) -> Cell:
        sums, before = (some.get((one, column.key), NOTHING) for some in (found.cells, found.earlier))
        return Cell(value(sums), value(before), _opened(asked, found, column, Period(one, one)))

    return [Row(written(one), month(one), tuple(cell(one, c) for c in columns), partial=one >= asked.known) for one in range(max(first, last - 119), last + 1)]


def _others(asked: Question, found: Grid, columns: tuple[Column, ...], value: Callable[[Measures], float]) -> list[Row]:
    keys = dict.fromkeys(key for key, _column in found.cells)
    made = [_row(asked, found, key, columns, value) for key in keys]
    return sorted(made, key=lambda row: (-sum(cell.value for cell in row.cells), row.label))


def _row(asked: Question, found: Grid, key: Any, columns: tuple[Column, ...], value: Callable[[Measures], float]) -> Row:
    def cell(column: Column) -> Cell:
        before = value(found.earlier.get((key, column.key), NOTHING)) if asked.fair else None
        facets = {} if asked.by == "unit" else {asked.by: key}
        href = _opened(asked, found, column, asked.period, found.units[key] if asked.by == "unit" else None, **facets)
        return Cell(value(found.cells.get((key, column.key), NOTHING)), before, href)

    cells = tuple(cell(column) for column in columns)
    if asked.by == "unit":
        unit = found.units[key]
        return Row(unit.code, str(unit), cells, place=(unit.lat, unit.lon, unit.country if unit.code == unit.country else ""))
    term = words().named(asked.by, key)
    label = f"{key} · {term}" if asked.by == "sdg" else words().said(asked.by, key)
    return Row(key, label, cells, marker=term.motif if term else "", unit=term.unit_name if term and asked.by == "measure" else "")


def _opened(asked: Question, found: Grid, column: Column, period: Period, unit: Unit | None = None, **facets: str) -> str:
    if asked.across == "cause":
        facets |= {"cause": column.key}
    elif column.key != WHOLE:
        unit = found.units[column.key]
    return behind(asked, unit or asked.units[0], period, **facets)


def _complete(asked: Question) -> tuple[int, int]:
    """How many of the local units that could report in the span did."""
    units = tuple(sorted(unit.pk for unit in local(asked.units, asked.today)))
    if not units:
        return 0, 0
    return len(reading.by(reading.Question(units, asked.period, as_of=asked.as_of, only=("activities",)), "unit")), len(units)


def _newest(asked: Question) -> date | None:
    """The day of the newest activity of any of them, each found at the end of its index."""
    latest = CountsFor.objects.filter(unit=OuterRef("pk")).order_by("-starts_on").values("starts_on")[:1]
    found = Unit.objects.filter(pk__in=[unit.pk for unit in asked.units]).annotate(newest=Subquery(latest))
    return max((day for day in found.values_list("newest", flat=True) if day), default=None)

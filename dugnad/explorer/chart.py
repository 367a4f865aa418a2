"""The picture of an answer: the kind that is asked for where it fits, else the one that fits best."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from dugnad.core.periods import parse_month
from dugnad.documents import charts
from dugnad.documents.charts.bars import Bar, nothing
from dugnad.documents.chosen import Place, chosen
from dugnad.documents.picture import DESK, PHONE, Picture, framed
from dugnad.explorer.answer import Answer, Cell, Column, Row
from dugnad.explorer.question import MEASURES, Question
from dugnad.explorer.told import heading
from dugnad.web.templatetags.web import number, short_month

DRAWN = {"series": 60, "stacked": 60, "ranked": 40, "heat": 60}
PANELS, BESIDE = 24, 6


def kinds(asked: Question, found: Answer) -> tuple[str, ...]:
    """The kinds that fit, the best one first."""
    if asked.by == "month":
        if asked.across == "cause":
            return ("stacked", "multiples", "heat")
        return ("multiples", "heat") if len(found.columns) > 1 or asked.several else ("series", "heat")
    if asked.by == "unit" and not asked.across:
        return ("ranked", "map") if any(_placed(row) for row in found.rows) else ("ranked",)
    return ("ranked", "heat") if len(found.columns) <= BESIDE and not asked.across else ("heat", "ranked") if len(found.columns) <= BESIDE else ("heat",)


def kind(asked: Question, found: Answer) -> str:
    fitting = kinds(asked, found)
    return asked.chart if asked.chart in fitting else fitting[0]


def cut(asked: Question, found: Answer) -> tuple[int, int] | None:
    """How many the picture shows and of how many, if not all."""
    drawn = kind(asked, found)
    if drawn == "multiples":
        return (PANELS, len(found.columns)) if len(found.columns) > PANELS else None
    most = DRAWN.get(drawn, len(found.rows))
    by_years = drawn == "heat" and asked.by == "month" and len(found.columns) == 1
    return (most, len(found.rows)) if len(found.rows) > most and not by_years else None


def chart(asked: Question, found: Answer) -> SafeString:
    """For a page: each mark opens the activities behind it; the table beside it has every row."""
    if not found.rows or not found.columns:
        return nothing()
    return framed(picture(asked, found, DESK), picture(asked, found, PHONE))


def picture(asked: Question, found: Answer, room: int) -> Picture:
    """The drawing for so much room."""
    draw = {"series": _series, "stacked": _stacked, "multiples": _multiples, "ranked": _ranked, "heat": _heat, "map": _map}
    return draw[kind(asked, found)](asked, found, room)


def _series(asked: Question, found: Answer, room: int) -> Picture:
    rows = found.rows[-DRAWN["series"] :]
    bars = [_bar(row, row.cells[0], group=_foot(row, len(rows))) for row in rows]
    return charts.series(
        bars, title=heading(asked), desc=_("Columns from the oldest month to the newest; a thin mark is the same month a year before."), unit=_unit(asked)
    )


def _stacked(asked: Question, found: Answer, room: int) -> Picture:
    rows = found.rows[-DRAWN["stacked"] :]
    totals = [_bar(row, Cell(row.sum, None, ""), group=_foot(row, len(rows))) for row in rows]
    parts = [[_part(row, column, cell) for column, cell in zip(found.columns, row.cells, strict=True)] for row in rows]
    return charts.stacked(
        totals, parts, title=heading(asked), desc=_("Each column is a month, made of its causes from the floor upward."), unit=_unit(asked), room=room
    )


def _multiples(asked: Question, found: Answer, room: int) -> Picture:
    panels = []
    for index, column in enumerate(found.columns[:PANELS]):
        head = Bar(column.label, column.total.value, number(column.total.value, 2), href=column.total.href)
        panels.append(
            (head, [_bar(row, row.cells[index], marker=column.marker, group=short_month(parse_month(row.key))) for row in found.rows[-DRAWN["series"] :]])
        )
    desc = _("One small chart for each, all to one scale; a thin mark is the same month a year before.")
    return charts.multiples(panels, title=heading(asked), desc=desc, unit=_unit(asked), room=room)


def _ranked(asked: Question, found: Answer, room: int) -> Picture:
    several = len(found.columns) > 1
    groups = [
        (row.label, [_bar(row, c, group=col.code, marker=col.marker or row.marker, label=_both(row, col)) for col, c in _pairs(found, row)])
        for row in found.rows[: DRAWN["ranked"]]
    ]
    desc = _("Bars for each unit that is compared.") if several else _("Bars from the largest to the smallest; a thin mark is the same span a year before.")
    return charts.rows(groups, title=heading(asked), desc=desc, unit="" if asked.by == "measure" else _unit(asked), room=room)


def _heat(asked: Question, found: Answer, room: int) -> Picture:
    desc = _("A grid in which a darker cell is a larger number.")
    if asked.by == "month" and len(found.columns) == 1:
        return charts.heat(*_years(found.rows), title=heading(asked), desc=desc, unit=_unit(asked), room=room)
    rows = found.rows[-DRAWN["heat"] :] if asked.by == "month" else found.rows[: DRAWN["heat"]]
    if asked.by == "month":  # the longer side goes down the page
        lines = [(c.label, [_bar(row, row.cells[i], label=_both(row, c)) for row in rows]) for i, c in enumerate(found.columns)]
        heads = [short_month(parse_month(row.key)) for row in rows]
        return charts.heat(heads, lines, title=heading(asked), desc=desc, unit=_unit(asked), room=room)
    lines = [(row.label, [_bar(row, cell, label=_both(row, column)) for column, cell in _pairs(found, row)]) for row in rows]
    heads = [column.code if asked.across != "cause" else column.label for column in found.columns]
    return charts.heat(heads, lines, title=heading(asked), desc=desc, unit=_unit(asked), room=room)


def _years(rows: Sequence[Row]) -> tuple[list[str], list[tuple[str, list[Bar | None]]]]:
    """Months from left to right, years downward."""
    lines: dict[str, list[Bar | None]] = {}
    for row in rows:
        one = parse_month(row.key)
        lines.setdefault(str(one // 12), [None] * 12)[one % 12] = _bar(row, row.cells[0])
    return [short_month(month) for month in range(24000, 24012)], list(lines.items())


def _map(asked: Question, found: Answer, room: int) -> Picture:
    places = [Place(_bar(row, row.cells[0]), *_placed(row)) for row in found.rows if _placed(row)]
    return chosen(places, title=heading(asked), desc=_("A map: darker countries and larger points are larger numbers."), unit=_unit(asked), room=room)


def _placed(row: Row) -> tuple[float, float, str] | tuple[()]:
    lat, lon, country = row.place
    return () if lat is None or lon is None else (lat, lon, country)


def _pairs(found: Answer, row: Row) -> list[tuple[Column, Cell]]:
    return list(zip(found.columns, row.cells, strict=True))


def _both(row: Row, column: Column) -> str:
    return f"{row.label}, {column.label}" if column.code else row.label


def _foot(row: Row, many: int) -> str:
    """Of a year or less the months stand under the columns, of more the years."""
    return short_month(parse_month(row.key)) if many <= 12 else row.key[:4]


def _part(row: Row, column: Column, cell: Cell) -> Bar:
    return Bar(_both(row, column), cell.value, number(cell.value, 2), href=cell.href, marker=column.marker, group=column.label)


def _bar(row: Row, cell: Cell, *, label: str = "", marker: str = "", group: str = "") -> Bar:
    return Bar(
        label=label or row.label,
        value=cell.value,
        shown=f"{number(cell.value)} {row.unit}".strip(),
        before=cell.before,
        before_shown=_("a year before: %(n)s") % {"n": number(cell.before)} if cell.before is not None else "",
        href=cell.href or None,
        marker=marker or row.marker,
        group=group,
        partial=row.partial,
    )


def _unit(asked: Question) -> str:
    return str(MEASURES[asked.measure])

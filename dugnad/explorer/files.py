"""The answer as a file: the same rows, the same words, the same picture, nothing that a spreadsheet would run."""

import csv
from io import StringIO
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook

from dugnad.core.tables.safe import safe
from dugnad.documents import sheet
from dugnad.documents.picture import DESK, Picture
from dugnad.explorer.answer import Answer, Cell
from dugnad.explorer.chart import kind, picture
from dugnad.explorer.question import PARTS, Question
from dugnad.explorer.told import heading, sentence, trusted
from dugnad.figures.kept import kept
from dugnad.web.templatetags.web import day

SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(asked: Question, found: Answer) -> HttpResponse:
    """UTF-8 with a mark, so that spreadsheets read it right."""
    text = StringIO()
    csv.writer(text).writerows(_lines(asked, found))
    return _named(HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8"), "csv")


def as_xlsx(asked: Question, found: Answer) -> HttpResponse:
    """A workbook of one sheet."""
    book = Workbook(write_only=True)
    page = book.create_sheet(_("Figures"))
    for line in _lines(asked, found):
        page.append(line)
    answer = HttpResponse(content_type=SHEETS)
    book.save(answer)
    return _named(answer, "xlsx")


def as_json(asked: Question, found: Answer) -> HttpResponse:
    """The question, the sentence and the rows, for programs."""
    units = [unit.code for unit in asked.units]
    told: dict[str, Any] = {
        "unit": units[0],
        "units": units,
        "measure": asked.measure,
        "by": asked.by,
        "across": asked.across,
        "as_of": asked.as_of and str(asked.as_of),
    }
    columns = [{"key": column.code, "label": column.label} | _cell(column.total) for column in found.columns]
    rows = [{"key": row.key, "label": row.label} | _cell(row.cells[0]) | {"cells": [_cell(cell) for cell in row.cells]} for row in found.rows]
    told |= {"sentence": sentence(asked, found), "chart": kind(asked, found), "total": found.total if len(units) == 1 else None, "before": found.before}
    return JsonResponse(told | {"reporting": found.reporting, "could": found.could, "columns": columns, "rows": rows})


def as_svg(asked: Question, found: Answer) -> HttpResponse:
    """The picture with its words and its source, for a report or a slide."""
    svg = kept("svg", lambda: drawing(asked, found), on=asked.drawn)
    answer = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    answer["Content-Security-Policy"] = sheet.policy()
    answer["Content-Disposition"] = 'inline; filename="figures.svg"'
    return answer


def as_png(asked: Question, found: Answer) -> HttpResponse:
    """The same picture in dots, for what takes no SVG."""
    png = kept("png", lambda: sheet.as_png(drawing(asked, found)), on=asked.drawn)
    answer = HttpResponse(png, content_type="image/png")
    answer["Content-Disposition"] = 'inline; filename="figures.png"'
    return answer


def drawing(asked: Question, found: Answer) -> str:
    drawn = picture(asked, found, DESK) if found.rows and found.columns else Picture("columns", "", 0, heading(asked))
    address = f"{asked.site}/figures/?{asked.address}"
    source = [drawn.desc, trusted(found), _("Asked on %(day)s: %(address)s") % {"day": day(timezone.localdate()), "address": address}]
    lines = [line for text in source for line in sheet.wrapped(text, DESK)]
    return sheet.as_svg(drawn, heading=heading(asked), said=sentence(asked, found), source=[line for line in lines if line])


KINDS = {"csv": as_csv, "xlsx": as_xlsx, "json": as_json, "svg": as_svg, "png": as_png}


def _cell(cell: Cell) -> dict[str, Any]:
    return {"value": cell.value, "before": cell.before, "href": cell.href}


def _lines(asked: Question, found: Answer) -> list[list[Any]]:
    """A column for each number; the year before stands beside its own."""
    head = [_("key"), str(PARTS[asked.by])]
    for column in found.columns:
        label = safe(column.label) if column.code else asked.column
        head += [label, f"{label}, {_('a year before')}" if column.code else _("a year before")]
    rows = [[safe(row.key), safe(row.label), *(number for cell in row.cells for number in (cell.value, cell.before))] for row in found.rows]
    return [head, *rows, ["", _("in all"), *(number for column in found.columns for number in (column.total.value, column.total.before))]]


def _named(answer: HttpResponse, kind: str) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="figures.{kind}"'
    return answer

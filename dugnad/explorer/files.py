"""The answer as a file: the same rows, the same words, nothing that a spreadsheet would run."""

import csv
from io import StringIO
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook

from dugnad.core.tables.safe import safe
from dugnad.explorer.answer import Answer, sentence
from dugnad.explorer.question import PARTS, Question

SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(asked: Question, found: Answer) -> HttpResponse:
    """UTF-8 with a mark, so that spreadsheets read it right."""
    text = StringIO()
    csv.writer(text).writerows(_lines(asked, found))
    return _named(HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8"), "csv")


def as_xlsx(asked: Question, found: Answer) -> HttpResponse:
    """A workbook of one sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Figures"))
    for line in _lines(asked, found):
        sheet.append(line)
    answer = HttpResponse(content_type=SHEETS)
    book.save(answer)
    return _named(answer, "xlsx")


def as_json(asked: Question, found: Answer) -> HttpResponse:
    """The question, the sentence and the rows, for programs."""
    rows = [{"key": row.key, "label": row.label, "value": row.value, "before": row.before, "href": row.href} for row in found.rows]
    assert asked.unit is not None
    told = {"unit": asked.unit.code, "measure": asked.measure, "by": asked.by, "as_of": asked.as_of and str(asked.as_of), "sentence": sentence(asked, found)}
    return JsonResponse(told | {"total": found.total, "before": found.before, "reporting": found.reporting, "could": found.could, "rows": rows})


KINDS = {"csv": as_csv, "xlsx": as_xlsx, "json": as_json}


def _lines(asked: Question, found: Answer) -> list[list[Any]]:
    head = [_("key"), str(PARTS[asked.by]), asked.column, _("a year before")]
    return [head, *([safe(row.key), safe(row.label), row.value, row.before] for row in found.rows), ["", _("in all"), found.total, found.before]]


def _named(answer: HttpResponse, kind: str) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="figures.{kind}"'
    return answer

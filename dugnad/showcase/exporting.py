"""The list as a file: the same rows, the same words, nothing that a spreadsheet would run."""

import csv
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook

from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.core.tables.safe import safe
from dugnad.showcase.asked import Asked

SHEET = 100_000


class _Echo:
    def write(self, value: str) -> str:
        return value


def as_csv(asked: Asked) -> StreamingHttpResponse:
    """UTF-8 with a mark, so that spreadsheets read it right."""
    writer = csv.writer(_Echo())
    lines = (writer.writerow(row) for row in _rows(asked))
    answer = StreamingHttpResponse(_marked(lines), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="activities.csv"'
    return answer


def as_xlsx(asked: Asked) -> HttpResponse:
    """A workbook of at most 100,000 rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Activities"))
    for number, row in enumerate(_rows(asked)):
        if number > SHEET:
            break
        sheet.append(row)
    answer = HttpResponse(content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    answer["Content-Disposition"] = 'attachment; filename="activities.xlsx"'
    book.save(answer)
    return answer


def _marked(lines: Iterator[Any]) -> Iterator[Any]:
    yield "\ufeff"
    yield from lines


def _rows(asked: Asked) -> Iterator[list[Any]]:
    yield [_("id"), _("title"), _("unit"), _("first day"), _("last day"), _("place"), _("cause"), _("volunteers"), _("international students"),
           _("local students"), _("people helped"), _("volunteer hours"), _("money"), _("currency"), _("what happened")]  # fmt: skip
    for activity in asked.rows.select_related("unit").order_by("-starts_on", "-pk").iterator(chunk_size=2000):
        yield [safe(cell) for cell in _cells(activity)]


def _cells(a: Activity) -> list[Any]:
    return [str(a.pk), a.title, a.unit.code, a.starts_on.isoformat(), a.ends_on.isoformat(), a.place, words().key(a.cause_id), a.volunteers,
            a.international_students, a.local_students, a.people_helped, a.volunteer_hours, a.money_amount, a.money_currency, a.summary]  # fmt: skip

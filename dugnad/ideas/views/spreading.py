"""How ideas spread: the lineage of one, and the transfers between countries of all."""

import csv
from io import StringIO
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dugnad.access.doors import find
from dugnad.access.rules import Can
from dugnad.core.countries import country
from dugnad.core.periods import Period, month_of, written
from dugnad.core.tables.safe import safe
from dugnad.documents.charts import Bar, columns
from dugnad.ideas import lineage as spread
from dugnad.ideas import shelf, transfers
from dugnad.ideas.models import Idea
from dugnad.ideas.questions import TransfersForm
from dugnad.ideas.transfers import Asked
from dugnad.network.models import Unit
from dugnad.web.templatetags.web import month, number, short_month
from dugnad.web.verbs import reads

LISTED = 200


@reads
def lineage(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The whole family, from the first idea on."""
    idea = find(request, Can.SEE_IDEA, Idea.objects.select_related("unit"), pk=pk)
    found = spread.of(idea)
    titles = {node.key: node.title for node in found.ideas}
    rows = [(node, titles.get(node.of) if node.of else None) for node in found.nodes]
    return render(request, "ideas/lineage.html", {"idea": idea, "found": found, "picture": spread.picture(found), "rows": rows})


@reads
def figures(request: HttpRequest) -> HttpResponse:
    """By month and by pair of countries; each number opens the activities behind it."""
    form, asked = _asked(request)
    rows = transfers.rows(asked)
    page = {
        "form": form,
        "asked": asked,
        "total": sum(row.many for row in rows),
        "labels": sum(row.labels for row in rows),
        "chart": columns(_bars(asked, rows), title=_("Transfers by month"), unit=_("transfers")) if rows else "",
        "pairs": [
            (country(origin), country(target), many, labels, _behind(asked, origin=origin, target=target))
            for origin, target, many, labels in transfers.pairs(rows)
        ],
        "months": [(month(at), many, _behind(asked, first=written(at), last=written(at))) for at, many in transfers.months(rows, asked.period) if many],
        "funnel": transfers.funnel(),
        "address": urlencode(_address(asked)),
    }
    return render(request, "ideas/transfers.html", page, status=422 if form.errors else 200)


@reads
def download(request: HttpRequest) -> HttpResponse:
    """The same as a table: month, from, to."""
    _form, asked = _asked(request)
    text = StringIO()
    csv.writer(text).writerows([safe(cell) for cell in row] for row in transfers.table(transfers.rows(asked)))
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="transfers.csv"'
    return answer


@reads
def behind(request: HttpRequest) -> HttpResponse:
    """The activities behind a number."""
    form, asked = _asked(request)
    found = transfers.behind(asked).select_related("idea__unit", "activity__unit")
    page = {"form": form, "asked": asked, "total": found.count(), "rows": found[:LISTED], "address": urlencode(_address(asked))}
    page["said"] = ngettext("transfer", "transfers", page["total"])
    page["between"] = (country(asked.origin) if asked.origin else _("any country"), country(asked.target) if asked.target else _("any country"))
    return render(request, "ideas/behind.html", page, status=422 if form.errors else 200)


def _asked(request: HttpRequest) -> tuple[TransfersForm, Asked]:
    """The last twelve months, unless others are asked for; what is wrong is said at its field, and not asked for."""
    now = month_of(timezone.localdate())
    usual = Period(now - 11, now)
    codes = {code for code in shelf.shelf().values("country") if code} | set(Unit.objects.exclude(country="").values_list("country", flat=True).distinct())
    form = TransfersForm(request.GET, usual=usual, countries=sorted(((code, country(code)) for code in codes), key=lambda pair: pair[1]))
    data = form.cleaned_data if form.is_valid() else {}
    return form, Asked(Period(data.get("first", usual.first), data.get("last", usual.last)), data.get("origin", ""), data.get("target", ""))


def _bars(asked: Asked, rows: list[transfers.Row]) -> list[Bar]:
    now = month_of(timezone.localdate())
    many = transfers.months(rows, asked.period)
    short = len(many) <= 13
    return [
        Bar(
            month(at),
            value,
            number(value),
            href=_behind(asked, first=written(at), last=written(at)),
            group=short_month(at) if short else str(at // 12),
            partial=at == now,
        )
        for at, value in many
    ]


def _address(asked: Asked) -> dict[str, str]:
    told = {"first": written(asked.period.first), "last": written(asked.period.last), "origin": asked.origin, "target": asked.target}
    return {name: value for name, value in told.items() if value}


def _behind(asked: Asked, **changes: Any) -> str:
    return f"{reverse('transfers-behind')}?{urlencode(_address(asked) | changes)}"

"""One page that asks anything of the figures, the same answer as files and to stand in other pages, growth, and silence."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation

from dugnad.activities.addresses import opens
from dugnad.core.periods import ALWAYS, month_of
from dugnad.explorer import growth as growing
from dugnad.explorer.answer import Answer, answer
from dugnad.explorer.behind import behind as counted_then
from dugnad.explorer.chart import chart, cut, kind
from dugnad.explorer.compared import offered
from dugnad.explorer.embedding import snippet
from dugnad.explorer.files import KINDS
from dugnad.explorer.question import CHARTS, MEASURES, PARTS, Question
from dugnad.explorer.reporting import rates, retention
from dugnad.explorer.since import since
from dugnad.explorer.standing import SAID, reports, shares, standings
from dugnad.explorer.told import added_up, sentence, span, trusted
from dugnad.figures.kept import kept
from dugnad.web.middleware import FRAMED
from dugnad.web.verbs import reads

BESIDE = 3  # so many columns of a table have room for their year before
MARKED = ("series", "multiples", "ranked")


@reads
def figures(request: HttpRequest) -> HttpResponse:
    """The question stands in the address; a wrong one is said at its field, above no answer."""
    asked = _asked(request)
    page: dict[str, Any] = {"asked": asked, "form": asked.form, "offered": offered()}
    if not asked.right or not asked.units:
        return render(request, "explorer/figures.html", page, status=422 if asked.form.errors else 200)
    page |= kept("told", lambda: _told(asked), on=asked.drawn)
    page |= {"since": since(asked, page["found"].total), "snippet": snippet(asked, page["found"]), "part": PARTS[asked.by]}
    return render(request, "explorer/figures.html", page)


@reads
def embed(request: HttpRequest) -> HttpResponse:
    """The sentence and the picture alone, for a page elsewhere; in the language that its address names."""
    asked, language = _asked(request), request.GET.get("lang", "")
    if not asked.right or not asked.units:
        raise Http404
    with translation.override(language if language in dict(settings.LANGUAGES) else translation.get_language()):
        answer = render(request, "explorer/embed.html", kept("told", lambda: _told(asked), on=asked.drawn) | {"asked": asked})
    answer["Content-Security-Policy"] = FRAMED
    return answer


@reads
def download(request: HttpRequest, kind: str) -> HttpResponse:
    """The rows of the page, all of them, or its picture."""
    asked = _asked(request)
    if kind not in KINDS or not asked.right or not asked.units:
        raise Http404
    return KINDS[kind](asked, _found(asked))


@reads
def behind(request: HttpRequest) -> HttpResponse:
    """The activities that made a figure as it stood; a figure of now opens the list of activities."""
    asked = _asked(request)
    if not asked.right or not asked.units:
        raise Http404
    if asked.as_of is None:
        return redirect(opens(asked.units[0], asked.period if asked.period != ALWAYS else None))
    page = {"asked": asked, "found": counted_then(asked, request.GET), "span": span(asked), "what": MEASURES[asked.measure]}
    return render(request, "explorer/behind.html", page)


@reads
def growth(request: HttpRequest) -> HttpResponse:
    """The same span a year before, twelve months that roll, what is to be expected, records."""
    asked = _asked(request)
    if not asked.units or {"unit", "measure"} & set(asked.form.errors):
        raise Http404
    found = kept("growth", lambda: growing.growth(asked), on=(asked.units[0].pk, asked.measure))
    charts = {"rolling": growing.rolling_chart(asked, found.rolled), "coming": growing.coming_chart(asked, found.expected)}
    return render(request, "explorer/growth.html", {"asked": asked, "unit": asked.units[0], "found": found, "what": MEASURES[asked.measure]} | charts)


@reads
def standing(request: HttpRequest) -> HttpResponse:
    """Who is new, active, quiet or silent in a unit or platform; one state at a time if asked."""
    asked = _asked(request)
    if not asked.units or "unit" in asked.form.errors:
        raise Http404
    unit, today, now = asked.units[0], asked.today, month_of(asked.today)
    units, months = kept("reports", lambda: reports(unit, today, now), on=unit.pk)
    rows = standings(units, months, now)
    counts = [(state, *SAID[state], sum(row.state == state for row in rows)) for state in SAID]
    state = request.GET.get("state", "")
    shown = [(row, SAID[row.state][0]) for row in rows if state not in SAID or row.state == state]
    page: dict[str, Any] = {"unit": unit, "counts": counts, "rows": shown, "state": state, "many": len(rows)}
    if not state:
        by_parent = any(row.unit.parent_id != unit.pk for row in rows) and unit.level.rank < 2
        page |= {"shares": shares(rows) if by_parent else [], "rates": rates(units, months, now), "retention": retention(months, now)}
    return render(request, "explorer/standing.html", page)


def _asked(request: HttpRequest) -> Question:
    return Question(request.GET, site=f"{request.scheme}://{request.get_host()}")


def _found(asked: Question) -> Answer:
    return kept("answer", lambda: answer(asked), on=asked.key)


def _told(asked: Question) -> dict[str, Any]:
    """The answer in words and as a picture."""
    found = _found(asked)
    drawn = kind(asked, found) if found.rows else asked.chart
    return {
        "found": found,
        "sentence": sentence(asked, found),
        "trusted": trusted(found),
        "added_up": added_up(asked, found),
        "chart": chart(asked, found),
        "cut": cut(asked, found) if found.rows else None,
        "instead": CHARTS[drawn] if asked.chart and drawn != asked.chart else "",
        "compared": (asked.fair or asked.by == "month") and len(found.columns) <= BESIDE,
        "marked": drawn in MARKED and (asked.fair or asked.by == "month"),
    }

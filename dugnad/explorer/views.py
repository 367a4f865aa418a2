"""One page that asks anything of the figures, and the same answer as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dugnad.core.periods import month_of
from dugnad.explorer.answer import Answer, answer, sentence
from dugnad.explorer.chart import chart
from dugnad.explorer.files import KINDS
from dugnad.explorer.question import PARTS, Question
from dugnad.explorer.since import since
from dugnad.explorer.standing import SAID, shares, standings
from dugnad.figures.kept import kept
from dugnad.web.verbs import reads


@reads
def figures(request: HttpRequest) -> HttpResponse:
    """The question stands in the address; a wrong one is said at its field, above no answer."""
    asked = Question(request.GET)
    page = {"asked": asked, "form": asked.form}
    if not asked.right or asked.unit is None:
        return render(request, "explorer/figures.html", page, status=422 if asked.form.errors else 200)
    found = _found(asked)
    page |= {
        "found": found,
        "sentence": sentence(asked, found),
        "chart": chart(asked, found),
        "what": asked.column,
        "part": PARTS[asked.by],
        "compared": asked.fair or asked.by == "month",
        "since": since(asked),
    }
    return render(request, "explorer/figures.html", page)


@reads
def download(request: HttpRequest, kind: str) -> HttpResponse:
    """The rows of the page, all of them."""
    asked = Question(request.GET)
    if kind not in KINDS or not asked.right or asked.unit is None:
        raise Http404
    return KINDS[kind](asked, _found(asked))


@reads
def standing(request: HttpRequest) -> HttpResponse:
    """Who is new, active, quiet or silent in a unit or platform; one state at a time if asked."""
    asked, today = Question(request.GET), timezone.localdate()
    if asked.unit is None or "unit" in asked.form.errors:
        raise Http404
    unit, now = asked.unit, month_of(today)
    rows = kept("standing", lambda: standings(unit, today, now), on=unit.pk)
    counts = [(state, *SAID[state], sum(row.state == state for row in rows)) for state in SAID]
    state = request.GET.get("state", "")
    shown = [(row, SAID[row.state][0]) for row in rows if state not in SAID or row.state == state]
    page = {"unit": unit, "counts": counts, "rows": shown, "state": state, "many": len(rows)}
    by_parent = shares(rows) if not state and any(row.unit.parent_id != unit.pk for row in rows) and unit.level.rank < 2 else []
    return render(request, "explorer/standing.html", page | {"shares": by_parent})


def _found(asked: Question) -> Answer:
    return kept("answer", lambda: answer(asked), on=asked.key)

"""The public page of an activity, with what it added to each total."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of, find
from dugnad.access.rules import Can
from dugnad.activities.addresses import opens
from dugnad.activities.details import is_regular
from dugnad.activities.models import Activity, CountsFor, Organiser
from dugnad.activities.posting import recomputed
from dugnad.activities.vocabulary import words
from dugnad.core import journal
from dugnad.core.periods import written, year
from dugnad.figures import reading
from dugnad.ideas.models import Idea
from dugnad.needs.models import Answer
from dugnad.network.models import Person, Unit
from dugnad.review.models import Award, Case
from dugnad.seasons.reasons import told_to
from dugnad.showcase.pieces.of_activity import card_of
from dugnad.web.verbs import reads


@reads
def activity(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Planned and withdrawn ones are 404 to all but those who may see them."""
    found = find(request, Can.SEE_ACTIVITY, Activity.objects.select_related("unit__parent"), pk=pk)
    page = {"activity": found, "just": "just" in request.GET} | _about(found)
    if actor_of(request).known:
        page |= _for_those_who_may(request, found, page["organisers"])
        if page["adapted"] and page["may_amend"]:
            page["for_needs"] = urlencode([("need", row.need_id) for row in page["adapted"].named.standing().filter(need__state="open")])
    if page["just"] and found.state == Activity.State.REGISTERED:
        page["totals"] = _totals(found)
    return render(request, "showcase/activity.html", page)


def _about(found: Activity) -> dict[str, Any]:
    """What stands on the page for every reader; words come from those at hand, not from the database."""
    terms, regular, photos = words().terms, is_regular(found), list(found.photos.filter(hidden_at=None))
    tags = [terms[pk] for pk in found.tags.order_by("pk").values_list("term_id", flat=True)]
    return {
        "actions": [term for term in tags if term.vocabulary.kind == "action"],
        "objectives": [term for term in tags if term.vocabulary.kind == "objective"],
        "sdgs": [term for term in tags if term.vocabulary.kind == "sdg"],
        "adapted": Idea.objects.published().filter(adaptations__activity=found).first(),
        "cause": terms[found.cause_id],
        "counts_for": [(unit, _moved(unit, found)) for unit in Unit.objects.filter(pk__in=found.counts_for.values("unit_id")).order_by("-level__rank", "name")],
        "type": terms.get(found.type_id or 0),
        "label": terms.get(found.label_id or 0),
        "regular": regular,
        "award": None if regular or not found.label_id else Award.objects.filter(activity=found, revoked_at=None).first(),
        "goods": [(terms[pk], amount) for pk, amount in found.goods.values_list("measure_id", "amount")],
        "organisers": list(found.organisers.exclude(state=Organiser.State.DECLINED).select_related("unit")),
        "answers": list(Answer.objects.standing().filter(activity=found).select_related("need__unit")),
        "photos": photos,
        "card": card_of(photos),
        "held": [_held(name) for name in found.held],
        "counts_as": terms[words().counts_as.get(found.cause_id, found.cause_id)],
    }


def _moved(unit: Unit, found: Activity) -> str:
    """The figures of the unit in the activity's month."""
    month = written(found.month)
    return f"/figures/?{urlencode({'unit': unit.code, 'from': month, 'to': month, 'by': 'cause'})}"


def _held(name: str) -> str:
    known = words()
    return next((str(t) for kind in ("count", "measure") for t in known.current.get(kind, []) if t.key == name), name)


def _for_those_who_may(request: HttpRequest, found: Activity, organisers: list[Organiser]) -> dict[str, Any]:
    actor = actor_of(request)
    named = [o.pk for o in organisers if o.state == Organiser.State.NAMED]
    page: dict[str, Any] = {
        "may_amend": may(actor, Can.AMEND, found),
        "may_confirm": bool(found.held) and may(actor, Can.CONFIRM_COUNT, found),
        "to_answer": list(allowed(actor, Can.CONFIRM_PART, Organiser.objects.filter(pk__in=named)).select_related("unit")) if named else [],
    }
    if page["may_amend"] and found.state == Activity.State.REGISTERED:
        page |= _review(actor, found)
    if may(actor, Can.SEE_HISTORY, found):
        lines = list(journal.of(found))
        names = Person.objects.in_bulk([line.actor for line in lines if line.actor])
        page["flags"] = told_to(found)
        page["history"] = [(line, names.get(line.actor)) for line in lines]
    return page


def _review(actor: Actor, found: Activity) -> dict[str, Any]:
    """Where the request for the label stands, or whether to ask (at most 3 queries)."""
    case = Case.objects.filter(activity=found).exclude(state=Case.State.WITHDRAWN).select_related("award").order_by("-asked_at").first()
    open_ = case is not None and (case.state != Case.State.DECIDED or (hasattr(case, "award") and case.award.revoked_at is None))
    return {"case": case, "may_ask": not open_ and may(actor, Can.ASK_LABEL, found)}


def _totals(found: Activity) -> list[dict[str, Any]]:
    """What it added to each total, and what each stands at now."""
    units = [row.unit for row in CountsFor.objects.filter(activity=found).select_related("unit__level")]
    period = year(found.starts_on.year)
    sums = reading.by(reading.Question(tuple(unit.pk for unit in units), period), "unit")
    added = recomputed(found).measures
    rows = [{"unit": u, "added": added, "now": sums[u.pk], "href": opens(u, period)} for u in units if u.pk in sums]
    return sorted(rows, key=lambda row: -row["unit"].level.rank)

"""An idea: the recipe, what became of it, and what is said at it."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of, find
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.core.countries import country
from dugnad.ideas import results, showing
from dugnad.ideas.models import Following, Idea, Season, Thanks
from dugnad.ideas.own import countries_of
from dugnad.ideas.recipe import causes_of
from dugnad.ideas.talking import NoteForm, RemarkForm, seen
from dugnad.needs.models import Need
from dugnad.web.verbs import reads

LEARNT = 12
PARTS = ("unit__parent", "by", "parent", "made_from")
Forms = dict[str, Form]


@reads
def idea(request: HttpRequest, pk: UUID) -> HttpResponse:
    """In the reader's language where somebody has translated it; `?lang=` asks for another, `original` stands for its own."""
    return shown(request, find(request, Can.SEE_IDEA, Idea.objects.select_related(*PARTS), pk=pk), {})


def shown(request: HttpRequest, found: Idea, typed: Forms) -> HttpResponse:
    """The page, with the forms in which something was wrong as they were typed."""
    translations = {text.language: text for text in found.translations.select_related("by")}
    asked = request.GET.get("lang") or (get_language() or "en").split("-")[0]
    text = translations.get(asked, found)
    became = results.of([found.pk]).get(found.pk, results.NOTHING)
    page = {
        "idea": found,
        "text": text,
        "translated": text is not found,
        "beside": text is not found and "beside" in request.GET,
        "others": [one for one in translations.values() if one is not text],
        "causes": causes_of(found),
        "seasons": [Season(one).label for one in found.seasons if one in Season.values],
        "country": country(found.unit.country) if found.unit.country else "",
        "results": became,
        "said": showing.tried(became),
        "learnt": learnt(found) if became.times else (),
        "versions": found.versions.published().select_related("unit") if found.state == Idea.State.PUBLISHED else (),
        "thanks": found.thanks.count(),
        "needs": list(found.named.standing().select_related("need__unit")),
    }
    page |= _talk(request, found, typed) | _for_those_who_may(request, found)
    return render(request, "ideas/idea.html", page, status=422 if any(form.errors for form in typed.values()) else 200)


def learnt(found: Idea) -> list[Activity]:
    """Of those who tried it and wrote down what came of it, what they changed and learnt: the newest."""
    done = Activity.objects.registered().filter(adaptation__idea=found).exclude(outcome="", learnt="")
    return list(done.select_related("unit").newest()[:LEARNT])


def _talk(request: HttpRequest, found: Idea, typed: Forms) -> dict[str, Any]:
    actor = actor_of(request)
    notes, questions = seen(actor, found)
    page: dict[str, Any] = {"notes": notes, "questions": questions}
    if not (actor.grants and found.state == Idea.State.PUBLISHED):
        return page
    for one in questions:
        if one.remark.taken_back_at is None:
            one.form = typed.get(f"answer-{one.remark.pk}") or RemarkForm(prefix=f"answer-{one.remark.pk}")  # type: ignore[assignment]
    page["question_form"] = typed.get("question") or RemarkForm(prefix="question")
    if countries := countries_of(actor):
        page["note_form"] = typed.get("note") or NoteForm(prefix="note", countries=countries)
    return page


def _for_those_who_may(request: HttpRequest, found: Idea) -> dict[str, Any]:
    actor = actor_of(request)
    if not actor.known:
        return {}
    may_change = may(actor, Can.CHANGE_IDEA, found)
    return {
        "may_change": may_change,
        "may_name": found.state != Idea.State.WITHDRAWN and (may_change or allowed(actor, Can.CHANGE_NEED, Need.objects.open()).exists()),
        "may_join": bool(actor.grants) and found.state == Idea.State.PUBLISHED,
        "thanked": Thanks.objects.filter(idea=found, person=actor.person_id).exists(),
        "followed": Following.objects.filter(idea=found, person=actor.person_id).exists(),
    }

"""An idea: the recipe, what became of it, and what is said at it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from dugnad.access.checks import may
from dugnad.access.doors import actor_of, find
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.ideas import results, showing
from dugnad.ideas.countries import country
from dugnad.ideas.models import Idea, Season
from dugnad.ideas.recipe import causes_of
from dugnad.web.verbs import reads

LEARNT = 12


@reads
def idea(request: HttpRequest, pk: UUID) -> HttpResponse:
    """In the reader's language where somebody has translated it; `?lang=` asks for another, `original` stands for its own."""
    found = find(request, Can.SEE_IDEA, Idea.objects.select_related("unit__parent", "by", "parent", "made_from"), pk=pk)
    translations = {text.language: text for text in found.translations.select_related("by")}
    asked = request.GET.get("lang") or (get_language() or "en").split("-")[0]
    text = translations.get(asked, found)
    became = results.of([pk]).get(pk, results.NOTHING)
    page = {
        "idea": found,
        "text": text,
        "translated": text is not found,
        "translations": translations.values(),
        "causes": causes_of(found),
        "country": country(found.unit.country) if found.unit.country else "",
        "results": became,
        "seasons": [Season(one).label for one in found.seasons if one in Season.values],
        "said": showing.tried(became),
        "learnt": learnt(found),
        "versions": found.versions.published().select_related("unit") if found.state == Idea.State.PUBLISHED else (),
    }
    return render(request, "ideas/idea.html", page | _for_those_who_may(request, found))


def learnt(found: Idea) -> list[Activity]:
    """Of those who tried it and wrote down what came of it, what they changed and learnt: the newest."""
    done = Activity.objects.registered().filter(adaptation__idea=found).exclude(outcome="", learnt="")
    return list(done.select_related("unit").newest()[:LEARNT])


def _for_those_who_may(request: HttpRequest, found: Idea) -> dict[str, Any]:
    actor = actor_of(request)
    if not actor.known:
        return {}
    return {"may_change": may(actor, Can.CHANGE_IDEA, found), "may_join": may(actor, Can.JOIN_IDEA, found)}

"""Ideas: the same search as the page's, and one idea."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema

from dugnad.access.checks import allowed
from dugnad.access.rules import Can
from dugnad.api.doorway import reader
from dugnad.api.problems import Invalid
from dugnad.api.shapes import Problem
from dugnad.ideas import asking, showing
from dugnad.ideas.models import Idea
from dugnad.ideas.models.idea import TEXTS
from dugnad.ideas.search import PAGE, search

router = Router(tags=["ideas"])


class ResultsShape(Schema):
    """What became of an idea, read from the activities at this moment."""

    times: int
    countries: int
    labels: int
    planned: int
    volunteers: int | None = Field(..., description="The median of those who counted.")
    people_helped: int | None


class IdeaShape(Schema):
    id: UUID
    url: str
    unit: str
    language: str
    languages: list[str] = Field(..., description="Its own, and those into which members translated it.")
    title: str
    summary: str
    why: str
    steps: list[str]
    material: list[str]
    risks: str
    adapting: str
    answers: str
    needs: list[UUID] = Field(..., description="The recorded needs for which it is named: `/api/v1/needs/{id}`.")
    causes: list[str]
    seasons: list[str]
    effort: int
    people: int
    hours: float | None
    ready_in: int = Field(..., description="Days of preparation.")
    budget: int = Field(..., description="Euro.")
    parent: UUID | None
    made_from: UUID | None
    published_at: datetime | None
    results: ResultsShape


class Page(Schema):
    total: int
    items: list[IdeaShape]
    counts: dict[str, dict[str, int]] = Field(..., description="Of all that are found, how many stand under each value of each facet.")


@router.get("", response={200: Page, 401: Problem, 422: Problem}, summary="Search ideas")
def listed(
    request: HttpRequest,
    q: str = Query("", description="Words: stems in English, Norwegian and French; titles also with a typing error."),
    people: str = Query("", description="Doable with so many people: 3, 5, 10, 20 or 50."),
    budget: str = Query("", description="Doable with so many euro: 0, 50, 200 or 1000."),
    within: str = Query("", description="Doable in so many days: 7, 30 or 90."),
    cause: str = Query("", description="A key of the vocabulary."),
    effort: str = Query("", description="1, 2 or 3."),
    season: str = Query("", description="spring, summer, autumn or winter."),
    language: str = "",
    country: str = Query("", description="Of origin, by two letters."),
    answers: str = Query("", description="It is named for an open need in this country, by two letters."),
    tried: str = Query("", description="yes or no."),
    page: str = "",
) -> Any:
    """Twenty to a page: what has the words in its title first, then elsewhere, then titles that are like them."""
    reader(request)
    form, wanted = asking.read(request.GET)
    if form.errors:
        raise Invalid(dict(form.errors))
    found = search(wanted, size=PAGE)
    counts = {facet: {str(value): many for value, many in values.items()} for facet, values in found.counts.items()}
    return {"total": found.total, "items": [_shown(one) for one in showing.many(found.ideas, translated=False)], "counts": counts}


@router.get("/{uuid:id}", response={200: IdeaShape, 401: Problem, 404: Problem}, summary="Read an idea")
def read(request: HttpRequest, id: UUID) -> Any:
    """Published ones are open to everybody; drafts and withdrawn ones to those of the unit and above."""
    if not allowed(reader(request), Can.SEE_IDEA, Idea.objects.filter(pk=id)).exists():
        raise Http404
    return _shown(showing.many([id], translated=False)[0])


def _shown(one: showing.Shown) -> dict[str, Any]:
    idea = one.idea
    plain = {
        name: getattr(idea, name)
        for name in (*TEXTS, "id", "language", "answers", "seasons", "effort", "people", "hours", "ready_in", "budget", "published_at")
    }
    return plain | {
        "url": idea.get_absolute_url(),
        "unit": idea.unit.code,
        "languages": [idea.language, *sorted(text.language for text in idea.translations.all())],
        "steps": idea.steps.splitlines(),
        "material": idea.material.splitlines(),
        "causes": [term.key for term in one.causes],
        "needs": [row.need_id for row in idea.named.all() if row.taken_back_at is None],
        "parent": idea.parent_id,
        "made_from": idea.made_from_id,
        "results": vars(one.results),
    }

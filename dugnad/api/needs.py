"""Local needs, for everybody: which there are, the evidence, what answered them, and which are alike for which reason."""

from typing import Any, Literal
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from dugnad.access.checks import allowed
from dugnad.access.rules import Can
from dugnad.activities.vocabulary import words
from dugnad.api.doorway import reader
from dugnad.api.problems import Invalid
from dugnad.api.shapes import Problem
from dugnad.needs.forms import FilterForm
from dugnad.needs.models import Evidence, Need
from dugnad.needs.overview import asked
from dugnad.needs.told import Other, about

router = Router(tags=["needs"])
MOST = 10_000


class NeedShape(Schema):
    """A need as it stands."""

    id: UUID
    url: str
    unit: str = Field(..., description="The code of the unit that recorded it.")
    title: str
    theme: str = Field(..., description="The key of a cause.")
    groups: list[str] = Field(..., description="Keys of the groups of people that are affected.")
    place: str
    who: str
    would_help: str
    tried: str
    state: str
    opened_on: str
    review_due: str
    closed_on: str | None
    result: str
    activities: int = Field(..., description="So many activities answered it; an open need with none is a white spot.")


class NeedPage(Schema):
    items: list[NeedShape]
    next: int | None = Field(None, description="`offset` of the next page, or null.")


class EvidenceShape(Schema):
    figure: str
    year: int | None
    source: str
    text: str
    address: str


class LikeShape(Schema):
    need: NeedShape
    why: str = Field(..., description="What both have in common, in words.")
    activities: list[UUID] = Field(..., description="Some of the activities that answered it.")


class WholeNeed(NeedShape):
    evidence: list[EvidenceShape]
    answered_by: list[UUID] = Field(..., description="The activities that answered it.")
    ideas: list[UUID] = Field(..., description="The ideas that are named for it: `/api/v1/ideas/{id}`.")
    alike: list[LikeShape]


@router.get("", response={200: NeedPage, 400: Problem, 401: Problem, 422: Problem}, summary="List local needs, newest first")
def listed(
    request: HttpRequest,
    unit: str = Query("", description="A unit's code: its needs and those of all below it; of a platform, those of its countries."),
    theme: str = Query("", description="The key of a cause."),
    group: str = Query("", description="The key of a group of people."),
    state: Literal["open", "white", "closed", "all"] = Query("open", description="white: open, and without any activity."),
    q: str = Query("", description="Words that stand in it, whole or in part."),
    offset: int = Query(0, ge=0, le=MOST),
    limit: int = Query(50, ge=1, le=200),
) -> Any:
    """The same as the page: by the same filters."""
    reader(request)
    form = FilterForm({"unit": unit, "theme": theme, "group": group, "state": "" if state == "open" else state, "q": q})
    if not form.is_valid():
        raise Invalid(dict(form.errors))
    found = list(asked(form, timezone.localdate()).with_answers().select_related("unit").prefetch_related("groups")[offset : offset + limit + 1])
    return {"items": [_shown(need, need.answered) for need in found[:limit]], "next": offset + limit if len(found) > limit else None}


@router.get("/{uuid:id}", response={200: WholeNeed, 401: Problem, 404: Problem}, summary="Read a local need")
def read(request: HttpRequest, id: UUID) -> Any:
    """With its evidence, what answered it, and the needs like it."""
    need: Need | None = allowed(reader(request), Can.SEE_NEED, Need.objects.select_related("unit").prefetch_related("groups")).filter(pk=id).first()
    if need is None:
        raise Http404
    told = about(need)
    return _shown(need, len(told["answers"])) | {
        "evidence": [_evidence(one) for one in told["evidence"]],
        "answered_by": [answer.activity_id for answer in told["answers"]],
        "ideas": list(need.named.in_sight().values_list("idea_id", flat=True)),
        "alike": [_like(one) for one in told["alike"]],
    }


def _shown(need: Need, answered: int) -> dict[str, Any]:
    known = words()
    return {name: getattr(need, name) for name in ("id", "title", "place", "who", "would_help", "tried", "state", "result")} | {
        "url": need.get_absolute_url(),
        "unit": need.unit.code,
        "theme": known.key(need.theme_id),
        "groups": sorted(known.key(term.pk) for term in need.groups.all()),
        "opened_on": need.opened_at.date().isoformat(),
        "review_due": need.review_due.isoformat(),
        "closed_on": need.closed_at.date().isoformat() if need.closed_at else None,
        "activities": answered,
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("figure", "year", "source", "text", "address")}


def _like(one: Other) -> dict[str, Any]:
    return {"need": _shown(one.need, one.came.activities), "why": one.why, "activities": [answer.activity_id for answer in one.answers]}

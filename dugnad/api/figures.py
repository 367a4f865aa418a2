"""Units, figures and words, for everybody."""

from datetime import date
from typing import Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router

from dugnad.activities.models import Vocabulary
from dugnad.activities.statistics import compared
from dugnad.api import showing
from dugnad.api.doorway import reader
from dugnad.api.listing import period, unit_of
from dugnad.api.shapes import Figures, Problem, UnitShape
from dugnad.core.errors import Refused
from dugnad.core.periods import ALWAYS, FIRST_YEAR, LAST_YEAR
from dugnad.network.models import Unit

router = Router(tags=["figures"])
By = Literal["unit", "month", "cause", "objective", "sdg", "type", "action", "measure", "money", "label", "origin"]
MOST, MOST_COMPARED = 1000, 12
FIRST, LAST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)


@router.get("/units", response={200: list[UnitShape], 400: Problem, 401: Problem, 422: Problem}, summary="List units")
def units(request: HttpRequest, level: str = "", parent: str = "", q: str = Query("", description="Part of a name")) -> Any:
    """By level (country, section, platform), by the code of the unit above, or by name."""
    reader(request)
    found = Unit.objects.open().select_related("level", "parent").order_by("code")
    if level:
        found = found.filter(level__key=level)
    if parent:
        found = found.filter(parent__code__iexact=parent)
    if q:
        found = found.filter(name__icontains=q)
    return [showing.unit(one) for one in found[:MOST]]


@router.get("/units/{code}", response={200: UnitShape, 401: Problem, 404: Problem}, summary="Read a unit")
def unit(request: HttpRequest, code: str) -> Any:
    """A unit by its code."""
    reader(request)
    return showing.unit(unit_of(code))


@router.get(
    "/figures", response={200: Figures, 400: Problem, 401: Problem, 404: Problem, 422: Problem}, by_alias=True, exclude_unset=True, summary="Ask the accounts"
)
def figures(
    request: HttpRequest,
    unit: list[str] = Query(..., min_length=1, max_length=MOST_COMPARED, description="A unit's code; repeat it to compare several."),
    first: str = Query("", alias="from"),
    last: str = Query("", alias="to"),
    by: By | None = None,
    as_of: date | None = Query(None, ge=FIRST, le=LAST, description="As it stood at the end of that day."),
    compare: Literal["year"] | None = Query(None, description="Beside the same months a year before; the span needs both ends."),
) -> Any:
    """The same answer as `dugnad stats --json`, of one unit or of several, and beside the year before."""
    reader(request)
    span = period(first, last)
    if compare and (span.first == ALWAYS.first or span.last == ALWAYS.last):
        raise Refused("no-span", _("Say from which month to which: a span without an end has no year before."), field="compare")
    return compared([unit_of(code) for code in unit], span, by=by, as_of=as_of, year_before=compare is not None)


@router.get("/vocabularies", response={200: list[dict[str, Any]], 401: Problem}, summary="The current words")
def vocabularies(request: HttpRequest) -> Any:
    """Keys and names of the current causes, objectives, actions, types, goals and measures."""
    reader(request)
    found = Vocabulary.objects.filter(until=None).prefetch_related("terms")
    return [{"kind": one.kind, "key": one.key, "terms": [{"key": t.key, "names": t.names, "limit": t.limit} for t in one.terms.all()]} for one in found]

"""Activities: create (once), read, list, amend, withdraw, report results. The same form and verbs as the pages."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, QueryDict
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.rules import Can
from dugnad.activities import actions
from dugnad.activities import details as known
from dugnad.activities.checks import PREFIX
from dugnad.activities.details import Details
from dugnad.activities.forms import ActivityForm
from dugnad.activities.forms.activity import initial
from dugnad.activities.models import Activity
from dugnad.api import listing, showing
from dugnad.api.doorway import WritingBearer, reader
from dugnad.api.problems import Invalid
from dugnad.api.shapes import ActivityShape, Amendment, Answers, NewActivity, Page, Problem, Reason, Results
from dugnad.network.models import Unit

router = Router(tags=["activities"])
WRONG = {400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 413: Problem, 422: Problem}
writing = WritingBearer()


@router.post("", auth=writing, response={200: ActivityShape, 201: ActivityShape, **WRONG}, summary="Register or plan an activity")
def create(request: HttpRequest, answers: NewActivity) -> Any:
    """Counts from this moment. If it ends in the future it is planned. The same id again gives the activity that is there (200)."""
    actor = _actor(request)
    unit = allowed(actor, Can.REGISTER, Unit.objects.all()).filter(code__iexact=answers.unit).first()
    if unit is None:
        raise Http404(_("There is no unit with this code for which you register."))
    there = Activity.objects.filter(pk=answers.id).exists()
    form = _form(answers, unit)
    verb = actions.plan if form.planned else actions.register
    activity = verb(actor, answers.id, unit, form.details())
    return Status(200 if there else 201, showing.one(activity))


@router.get("", response={200: Page, 400: Problem, 401: Problem, 404: Problem, 422: Problem}, summary="List activities, newest first")
def listed(
    request: HttpRequest,
    unit: str = Query("", description="A unit's code: what counts for it."),
    first: str = Query("", alias="from", description="The first month, like 2025-01."),
    last: str = Query("", alias="to", description="The last month, like 2025-12."),
    state: Activity.State = Query(Activity.State.REGISTERED, description="Planned and withdrawn ones need the token of somebody who may see them."),  # type: ignore[type-arg]
    cause: str = Query("", description="A key of the vocabulary, as for each of the following."),
    objective: str = "",
    sdg: str = "",
    type: str = "",
    action: str = "",
    measure: str = "",
    label: str = "",
    origin: str = Query("", description="The country whose idea it is made from, if that is another one."),
    cursor: str = Query("", description="`next` of the page before."),
    limit: int = Query(50, ge=1, le=200),
) -> Any:
    """Registered activities that make up a figure: the same filters give the same sum."""
    facets = {"cause": cause, "objective": objective, "sdg": sdg, "type": type, "action": action, "measure": measure, "label": label, "origin": origin}
    rows = listing.asked(reader(request), state, listing.period(first, last), facets)
    found, more = listing.page(rows, state, listing.unit_of(unit) if unit else None, cursor, limit)
    return {"items": showing.many(found), "next": more}


@router.get("/{uuid:id}", response={200: ActivityShape, 401: Problem, 404: Problem}, summary="Read an activity")
def read(request: HttpRequest, id: UUID) -> Any:
    """Registered ones are open to everybody; planned and withdrawn ones to the offices of the unit and above."""
    return showing.one(_find(reader(request), Can.SEE_ACTIVITY, id))


@router.patch("/{uuid:id}", auth=writing, response={200: ActivityShape, **WRONG}, summary="Amend an activity")
def amend(request: HttpRequest, id: UUID, answers: Amendment) -> Any:
    """Only the answers that are sent change. `revision` is the one you read: if somebody was faster, nothing is changed (409)."""
    actor = _actor(request)
    activity = _find(actor, Can.AMEND, id)
    form = _form(answers, activity.unit, known.of(activity), judged=activity.judged_at is not None)
    return showing.one(actions.amend(actor, activity, form.details(), reason=answers.reason, revision=answers.revision))


@router.post("/{uuid:id}/results", auth=writing, response={200: ActivityShape, **WRONG}, summary="Report the results of a planned activity")
def results(request: HttpRequest, id: UUID, answers: Results) -> Any:
    """It counts from this moment."""
    actor = _actor(request)
    activity = _find(actor, Can.AMEND, id)
    form = _form(answers, activity.unit, known.of(activity), judged=activity.judged_at is not None)
    return showing.one(actions.report_results(actor, activity, form.details(), revision=answers.revision))


@router.post("/{uuid:id}/withdrawal", auth=writing, response={200: ActivityShape, **WRONG}, summary="Withdraw an activity")
def withdraw(request: HttpRequest, id: UUID, why: Reason) -> Any:
    """It stops counting everywhere; it is kept, with the reason."""
    actor = _actor(request)
    return showing.one(actions.withdraw(actor, _find(actor, Can.WITHDRAW, id), reason=why.reason))


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.auth  # type: ignore[attr-defined]
    return actor


def _find(actor: Actor, permission: Can, id: UUID) -> Activity:
    found: Activity | None = allowed(actor, permission, Activity.objects.select_related("unit", "cause__vocabulary", "type__vocabulary")).filter(pk=id).first()
    if found is None:
        raise Http404
    return found


def _form(answers: Answers, unit: Unit, standing: Details | None = None, *, judged: bool = False) -> ActivityForm:
    """The pages' own form, filled with what stands and what is sent."""
    sent = answers.dict(exclude_unset=True, exclude={"id", "unit", "revision", "reason"})
    goods = {f"good_{key}": amount for key, amount in (sent.pop("goods", None) or {}).items()}
    checks = {f"{PREFIX}{key}": answer for key, answer in (sent.pop("checks", None) or {}).items()}
    data = QueryDict(mutable=True)
    for name, value in ((initial(standing) if standing else {}) | sent | goods | checks).items():
        data.setlist(name, _texts(name, value))
    form = ActivityForm(data, unit=unit, today=unit.today, standing=standing, judged=judged)
    unknown = {name: [_("There is no such measure.")] for name in goods if name not in form.fields}
    unknown |= {name: [_("The rubric that holds does not ask this.")] for name in checks if name not in form.fields}
    if wrong := unknown | dict(form.errors):
        raise Invalid({name.replace("good_", "goods.", 1).replace(PREFIX, "checks.", 1): says for name, says in wrong.items()})
    return form


def _texts(name: str, value: Any) -> list[str]:
    if isinstance(value, (list, tuple)):
        return ["\n".join(map(str, value))] if name in ("partners", "links", "organisers") else [str(one) for one in value]
    return [] if value is None or value is False else [str(value)]

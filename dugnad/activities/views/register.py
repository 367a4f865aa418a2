"""Registering: six answers, saved while one types, shown as counted the moment after."""

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.interrupted import keeps_typing
from dugnad.access.rules import Can
from dugnad.activities import actions
from dugnad.activities import details as known
from dugnad.activities.duplicates import likely
from dugnad.activities.forms import ActivityForm
from dugnad.activities.forms.activity import initial
from dugnad.activities.models import Activity, Draft
from dugnad.activities.views.form import checked, context
from dugnad.activities.vocabulary import words
from dugnad.core.errors import Refused
from dugnad.core.ids import uuid7
from dugnad.network.models import Unit
from dugnad.web.verbs import reads, shows_and_takes


@signed_in
@reads
def choose(request: HttpRequest) -> HttpResponse:
    """For which unit? Straight on when there is only one."""
    actor = actor_of(request)
    own = Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants])
    units = list(allowed(actor, Can.REGISTER, own)[:2])
    if len(units) == 1 and not units[0].children.exists():
        return redirect("register-for", code=units[0].code.lower())
    found = allowed(actor, Can.REGISTER, Unit.objects.all()).select_related("level", "parent").order_by("path")
    return render(request, "activities/choose.html", {"units": found[:600]})


@keeps_typing
@signed_in
@shows_and_takes
def new(request: HttpRequest, code: str) -> HttpResponse:
    """The form; a POST registers (or plans, if it lies ahead)."""
    unit = find(request, Can.REGISTER, Unit.objects.all(), code__iexact=code)
    if request.method == "POST":
        return _register(request, unit)
    draft = Draft.objects.filter(person=actor_of(request).person, unit=unit, pk=_uuid(request.GET.get("draft"))).first()
    typed = request.typed or (_typed(draft) if draft else None)  # type: ignore[attr-defined]
    if typed is None:
        form = ActivityForm(initial=_defaults(request, unit), unit=unit, today=unit.today)
        return render(request, "activities/form.html", context(form, unit, id=uuid7()))
    form = ActivityForm(data=typed, unit=unit, today=unit.today)
    form.is_valid()
    return render(request, "activities/form.html", context(form, unit, id=draft.pk if draft else _given(typed.get("id"))))


@signed_in
@require_POST
def draft(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Autosave: keeps what is typed, mistakes included. Or discards it."""
    actor = actor_of(request)
    if "discard" in request.POST:
        actions.discard_draft(actor, find(request, Can.EDIT_DRAFT, Draft.objects.all(), pk=pk))
        messages.success(request, _("The draft is thrown away."))
        return redirect("desk")
    unit = find(request, Can.REGISTER, Unit.objects.all(), code__iexact=request.POST.get("unit", ""))
    typed = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    try:
        saved = actions.save_draft(actor, pk, unit, json.loads(json.dumps(typed).replace("\\u0000", "")))
    except Refused as no:
        return JsonResponse({"saved": False, "says": str(no)}, status=409)
    return JsonResponse({"saved": True, "at": saved.saved_at.isoformat()})


def _register(request: HttpRequest, unit: Unit) -> HttpResponse:
    id = _given(request.POST.get("id"))
    form = ActivityForm(request.POST, unit=unit, today=unit.today)
    if "check" in request.POST:
        return checked(request, form, context(form, unit, id=id))
    if not form.is_valid():
        return render(request, "activities/form.html", context(form, unit, id=id), status=422)
    details = form.details()
    new_here = not request.POST.get("another") and not Activity.objects.filter(pk=id).exists()
    if new_here and (found := likely(unit, details, but=id)):
        return render(request, "activities/form.html", context(form, unit, id=id, likely=found), status=409)
    try:
        verb = actions.plan if form.planned else actions.register
        activity = verb(actor_of(request), id, unit, details)
    except Refused as no:
        form.add_error(no.field, str(no))
        return render(request, "activities/form.html", context(form, unit, id=id), status=422)
    return redirect(f"{activity.get_absolute_url()}?just=1")


def _defaults(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    """From the copied activity, or from the section and its last one."""
    copied = allowed(actor_of(request), Can.SEE_ACTIVITY, Activity.objects.all()).filter(pk=_uuid(request.GET.get("copy"))).first()
    if copied:
        kept = initial(known.of(copied)) | {"cause": words().key(copied.cause_id)}
        return kept | {"starts_on": unit.today, "ends_on": None, "money_amount": None} | dict.fromkeys(known.COUNTED)
    return {"starts_on": unit.today, "place": unit.city, "meetings": 1, "hours_per_meeting": 2, "money_currency": unit.currency}


def _typed(draft: Draft) -> Any:
    data = QueryDict(mutable=True)
    for name, values in draft.typed.items():
        data.setlist(name, values)
    return data


def _given(text: Any) -> UUID:
    """The id that the form carries, so that sending it twice registers once; a new one if it is broken."""
    return found if (found := _uuid(text)).int else uuid7()


def _uuid(text: Any) -> UUID:
    try:
        return UUID(str(text))
    except ValueError:
        return UUID(int=0)

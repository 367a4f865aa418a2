"""A unit's offices and its profile."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.directory import actions
from dugnad.directory.actions.office import permission_for, roles_in
from dugnad.directory.forms import EndForm, InviteForm, UnitForm
from dugnad.directory.tasks import send_invitation
from dugnad.network.models import Invitation, Office, Person, Unit
from dugnad.web.templatetags.web import day
from dugnad.web.verbs import shows_and_takes


@shows_and_takes
def offices(request: HttpRequest, code: str) -> HttpResponse:
    """Who holds and held which office; those who may, invite."""
    unit = Unit.objects.select_related("level", "parent").filter(code__iexact=code).first()
    if unit is None:
        raise Http404
    actor = actor_of(request)
    form = None
    if actor.known and not unit.level.groups and may(actor, permission_for(unit), unit):
        form = InviteForm(request.POST or None, roles=roles_in(unit))
        if request.method == "POST" and form.is_valid() and _invited(request, unit, form):
            return redirect("offices", code=unit.code.lower())
    elif request.method == "POST":
        raise Http404
    return render(request, "directory/offices.html", _page(request, unit, form), status=422 if form and form.errors else 200)


@signed_in
@shows_and_takes
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Asks from which day, then ends the office."""
    office = find(request, Can.END_OFFICE, Office.objects.select_related("unit", "person"), pk=pk)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ended = actions.end_office(actor_of(request), office, form.cleaned_data["day"])
        except Refused as no:
            form.add_error(no.field, str(no))
        else:
            messages.success(request, _ended(ended))
            return redirect("offices", code=office.unit.code.lower())
    return render(request, "directory/end.html", {"office": office, "form": form}, status=422 if form.errors else 200)


def _ended(office: Office) -> str:
    if office.until and office.until > timezone.localdate():
        return _("The office of %(name)s ends on %(day)s.") % {"name": office.person, "day": day(office.until)}
    return _("The office of %(name)s ended; so did its rights.") % {"name": office.person}


@signed_in
@shows_and_takes
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """The profile of a unit."""
    unit = find(request, Can.EDIT_UNIT, Unit.objects.all(), code__iexact=code)
    form = UnitForm(request.POST or None, instance=Unit.objects.get(pk=unit.pk))
    if request.method == "POST" and form.is_valid():
        actions.edit_unit(actor_of(request), unit, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(unit)
    return render(request, "directory/edit.html", {"unit": unit, "form": form}, status=422 if form.errors else 200)


def _invited(request: HttpRequest, unit: Unit, form: InviteForm) -> bool:
    try:
        invitation, _secret = actions.invite(actor_of(request), unit, **form.cleaned_data)
    except Refused as no:
        form.add_error(no.field, str(no))
        return False
    send(request, invitation)
    messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": invitation.email})
    return True


def send(request: HttpRequest, invitation: Invitation) -> None:
    """By mail, in the language that the invited person chose, else that of who invites; the queue knows which invitation, never its secret."""
    site = request.build_absolute_uri("/").rstrip("/")
    chosen = Person.objects.filter(email=invitation.email).values_list("language", flat=True).first()
    send_invitation.enqueue(invitation=str(invitation.pk), site=site, language=chosen or get_language() or "en")


def _page(request: HttpRequest, unit: Unit, form: InviteForm | None) -> dict[str, Any]:
    actor, today = actor_of(request), timezone.localdate()
    rows = list(unit.offices.select_related("person").order_by("-since"))
    endable = set(allowed(actor, Can.END_OFFICE, Office.objects.filter(unit=unit)).values_list("pk", flat=True)) if actor.known else set()
    waiting = allowed(actor, Can.SEE_INVITATION, Invitation.objects.waiting().filter(unit=unit)) if actor.known else []
    return {
        "unit": unit,
        "form": form,
        "now": [(o, o.pk in endable) for o in rows if _held(o, today)],
        "ahead": [(o, o.pk in endable) for o in rows if o.since > today],
        "before": [o for o in rows if o.until and o.until <= today],
        "waiting": waiting,
        "may": {
            verb.name.lower(): actor.known and may(actor, verb, unit) for verb in (Can.EDIT_UNIT, Can.ADD_UNIT, Can.CLOSE_UNIT, Can.PLACE_UNIT, Can.EDIT_BRAND)
        },
    }


def _held(office: Office, today: date) -> bool:
    return office.since <= today and (office.until is None or office.until > today) and office.person.is_active

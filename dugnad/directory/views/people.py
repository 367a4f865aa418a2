"""Who is the coordinator of X, and since when; and a person's page."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Max, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.directory import actions
from dugnad.directory.search import found
from dugnad.network.models import Office, Person, Role, Unit
from dugnad.web.verbs import reads

PAGE = 60
COORDINATING = (Role.LOCAL, Role.NATIONAL, Role.COMMITTEE)


@reads
def directory(request: HttpRequest) -> HttpResponse:
    """Units with the offices held today, found by unit, country, city or person; empty chairs are said."""
    asked = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    start = min(int(request.GET.get("from", "0")), 10**6) if request.GET.get("from", "0").isdecimal() else 0
    keys = found(asked)
    units = _units(keys[start : start + PAGE])
    page = {"units": units, "asked": asked, "start": start, "more": start + PAGE if len(keys) > start + PAGE else None}
    page |= {"less": max(start - PAGE, 0), "first": start + 1, "last": start + len(units), "many": len(keys)}
    return render(request, "directory/directory.html", page | {"open": _open(actor_of(request), units)})


def _units(keys: list[int]) -> list[Unit]:
    """In the order of the keys, each with who holds its offices, and since when nobody coordinates it."""
    held = Prefetch("offices", queryset=Office.objects.held_on().select_related("person"), to_attr="held")
    units = Unit.objects.select_related("level", "parent").prefetch_related(held).in_bulk(keys)
    past = Office.objects.filter(unit__in=keys, role__in=COORDINATING, until__lte=timezone.localdate())
    ended = dict(past.values_list("unit").annotate(Max("until")).order_by())
    for unit in units.values():
        unit.vacant = not unit.level.groups and not any(office.role in COORDINATING for office in unit.held)  # type: ignore[attr-defined]
        unit.vacant_since = ended.get(unit.pk)  # type: ignore[attr-defined]
    return [units[key] for key in keys]


def _open(actor: Actor, units: list[Unit]) -> set[UUID]:
    """The people whose address this reader may see."""
    shown = {office.person_id for unit in units for office in unit.held}  # type: ignore[attr-defined]
    return set(allowed(actor, Can.SEE_PERSON, Person.objects.filter(pk__in=shown)).values_list("pk", flat=True)) if actor.known else set()


@reads
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Offices are public; the address is for the person and the offices of the unit and above."""
    asked = find_person(pk)
    actor = actor_of(request)
    page = {"person": asked, "offices": asked.offices.select_related("unit").order_by("-since"), "may_see": False, "may_deactivate": False}
    if actor.known:
        page |= {"may_see": may(actor, Can.SEE_PERSON, asked), "may_deactivate": may(actor, Can.DEACTIVATE, asked)}
    return render(request, "directory/person.html", page)


@signed_in
@require_POST
def activity(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Deactivate, or reactivate."""
    asked = find(request, Can.DEACTIVATE, Person.objects.all(), pk=pk)
    if asked.is_active:
        actions.deactivate(actor_of(request), asked)
        messages.success(request, _("Deactivated: sessions and tokens ended at once."))
    else:
        actions.reactivate(actor_of(request), asked)
        messages.success(request, _("Reactivated."))
    return redirect("person", pk=asked.pk)


def find_person(pk: UUID) -> Person:
    return get_object_or_404(Person.objects.filter(offices__isnull=False).distinct(), pk=pk)

"""Who is the coordinator of X, and since when; and a person's page."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.checks import may
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.directory import actions
from dugnad.network.models import Office, Person, Unit

PAGE = 60


def directory(request: HttpRequest) -> HttpResponse:
    """Units with the offices held today, found by unit, city or person; empty chairs are said."""
    asked = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    start = max(int(request.GET.get("from", "0") if request.GET.get("from", "0").isdecimal() else 0), 0)
    held = Office.objects.held_on()
    units = Unit.objects.open().select_related("level", "parent").order_by("level__rank", "country", "name")
    if asked:
        by_person = held.filter(person__name__icontains=asked).values("unit")
        units = units.filter(
            Q(name__icontains=asked) | Q(city__icontains=asked) | Q(code__iexact=asked) | Q(parent__name__icontains=asked) | Q(pk__in=by_person)
        )
    listed = units.prefetch_related(Prefetch("offices", queryset=held.select_related("person"), to_attr="held"))
    page = list(listed[start : start + PAGE + 1])
    return render(
        request, "directory/directory.html", {"units": page[:PAGE], "asked": asked, "more": start + PAGE if len(page) > PAGE else None, "start": start}
    )


def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Offices are public; the address is for the person and the offices of the unit and above."""
    found = find_person(pk)
    actor = actor_of(request)
    page = {"person": found, "offices": found.offices.select_related("unit").order_by("-since"), "may_see": False, "may_deactivate": False}
    if actor.known:
        page |= {"may_see": may(actor, Can.SEE_PERSON, found), "may_deactivate": may(actor, Can.DEACTIVATE, found)}
    return render(request, "directory/person.html", page)


@signed_in
@require_POST
def activity(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Deactivate, or reactivate."""
    found = find(request, Can.DEACTIVATE, Person.objects.all(), pk=pk)
    if found.is_active:
        actions.deactivate(actor_of(request), found)
        messages.success(request, _("Deactivated: sessions and tokens ended at once."))
    else:
        actions.reactivate(actor_of(request), found)
        messages.success(request, _("Reactivated."))
    return redirect("person", pk=found.pk)


def find_person(pk: UUID) -> Person:
    return get_object_or_404(Person.objects.filter(offices__isnull=False).distinct(), pk=pk)

"""Answers to what waits: counts beyond the limit, and parts of co-organisers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.activities import actions
from dugnad.activities.models import Activity, Organiser


@signed_in
@require_POST
def counts(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The counts that were held back are right."""
    activity = find(request, Can.CONFIRM_COUNT, Activity.objects.all(), pk=pk)
    actions.confirm_counts(actor_of(request), activity)
    messages.success(request, _("The counts are confirmed and count from now on."))
    return redirect(activity)


@signed_in
@require_POST
def part(request: HttpRequest, pk: int) -> HttpResponse:
    """Yes or no: our unit organised it too."""
    organiser = find(request, Can.CONFIRM_PART, Organiser.objects.select_related("activity"), pk=pk)
    if request.POST.get("answer") == "decline":
        actions.decline_part(actor_of(request), organiser)
        messages.success(request, _("Declined: it no longer counts for your unit."))
    else:
        actions.confirm_part(actor_of(request), organiser)
        messages.success(request, _("Thank you: your unit's part is confirmed."))
    return redirect(organiser.activity)

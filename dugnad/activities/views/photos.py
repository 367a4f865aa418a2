"""Photos: add one with its words, hide one, put it back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.activities.actions.photo import add_photo, hide_photo, show_photo
from dugnad.activities.forms import PhotoForm
from dugnad.activities.models import Activity, Photo
from dugnad.activities.tasks import make_thumbnail
from dugnad.core.errors import Refused
from dugnad.web.verbs import shows_and_takes


@signed_in
@shows_and_takes
def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A page of its own, so that a slow upload never holds up registering."""
    activity = find(request, Can.AMEND, Activity.objects.select_related("unit"), pk=pk)
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            photo = add_photo(actor_of(request), activity, file, size=file.size, alt=form.cleaned_data["alt"])
        except Refused as no:
            form.add_error(no.field, str(no))
        else:
            make_thumbnail.enqueue(photo=str(photo.pk))
            messages.success(request, _("The photo is on the page."))
            return redirect(activity)
    page = {"activity": activity, "form": form, "hidden": activity.photos.exclude(hidden_at=None)}
    return render(request, "activities/photo.html", page, status=422 if form.errors else 200)


@signed_in
@require_POST
def hide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a photo off the page."""
    photo = _found(request, pk, photos__hidden_at=None)
    hide_photo(actor_of(request), photo)
    messages.success(request, _("The photo is off the page. Where photos are added it can be put back."))
    return redirect(photo.activity)


@signed_in
@require_POST
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put it back on the page."""
    photo = _found(request, pk, photos__hidden_at__isnull=False)
    try:
        show_photo(actor_of(request), photo)
    except Refused as no:
        messages.error(request, str(no))
    else:
        messages.success(request, _("The photo is on the page."))
    return redirect(photo.activity)


def _found(request: HttpRequest, pk: UUID, **state: Any) -> Photo:
    find(request, Can.AMEND, Activity.objects.all(), photos=pk, **state)
    return Photo.objects.select_related("activity").get(pk=pk)

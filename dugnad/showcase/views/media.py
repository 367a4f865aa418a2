"""Photos of activities and logos of units, as re-encoded: only those that are on a public page."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of
from dugnad.access.rules import Can
from dugnad.activities.models import Activity, Photo
from dugnad.network.models import Brand
from dugnad.web.verbs import reads


@reads
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file of a photo that is shown, of an activity that the person may see; or a logo, which everybody may see."""
    if brand := Brand.objects.filter(logo=name).first():
        return _sent(brand.logo, "image/png")
    photo = Photo.objects.filter(hidden_at=None).filter(file=name).first() or Photo.objects.filter(hidden_at=None, small=name).first()
    if photo is None or not allowed(actor_of(request), Can.SEE_ACTIVITY, Activity.objects.filter(pk=photo.activity_id)).exists():
        raise Http404
    return _sent(photo.small if photo.small == name else photo.file, "image/jpeg")


def _sent(file: Any, kind: str) -> HttpResponseBase:
    try:
        answer = FileResponse(file.open("rb"), content_type=kind)
    except FileNotFoundError:
        raise Http404 from None
    answer["Cache-Control"] = "public, max-age=86400"
    return answer

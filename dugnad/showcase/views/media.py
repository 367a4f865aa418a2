"""Photos of activities, as re-encoded: only those that are on a public page."""

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of
from dugnad.access.rules import Can
from dugnad.activities.models import Activity, Photo
from dugnad.web.verbs import reads


@reads
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file of a photo that is shown, of an activity that the person may see."""
    photo = Photo.objects.filter(hidden_at=None).filter(file=name).first() or Photo.objects.filter(hidden_at=None, small=name).first()
    if photo is None or not allowed(actor_of(request), Can.SEE_ACTIVITY, Activity.objects.filter(pk=photo.activity_id)).exists():
        raise Http404
    file = photo.small if photo.small == name else photo.file
    try:
        answer = FileResponse(file.open("rb"), content_type="image/jpeg")
    except FileNotFoundError:
        raise Http404 from None
    answer["Cache-Control"] = "public, max-age=86400"
    return answer

"""Posters as files: made once, and kept under what they say."""

import contextlib
import json
from hashlib import sha256
from typing import Literal
from uuid import UUID

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from dugnad.access.doors import find
from dugnad.access.rules import Can
from dugnad.documents.press import Job, PrintError, edition, printed
from dugnad.ideas import showing
from dugnad.ideas.documents import posters
from dugnad.ideas.models import Idea
from dugnad.web.verbs import reads

KINDS = {"pdf": "application/pdf", "png": "image/png"}
WEEK = 7 * 24 * 3600
SMALL, LARGE = 48.0, 110.0  # pixels to an inch
Kind = Literal["pdf", "png"]


@reads
def poster(request: HttpRequest, pk: UUID, kind: Kind) -> HttpResponse:
    """A3, to be printed (PDF) or looked at (PNG; `?small`)."""
    if kind not in KINDS:
        raise Http404
    idea = find(request, Can.SEE_IDEA, Idea.objects.all(), pk=pk)
    return answer(request, posters(showing.many([idea.pk])), kind, f"idea-{idea.pk}", public=idea.state == Idea.State.PUBLISHED)


def answer(request: HttpRequest, job: Job, kind: Kind, name: str, *, public: bool, seconds: float = 30) -> HttpResponse:
    """The browser asks again, and is told when nothing has changed."""
    ppi = SMALL if "small" in request.GET else LARGE
    said = json.dumps([edition(), job.template, job.data, kind, ppi], ensure_ascii=False, sort_keys=True)
    key = sha256(said.encode("utf-8", "replace")).hexdigest()
    try:
        response = get_conditional_response(request, etag=f'"{key}"') or HttpResponse(_kept(key, job, kind, ppi, seconds), content_type=KINDS[kind])
    except PrintError:
        return HttpResponse(_("This could not be printed just now. Try again in a minute."), status=503, content_type="text/plain; charset=utf-8")
    response["ETag"] = f'"{key}"'
    response["Cache-Control"] = "public, max-age=300" if public else "private, no-store"
    if kind == "pdf":
        response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response  # type: ignore[return-value]


def _kept(key: str, job: Job, kind: Kind, ppi: float, seconds: float) -> bytes:
    cache = caches["prints"]
    found: bytes | None = cache.get(key)
    if found is None:
        found = printed(job, kind, ppi=ppi, seconds=seconds)[0]
        with contextlib.suppress(OSError):  # a disk without room is no reason not to hand it over
            cache.set(key, found, WEEK)
    return found

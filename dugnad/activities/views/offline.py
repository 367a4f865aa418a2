"""Without a connection: the worker that opens the kept form, and the page that says what can be done."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dugnad.web.verbs import reads

WORKER = Path(__file__).parent.parent / "static" / "activities" / "worker.js"


@reads
def worker(request: HttpRequest) -> HttpResponse:
    """At the root, since a worker serves only what lies below its own address."""
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


@reads
def offline(request: HttpRequest) -> HttpResponse:
    """Kept on the device, and shown when a page cannot be reached."""
    return render(request, "activities/offline.html")

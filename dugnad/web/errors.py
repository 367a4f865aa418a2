"""Error pages: what happened, and what to do next, in plain words."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.csrf import requires_csrf_token


def _page(request: HttpRequest, status: int, heading: str, sentence: str) -> HttpResponse:
    return render(request, "web/error.html", {"heading": heading, "sentence": sentence}, status=status)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _page(request, 404, _("Nothing here"), _("There is no such page, or it is not open to you. Check the address, or sign in."))


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _page(request, 400, _("That could not be read"), _("The request was broken or too large. Go back, check what you sent, and try again."))


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Any = None, reason: str = "") -> HttpResponse:
    return _page(request, 403, _("The page was open too long"), _("Go back, load the page anew and send it again: what you typed is still there."))


def failed(request: HttpRequest) -> HttpResponse:
    """Without the database: it may be what failed."""
    heading, sentence = _("Something broke on our side"), _("What you typed is kept in your browser. Try again in a minute.")
    return HttpResponse(render_to_string("web/failed.html", {"heading": heading, "sentence": sentence}), status=500)

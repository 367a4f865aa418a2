"""Error pages: what happened, and what to do next, in plain words."""

from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.csrf import requires_csrf_token

SHEETS = ("web/fonts.css", "web/tokens.css", "web/page.css", "web/forms.css")


def _page(request: HttpRequest, status: int, heading: str, sentence: str) -> HttpResponse:
    return render(request, "web/error.html", {"heading": heading, "sentence": sentence}, status=status)


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return _page(request, 413, _("That was too large"), _("Go back and send less at once: a smaller file, or the list in two parts."))
    return _page(request, 400, _("That could not be read"), _("The request was broken. Go back, check what you sent, and try again."))


@requires_csrf_token
def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _page(request, 404, _("Nothing here"), _("There is no such page, or it is not open to you. Check the address, or sign in."))


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Any = None, reason: str = "") -> HttpResponse:
    """With a reason it is a form without its proof of origin: nearly always a page left open over a sign-in."""
    if reason:
        return _page(request, 403, _("The page was open too long"), _("Go back, load the page anew and send it again: what you typed is still there."))
    return _page(request, 403, _("This is not open to you"), _("Your office does not include it. Ask your coordinator, or go back to where you were."))


def no_room(request: HttpRequest) -> HttpResponse:
    """The disk is full; nothing that needs to write is asked for here."""
    heading, sentence = (
        _("There is no room on the server just now"),
        _(
            "Nothing of what was registered is lost, and what you typed is still in your browser: go back and try again later. Whoever runs the server must make room."
        ),
    )
    return HttpResponse(render_to_string("web/failed.html", {"heading": heading, "sentence": sentence, "sheets": _sheets()}), status=507)


def failed(request: HttpRequest) -> HttpResponse:
    """Without the database: it may be what failed."""
    heading, sentence = (
        _("Something broke on our side"),
        _("Nothing of what was registered is lost. Go back, where your text still stands, and try again in a minute."),
    )
    return HttpResponse(render_to_string("web/failed.html", {"heading": heading, "sentence": sentence, "sheets": _sheets()}), status=500)


def _sheets() -> list[str]:
    """The style sheets, or none: an installation without collected files must still say that it broke."""
    try:
        return [static(name) for name in SHEETS]
    except ValueError:
        return []

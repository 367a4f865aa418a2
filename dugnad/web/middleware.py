"""Headers that keep the page ours: no inline script or style, no framing, no leaking of addresses."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from dugnad.core.errors import out_of_room
from dugnad.web.errors import no_room

POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
FRAMED = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")  # for the one page that is made to stand in others

log = logging.getLogger(__name__)


class NoRoom:
    """A full disk is said in words: nothing was half written, and what was typed is still in the browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not out_of_room(exception):
            return None
        log.error("the disk is full: %s", exception)
        return no_room(request)


class SecurityHeaders:
    """Adds the content security policy and the permissions policy to every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        return response

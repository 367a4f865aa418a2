"""Every request knows its actor, and an ended session or office counts at once."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from dugnad.access.actor import acting


class ActorMiddleware:
    """Sets `request.actor`: read lazily, so that a page without permissions asks nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: acting(request.user))  # type: ignore[attr-defined]
        if "\x00" in request.path_info and not request.path_info.startswith("/api/"):  # PostgreSQL refuses to look for it; the API says so itself
            raise Http404
        return self.get_response(request)

"""A page is made of one state of what is kept at hand."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from dugnad.core import marks


class SteadyPages:
    """The marks are read once for a page, not once for every word on it; what writes reads them itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with marks.steady():
            return self.get_response(request)

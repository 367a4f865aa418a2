"""Addresses of the API, and the page to try it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from dugnad.api.api import api
from dugnad.api.problems import missing, problem
from dugnad.api.views import docs


def spoken(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What an address does not know is said as every other problem."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            return nowhere(request)
        if response.status_code != 405:
            return response
        said = problem(405, _("This address does not do that"), _("It knows: %(verbs)s") % {"verbs": response["Allow"]})
        said["Allow"] = response["Allow"]
        return said

    return inner


def nowhere(request: HttpRequest, **rest: str) -> HttpResponse:
    return missing(_("The API has no such address; see /api/v1/docs."))


nowhere.csrf_exempt = True  # type: ignore[attr-defined]
operations, _app, _name = api.urls
for operation in operations:
    operation.callback = spoken(operation.callback)  # type: ignore[arg-type]
urlpatterns = [
    path("docs", docs, name="api-docs"),
    path("docs/", docs),
    path("", (operations, _app, _name)),  # type: ignore[arg-type]
    path("<path:rest>", nowhere),
]

"""Somebody was signed out while writing: what was sent waits in the browser's session and is there again after signing in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

MOST = 20_000  # letters: nobody who is not signed in fills the database
NAME = "interrupted"


def keeps_typing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Outermost on a page whose form is long: `request.typed` is what was typed before, if it was interrupted."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and not request.user.is_authenticated:
            _keep(request)
        request.typed = _back(request) if request.method == "GET" and request.user.is_authenticated else None  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return inner


def _keep(request: HttpRequest) -> None:
    typed = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    if sum(len(name) + sum(map(len, values)) for name, values in typed.items()) > MOST:
        messages.info(request, _("You were signed out while you wrote. Go back: what you typed is still in your browser. Sign in on another page first."))
        return
    request.session[NAME] = {"path": request.path, "typed": typed}
    messages.info(request, _("You were signed out while you wrote. Sign in, and what you typed is there again."))


def _back(request: HttpRequest) -> QueryDict | None:
    kept = request.session.get(NAME)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[NAME]
    data = QueryDict(mutable=True)
    for name, values in kept["typed"].items():
        data.setlist(name, [value.replace("\x00", "") for value in values])
    return data

"""What every page does first: find the thing within what the actor may, else 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.rules import Can
from dugnad.core.errors import NotAllowed


def actor_of(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def find(request: HttpRequest, permission: Can, rows: QuerySet[Any], **lookup: Any) -> Any:
    """The one row with which the actor may do this; 404 for what is not there and for what is not open."""
    row: Model | None = allowed(actor_of(request), permission, rows).filter(**lookup).first()
    if row is None:
        raise Http404
    return row


def signed_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask to sign in first; and show a refusal inside the view as 404."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        try:
            return view(request, *args, **kwargs)
        except NotAllowed:
            raise Http404 from None

    return inner

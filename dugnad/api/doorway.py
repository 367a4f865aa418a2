"""Who comes in through the API: a token's person, or nobody; never a browser's session."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError, HttpError
from ninja.security import HttpBearer

from dugnad.access.actor import Actor, acting
from dugnad.access.models import Token
from dugnad.access.tokens import person_of

NOBODY = Actor(person=None, grants=(), via="api")


class WritingBearer(HttpBearer):
    """A token that may write is needed."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor:
        actor = _actor(token)
        if actor.read_only:
            raise HttpError(403, _("This token may only read; make one with the scope write."))
        return actor


def reader(request: HttpRequest) -> Actor:
    """The actor of a public operation: a wrong token is refused, none is nobody."""
    kind, _sep, secret = request.headers.get("Authorization", "").partition(" ")
    return _actor(secret.strip()) if kind.lower() == "bearer" else NOBODY


def _actor(secret: str) -> Actor:
    token: Any = person_of(secret)
    if token is None:
        raise AuthenticationError(401, "token")
    return acting(token.person, "api", read_only=token.scope == Token.Scope.READ)

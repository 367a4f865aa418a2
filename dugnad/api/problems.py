"""Every error as application/problem+json (RFC 9457), in words."""

import logging
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from dugnad.core.errors import NotAllowed, Refused, out_of_room

log = logging.getLogger(__name__)
CONFLICTS = {"changed-meanwhile": 409, "not-planned": 409, "registered-already": 409, "too-large": 413}


class Invalid(Exception):
    """A form's errors, by field."""

    def __init__(self, errors: dict[str, Any]) -> None:
        super().__init__(errors)
        self.errors = [{"field": field, "says": str(says)} for field, found in errors.items() for says in found]


def problem(status: int, title: str, detail: str = "", **more: Any) -> JsonResponse:
    """The answer for something that went wrong."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail} | more
    return JsonResponse(body, status=status, content_type="application/problem+json")


def install(api: NinjaAPI) -> None:
    """Say for each kind of error what the program is told."""
    handlers = {
        Invalid: lambda r, e: problem(422, _("Some answers need another look"), errors=e.errors),
        ValidationError: _unreadable,
        Refused: lambda r, e: problem(CONFLICTS.get(e.code, 422), str(e), e.code, errors=[{"field": e.field, "says": str(e)}] if e.field else []),
        NotAllowed: lambda r, e: missing(),
        Http404: lambda r, e: missing(str(e)),
        AuthenticationError: lambda r, e: _unknown(),
        RequestDataTooBig: lambda r, e: problem(413, _("The request is too large")),
        HttpError: lambda r, e: problem(e.status_code, str(HTTPStatus(e.status_code).phrase), str(e)),
        OperationalError: _database,
        InterfaceError: lambda r, e: _broken(503, _("The database does not answer just now; try again")),
        Exception: lambda r, e: _broken(500, _("Something broke on our side")),
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def missing(detail: str = "") -> JsonResponse:
    return problem(404, _("Nothing here"), detail or _("There is no such thing, or it is not open to you."))


def _database(request: HttpRequest, error: Any) -> JsonResponse:
    if out_of_room(error):
        return _broken(507, _("There is no room on the server just now"))
    return _broken(503, _("The database does not answer just now; try again"))


def _broken(status: int, title: str) -> JsonResponse:
    """Our fault, or the machine's: the log has the whole of it."""
    log.exception(title)
    return problem(status, title)


def _unknown() -> JsonResponse:
    response = problem(401, _("The token is not valid"), _("Send a valid token: Authorization: Bearer …"))
    response["WWW-Authenticate"] = 'Bearer realm="dugnad"'
    return response


def _unreadable(request: HttpRequest, error: Any) -> JsonResponse:
    errors = [{"field": ".".join(str(part) for part in one["loc"][1:] if part not in ("data", "answers")), "says": one["msg"]} for one in error.errors]
    return problem(422, _("Some answers need another look"), errors=errors)

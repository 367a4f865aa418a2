"""Reads what programs send, strictly: JSON that a form, a column and a page can hold."""

import json
from typing import Any, NoReturn

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from ninja.errors import HttpError
from ninja.parser import Parser

DEEPEST = 5


class Strict(Parser):
    """UTF-8 only; no NaN, no NUL, no halves of characters, no towers of brackets."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            found = json.loads(request.body.decode(), parse_constant=_no_number)
        except (ValueError, RecursionError):
            raise ValueError("no JSON") from None
        _check(found, DEEPEST)
        return found

    def parse_querydict(self, data: MultiValueDict, list_fields: list[str], request: HttpRequest) -> Any:  # type: ignore[type-arg]
        found = super().parse_querydict(data, list_fields, request)
        try:
            _check(found, DEEPEST)
        except ValueError:
            raise HttpError(400, _("The address contains characters that no text has.")) from None
        return found


def _check(found: Any, depth: int) -> None:
    if depth < 0:
        raise ValueError("too deep")
    if isinstance(found, str) and ("\x00" in found or any("\ud800" <= c <= "\udfff" for c in found)):
        raise ValueError("no text")
    inside = [*found, *found.values()] if isinstance(found, dict) else found if isinstance(found, list) else []
    for one in inside:
        _check(one, depth - 1)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")

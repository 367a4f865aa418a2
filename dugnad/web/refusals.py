"""What an action refuses is said at the field of the form."""

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm

from dugnad.core.errors import Refused


def say(form: BaseForm, no: Refused) -> None:
    """At its field; above the form when it has no such field."""
    form.add_error(no.field if no.field in form.fields else None, str(no))


def done(form: BaseForm, act: Callable[[], Any]) -> Any:
    """What the action gives; None if it refuses, with the reason at its field."""
    try:
        return act()
    except Refused as no:
        say(form, no)
        return None

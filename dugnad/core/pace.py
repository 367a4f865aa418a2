"""How much one person writes in an hour. What is more is refused, and stays where it was typed."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from dugnad.core.errors import Refused

HOUR = timedelta(hours=1)


def refuse_more(written: Any, person: Any, most: int, *, field: str | None = None) -> None:
    """`written`: rows that know those `of_the_last_hour` of a person; who is nobody writes as much as needed."""
    if person and written.of_the_last_hour(person).count() >= most:
        raise Refused("too-many", _("That were %(most)s in an hour; go on in an hour. Your text is still here.") % {"most": most}, field=field)

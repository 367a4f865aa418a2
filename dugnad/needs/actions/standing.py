"""What every verb on a need that is there begins with."""

from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.needs.models import Need


def still_open(actor: Actor, need: Need) -> Need:
    """The need, locked, if the actor may change it and it is open."""
    need = require(actor, Can.CHANGE_NEED, need, lock=True)
    refuse_closed(need)
    return need


def refuse_closed(need: Need, *, field: str | None = None) -> None:
    if not need.is_open:
        raise Refused("closed", _("This need is closed. Open it again first."), field=field)

"""Where a unit belongs, from a day on: its parent and its platforms. What was registered since then counts anew."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.network import actions
from dugnad.network.models import Unit


@transaction.atomic
def move(actor: Actor, unit: Unit, whole: Unit, since: date) -> date:
    """Below another parent; the day since which figures change."""
    unit = require(actor, Can.PLACE_UNIT, unit, lock=True)
    if since > timezone.localdate():
        raise Refused("in-future", _("Move it on the day itself, or afterwards."), field="since")
    if unit.parent is None or whole.level_id != unit.parent.level_id or whole.closed_on:
        raise Refused("wrong-parent", _("It cannot lie below that unit."), field="whole")
    if whole == unit.parent:
        raise Refused("belongs-already", _("It lies there already."), field="whole")
    before = unit.parent
    actions.move(unit, whole, since)
    journal.record(actor, "unit.moved", unit, before=before.code, after=whole.code, since=str(since))
    return since


@transaction.atomic
def join(actor: Actor, unit: Unit, whole: Unit, since: date, until: date | None = None) -> date:
    """Into a platform; the day since which figures change."""
    unit = require(actor, Can.PLACE_UNIT, unit, lock=True)
    if not whole.level.groups:
        raise Refused("no-platform", _("Only a platform can be joined."), field="whole")
    if until and until <= since:
        raise Refused("ends-before", _("It ends before it begins."), field="until")
    actions.join(unit, whole, since, until)
    journal.record(actor, "unit.joined", unit, whole=whole.code, since=str(since), until=str(until or ""))
    return since


@transaction.atomic
def leave(actor: Actor, unit: Unit, whole: Unit, until: date) -> date:
    """Out of a platform; the day since which figures change."""
    unit = require(actor, Can.PLACE_UNIT, unit, lock=True)
    actions.leave(unit, whole, until)
    journal.record(actor, "unit.left", unit, whole=whole.code, until=str(until))
    return until

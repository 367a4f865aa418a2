"""Add a unit to the tree, close one, open it again."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.directory.actions.office import end_office
from dugnad.network import actions
from dugnad.network.models import Level, Office, Unit


def levels_below(parent: Unit) -> list[Level]:
    """What may be added below: the next level of the tree, and platforms at the top."""
    lower = Level.objects.filter(rank__gt=parent.level.rank)
    tree = lower.filter(groups=False).first()
    groups = lower.filter(groups=True, rank__lt=tree.rank) if tree and parent.parent_id is None else []
    return [*([tree] if tree else []), *groups]


@transaction.atomic
def add_unit(actor: Actor, parent: Unit, level: Level, code: str, name: str, **fields: Any) -> Unit:
    """A new unit below the parent; it belongs there from the beginning of time."""
    parent = require(actor, Can.ADD_UNIT, parent, lock=True)
    if level not in levels_below(parent):
        raise Refused("wrong-level", _("Such a unit cannot lie there."), field="level")
    if Unit.objects.filter(code__iexact=code).exists():
        raise Refused("code-taken", _("There is a unit with this code already."), field="code")
    unit = actions.add(level, code, name, parent=parent, country=parent.country, **fields)
    journal.record(actor, "unit.added", unit, parent=parent.code, level=level.key)
    return unit


@transaction.atomic
def close_unit(actor: Actor, unit: Unit, day: date) -> Unit:
    """From that day nothing is registered for it, and its offices end; what was registered still counts."""
    unit = require(actor, Can.CLOSE_UNIT, unit, lock=True)
    if unit.closed_on:
        raise Refused("closed-already", _("It is closed already."), field="day")
    if day > timezone.localdate():
        raise Refused("in-future", _("Close it on the day itself, or afterwards."), field="day")
    if unit.children.open().exists():
        raise Refused("open-below", _("Close the units below it first."), field="day")
    unit.closed_on = day
    unit.save(update_fields=["closed_on"])
    for office in Office.objects.held_on().filter(unit=unit):
        end_office(actor, office, max(day, office.since))
    marks.touch("units")
    journal.record(actor, "unit.closed", unit, day=str(day))
    return unit


@transaction.atomic
def reopen_unit(actor: Actor, unit: Unit) -> Unit:
    """It is there again; its offices are given anew."""
    unit = require(actor, Can.CLOSE_UNIT, unit, lock=True)
    if unit.parent is not None and unit.parent.closed_on:
        raise Refused("closed-above", _("Open the unit above it first."), field="day")
    unit.closed_on = None
    unit.save(update_fields=["closed_on"])
    marks.touch("units")
    journal.record(actor, "unit.reopened", unit)
    return unit

"""Edit a unit's profile."""

from typing import Any

from django.db import transaction

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal, marks
from dugnad.network.models import Unit

FIELDS = ("name", "city", "address", "email", "website", "lat", "lon", "timezone", "currency")


@transaction.atomic
def edit_unit(actor: Actor, unit: Unit, **fields: Any) -> Unit:
    """Change what the page of the unit says; its place in the tree is not a profile."""
    unit = require(actor, Can.EDIT_UNIT, unit, lock=True)
    changes = {name: [getattr(unit, name), value] for name, value in fields.items() if name in FIELDS and getattr(unit, name) != value}
    for name, (_before, after) in changes.items():
        setattr(unit, name, after)
    if "name" in changes:
        unit.names = {}
    unit.save()
    marks.touch("units")
    journal.record(actor, "unit.edited", unit, changes=changes)
    return unit

"""The units for which somebody acts, those of their offices first."""

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.rules import Can
from dugnad.network.models import Unit

MOST = 600


def units_of(actor: Actor, permission: Can) -> list[Unit]:
    """Their own, then those below them, as far as a list of choices is of use."""
    held = [grant.unit_id for grant in actor.grants]
    found = list(allowed(actor, permission, Unit.objects.all()).order_by("path")[:MOST])
    return sorted(found, key=lambda unit: unit.pk not in held)

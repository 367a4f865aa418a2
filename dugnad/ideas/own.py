"""The units for which somebody acts, those of their offices first; and their ideas."""

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.rules import Can
from dugnad.ideas.models import Idea
from dugnad.ideas.queries import IdeaQuery
from dugnad.network.models import Unit

MOST = 600


def units_of(actor: Actor, permission: Can) -> list[Unit]:
    """Their own, then those below them, as far as a list of choices is of use."""
    held = [grant.unit_id for grant in actor.grants]
    found = list(allowed(actor, permission, Unit.objects.all()).order_by("path")[:MOST])
    return sorted(found, key=lambda unit: unit.pk not in held)


def countries_of(actor: Actor) -> list[str]:
    """In which they hold an office; all of them for an office of the whole network."""
    own = set(Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants]).values_list("country", flat=True))
    if "" in own:
        own = set(Unit.objects.exclude(country="").values_list("country", flat=True).distinct())
    return sorted(own)


def ideas_of(actor: Actor) -> IdeaQuery:
    """Those that they may change, but for withdrawn ones."""
    found: IdeaQuery = allowed(actor, Can.CHANGE_IDEA, Idea.objects.exclude(state=Idea.State.WITHDRAWN))
    return found

"""Adapt an idea: it becomes a planned activity that remembers, in this part, where it came from."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities import actions as activities
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.ideas.models import Adaptation, Idea, Stall
from dugnad.ideas.recipe import details_of, from_abroad
from dugnad.network.models import Unit


@transaction.atomic
def adapt(actor: Actor, idea: Idea, unit: Unit, *, id: UUID, title: str, starts_on: date, place: str, stall: Stall | None = None) -> Adaptation:
    """The same id twice is one activity. `stall`: it was promised at a market session."""
    idea = require(actor, Can.JOIN_IDEA, idea)
    if starts_on < unit.today:
        raise Refused("in-the-past", _("Choose a day to come; what has happened is registered, not planned."), field="starts_on")
    if stall is not None and (stall.idea_id != idea.pk or stall.taken_down_at):
        raise Refused("no-such-stall", _("This idea has no stall there any more."))
    origin = from_abroad(idea.unit.country, unit.country)
    activity = activities.plan(actor, id, unit, details_of(idea, title=title, starts_on=starts_on, place=place), origin=origin)
    made, new = Adaptation.objects.get_or_create(activity=activity, defaults={"idea": idea, "stall": stall, "by": actor.person})
    if new:
        journal.record(actor, "idea.adapted", idea, activity=str(activity.pk), stall=stall and stall.pk)
    return made

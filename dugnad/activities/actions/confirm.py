"""Confirming: counts beyond the plausible limit, and the part of a co-organiser."""

from django.db import transaction
from django.utils import timezone

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.actions.recount import count_anew
from dugnad.activities.models import Activity, Organiser
from dugnad.core import journal


@transaction.atomic
def confirm_counts(actor: Actor, activity: Activity) -> Activity:
    """The counts that were held back are right: they count from now on."""
    activity = require(actor, Can.CONFIRM_COUNT, activity, lock=True)
    held = activity.held
    activity.confirmed, activity.held = sorted({*activity.confirmed, *held}), []
    activity.revision += 1
    activity.save()
    count_anew(activity)
    journal.record(actor, "activity.counts-confirmed", activity, counts=held)
    return activity


@transaction.atomic
def confirm_part(actor: Actor, organiser: Organiser) -> Organiser:
    """Yes, our unit organised this too."""
    return _answer(actor, organiser, Organiser.State.CONFIRMED)


@transaction.atomic
def decline_part(actor: Actor, organiser: Organiser) -> Organiser:
    """No, our unit did not: it stops counting for us."""
    return _answer(actor, organiser, Organiser.State.DECLINED)


def _answer(actor: Actor, organiser: Organiser, state: Organiser.State) -> Organiser:
    organiser = require(actor, Can.CONFIRM_PART, organiser, lock=True)
    activity = Activity.objects.select_for_update().get(pk=organiser.activity_id)
    organiser.state, organiser.answered_by, organiser.answered_at = state, actor.person, timezone.now()
    organiser.save()
    if activity.state == Activity.State.REGISTERED:
        count_anew(activity)
    journal.record(actor, f"organiser.{state}", activity, unit=organiser.unit.code)
    return organiser

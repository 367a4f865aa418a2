"""Confirming: counts beyond the plausible limit, and the part of a co-organiser."""

from django.db import transaction
from django.utils import timezone

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities import details as known
from dugnad.activities.actions.write import counted
from dugnad.activities.models import Activity, CountsFor, Organiser
from dugnad.core import journal, marks
from dugnad.figures.actions import repost


@transaction.atomic
def confirm_counts(actor: Actor, activity: Activity) -> Activity:
    """The counts that were held back are right: they count from now on."""
    activity = require(actor, Can.CONFIRM_COUNT, activity, lock=True)
    held = activity.held
    activity.confirmed, activity.held = sorted({*activity.confirmed, *held}), []
    activity.revision += 1
    activity.save()
    _recount(activity)
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
        _recount(activity)
    journal.record(actor, f"organiser.{state}", activity, unit=organiser.unit.code)
    return organiser


def _recount(activity: Activity) -> None:
    CountsFor.objects.filter(activity=activity).delete()
    with marks.steady():
        repost(activity.pk, counted(activity, known.of(activity)))

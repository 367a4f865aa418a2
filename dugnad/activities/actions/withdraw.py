"""Withdraw an activity: it no longer counts, and its page keeps saying why to those who may see it."""

from django.db import transaction
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity, CountsFor
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.figures.actions import repost


@transaction.atomic
def withdraw(actor: Actor, activity: Activity, *, reason: str) -> Activity:
    """Take the activity out of every figure, with a reason."""
    activity = require(actor, Can.WITHDRAW, activity, lock=True)
    if not reason.strip():
        raise Refused("reason-missing", _("Say in a few words why you withdraw it; it is kept in the history."), field="reason")
    was = activity.state
    activity.state = Activity.State.WITHDRAWN
    activity.registered_at = activity.registered_at or activity.changed_at
    activity.revision += 1
    activity.save()
    CountsFor.objects.filter(activity=activity).delete()
    repost(activity.pk, None)
    journal.record(actor, "activity.withdrawn", activity, reason=reason, was=was)
    return activity

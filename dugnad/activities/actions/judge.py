"""What a review said of an activity, in the accounts: only the facet of the label changes."""

from django.db import transaction
from django.utils import timezone

from dugnad.access.actor import Actor
from dugnad.activities.actions.recount import count_anew
from dugnad.activities.models import Activity, Term
from dugnad.core import journal


@transaction.atomic
def judge(actor: Actor, activity: Activity, label: Term | None) -> Activity:
    """Set the label, that it is a regular activity, or that it is neither any more; whoever calls has asked whether the actor may."""
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    before, activity.label = activity.label, label
    activity.judged_at = timezone.now() if label else None
    activity.revision += 1
    activity.save(update_fields=["label", "judged_at", "revision", "changed_at"])
    if activity.state == Activity.State.REGISTERED:
        count_anew(activity)
    journal.record(actor, "activity.judged", activity, changes={"label": [before and before.key, label and label.key]})
    return activity

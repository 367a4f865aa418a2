"""Saying that an activity answered a need, and taking that back. The coordinators of either may."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import may, require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.needs.actions.standing import refuse_closed
from dugnad.needs.models import Answer, Need


@transaction.atomic
def answer(actor: Actor, need: Need, activity: Activity, *, note: str = "") -> Answer:
    """A registered activity answered an open need. Once: a second time is refused."""
    need, activity = _either(actor, need, activity)
    refuse_closed(need)
    if activity.state != Activity.State.REGISTERED:
        raise Refused("not-registered", _("Only a registered activity answers a need; this one is planned or withdrawn."), field="address")
    if Answer.objects.filter(need=need, activity=activity, withdrawn_at=None).exists():
        raise Refused("answered", _("This activity stands there already."), field="address")
    made = Answer.objects.create(need=need, activity=activity, note=note.strip(), said_by=actor.person)
    marks.touch("needs")
    journal.record(actor, "need.answered", need, activity=str(activity.pk), note=made.note)
    return made


@transaction.atomic
def take_back(actor: Actor, answer: Answer) -> Answer:
    """It was no answer after all; the row stays."""
    need, _activity = _either(actor, answer.need, answer.activity)
    refuse_closed(need)
    answer = Answer.objects.get(pk=answer.pk)
    if answer.withdrawn_at is None:
        answer.withdrawn_at, answer.withdrawn_by = timezone.now(), actor.person
        answer.save(update_fields=["withdrawn_at", "withdrawn_by"])
        marks.touch("needs")
        journal.record(actor, "need.answer-withdrawn", need, activity=str(answer.activity_id))
    return answer


def _either(actor: Actor, need: Need, activity: Activity) -> tuple[Need, Activity]:
    """Both, read anew and the need locked, if the actor may speak for one of them."""
    need = require(actor, Can.SEE_NEED, need, lock=True)
    activity = require(actor, Can.SEE_ACTIVITY, activity)
    if not may(actor, Can.CHANGE_NEED, need):
        require(actor, Can.ANSWER_WITH, activity)
    return need, activity

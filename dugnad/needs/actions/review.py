"""Looking at a need again each year, closing it with what came of it, and opening it again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.needs.actions.record import YEAR
from dugnad.needs.actions.standing import still_open
from dugnad.needs.models import Need


@transaction.atomic
def review(actor: Actor, need: Need, *, note: str = "") -> Need:
    """It is still so; asked again in a year."""
    need = still_open(actor, need)
    need.reviewed_at, need.reviewed_by = timezone.now(), actor.person
    need.review_due = timezone.localdate() + YEAR
    need.save(update_fields=["reviewed_at", "reviewed_by", "review_due"])
    journal.record(actor, "need.reviewed", need, reason=note.strip())
    return need


@transaction.atomic
def close(actor: Actor, need: Need, *, result: str) -> Need:
    """It is a need no longer, or no longer ours: with what came of it, for those who have one like it."""
    need = still_open(actor, need)
    if not result.strip():
        raise Refused("no-result", _("Say what came of it: others with a need like this one learn from it."), field="result")
    need.state, need.closed_at, need.closed_by, need.result = Need.State.CLOSED, timezone.now(), actor.person, result.strip()
    need.save(update_fields=["state", "closed_at", "closed_by", "result"])
    marks.touch("needs")
    journal.record(actor, "need.closed", need, reason=need.result)
    return need


@transaction.atomic
def reopen(actor: Actor, need: Need) -> Need:
    """It is there again. What was said at closing stays in its history."""
    need = require(actor, Can.CHANGE_NEED, need, lock=True)
    if need.is_open:
        return need
    need.state, need.closed_at, need.closed_by, need.result = Need.State.OPEN, None, None, ""
    need.review_due = timezone.localdate() + YEAR
    need.save(update_fields=["state", "closed_at", "closed_by", "result", "review_due"])
    marks.touch("needs")
    journal.record(actor, "need.reopened", need)
    return need

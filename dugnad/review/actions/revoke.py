"""Take a label back, with a reason that everybody may read: its entry is posted, and nothing else changes."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.actions.judge import judge
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.review.models import Award
from dugnad.review.tasks import tell


@transaction.atomic
def revoke(actor: Actor, award: Award, *, reason: str) -> Award:
    """The activity stays registered, and may ask again."""
    award = require(actor, Can.REVOKE_AWARD, award, lock=True)
    if not reason.strip():
        raise Refused("no-reason", _("Say why: everybody may read it."), field="reason")
    award.revoked_at, award.revoked_by, award.reason = timezone.now(), actor.person, reason.strip()
    award.save(update_fields=["revoked_at", "revoked_by", "reason"])
    judge(actor, award.activity, None)
    journal.record(actor, "award.revoked", award.activity, reason=award.reason)
    tell.enqueue(case=str(award.case_id), round=award.case.round, about="revoked")
    return award

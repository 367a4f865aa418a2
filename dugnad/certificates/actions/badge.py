"""Sign the label of an activity."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import SYSTEM
from dugnad.activities.models import Activity
from dugnad.certificates.actions.keys import key_that_signs, sign
from dugnad.certificates.badge import credential
from dugnad.certificates.models import Badge
from dugnad.certificates.statuses import free_place
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.review.models import Award


@transaction.atomic
def badge_of(award: Award) -> Badge:
    """Made when it is first asked for, and the same ever after, also for two who ask at once. Refused for one that does not stand."""
    award = Award.objects.select_for_update(of=("self",)).select_related("activity__unit", "step", "case__rubric").get(pk=award.pk)
    if found := Badge.objects.filter(award=award).first():
        return found
    if award.revoked_at or award.activity.state != Activity.State.REGISTERED:
        raise Refused("void", _("This label does not stand any more."))
    key, now, index = key_that_signs(), timezone.now(), free_place()
    badge = Badge.objects.create(award=award, key=key, status_index=index, credential=sign(credential(award, index), key, now), signed_at=now)
    badge.refresh_from_db()  # as the database keeps it, so that the file is the same, byte for byte, the first time and later
    journal.record(SYSTEM, "badge.signed", badge)
    return badge

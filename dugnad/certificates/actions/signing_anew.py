"""Signing again, with the key of today, what was signed with a key that is not trusted any more. Certificate or badge stay as they were given."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from dugnad.access.actor import Actor
from dugnad.certificates.actions.keys import key_that_signs, sign
from dugnad.certificates.checking import proved, said_in
from dugnad.certificates.credential import instant
from dugnad.certificates.models import Badge, Certificate
from dugnad.core import journal
from dugnad.core.errors import NotAllowed


@transaction.atomic
def sign_anew(actor: Actor, given: Certificate | Badge) -> bool:
    """The same words with another proof, and a later `validFrom`, by which wallets tell the newer file. False where it is not needed,
    and where what is kept is not what was signed: that is not made good.
    """
    if not actor.system:
        raise NotAllowed("certificate.sign-anew")
    rows: Any = type(given).objects
    row: Certificate | Badge = rows.select_for_update(of=("self",)).select_related("key").get(pk=given.pk)
    if not row.credential or not row.key or not row.key.compromised_at or not proved(row):
        return False
    row.key, now, kept = key_that_signs(), timezone.now(), said_in(row.credential)
    dated = {"validFrom": instant(now), "awardedDate": kept.get("awardedDate", kept["validFrom"])}
    row.credential = sign(kept | dated, row.key, now)
    row.save(update_fields=["key", "credential"])
    journal.record(actor, f"{'badge' if isinstance(row, Badge) else 'certificate'}.signed-anew", row, key=row.key.number)
    return True

"""Signing again, with the key of today, what was signed with a key that is not trusted any more. The certificate stays as it was given."""

from django.db import transaction
from django.utils import timezone

from dugnad.access.actor import Actor
from dugnad.certificates.actions.keys import key_that_signs, sign
from dugnad.certificates.checking import proved, said_in
from dugnad.certificates.credential import instant
from dugnad.certificates.models import Certificate
from dugnad.core import journal
from dugnad.core.errors import NotAllowed


@transaction.atomic
def sign_anew(actor: Actor, certificate: Certificate) -> bool:
    """The same words with another proof, and a later `validFrom`, by which wallets tell the newer file. False where it is not needed,
    and where what is kept is not what was signed: that is not made good.
    """
    if not actor.system:
        raise NotAllowed("certificate.sign-anew")
    certificate = Certificate.objects.select_for_update(of=("self",)).select_related("key").get(pk=certificate.pk)
    if not certificate.credential or not certificate.key or not certificate.key.compromised_at or not proved(certificate):
        return False
    certificate.key, now, kept = key_that_signs(), timezone.now(), said_in(certificate.credential)
    dated = {"validFrom": instant(now), "awardedDate": kept.get("awardedDate", kept["validFrom"])}
    certificate.credential = sign(kept | dated, certificate.key, now)
    certificate.save(update_fields=["key", "credential"])
    journal.record(actor, "certificate.signed-anew", certificate, key=certificate.key.number)
    return True

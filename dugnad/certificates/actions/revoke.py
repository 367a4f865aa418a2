"""What the giver takes back: an offer that waits, or a certificate that was given."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.certificates.actions.forget import forget
from dugnad.certificates.models import Certificate
from dugnad.core import journal
from dugnad.core.errors import Refused


@transaction.atomic
def revoke(actor: Actor, certificate: Certificate, *, reason: str = "") -> Certificate:
    """A given one needs a reason, which whoever checks it reads; an offer is deleted."""
    certificate = require(actor, Can.REVOKE_CERTIFICATE, certificate, lock=True)
    certificate.ended_at = timezone.now()
    if certificate.state == Certificate.State.OFFERED:
        forget(certificate, Certificate.State.CANCELLED)
        journal.record(actor, "certificate.cancelled", certificate)
        return certificate
    if not reason.strip():
        raise Refused("no-reason", _("Say why: the volunteer and whoever checks the certificate read it."), field="reason")
    certificate.state, certificate.revoked_because = Certificate.State.REVOKED, reason.strip()
    certificate.save(update_fields=["state", "revoked_because", "ended_at"])
    journal.record(actor, "certificate.revoked", certificate)
    return certificate

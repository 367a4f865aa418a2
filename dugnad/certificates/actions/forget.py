"""Deleting what is known of a volunteer: the row stays, so that numbers and codes stay true, and says nothing of the person."""

from datetime import datetime

from django.db import transaction

from dugnad.access.actor import SYSTEM
from dugnad.certificates.models import Certificate
from dugnad.core import journal


def forget(certificate: Certificate, state: str) -> None:
    """Within the transaction of the verb that calls it."""
    certificate.state = state
    certificate.name = certificate.email = certificate.part = certificate.language = certificate.salt = certificate.revoked_because = ""
    certificate.skills, certificate.hours, certificate.credential = [], None, None
    certificate.save()


@transaction.atomic
def lapse(now: datetime) -> int:
    """Offers that nobody answered in time; how many. The worker asks every hour."""
    over = list(Certificate.objects.lapsed(now).select_for_update())
    for certificate in over:
        forget(certificate, Certificate.State.LAPSED)
        journal.record(SYSTEM, "certificate.lapsed", certificate)
    return len(over)

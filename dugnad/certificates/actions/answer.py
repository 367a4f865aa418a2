"""What the volunteer does, who needs no account: agree, decline, withdraw the consent. The link in the mail is the proof of who it is.

The journal says that it happened, and nothing about the person.
"""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import NOBODY
from dugnad.activities.models import Activity
from dugnad.certificates.actions.forget import forget
from dugnad.certificates.actions.keys import key_that_signs, sign
from dugnad.certificates.credential import credential
from dugnad.certificates.models import Certificate
from dugnad.certificates.statuses import free_place
from dugnad.core import journal
from dugnad.core.errors import Refused

State = Certificate.State


@transaction.atomic
def consent(certificate: Certificate) -> Certificate:
    """From now on it is public, and signed."""
    certificate = _locked(certificate)
    if certificate.state == State.GIVEN:
        return certificate
    now = timezone.now()
    _refuse_unless_waiting(certificate, now)
    if certificate.activity is not None and certificate.activity.state != Activity.State.REGISTERED:
        raise Refused("withdrawn", _("The activity has been withdrawn since. Ask the people who offered you the certificate."))
    certificate.state, certificate.answered_at = State.GIVEN, now
    certificate.salt, certificate.status_index = secrets.token_urlsafe(16), free_place()
    certificate.key = key_that_signs()
    certificate.credential = sign(credential(certificate), certificate.key, now)
    certificate.save()
    journal.record(NOBODY, "certificate.given", certificate)
    return certificate


@transaction.atomic
def decline(certificate: Certificate) -> Certificate:
    """Nothing is published, and what was known of the person is deleted."""
    certificate = _locked(certificate)
    _refuse_unless_waiting(certificate, timezone.now())
    certificate.answered_at = timezone.now()
    forget(certificate, State.DECLINED)
    journal.record(NOBODY, "certificate.declined", certificate)
    return certificate


@transaction.atomic
def withdraw(certificate: Certificate) -> Certificate:
    """The page says only that it was withdrawn; the name and all the rest are deleted."""
    certificate = _locked(certificate)
    if certificate.state not in (State.GIVEN, State.REVOKED):
        raise Refused("over", _("There is nothing to withdraw any more."))
    certificate.ended_at = timezone.now()
    forget(certificate, State.WITHDRAWN)
    journal.record(NOBODY, "certificate.withdrawn", certificate)
    return certificate


def _locked(certificate: Certificate) -> Certificate:
    found: Certificate = Certificate.objects.select_for_update(of=("self",)).select_related("unit", "activity").get(pk=certificate.pk)
    return found


def _refuse_unless_waiting(certificate: Certificate, now: datetime) -> None:
    if certificate.state != State.OFFERED or certificate.expires_at <= now:
        raise Refused("over", _("This offer has been answered already, was taken back, or is older than thirty days."))

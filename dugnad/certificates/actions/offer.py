"""Offer certificates: to one volunteer, or to a list of them. Nothing is public yet."""

import secrets
from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.certificates.models import Certificate
from dugnad.certificates.offers import Volunteer, Work
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.network.models import Unit

TO_ANSWER, AGAIN = timedelta(days=30), timedelta(days=1)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: none is taken for another
MOST = 500


@transaction.atomic
def offer(actor: Actor, unit: Unit, work: Work, volunteer: Volunteer, *, language: str) -> Certificate:
    """One certificate waits for the volunteer's answer."""
    unit = _may(actor, unit, work)
    if _standing(unit, work, [volunteer]):
        raise Refused("offered-already", _("This person has been offered a certificate for it already."), field="email")
    return _offered(actor, unit, work, volunteer, language)


@transaction.atomic
def offer_to_all(actor: Actor, unit: Unit, work: Work, volunteers: Sequence[Volunteer], *, language: str) -> list[Certificate]:
    """All of a list, or nobody. Who has one already is passed over, so the same list twice is one offer."""
    unit = _may(actor, unit, work)
    if len(volunteers) > MOST:
        raise Refused("too-many", _("At most %(most)s people at once; cut the list into parts.") % {"most": MOST}, field="text")
    has_one = _standing(unit, work, volunteers)
    return [_offered(actor, unit, work, volunteer, language) for volunteer in volunteers if volunteer.email not in has_one]


@transaction.atomic
def ask_again(actor: Actor, certificate: Certificate) -> Certificate:
    """The same mail once more, at most once a day; the day on which the offer is deleted stays."""
    require(actor, Can.OFFER_CERTIFICATE, certificate.unit)
    certificate = require(actor, Can.REVOKE_CERTIFICATE, certificate, lock=True)
    now = timezone.now()
    if certificate.state != Certificate.State.OFFERED or certificate.expires_at <= now:
        raise Refused("over", _("This offer waits for no answer any more."))
    if now - certificate.asked_at < AGAIN:
        raise Refused("asked-today", _("The last mail is less than a day old; leave the person some time."))
    certificate.asked_at = now
    certificate.save(update_fields=["asked_at"])
    journal.record(actor, "certificate.asked-again", certificate)
    return certificate


def _may(actor: Actor, unit: Unit, work: Work) -> Unit:
    """Locked, so that two who offer at once do not offer twice."""
    unit = require(actor, Can.OFFER_CERTIFICATE, unit, lock=True)
    if work.activity is not None and not Activity.objects.registered().organised_by(unit).filter(pk=work.activity.pk).exists():
        raise Refused("not-yours", _("Choose an activity that this unit organised and that counts."), field="work")
    if work.since > timezone.localdate():
        raise Refused("not-begun", _("It has not begun yet."), field="work")
    return unit


def _standing(unit: Unit, work: Work, volunteers: Sequence[Volunteer]) -> set[str]:
    same = {"unit": unit, "activity": work.activity, "since": work.since, "until": work.until}
    emails = [volunteer.email for volunteer in volunteers]
    return set(Certificate.objects.standing().filter(email__in=emails, **same).values_list("email", flat=True))


def _offered(actor: Actor, unit: Unit, work: Work, volunteer: Volunteer, language: str) -> Certificate:
    if not 0 < volunteer.hours <= work.most_hours:
        says = _("%(hours)s hours do not fit into these days: at most %(most)s.") % {"hours": volunteer.hours, "most": work.most_hours}
        raise Refused("hours", says, field="hours", email=volunteer.email)
    now = timezone.now()
    certificate = Certificate.objects.create(
        code="".join(secrets.choice(LETTERS) for _letter in range(16)),
        unit=unit,
        activity=work.activity,
        title=work.title,
        since=work.since,
        until=work.until,
        name=volunteer.name,
        email=volunteer.email,
        hours=volunteer.hours,
        part=volunteer.part,
        skills=list(volunteer.skills),
        language=language if language in dict(settings.LANGUAGES) else "en",
        offered_by_id=actor.person_id,
        offered_at=now,
        asked_at=now,
        expires_at=now + TO_ANSWER,
    )
    journal.record(actor, "certificate.offered", certificate, unit=unit.code, activity=str(work.activity.pk) if work.activity else None)
    return certificate

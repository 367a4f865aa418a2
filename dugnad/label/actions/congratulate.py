"""Tell whoever asked and the coordinators of the organising units that their activity carries the label, with the badge: each person once.

A mail is claimed (a row, committed) before the mail server is asked. Only where the server says that it was not taken, for
now, is it tried again; what nobody knows, because the process died in between, is never sent a second time.
"""

from collections import defaultdict
from contextlib import suppress
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any
from uuid import UUID

from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from dugnad.activities.models import Activity, Organiser
from dugnad.certificates.issuer import address
from dugnad.label.drawing import alt, png
from dugnad.label.examples import standing
from dugnad.label.models import Congratulation
from dugnad.label.steps import step_of
from dugnad.network.models import Network, Office, Person, Role, Unit
from dugnad.recognition.models import OptOut
from dugnad.review.models import Award

RECENT = timedelta(days=30)  # a label given before is no news
COORDINATORS = (Role.LOCAL, Role.NATIONAL, Role.COMMITTEE)


def congratulate(now: datetime) -> int:
    """How many mails the server took. Run twice, or two at once, it sends nothing twice. Sample data write to nobody."""
    network = Network.objects.first()
    waiting = [] if network is None or network.sample_data else _waiting(now)
    connection: Any = get_connection()
    if not waiting or not _reached(connection):
        return 0
    sent = 0
    for award, units, person in waiting:
        mail = _mail(award, units, person)
        row, claimed = Congratulation.objects.get_or_create(award=award, person=person)
        sent += claimed and _told(connection, row, mail)
    with suppress(OSError, SMTPException):
        connection.close()
    return sent


def _waiting(now: datetime) -> list[tuple[Award, list[Unit], Person]]:
    """Whom to tell of what: nobody who was told, nor who wants no letters (5 queries)."""
    awards = list(standing().filter(given_at__gt=now - RECENT).select_related("activity__unit", "step", "case__asked_by").order_by("given_at", "pk"))
    told = set(Congratulation.objects.filter(award__in=awards).values_list("award", "person"))
    units = _organising([award.activity for award in awards])
    everywhere = {unit.pk for some in units.values() for unit in some}
    held: dict[int, list[Person]] = defaultdict(list)
    for office in Office.objects.held_on(timezone.localdate(now)).filter(unit__in=everywhere, role__in=COORDINATORS).select_related("person").order_by("pk"):
        held[office.unit_id].append(office.person)
    found = []
    for award in awards:
        asked = [award.case.asked_by] if award.case.asked_by.is_active else []
        people = {person.pk: person for person in (*asked, *(person for unit in units[award.activity_id] for person in held[unit.pk]))}
        found += [(award, units[award.activity_id], person) for person in people.values() if (award.pk, person.pk) not in told]
    unwanted = set(OptOut.objects.filter(email__in=[person.email.casefold() for *_about, person in found]).values_list("email", flat=True))
    return [one for one in found if one[2].email.casefold() not in unwanted]


def _organising(activities: list[Activity]) -> dict[UUID, list[Unit]]:
    """The unit that leads each activity, then those that joined and did not decline."""
    found = {activity.pk: [activity.unit] for activity in activities}
    for part in Organiser.objects.filter(activity__in=found).exclude(state=Organiser.State.DECLINED).select_related("unit").order_by("pk"):
        found[part.activity_id].append(part.unit)
    return found


def _told(connection: Any, row: Congratulation, mail: EmailMessage) -> bool:
    mail.connection = connection
    try:
        mail.send()
    except (SMTPRecipientsRefused, SMTPResponseException) as no:
        if 400 <= _code(no) < 500:  # certainly not taken: another time
            row.delete()
        return False
    except (OSError, SMTPException):
        return False
    Congratulation.objects.filter(pk=row.pk).update(sent_at=timezone.now())
    return True


def _mail(award: Award, units: list[Unit], person: Person) -> EmailMessage:
    with override(person.language or "en"):
        step, steps = step_of(award.step_id)
        about = {
            "award": award,
            "person": person,
            "units": [str(unit) for unit in units],
            "step": step,
            "steps": steps,
            "page": address(award.get_absolute_url()),
            "alt": alt(award),
        }
        subject, _blank, body = render_to_string("label/congratulation.txt", about).partition("\n\n")
        mail = EmailMessage(" ".join(subject.split()), body, to=[person.email])
        mail.attach("badge.png", png(award), "image/png")
    return mail


def _code(no: SMTPException) -> int:
    if isinstance(no, SMTPRecipientsRefused):
        return int(next(iter(no.recipients.values()))[0])
    assert isinstance(no, SMTPResponseException)
    return int(no.smtp_code)


def _reached(connection: Any) -> bool:
    """Is there a server that lets us in? Nothing is claimed before."""
    try:
        connection.open()
    except (OSError, SMTPException):
        return False
    return True

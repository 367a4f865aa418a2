"""Ask for the results of planned activities by mail: the day after, and once more a week later."""

from collections import defaultdict
from datetime import date, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override

from dugnad.activities.models import Activity, Reminder
from dugnad.network.models import Network, Office, Person, Role, Unit

AFTER = (timedelta(days=1), timedelta(days=8))
GIVEN_UP = timedelta(days=60)
Asked = dict[Person, list[tuple[Activity, int]]]


def remind(today: date) -> int:
    """One mail to each coordinator for all that waits; the number of mails. Sample data asks nobody."""
    network = Network.objects.first()
    if network is None or network.sample_data:
        return 0
    return sum(_ask(person, rows) for person, rows in _due(today).items())


def _due(today: date) -> Asked:
    waiting = Activity.objects.waiting_for_results(today).filter(ends_on__gt=today - GIVEN_UP).select_related("unit")
    found: Asked = defaultdict(list)
    for activity in waiting.order_by("ends_on", "pk"):
        again = sum(activity.ends_on + after <= today for after in AFTER) - 1
        for person in _coordinators(activity.unit):
            found[person].append((activity, again))
    return found


def _coordinators(unit: Unit) -> list[Person]:
    """Those of the unit itself, or of the nearest unit above that has any."""
    for pk in reversed(unit.ancestor_ids):
        held = Office.objects.held_on().filter(unit=pk, role__in=[Role.LOCAL, Role.NATIONAL, Role.COMMITTEE])
        if people := [office.person for office in held.select_related("person")]:
            return people
    return []


def _ask(person: Person, rows: list[tuple[Activity, int]]) -> bool:
    """What is claimed is asked for; what could not be sent is given back, for the next round."""
    claimed = [found for activity, again in rows if (found := _claim(activity, person, again))]
    if not claimed:
        return False
    try:
        _send(person, [reminder.activity for reminder in claimed])
    except (OSError, SMTPException):
        Reminder.objects.filter(pk__in=[reminder.pk for reminder in claimed]).delete()
        return False
    return True


def _claim(activity: Activity, person: Person, again: int) -> Reminder | None:
    """None if this person was asked already, by this worker or another."""
    reminder, made = Reminder.objects.get_or_create(activity=activity, person=person, again=again)
    return reminder if made else None


def _send(person: Person, activities: list[Activity]) -> None:
    with override(person.language or "en"):
        text = render_to_string("activities/reminder.txt", {"person": person, "activities": activities, "site": settings.SITE})
    subject, _blank, body = text.partition("\n\n")
    EmailMessage(subject.strip(), body, to=[person.email]).send()

"""Give an office, and end one: rights begin and end with it, at once."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.access.sessions import end_all
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.network.models import Office, Person, Role, Unit

BY_LEVEL = {
    Can.APPOINT_LOCAL: (Role.LOCAL,),
    Can.APPOINT_NATIONAL: (Role.NATIONAL, Role.BOARD, Role.AUDITOR),
    Can.APPOINT_INTERNATIONAL: (Role.COMMITTEE, Role.BOARD, Role.AUDITOR),
}


def permission_for(unit: Unit) -> Can:
    """Which permission giving an office in this unit needs: it follows from where the unit stands."""
    if unit.parent_id is None:
        return Can.APPOINT_INTERNATIONAL
    return Can.APPOINT_NATIONAL if unit.parent is not None and unit.parent.parent_id is None else Can.APPOINT_LOCAL


def roles_in(unit: Unit) -> tuple[str, ...]:
    """The offices that exist in such a unit."""
    return BY_LEVEL[permission_for(unit)]


@transaction.atomic
def appoint(actor: Actor, person: Person, unit: Unit, role: str, *, since: date, until: date | None = None) -> Office:
    """The person holds the office from that day."""
    unit = require(actor, permission_for(unit), unit)
    if role not in roles_in(unit):
        raise Refused("wrong-office", _("There is no such office in this unit."), field="role")
    if until and until <= since:
        raise Refused("ends-before", _("The office ends before it begins."), field="until")
    if Office.objects.held_on(max(since, timezone.localdate())).filter(person=person, unit=unit, role=role).exists():
        raise Refused("held-already", _("The person holds this office already."), field="role")
    office = Office.objects.create(person=person, unit=unit, role=role, since=since, until=until)
    journal.record(actor, "office.given", office, unit=unit.code, role=role, person=person.pk)
    return office


@transaction.atomic
def end_office(actor: Actor, office: Office, day: date | None = None) -> Office:
    """From that day (today) the office allows nothing. If it has come, the person signs in anew; a later day ends it by itself."""
    office, today = require(actor, Can.END_OFFICE, office, lock=True), timezone.localdate()
    day = day or max(today, office.since)
    if office.until and office.until <= today:
        raise Refused("ended-already", _("This office has ended already."), field="day")
    if day < office.since:
        raise Refused("ends-before", _("The office ends before it begins."), field="day")
    office.until = day
    office.save(update_fields=["until"])
    if day <= today:
        end_all(office.person_id)
    journal.record(actor, "office.ended", office, unit=office.unit.code, role=office.role, person=office.person_id, day=str(day))
    return office

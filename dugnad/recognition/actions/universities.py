"""Loading universities, saying which units serve them, their contacts, and addresses that want no letters."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.core.tables import Table
from dugnad.network.importing.report import Line
from dugnad.network.models import Unit, University
from dugnad.recognition import importing
from dugnad.recognition.importing import Known, Report
from dugnad.recognition.models import Contact, OptOut, Profile

AT_ONCE = 500
FIELDS = {
    University: ["name", "city", "country", "website"],
    Profile: ["code", "pic", "street", "postal_code", "languages"],
}


@transaction.atomic
def load_universities(actor: Actor, top: Unit, table: Table) -> Report:
    """Create and change universities as the table says. Nothing is taken away for a row that is missing; loading it twice changes nothing."""
    top = require(actor, Can.LOAD_UNIVERSITIES, top)
    found, before, report = importing.columns(table), importing.known(), Report(table.how)
    created: list[University] = []
    changed: list[University] = []
    for row, texts in table.rows:
        line, university = _one(row, importing.cells_of(texts, found), before)
        report.lines.append(line)
        if university:
            (created if line.done == "created" else changed).append(university)
    _write(created, changed)
    if created or changed:
        journal.record(actor, "universities.loaded", top, **report.counts)
    return report


def _one(row: int, cells: dict[str, str], before: Known) -> tuple[Line, University | None]:
    """What is to be done with one row; the university if it has to be written."""
    what = cells["name"][:80] or cells.get("code", "")
    if why := importing.why_not(cells, before, row):
        return Line(row, "skipped", what, why), None
    website, odd = importing.address(cells.get("website", ""))
    notes = [note for note in (importing.lost(cells), odd) if note]
    there = importing.match(cells, before)
    university = there or University(country=cells["country"])
    changes = importing.fill(university, cells, website)
    if there is None:
        return Line(row, "created", what, "; ".join(notes)), university
    if not changes:
        return Line(row, "unchanged", what, "; ".join(notes)), None
    return Line(row, "changed", what, "; ".join([_("changed: %(names)s") % {"names": ", ".join(changes)}, *notes])), university


def _write(created: Sequence[University], changed: Sequence[University]) -> None:
    """Two universities that would have the same name after all are one row too many: the database says so, and nothing is written."""
    University.objects.bulk_create(created, batch_size=AT_ONCE)
    Profile.objects.bulk_create([one.profile for one in created], batch_size=AT_ONCE)
    University.objects.bulk_update(changed, FIELDS[University], batch_size=AT_ONCE)
    Profile.objects.bulk_create(
        [one.profile for one in changed], batch_size=AT_ONCE, update_conflicts=True, unique_fields=["university"], update_fields=FIELDS[Profile]
    )


@transaction.atomic
def serve(actor: Actor, unit: Unit, university: University) -> None:
    """The unit serves a university of its country: its students, its international office."""
    unit = require(actor, Can.SERVE_UNIVERSITY, unit)
    if unit.country and unit.country != university.country:
        raise Refused("other-country", _("A unit serves universities of its own country."), field="unit")
    university.units.add(unit)
    journal.record(actor, "university.served", university, unit=unit.code)


@transaction.atomic
def leave(actor: Actor, unit: Unit, university: University) -> None:
    """The unit no longer serves it."""
    unit = require(actor, Can.SERVE_UNIVERSITY, unit)
    university.units.remove(unit)
    journal.record(actor, "university.left", university, unit=unit.code)


@transaction.atomic
def describe(actor: Actor, university: University, *, street: str, postal_code: str, website: str, languages: Sequence[str]) -> University:
    """Its address and the languages in which it likes to be written to, the first first."""
    university = require(actor, Can.EDIT_UNIVERSITY, university)
    profile, _made = Profile.objects.get_or_create(university=university)
    profile.street, profile.postal_code, profile.languages = street, postal_code, list(languages)
    profile.save()
    university.website = website
    university.save(update_fields=["website"])
    journal.record(actor, "university.described", university, languages=list(languages))
    return university


@transaction.atomic
def keep_contact(actor: Actor, university: University, contact: Contact | None, **answers: Any) -> Contact:
    """Somebody new at the university, or what has changed of somebody known."""
    university = require(actor, Can.EDIT_UNIVERSITY, university)
    contact = contact or Contact(university=university)
    wants_first = answers.pop("first", False) or not university.contacts.exclude(pk=contact.pk).exists()
    for name, value in answers.items():
        setattr(contact, name, value)
    if wants_first:
        university.contacts.exclude(pk=contact.pk).update(first=False)
    contact.first = wants_first
    contact.save()
    journal.record(actor, "contact.kept", university, contact=contact.pk)
    return contact


@transaction.atomic
def forget_contact(actor: Actor, contact: Contact) -> None:
    """Nothing of the person stays, but that there was somebody."""
    university = require(actor, Can.EDIT_UNIVERSITY, contact.university)
    journal.record(actor, "contact.forgotten", university, contact=contact.pk)
    contact.delete()


@transaction.atomic
def opt_out(email: str) -> None:
    """No letter goes to this address any more. Whoever has the link of a letter may say so; saying it twice is saying it once."""
    OptOut.objects.get_or_create(email=email.casefold())

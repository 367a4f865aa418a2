"""Volunteers from a table: pasted or a file, each row checked by the form of a single one."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from dugnad.certificates.forms import VolunteerForm
from dugnad.certificates.offers import Volunteer
from dugnad.core.errors import Refused
from dugnad.core.tables import opened

HEADINGS = {
    "name": ("name", "full name", "volunteer", "navn", "nom", "nom complet", "bénévole", "frivillig"),
    "email": ("email", "e-mail", "mail", "e-mail address", "email address", "epost", "e-post", "e-postadresse", "courriel", "adresse e-mail"),
    "hours": ("hours", "volunteer hours", "h", "timer", "heures"),
    "part": ("part", "role", "rolle", "rôle", "oppgave"),
    "skills": ("skills", "competences", "ferdigheter", "kompetanse", "compétences"),
}
ORDER = ("name", "email", "hours", "skills", "part")  # of a list without headings
SHOWN = 30


@dataclass
class Found:
    """Who is in the list, and what is wrong in which row."""

    volunteers: list[Volunteer] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def hours(self) -> float:
        return float(sum(volunteer.hours for volunteer in self.volunteers))


def as_text(content: bytes, name: str) -> str:
    """A file as the text that one could have pasted, so that it can be put right on the page."""
    table = opened(content, name)
    rows = [table.headings, *([row.get(heading, "") for heading in table.headings] for _number, row in table.rows)]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)


def volunteers(text: str) -> Found:
    """Everybody in the list; a person who stands in it twice is said."""
    table = opened(text.encode("utf-8", "replace"), "list.txt")
    columns = _columns(table.headings)
    rows = list(table.rows)
    if columns is None:
        columns = dict(zip(ORDER, table.headings, strict=False))
        rows.insert(0, (1, {heading: heading for heading in table.headings}))
    found, seen = Found(), set[str]()
    for number, row in rows:
        form = VolunteerForm({name: row.get(heading, "") for name, heading in columns.items()})
        if not form.is_valid():
            found.wrong += [
                _("Row %(n)s, %(field)s: %(says)s") % {"n": number, "field": form[name].label, "says": says[0]} for name, says in form.errors.items()
            ]
        elif form.volunteer.email in seen:
            found.wrong.append(_("Row %(n)s: %(email)s stands in the list twice.") % {"n": number, "email": form.volunteer.email})
        else:
            seen.add(form.volunteer.email)
            found.volunteers.append(form.volunteer)
    if len(found.wrong) > SHOWN:
        found.wrong[SHOWN:] = [_("… and %(n)s more.") % {"n": len(found.wrong) - SHOWN}]
    return found


def _columns(headings: list[str]) -> dict[str, str] | None:
    """Which heading is what; None when the first row is a person already."""
    known = {name: next((heading for heading in headings if heading.casefold().strip(" :*") in names), "") for name, names in HEADINGS.items()}
    if not known["email"] and any("@" in heading for heading in headings):
        return None
    if missing := [name for name in ("name", "email", "hours") if not known[name]]:
        told = {"missing": ", ".join(str(VolunteerForm.base_fields[name].label) for name in missing), "headings": ", ".join(headings)[:200]}
        raise Refused("no-columns", _("There is no column called %(missing)s. The headings are: %(headings)s.") % told, field="text")
    return {name: heading for name, heading in known.items() if heading}

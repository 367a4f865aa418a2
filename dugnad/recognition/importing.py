"""Universities from the register of charters, or any table with their names: twice with the same result, and a report of what was done and why."""

import re
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from dugnad.core.countries import iso
from dugnad.core.errors import Refused
from dugnad.core.letters import folded
from dugnad.core.tables import Table
from dugnad.network.importing import report as imports
from dugnad.network.models import University
from dugnad.recognition.languages import of_country
from dugnad.recognition.models import Profile

COLUMNS = {
    "code": ("erasmus code", "erasmus_code", "code"),
    "pic": ("pic",),
    "name": ("legal name", "name", "university", "institution"),
    "street": ("street", "address"),
    "postal_code": ("post cd", "postal code", "postal_code", "zip"),
    "city": ("city", "town"),
    "country": ("country cd", "country", "country_code"),
    "website": ("website url", "website", "url"),
}
NEEDED = ("name", "city", "country")
LOST = re.compile(r"\w\?|\?\w|\ufffd")  # a question mark within a word: its letter was lost before the file came to us
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+", re.IGNORECASE)
NAMES = ("name", "city")  # that they are written in capitals in one list is no reason to shout in ours
Key = tuple[str, str, str]


class Report(imports.Report):
    """Of some six thousand rows only those are shown that need a word; none is refused."""

    kinds = imports.DONE[:-1]

    @property
    def told(self) -> list[imports.Line]:
        """What somebody should read: everything with a reason."""
        return [line for line in self.lines if line.why]

    def shown(self) -> dict[str, Any]:
        return {"how": self.how, **self.counts, "lines": [asdict(line) for line in self.told]}


@dataclass
class Known:
    """What is there already: universities by code, and by place and name; and the rows that this file had before."""

    by_code: dict[str, University]
    by_name: dict[Key, University]
    seen: dict[str, int] = field(default_factory=dict)
    named: dict[Key, int] = field(default_factory=dict)


def columns(table: Table) -> dict[str, str]:
    """Which heading means what."""
    by_name = {heading.casefold(): heading for heading in table.headings}
    found = {name: next((by_name[heading] for heading in headings if heading in by_name), "") for name, headings in COLUMNS.items()}
    if missing := [COLUMNS[name][0] for name in NEEDED if not found[name]]:
        told = {"missing": ", ".join(missing), "headings": ", ".join(table.headings)[:200]}
        raise Refused("headings-missing", _("The file lacks the columns %(missing)s. It has: %(headings)s.") % told, field="file")
    return {name: heading for name, heading in found.items() if heading}


def known() -> Known:
    all_of_them = {one.pk: one for one in University.objects.select_related("profile")}
    by_name = {key_of(one.country, one.city, one.name): one for one in all_of_them.values()}
    by_code = {one.profile.code: one for one in all_of_them.values() if _profile(one) and one.profile.code}
    return Known(by_code, by_name)


def key_of(country: str, city: str, name: str) -> Key:
    return country, folded(city), folded(name)


def cells_of(row: dict[str, str], found: dict[str, str]) -> dict[str, str]:
    """The cells by what they mean: no-break spaces and doubled ones are single spaces."""
    cells = {name: " ".join(row.get(heading, "").split()) for name, heading in found.items()}
    cells = {name: "" if text in ("#N/A", "N/A", "-") else text for name, text in cells.items()}
    cells["country"] = iso(cells["country"])
    return cells


def address(text: str) -> tuple[str, str]:
    """A web address with its scheme, and what is odd about it."""
    plain = text.strip().rstrip("/.,; ")
    if not plain:
        return "", ""
    plain = re.sub(r"^(https?)[:/]+", r"\1://", plain, flags=re.IGNORECASE)
    plain = plain if "://" in plain else f"https://{plain}"
    if not ADDRESS.fullmatch(plain) or "@" in plain or len(plain) > 200:
        return "", _("“%(text)s” is not a web address and was left out") % {"text": text[:60]}
    return plain, ""


def lost(cells: dict[str, str]) -> str:
    """Which cells have lost letters."""
    places = [name for name in ("name", "city", "street") if LOST.search(cells.get(name, ""))]
    return _("letters were lost in: %(places)s") % {"places": ", ".join(places)} if places else ""


def why_not(cells: dict[str, str], before: Known, row: int) -> str:
    """Why a row is passed over; empty when it is not."""
    if not cells["name"]:
        return _("it has no name")
    if not re.fullmatch(r"[A-Z]{2}", cells["country"]):
        return _("“%(code)s” is no code of a country") % {"code": cells["country"][:20]}
    if len(cells["name"]) > 240 or len(cells["city"]) > 120:
        return _("its name or its city is too long")
    code = cells.get("code", "")
    if code and code in before.seen:
        return _("the code %(code)s stands in row %(row)s already") % {"code": code, "row": before.seen[code]}
    key = key_of(cells["country"], cells["city"], cells["name"])
    if key in before.named:
        return _("the same university stands in row %(row)s already") % {"row": before.named[key]}
    before.named[key] = row
    if code:
        before.seen[code] = row
    return ""


def match(cells: dict[str, str], before: Known) -> University | None:
    """The one that is there: by its code, else by place and name."""
    return before.by_code.get(cells.get("code", "")) or before.by_name.get(key_of(cells["country"], cells["city"], cells["name"]))


def fill(university: University, cells: dict[str, str], website: str) -> list[str]:
    """Put the row's answers in place; the names of what changed. An empty cell takes nothing away, lost letters replace none."""
    profile = _profile(university) or Profile(university=university, languages=[of_country(university.country or cells["country"])])
    university.profile = profile
    changed = []
    for target, name, text in (
        (university, "name", cells["name"]),
        (university, "city", cells["city"]),
        (university, "country", cells["country"]),
        (university, "website", website),
        (profile, "code", cells.get("code", "")[:20] or None),
        (profile, "pic", cells.get("pic", "")[:12]),
        (profile, "street", cells.get("street", "")[:160]),
        (profile, "postal_code", cells.get("postal_code", "")[:40]),
    ):
        now = getattr(target, name)
        if text and text != now and not (now and (LOST.search(text) or (name in NAMES and folded(text) == folded(now)))):
            setattr(target, name, text)
            changed.append(name)
    return changed


def _profile(university: University) -> Profile | None:
    try:
        return university.profile
    except Profile.DoesNotExist:
        return None

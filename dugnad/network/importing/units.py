"""Sections of a network from its list: one row a section, under the country that its code names."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.text import slugify

from dugnad.core import marks
from dugnad.core.countries import iso
from dugnad.core.errors import Refused
from dugnad.core.tables import Table
from dugnad.network import actions
from dugnad.network.defaults import load_defaults
from dugnad.network.importing.report import Report
from dugnad.network.models import Level, Network, Unit, University

COLUMNS = {
    "country": ("country_code", "country", "land", "pays"),
    "reference": ("section_id", "slug", "id", "code", "reference"),
    "name": ("section_name", "name", "navn", "nom"),
    "city": ("city", "by", "ville"),
    "postal": ("postal_code", "zip"),
    "street": ("street", "address"),
    "university": ("university", "universitet", "université"),
    "university_website": ("university_website",),
    "website": ("website", "url"),
    "lat": ("lat", "latitude"),
    "lon": ("lon", "lng", "longitude"),
}
NEEDED = ("country", "reference", "name")
GENERIC = {"https://galaxy.esn.org", "https://galaxy.esn.org/", "http://galaxy.esn.org"}


@dataclass
class Known:
    """What is there already."""

    level: Level
    countries: dict[str, Unit]
    units: dict[str, Unit]
    universities: dict[tuple[str, str, str], University]
    links: set[tuple[Any, int]]
    seen: dict[str, int] = field(default_factory=dict)


@transaction.atomic
def load(table: Table) -> Report:
    """Create and change units as the table says. Nothing is taken away for a row that is missing."""
    columns = _columns(table)
    if not Network.objects.exists():
        load_defaults("Dugnad network")
    report, known = Report(table.how), _known()
    for number, row in table.rows:
        cells = {name: row.get(heading, "") for name, heading in columns.items()}
        done, why = _one(cells, known, number)
        report.add(number, done, cells.get("name") or cells.get("reference") or "", why)
    return report


def _columns(table: Table) -> dict[str, str]:
    by_name = {heading.lower(): heading for heading in table.headings}
    found = {name: next((by_name[h] for h in headings if h in by_name), "") for name, headings in COLUMNS.items()}
    if missing := [COLUMNS[name][0] for name in NEEDED if not found[name]]:
        raise Refused("headings-missing", f"The file lacks the columns {', '.join(missing)}. It has: {', '.join(table.headings[:30])}.")
    return {name: heading for name, heading in found.items() if heading}


def _known() -> Known:
    sections = Level.objects.filter(groups=False).order_by("-rank")[0]
    countries = {unit.code: unit for unit in Unit.objects.filter(level__key="country")}
    units = {unit.reference: unit for unit in Unit.objects.exclude(reference="")}
    universities = {(u.country, u.city, u.name): u for u in University.objects.all()}
    links = set(University.units.through.objects.values_list("university_id", "unit_id"))
    return Known(sections, countries, units, universities, links)


def _one(cells: dict[str, str], known: Known, number: int) -> tuple[str, str]:
    """What was done with one row, and why."""
    reference, code = cells["reference"].strip(), cells["country"].strip().upper()
    country = known.countries.get(iso(code))
    if not reference or not cells["name"].strip():
        return "skipped", "it has no name or no identifier"
    if country is None:
        return "skipped", f"there is no country with the code {code or '(empty)'}"
    if reference in known.seen:
        return "skipped", f"the identifier {reference} stands in row {known.seen[reference]} already"
    known.seen[reference] = number
    fields, notes = _fields(cells, country)
    done, changed = _save(reference, country, fields, known)
    _university(cells, known.units[reference], known)
    return done, "; ".join([*notes, *([f"changed: {', '.join(changed)}"] if changed else [])])


def _fields(cells: dict[str, str], country: Unit) -> tuple[dict[str, Any], list[str]]:
    notes: list[str] = []
    website = cells.get("website", "")
    if website in GENERIC:
        website = ""
    elif website and not _is_url(website):
        website = ""
        notes.append("its website is not a web address and was left out")
    lat, lon = _coordinates(cells, notes)
    address = ", ".join(part for part in (cells.get("street", ""), cells.get("postal", "")) if part)
    fields = {"name": cells["name"][:160], "city": cells.get("city", "")[:120], "address": address[:240], "website": website, "lat": lat, "lon": lon}
    return fields | {"country": country.country, "timezone": country.timezone, "currency": country.currency}, notes


def _coordinates(cells: dict[str, str], notes: list[str]) -> tuple[float | None, float | None]:
    try:
        lat, lon = float(cells.get("lat", "").replace(",", ".")), float(cells.get("lon", "").replace(",", "."))
    except ValueError:
        notes.append("it has no coordinates")
        return None, None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180) or (lat, lon) == (0, 0):
        notes.append("its coordinates are impossible and were left out")
        return None, None
    return lat, lon


def _save(reference: str, country: Unit, fields: dict[str, Any], known: Known) -> tuple[str, list[str]]:
    unit = known.units.get(reference)
    if unit is None:
        known.units[reference] = actions.add(known.level, _code(reference, country), fields.pop("name"), parent=country, reference=reference, **fields)
        return "created", []
    changed = [name for name, value in fields.items() if getattr(unit, name) != value]
    for name in changed:
        setattr(unit, name, fields[name])
    if changed:
        unit.save(update_fields=changed)
        marks.touch("units")
    return ("changed" if changed else "unchanged"), changed


def _code(reference: str, country: Unit) -> str:
    """NO-BERGEN for esn-bergen in Norway; numbered when two would be the same."""
    slug = re.sub(r"^esn-", "", slugify(reference)).upper()[:50] or "SECTION"
    code, number = f"{country.code}-{slug}", 1
    while Unit.objects.filter(code=code).exists():
        number += 1
        code = f"{country.code}-{slug}-{number}"
    return code


def _university(cells: dict[str, str], unit: Unit, known: Known) -> None:
    name = " ".join(cells.get("university", "").split())[:240]
    if not name:
        return
    key = (unit.country, unit.city, name)
    if key not in known.universities:
        website = cells.get("university_website", "")
        known.universities[key] = University.objects.create(country=key[0], city=key[1], name=name, website=website if _is_url(website) else "")
    link = (known.universities[key].pk, unit.pk)
    if link not in known.links:
        known.universities[key].units.add(unit)
        known.links.add(link)


def _is_url(text: str) -> bool:
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError:
        return False
    return len(text) <= 200

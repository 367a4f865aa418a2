"""Understand the rows of a table one after another; nothing is written."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from dugnad.activities.details import Details
from dugnad.activities.forms import ActivityForm
from dugnad.activities.importing.cells import said
from dugnad.activities.importing.days import as_day
from dugnad.activities.importing.mapping import Mapping
from dugnad.activities.importing.synonyms import SYNONYMS
from dugnad.activities.importing.values import as_hours, as_key, as_keys, as_place, as_yes
from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.core.errors import Refused
from dugnad.network.importing.report import Report
from dugnad.network.models import Unit

COUNTS = ("volunteers", "international_students", "local_students", "people_helped", "volunteer_hours")
MANY = {"objectives": "objective", "actions": "action", "sdgs": "sdg"}
PLACEHOLDERS = {"9999", "99999", "999999"}
CANCELLED = ("cancel", "avlyst", "annul")


@dataclass(frozen=True)
class Wishes:
    """How to import: mapping {heading: answer}, defaults, and what to do with bad rows."""

    mapping: dict[str, str] = field(default_factory=dict)
    title: str = ""
    cause: str = ""
    type: str = ""
    keep_good: bool = False
    dry_run: bool = False
    group_column: str = ""
    make_units: bool = False
    dates: str = ""


@dataclass(frozen=True)
class Ready:
    """A row that was understood: nothing is written yet."""

    unit: Unit | str
    key: str
    details: Details
    planned: bool


class Reader:
    """Understands one row after another; writes nothing."""

    def __init__(self, unit: Unit, wishes: Wishes, mapping: Mapping, style: str, report: Report) -> None:
        self.unit, self.wishes, self.mapping, self.style, self.report = unit, wishes, mapping, style, report
        self.there = set(Activity.objects.exclude(import_key=None).values_list("import_key", flat=True))
        self.seen: dict[str, int] = {}
        self.groups: dict[str, Unit | str] = {}
        self.form = ActivityForm({}, unit=unit, today=unit.today, people_needed=False)

    def read(self, rows: Iterable[tuple[int, dict[str, str]]]) -> list[Ready]:
        ready = []
        for number, row in rows:
            cells = {name: said(name, headings, row) for name, headings in self.mapping.items()}
            cells["title"] = cells.get("title") or self.wishes.title
            found = self._one(number, row, cells)
            done, why = found if isinstance(found, tuple) else ("created", _("planned: it lies ahead") if found.planned else "")
            self.report.add(number, done, cells["title"][:80], why)
            if isinstance(found, Ready):
                ready.append(found)
        return ready

    def _one(self, number: int, row: dict[str, str], cells: dict[str, str]) -> Ready | tuple[str, str]:
        if any(cells.get("status", "").casefold().startswith(word) for word in CANCELLED):
            return "skipped", _("it was cancelled")
        try:
            unit = self._group(row)
        except Refused as no:
            return "refused", str(no)
        key = self._key(unit, row, cells)
        if key in self.there:
            return "unchanged", ""
        if key in self.seen:
            return "skipped", _("the same stands in row %(n)s") % {"n": self.seen[key]}
        self.seen[key] = number
        return self._checked(unit, key, cells)

    def _checked(self, unit: Unit | str, key: str, cells: dict[str, str]) -> Ready | tuple[str, str]:
        if found := [name for name in COUNTS if cells.get(name, "").strip() in PLACEHOLDERS]:
            return "refused", _("%(name)s: %(value)s looks like a placeholder, not a count") % {"name": found[0], "value": cells[found[0]]}
        form = self.form
        form.fill(self._answers(cells), self.unit if isinstance(unit, str) else unit)
        if not form.is_valid():
            return "refused", "; ".join(f"{form.fields[name].label if name in form.fields else name}: {says[0]}" for name, says in form.errors.items())
        return Ready(unit, key, form.details(), form.planned)

    def _answers(self, cells: dict[str, str]) -> QueryDict:
        known, data = words(), QueryDict(mutable=True)
        made = dict(cells)
        for name in ("starts_on", "ends_on"):
            made[name] = as_day(cells.get(name, ""), self.style)
        made["place"] = as_place(cells.get("place", ""))
        made["hours_per_meeting"] = as_hours(cells.get("hours_per_meeting", ""))
        made["cause"] = as_key(known, "cause", cells.get("cause", "") or self.wishes.cause)
        made["type"] = as_key(known, "type", cells.get("type", "") or self.wishes.type)
        if made.get("type") not in {known.key(term.pk) for term in known.current.get("type", [])}:
            made["type"] = self.wishes.type
        made["summary"] = made.get("summary", "")[:2000]
        made["organisers"] = cells.get("organisers", "").replace(";", ",")
        made |= {name: as_yes(cells.get(name, "")) for name in ("online", "failed")}
        if "online" in cells.get("place", "").casefold():
            made |= {"online": "on", "place": ""}
        for name, value in made.items():
            if name not in MANY and (name in self.form.fields or name in SYNONYMS):
                data[name] = value
        for name, kind in MANY.items():
            data.setlist(name, as_keys(known, kind, cells.get(name, "")))
        return data

    def _group(self, row: dict[str, str]) -> Unit | str:
        """The unit of a row: the asked one, or the one below it that the group column names; a name if it is yet to be made."""
        if not self.wishes.group_column:
            return self.unit
        name = row.get(self.wishes.group_column, "").strip()
        if not name:
            raise Refused("no-group", _("the column “%(name)s” is empty") % {"name": self.wishes.group_column})
        if name not in self.groups:
            self.groups[name] = self._found_group(name)
        return self.groups[name]

    def _found_group(self, name: str) -> Unit | str:
        below = Unit.objects.open().under(self.unit)
        found: Unit | None = below.filter(name__iexact=name).first() or below.coded(name).first()
        if found is None and not self.wishes.make_units:
            raise Refused("no-unit", _("there is no unit “%(name)s” below %(unit)s") % {"name": name[:80], "unit": self.unit})
        return found or name

    def _key(self, unit: Unit | str, row: dict[str, str], cells: dict[str, str]) -> str:
        """The same row of the same file has the same key: by its own id, else by all that it says."""
        said = cells.get("source") or "|".join(f"{heading}={' '.join(cell.split())}" for heading, cell in sorted(row.items()) if cell)
        group = row.get(self.wishes.group_column, "").strip().casefold() if self.wishes.group_column else ""
        return hashlib.sha256(f"{self.unit.pk}|{group}|{said}".encode()).hexdigest()

"""Load a table of activities: every row through the form and the verb, and a report row by row."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities import actions
from dugnad.activities.forms import ActivityForm
from dugnad.activities.importing.cells import in_pounds, said
from dugnad.activities.importing.days import as_day, date_style, open_to_doubt
from dugnad.activities.importing.mapping import Mapping, found_mapping, left_out, unused
from dugnad.activities.importing.reader import Reader, Ready, Wishes
from dugnad.core import marks
from dugnad.core.errors import Refused
from dugnad.core.ids import uuid7
from dugnad.core.tables import Table
from dugnad.network import actions as tree
from dugnad.network.importing.report import Report
from dugnad.network.models import Level, Unit

Bar = Callable[[Sequence[Any], str], Iterable[Any]]


def load(actor: Actor, unit: Unit, table: Table, wishes: Wishes, *, progress: Bar = lambda rows, _what: rows) -> Report:
    """All or nothing, unless `keep_good`; what is in already is left alone. The report says which.

    Rows are read and checked before anything is locked; then all that is good is written in one transaction.
    """
    require(actor, Can.IMPORT, unit)
    mapping = found_mapping(table.headings, wishes.mapping)
    needed = ["starts_on"] if wishes.title else ["title", "starts_on"]
    if missing := [name for name in needed if name not in mapping]:
        asked = ", ".join(f"“{ActivityForm.base_fields[name].label}” ({name})" for name in missing)
        raise Refused("headings-missing", _("No column was recognised as the answer to %(names)s. Say which one it is.") % {"names": asked})
    days = [said("starts_on", mapping["starts_on"], row) for _number, row in table.rows]
    style = wishes.dates or date_style(days)
    report = Report(table.how | _understood(table, mapping, wishes, style, days))
    with marks.steady():
        ready = Reader(unit, wishes, mapping, style, report).read(progress(table.rows, _("reading")))
        if not wishes.dry_run and (wishes.keep_good or not report.counts["refused"]):
            with transaction.atomic():
                _Writer(actor, unit).write(progress(ready, _("registering")))
    return report


def _understood(table: Table, mapping: Mapping, wishes: Wishes, style: str, days: list[str]) -> dict[str, str]:
    """What the person should check before anything is kept."""
    how = {"dates": style}
    first = next((day for day in days if day and as_day(day, style) != day), "")
    if doubtful := "" if wishes.dates else open_to_doubt(days):
        how["doubt"] = _("%(cell)s is read as %(day)s: nothing in the column says whether the day or the month stands first") % {
            "cell": doubtful[:40],
            "day": as_day(doubtful, style),
        }
    elif first:
        how["first date"] = f"{first[:40]} → {as_day(first, style)}"
    how["columns"] = ", ".join(f"{' + '.join(headings)} → {field}" for field, headings in mapping.items())
    if kept_out := left_out(table.headings):
        how["left out"] = _("%(names)s: those who signed up or were asked for are not those who came; map them yourself if they are") % {
            "names": ", ".join(kept_out)
        }
    if pounds := [heading for field, headings in mapping.items() if in_pounds(field, headings) for heading in headings]:
        how["pounds"] = _("%(names)s: pounds are made kilograms") % {"names": ", ".join(pounds)}
    if more := [heading for heading in unused(table.headings, mapping) if heading not in (*kept_out, wishes.group_column)]:
        how["not used"] = ", ".join(more[:40]) + (" …" if len(more) > 40 else "")
    return how


class _Writer:
    """Registers what was understood, in the caller's transaction."""

    def __init__(self, actor: Actor, unit: Unit) -> None:
        self.actor, self.unit = actor, unit
        self.made: dict[str, Unit] = {}

    def write(self, ready: Iterable[Ready]) -> None:
        for row in ready:
            verb = actions.plan if row.planned else actions.register
            verb(self.actor, uuid7(), self._unit(row.unit), row.details, import_key=row.key)

    def _unit(self, unit: Unit | str) -> Unit:
        if isinstance(unit, Unit):
            return unit
        if unit not in self.made:
            self.made[unit] = self._make(unit)
        return self.made[unit]

    def _make(self, name: str) -> Unit:
        level = Level.objects.filter(groups=False).order_by("-rank")[0]
        code, number = f"{self.unit.code}-{slugify(name).upper()[:45] or 'GROUP'}", 1
        while Unit.objects.filter(code=code).exists():
            number += 1
            code = f"{code.rstrip('0123456789-')}-{number}"
        same = {"timezone": self.unit.timezone, "currency": self.unit.currency, "country": self.unit.country}
        return tree.add(level, code, name[:160], parent=self.unit, **same)

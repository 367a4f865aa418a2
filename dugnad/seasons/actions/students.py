"""Loading numbers of international students: what fair comparison divides by."""

from django.db import transaction
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.core.tables import Table
from dugnad.network.models import Unit
from dugnad.seasons.importing import Report, numbers
from dugnad.seasons.models import StudentNumber

YEARS = (1980, 2100)


@transaction.atomic
def load_students(actor: Actor, top: Unit, table: Table, *, year: int, source: str) -> Report:
    """All rows of a table for one year; loading it twice changes nothing."""
    top = require(actor, Can.LOAD_STUDENTS, top)
    if not YEARS[0] <= year <= YEARS[1]:
        raise Refused("wrong-year", _("%(year)s is not a year between 1980 and 2100.") % {"year": year}, field="year")
    if not source.strip():
        raise Refused("no-source", _("Say where the numbers come from: it stands beside every rank."), field="source")
    units = {unit.code.upper(): unit for unit in Unit.objects.under(top)}
    known = {row.unit_id: row for row in StudentNumber.objects.filter(year=year)}
    report = Report()
    changes: dict[str, tuple[int | None, int]] = {}
    for code, number in numbers(table, report).items():
        unit = units.get(code)
        if unit is None:
            report.skipped.append((code, _("no such unit")))
        elif was := _saved(known.get(unit.pk), unit, year, number, source.strip(), report):
            changes[code] = was
    if changes:
        marks.touch("seasons")
        journal.record(actor, "students.loaded", top, year=year, source=source.strip(), changes=changes)
    return report


def _saved(known: StudentNumber | None, unit: Unit, year: int, number: int, source: str, report: Report) -> tuple[int | None, int] | None:
    """The number before and now; None if nothing changed."""
    report.total += number
    if known and (known.number, known.source) == (number, source):
        report.unchanged += 1
        return None
    was, row = (known.number if known else None), known or StudentNumber(unit=unit, year=year)
    row.number, row.source = number, source
    row.save()
    report.changed += was is not None
    report.created += was is None
    return was, number

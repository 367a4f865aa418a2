"""Beginning a report, and a new edition of one that is published."""

from django.db import transaction

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.periods import Period
from dugnad.network.models import Belonging, Unit
from dugnad.reports.actions.about import address, tell
from dugnad.reports.models import Example, Report, Section

Kind = Section.Kind
COPIED = ("kind", "position", "title", "text", "shown")
OF_SEVERAL = (Kind.MAP, Kind.UNITS)  # what a unit without others below has nothing to say about


@transaction.atomic
def begin(actor: Actor, unit: Unit, *, period: Period, theme: str = "", title: str = "", language: str = "en") -> Report:
    """A draft with all sections that the unit can have, which nobody sees but those who may edit it."""
    unit = require(actor, Can.MAKE_REPORT, unit)
    report = Report(unit=unit, title=title.strip(), language=language, begun_by_id=actor.person_id)
    tell(report, period, theme)
    report.save()
    kinds = [kind for kind in Kind if kind not in OF_SEVERAL or Belonging.objects.filter(whole=unit).exists()]
    Section.objects.bulk_create(Section(report=report, kind=kind, position=position) for position, kind in enumerate(kinds, 1))
    journal.record(actor, "report.begun", report, unit=unit.pk)
    return report


@transaction.atomic
def renew(actor: Actor, report: Report) -> Report:
    """A draft of the next edition, with the sections, texts and examples of this one; it supersedes this one once it is published."""
    report = require(actor, Can.RENEW_REPORT, report, lock=True)
    newer = Report.objects.get(pk=report.pk)
    sections, examples = list(newer.sections.all()), list(newer.examples.all())
    newer.pk, newer._state.adding = Report._meta.pk.get_default(), True
    newer.earlier, newer.edition, newer.begun_by_id = report, report.edition + 1, actor.person_id
    newer.published_at = newer.published_by = newer.entry = newer.frozen = None
    newer.proof, newer.slug = "", address(newer)
    newer.save()
    Section.objects.bulk_create(Section(report=newer, **{name: getattr(row, name) for name in COPIED}) for row in sections)
    Example.objects.bulk_create(Example(report=newer, activity_id=row.activity_id, position=row.position) for row in examples)
    journal.record(actor, "report.renewed", newer, earlier=str(report.pk))
    return newer

"""Editing a draft: its title and months, the order and texts of its sections, its examples; or throwing it away."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.core.periods import Period
from dugnad.reports.actions.about import tell
from dugnad.reports.models import Example, Report, Section

MOST_EXAMPLES = 12


@transaction.atomic
def change(actor: Actor, report: Report, *, period: Period, theme: str, title: str, language: str) -> Report:
    """What it is about, what it is called, and in which language it speaks."""
    report = require(actor, Can.CHANGE_REPORT, report, lock=True)
    tell(report, period, theme)
    report.title, report.language = title.strip(), language
    report.save()
    journal.record(actor, "report.changed", report)
    return report


@transaction.atomic
def rewrite(actor: Actor, section: Section, *, title: str, text: str) -> Section:
    """The editor's own title and text; empty, the report says what it says by itself."""
    report = require(actor, Can.CHANGE_REPORT, section.report, lock=True)
    section.title, section.text = title.strip(), text.strip()
    section.save(update_fields=["title", "text"])
    _changed(actor, report, section.kind)
    return section


@transaction.atomic
def show(actor: Actor, section: Section, *, shown: bool) -> Section:
    """Shown in the report, or left out of it."""
    report = require(actor, Can.CHANGE_REPORT, section.report, lock=True)
    section.shown = shown
    section.save(update_fields=["shown"])
    _changed(actor, report, section.kind)
    return section


@transaction.atomic
def move(actor: Actor, section: Section, *, up: bool) -> Section:
    """One place up or down; at the end of the row it stays where it is."""
    report = require(actor, Can.CHANGE_REPORT, section.report, lock=True)
    row = list(report.sections.all())
    at = row.index(section)
    to = min(max(at + (-1 if up else 1), 0), len(row) - 1)
    row.insert(to, row.pop(at))
    for position, one in enumerate(row, 1):
        one.position = position
    Section.objects.bulk_update(row, ["position"])
    _changed(actor, report, section.kind)
    return section


@transaction.atomic
def choose(actor: Actor, report: Report, activities: Sequence[UUID]) -> int:
    """These activities as examples, in this order; none: the best documented ones again. They must count for the unit of the report."""
    report = require(actor, Can.CHANGE_REPORT, report, lock=True)
    wanted = list(dict.fromkeys(activities))
    if len(wanted) > MOST_EXAMPLES:
        message = ngettext("At most %(n)s example.", "At most %(n)s examples; the reader has little time.", MOST_EXAMPLES)
        raise Refused("too-many", message % {"n": MOST_EXAMPLES}, field="activities")
    known = set(Activity.objects.registered().counted_for(report.unit).filter(pk__in=wanted).values_list("pk", flat=True))
    if set(wanted) - known:
        raise Refused("not-ours", _("An example must be a registered activity of %(unit)s.") % {"unit": report.unit}, field="other")
    report.examples.all().delete()
    Example.objects.bulk_create(Example(report=report, activity_id=pk, position=position) for position, pk in enumerate(wanted, 1))
    _changed(actor, report, Section.Kind.EXAMPLES)
    return len(wanted)


@transaction.atomic
def discard(actor: Actor, report: Report) -> None:
    """Throw a draft away; the journal remembers that there was one."""
    report = require(actor, Can.CHANGE_REPORT, report, lock=True)
    journal.record(actor, "report.discarded", report, slug=report.slug)
    report.delete()


def _changed(actor: Actor, report: Report, section: str) -> None:
    report.save(update_fields=["changed_at"])
    journal.record(actor, "report.changed", report, section=section)

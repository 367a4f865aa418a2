"""Publishing: from then on the report stands as it stood."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.core.periods import month_of
from dugnad.reports.freezing import frozen
from dugnad.reports.models import Report
from dugnad.web.templatetags.web import month


@transaction.atomic
def publish(actor: Actor, report: Report) -> Report:
    """Everybody sees it, and its figures no longer move; an earlier edition is superseded by it."""
    report = require(actor, Can.CHANGE_REPORT, report, lock=True)
    if report.last_month >= month_of(report.unit.today):
        message = _("These months are not over yet: publish it after %(month)s, when nothing is missing.")
        raise Refused("not-over", message % {"month": month(report.last_month)})
    if not report.sections.filter(shown=True).exists():
        raise Refused("empty", _("Show at least one section."))
    report.frozen, report.entry, report.proof = frozen(report, report.unit.today)
    report.published_at, report.published_by_id = timezone.now(), actor.person_id
    report.save()
    journal.record(actor, "report.published", report, entry=report.entry, proof=report.proof)
    return report

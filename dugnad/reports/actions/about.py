"""A step of beginning and changing: what a report is about, and the address that says so."""

from django.utils.text import slugify
from django.utils.translation import gettext as _

from dugnad.activities.vocabulary import words
from dugnad.core.errors import Refused
from dugnad.core.periods import Period, written
from dugnad.reports.models import Report
from dugnad.reports.themes import FACETS

LONGEST = 120  # months


def tell(report: Report, period: Period, theme: str) -> None:
    """Months and theme, checked; with the address that fits them, unless it has it already."""
    facet, _colon, value = theme.partition(":")
    if facet and (facet not in FACETS or words().named(facet, value) is None):
        raise Refused("no-theme", _("Choose a theme from the list."), field="theme")
    if period.last - period.first >= LONGEST:
        raise Refused("too-long", _("A report is about ten years at most."), field="last_month")
    same = report.slug and (period, theme) == (report.period, report.theme)
    report.first_month, report.last_month, report.facet, report.value = period.first, period.last, facet, value
    if not same:
        report.slug = address(report)


def address(report: Report) -> str:
    """Unit, months and theme: what people can read aloud; with a number behind it when there is one like it already."""
    months = str(report.first_month // 12) if _is_a_year(report.period) else f"{written(report.first_month)}-{written(report.last_month)}"
    edition = f"edition-{report.edition}" if report.edition > 1 else ""
    wanted = slugify(" ".join(filter(None, (report.unit.code, months, report.value, edition))))[:100].strip("-")
    taken = set(Report.objects.filter(slug__startswith=wanted).exclude(pk=report.pk).values_list("slug", flat=True))
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-no-{number}"
    return found


def _is_a_year(period: Period) -> bool:
    return period.first % 12 == 0 and period.last - period.first == 11

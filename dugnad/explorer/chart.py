"""The picture of an answer: columns over time, ranked rows for everything else."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from dugnad.documents import charts
from dugnad.explorer.answer import Answer, Row
from dugnad.explorer.question import MEASURES, PARTS, Question
from dugnad.web.templatetags.web import number

DRAWN = 60


def chart(asked: Question, found: Answer) -> SafeString:
    """Each mark opens the activities behind it; the table beside it has every row."""
    title = _("%(what)s by %(part)s") % {"what": MEASURES[asked.measure], "part": PARTS[asked.by]}
    if asked.by == "month":
        return charts.columns([_bar(row) for row in found.rows[-DRAWN:]], title=title)
    return charts.ranked([_bar(row) for row in found.rows[:DRAWN]], title=title, unit="" if asked.by == "measure" else str(MEASURES[asked.measure]))


def _bar(row: Row) -> charts.Bar:
    return charts.Bar(
        label=row.label,
        value=row.value,
        shown=f"{number(row.value)} {row.unit}".strip(),
        before=row.before,
        before_shown=_("a year before: %(n)s") % {"n": number(row.before)} if row.before is not None else "",
        href=row.href,
        marker=row.marker,
        group=row.key[:4],
        partial=row.partial,
    )

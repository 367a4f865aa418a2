"""What another site pastes to show an answer: live, in a frame."""

from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.documents.picture import DESK, PHONE
from dugnad.explorer.answer import Answer
from dugnad.explorer.chart import picture
from dugnad.explorer.question import Question

AROUND = 200  # pixels for the words above and below


def snippet(asked: Question, found: Answer) -> str:
    """One line of HTML, high enough for the picture on a phone and on a desk."""
    address = f"{asked.site}/figures/embed/?{asked.address}{'&' if asked.address else ''}lang={get_language()}"
    title = _("Figures: %(units)s") % {"units": ", ".join(str(unit) for unit in asked.units)}
    high = AROUND + (max(picture(asked, found, room).height for room in (DESK, PHONE)) if found.rows and found.columns else 0)
    return format_html('<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>', address, title, high)

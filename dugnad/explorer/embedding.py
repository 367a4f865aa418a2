"""What another site pastes to show an answer: live, in a frame."""

from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.explorer.question import Question

HIGH = 520


def snippet(asked: Question) -> str:
    """One line of HTML."""
    address = f"{asked.site}/figures/embed/?{asked.address}{'&' if asked.address else ''}lang={get_language()}"
    title = _("Figures: %(units)s") % {"units": ", ".join(str(unit) for unit in asked.units)}
    return format_html('<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>', address, title, HIGH)

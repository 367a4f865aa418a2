"""The badge of an award, as SVG and PNG: in the network's own colour, with the words of its vocabulary."""

from django.utils.translation import gettext as _

from dugnad.activities.models import Activity, Tag
from dugnad.activities.vocabulary import words
from dugnad.documents.badge import badge
from dugnad.documents.sheet import as_png
from dugnad.label.steps import step_of
from dugnad.network.brands import brand_of
from dugnad.network.models import Unit
from dugnad.review.models import Award

PIXELS = 256  # of the SVG; the PNG has twice as many


def stands(award: Award) -> bool:
    """Neither revoked, nor gone with its activity."""
    return award.revoked_at is None and award.activity.state == Activity.State.REGISTERED


def svg(award: Award) -> str:
    """The drawing."""
    activity, top, valid = award.activity, Unit.objects.filter(parent=None).first(), stands(award)
    step, steps = step_of(award.step_id)
    acted = Tag.objects.filter(activity=activity, term_id__in=words().behind("action", "take-action")).exists()
    return badge(
        words().terms[activity.cause_id].motif or "none",
        step,
        steps,
        title=alt(award),
        says=activity.title if activity.state == Activity.State.REGISTERED else "",
        filled=acted,
        ground=brand_of(top).colour if top else "",
        void=not valid,
        pixels=PIXELS,
    )


def png(award: Award) -> bytes:
    """The same in dots."""
    return as_png(svg(award))


def alt(award: Award) -> str:
    """The badge in words."""
    step, steps = step_of(award.step_id)
    told = {"label": words().terms[award.step_id], "step": step, "steps": steps}
    return _("%(label)s: step %(step)s of %(steps)s") % told if stands(award) else _("%(label)s, not valid any more") % told

"""How the figures came about, what they do not say, and how they are proved."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dugnad.network.models import Unit
from dugnad.reports.content import blocks
from dugnad.reports.content.numbers import Made
from dugnad.reports.content.summary import when
from dugnad.reports.facts import Facts
from dugnad.web.templatetags.web import number

SMALL = 30  # activities, below which shares are to be read with care


def method(facts: Facts) -> Made:
    """Definitions first, then limits; the proof stands at the end of the print and of the page."""
    return _("Every figure is a sum of registered activities, and each of them can be looked at."), [
        blocks.terms([*definitions(), *counting(facts)]),
        blocks.words(*limits(facts)),
        {"kind": "proof", "text": proof(facts.unit, facts)},
    ]


def definitions() -> list[tuple[str, str]]:
    """The words of this report."""
    return [
        (_("Activity"), _("Something that volunteers did for others, registered once by the local unit that organised it.")),
        (_("Volunteers"), _("People who did the work, counted at each activity: somebody who takes part twice counts twice.")),
        (_("Volunteer hours"), _("Volunteers × meetings × hours per meeting, or what the organisers counted instead.")),
        (_("People helped"), _("People for whom it was done, as the organisers counted or estimated them. They are never added to those who took part.")),
        (_("Students"), _("International and local students who took part, each for themselves.")),
        (_("Local unit"), _("The lowest level of the network; it registers what it did.")),
    ]


def counting(facts: Facts) -> list[tuple[str, str]]:
    """How is counted."""
    told = [
        (
            _("When"),
            _("An activity counts in the month in which it began: here %(when)s, beside the same months a year before.") % {"when": when(facts.period)},
        ),
        (_("Joint activities"), _("One that several units organised counts once for each of them, and once in everything above them.")),
        (_("Membership"), _("An activity counts for the country and the groups to which its unit belonged on its day.")),
        (_("Corrections"), _("What is amended or withdrawn is booked again, so that figures as they stood on any day can be counted anew.")),
    ]
    if facts.facet:
        about = _("Only activities registered for “%(theme)s” count, where nothing else is said. An activity can serve several goals and objectives.")
        told.insert(1, (_("Theme"), about % {"theme": facts.theme}))
    return told


def limits(facts: Facts) -> list[str]:
    """What a reader must not conclude."""
    said = [
        _(
            "These figures say what was done and registered. They do not say what would have happened without it, nor how much it changed in the lives of people."
        ),
        _(
            "What nobody registered is missing, so figures are rather too low than too high. Counts beyond what is plausible are held back until somebody else confirms them."
        ),
    ]
    said.append(_("A change is told in per cent only where there were at least %(n)s activities a year before.") % {"n": number(blocks.FEW)})
    n = facts.now.activities
    if 0 < n < SMALL:
        said.append(
            ngettext(
                "There is only %(n)s activity: shares and changes are to be read with care.",
                "There are only %(n)s activities: shares and changes are to be read with care.",
                n,
            )
            % {"n": number(n)}
        )
    if facts.open:
        said.append(_("These months are not over yet."))
    return said


def proof(unit: Unit, facts: Facts) -> str:
    """What the code at the end proves."""
    told = {"unit": unit, "when": when(facts.period)}
    if facts.facet:
        return _("The code proves the figures of %(unit)s (%(when)s) as a whole, of which the theme of this report is a part.") % told
    return _("The code proves the figures of %(unit)s (%(when)s) as they stood when this report was published.") % told

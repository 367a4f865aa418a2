"""Impact reports in the sample federation: last year's of the whole network, published, and a draft of Norway's about this year."""

from datetime import date

from dugnad.access.actor import SYSTEM
from dugnad.core.periods import year
from dugnad.network.models import Unit
from dugnad.reports import actions

FOREWORD = """These figures are sample data, and so are these words: here a board or a coordinator speaks to its readers.

What you read below was registered by sections, one activity after the other. We show what grew and what did not, what was learnt when something failed,
and what we do not know."""


def reports(top: Unit, today: date) -> None:
    """By the ordinary verbs."""
    report = actions.begin(SYSTEM, top, period=year(today.year - 1))
    actions.rewrite(SYSTEM, report.sections.get(kind="foreword"), title="", text=FOREWORD.replace("failed,\nand", "failed, and"))
    actions.publish(SYSTEM, report)
    actions.begin(SYSTEM, Unit.objects.get(code="NO"), period=year(today.year))

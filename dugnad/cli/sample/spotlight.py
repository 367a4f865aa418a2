"""The activity of the month in the sample federation: the first candidate, if anything carries the label."""

from django.utils import timezone

from dugnad.access.actor import SYSTEM
from dugnad.core.periods import month_of
from dugnad.label.actions.spotlight import choose
from dugnad.label.candidates import candidates
from dugnad.network.models import Unit

WORDS = "They asked the people concerned before they began, and wrote down what it took. Do the same where you are."


def spotlight(top: Unit) -> None:
    month = month_of(timezone.localdate())
    for one in candidates(month)[:1]:
        choose(SYSTEM, top, one.award.activity, month, words=WORDS)

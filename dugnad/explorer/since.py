"""Then and now: what came between the day that is asked and today, activity by activity."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.utils.translation import gettext_lazy as __

from dugnad.activities.models import Activity
from dugnad.explorer.question import Question
from dugnad.figures import reading
from dugnad.figures.since import Moved, moved

SHOWN = 100
REGISTERED, AMENDED, WITHDRAWN = __("registered later"), __("amended"), __("withdrawn, or no longer counted here")


@dataclass(frozen=True)
class Change:
    """One activity that moved the figure."""

    activity: Activity | None
    said: object
    added: float
    at: datetime


@dataclass(frozen=True)
class Since:
    """The figure now, its difference from then, and the newest of the activities that made it; are there more?"""

    now: float
    added: float
    changes: list[Change]
    more: bool


def since(asked: Question, then: float) -> Since | None:
    """None for a question about now, or of several units, whose figures have each their own story; `then` is the figure as it stood."""
    if asked.as_of is None or asked.unit is None or len(asked.units) > 1:
        return None
    rows = list(islice(moved(asked.unit.pk, asked.as_of, asked.period), SHOWN + 1))
    now = getattr(reading.total(reading.Question((asked.unit.pk,), asked.period)), asked.measure)
    activities = Activity.objects.select_related("unit").in_bulk([row.record for row in rows[:SHOWN]])
    changes = [Change(activities.get(row.record), _said(row), getattr(row.added, asked.measure), row.at) for row in rows[:SHOWN]]
    return Since(now, now - then, changes, more=len(rows) > SHOWN)


def _said(row: Moved) -> object:
    if not row.before:
        return REGISTERED
    return AMENDED if row.after else WITHDRAWN

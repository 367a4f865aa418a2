"""The activities behind a figure as it stood on an earlier day, each with what it counted then."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.explorer.question import Question
from dugnad.figures import reading
from dugnad.figures.measures import FACETS, Measures
from dugnad.figures.since import touched

SHOWN = 200


@dataclass(frozen=True)
class Counted:
    """One activity: what it counted then, and whether it is still to be seen."""

    activity: Activity | None
    value: float

    @property
    def open(self) -> bool:
        return self.activity is not None and self.activity.state == Activity.State.REGISTERED


@dataclass(frozen=True)
class Behind:
    """The figure, the activities that made it (the newest), and what they come to."""

    total: float
    rows: list[Counted]
    label: str
    more: bool

    @property
    def sums(self) -> float:
        return sum(row.value for row in self.rows)


def behind(asked: Question, data: Any) -> Behind:
    """Of those that count now and those that were touched since, the ones that counted then."""
    facet = data.get("facet", "") if data.get("facet") in FACETS else ""
    value = data.get("value", "") if facet else ""
    unit = asked.units[0]
    question = reading.Question((unit.pk,), asked.period, facet, value, as_of=asked.as_of)
    now = Activity.objects.registered().counted_for(unit).during(asked.period)
    if facet:
        now = now.tagged(facet, words().behind(facet, value))
    ids = list(now.order_by("-counts_for__starts_on", "-counts_for__activity_id").values_list("pk", flat=True)[: SHOWN + 1])
    assert asked.as_of
    since = list(islice(touched(unit.pk, asked.as_of, asked.period), SHOWN + 1))
    found = reading.each([*ids, *since], question)
    activities = Activity.objects.select_related("unit").in_bulk(list(found))
    rows = [Counted(activities.get(pk), _value(asked, facet, sums)) for pk, sums in found.items()]
    rows.sort(key=lambda row: (str(row.activity.starts_on) if row.activity else "", str(row.activity and row.activity.pk)), reverse=True)
    more = max(len(ids), len(since), len(rows)) > SHOWN
    label = words().said(facet, value) if facet else ""
    return Behind(_value(asked, facet, reading.total(question)), rows[:SHOWN], label, more)


def _value(asked: Question, facet: str, sums: Measures) -> float:
    found: float = sums.amount / 1000 if facet == "measure" else getattr(sums, asked.measure)
    return found

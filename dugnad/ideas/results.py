"""What became of ideas: read from the activities, each time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any
from uuid import UUID

from dugnad.activities.models import Activity
from dugnad.ideas.labels import labelled
from dugnad.ideas.models import Adaptation


@dataclass(frozen=True)
class Results:
    """Kinds of people stay apart: a median of each that was counted; None where nobody counted."""

    times: int = 0
    countries: int = 0
    labels: int = 0
    planned: int = 0
    volunteers: int | None = None
    people_helped: int | None = None


NOTHING = Results()


def of(ideas: Iterable[UUID]) -> dict[UUID, Results]:
    """Of each idea of which an adaptation stands (1 query)."""
    columns = ("idea_id", "activity__state", "activity__unit__country", "activity__volunteers", "activity__people_helped", "carries")
    standing = Adaptation.objects.standing().filter(idea__in=list(ideas)).annotate(carries=labelled("activity__"))
    rows: dict[UUID, list[Any]] = defaultdict(list)
    for idea, *row in standing.order_by().values_list(*columns):
        rows[idea].append(row)
    return {idea: _summed(own) for idea, own in rows.items()}


def _summed(rows: list[Any]) -> Results:
    done = [row for row in rows if row[0] == Activity.State.REGISTERED]
    return Results(
        times=len(done),
        countries=len({row[1] for row in done if row[1]}),
        labels=sum(row[4] for row in done),
        planned=len(rows) - len(done),
        volunteers=_middle(row[2] for row in done),
        people_helped=_middle(row[3] for row in done),
    )


def _middle(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return round(median(known)) if known else None

"""Transfers: activities made from an idea of another country, by month and pair of countries.

What they come to stands in the accounts too, as the facet of the origin; here they are read from the activities, with their labels.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from dugnad.core.countries import country
from dugnad.core.letters import folded
from dugnad.core.periods import Period, written
from dugnad.ideas.labels import labelled
from dugnad.ideas.models import Adaptation, Idea


@dataclass(frozen=True)
class Asked:
    """Which months, and from and to which country if that matters."""

    period: Period
    origin: str = ""
    target: str = ""


@dataclass(frozen=True)
class Row:
    month: int
    origin: str
    target: str
    many: int
    labels: int


def behind(asked: Asked) -> Any:
    """The adaptations that are counted, the newest first."""
    rows = Adaptation.objects.tried().abroad().filter(activity__month__gte=asked.period.first, activity__month__lte=asked.period.last)
    if asked.origin:
        rows = rows.filter(activity__origin=asked.origin)
    if asked.target:
        rows = rows.filter(activity__unit__country=asked.target)
    return rows.annotate(carries=labelled("activity__")).order_by("-activity__starts_on", "-activity")


def rows(asked: Asked) -> list[Row]:
    """By month and pair (1 query)."""
    found = behind(asked).order_by().values_list("activity__month", "activity__origin", "activity__unit__country", "carries").annotate(many=Count("pk"))
    many, labels = Counter[tuple[int, str, str]](), Counter[tuple[int, str, str]]()
    for month, origin, target, carries, number in found:
        many[month, origin, target] += number
        labels[month, origin, target] += number if carries else 0
    return [Row(*key, number, labels[key]) for key, number in sorted(many.items())]


def pairs(of: list[Row]) -> list[tuple[str, str, int, int]]:
    """(from, to, transfers, with the label), the most first, then by name as the reader reads it."""
    many, labels = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for row in of:
        many[row.origin, row.target] += row.many
        labels[row.origin, row.target] += row.labels
    named = {code: folded(country(code)) for pair in many for code in pair}
    order = sorted(many, key=lambda pair: (-many[pair], named[pair[0]], named[pair[1]]))
    return [(*pair, many[pair], labels[pair]) for pair in order]


def months(of: list[Row], period: Period) -> list[tuple[int, int]]:
    many = Counter[int]()
    for row in of:
        many[row.month] += row.many
    return [(month, many[month]) for month in period]


def funnel() -> dict[str, int]:
    """Of all published ideas: how many were adapted, tried, led to an activity with the label (2 queries)."""
    own = Idea.objects.published()
    adapted = own.aggregate(
        all=Count("pk", distinct=True),
        adapted=Count("pk", distinct=True, filter=Q(adaptations__activity__state__in=["planned", "registered"])),
        tried=Count("pk", distinct=True, filter=Q(adaptations__activity__state="registered")),
    )
    with_label = Adaptation.objects.tried().filter(idea__state="published").annotate(carries=labelled("activity__")).filter(carries=True)
    return adapted | {"labels": with_label.values("idea").distinct().count()}


def table(of: list[Row]) -> list[list[Any]]:
    """As a file has it."""
    return [["month", "from", "to", "transfers", "with_label"], *([written(row.month), row.origin, row.target, row.many, row.labels] for row in of)]

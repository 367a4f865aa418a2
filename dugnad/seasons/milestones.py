"""Milestones and streaks of a unit: read from the record and the figures, kept nowhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from dugnad.activities.models import Activity
from dugnad.core.periods import month_of, of_term, term_of
from dugnad.network.models import Unit
from dugnad.web.templatetags.web import day, number

NUMBERS = (1, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000)
STREAK = 3  # months in a row that are worth a word


@dataclass(frozen=True)
class Milestone:
    """The so-manyth activity, and the day on which it began."""

    number: int
    on: date


def reached(activities: int) -> int:
    """The largest number that is reached; 0: none."""
    return max((one for one in NUMBERS if one <= activities), default=0)


def between(before: int, now: int) -> list[int]:
    """The numbers that were reached since."""
    return [one for one in NUMBERS if before < one <= now]


def newest(unit: Unit, activities: int) -> Milestone | None:
    """The last milestone of a unit with so many activities (1 query)."""
    number = reached(activities)
    days = Activity.objects.counted_for(unit).order_by("counts_for__starts_on", "counts_for__activity_id").values_list("starts_on", flat=True)
    found = list(days[number - 1 : number]) if number else []
    return Milestone(number, found[0]) if found else None


def streak(months: Iterable[int], now: int) -> int:
    """How many months in a row had an activity, back from now: the running month counts if it has one, and breaks nothing while it has none."""
    active = set(months)
    last = now if now in active else now - 1
    row = 0
    while last - row in active:
        row += 1
    return row


def whole_terms(months: Iterable[int], now: int) -> list[int]:
    """The terms (the running one and the one before) in which every month had an activity."""
    active, term = set(months), term_of(now)
    return [one for one in (term - 1, term) if all(month in active for month in of_term(one))]


def said(unit: Unit, activities: int, months: Mapping[int, int]) -> str:
    """One quiet line: the last milestone and the streak; empty when there is neither."""
    found, row = newest(unit, activities), streak((month for month, many in months.items() if many > 0), month_of(unit.today))
    parts = []
    if found and found.number == 1:
        parts.append(_("First activity on %(day)s") % {"day": day(found.on)})
    elif found:
        parts.append(_("Activity number %(n)s on %(day)s") % {"n": number(found.number), "day": day(found.on)})
    if row >= STREAK:
        parts.append(_("%(n)s months in a row") % {"n": number(row)})
    return "; ".join(parts)

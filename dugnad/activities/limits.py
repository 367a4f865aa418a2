"""Counts beyond the vocabulary's plausible limit: kept as typed, held back from the figures until confirmed."""

from decimal import Decimal

from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words

COUNTED = ("local_students", "international_students", "volunteers", "people_helped")


def beyond(activity: Activity, goods: list[tuple[int, Decimal]]) -> list[str]:
    """The names of the counts and measures that exceed their limit and that nobody confirmed."""
    known = words()
    typed: dict[str, Decimal | int | float | None] = {name: getattr(activity, name) for name in COUNTED}
    typed["volunteer_hours"] = activity.volunteer_hours
    typed["money_eur"] = activity.money_eur
    found = [name for name, value in typed.items() if _over(value, known.limit(name))]
    found += [known.terms[pk].key for pk, amount in goods if _over(amount, known.terms[pk].limit)]
    return [name for name in found if name not in activity.confirmed]


def _over(value: Decimal | int | float | None, limit: int | None) -> bool:
    return value is not None and limit is not None and value > limit

"""Likely duplicates: same organiser, close date, similar title."""

import re
from difflib import SequenceMatcher
from uuid import UUID

from dugnad.activities.details import Details
from dugnad.activities.models import Activity
from dugnad.network.models import Unit

ALIKE = 0.72


def likely(unit: Unit, details: Details, *, but: UUID | None = None) -> list[Activity]:
    """Up to five activities that this one may be, the most similar first (1 query)."""
    units = [unit.pk, *(other.pk for other in details.organisers)]
    near = Activity.objects.like(units, details.starts_on).exclude(pk=but or UUID(int=0)).select_related("unit", "cause")[:50]
    rated = sorted(((similarity(a.title, details.title), a) for a in near), key=lambda pair: -pair[0])
    return [activity for alike, activity in rated if alike >= ALIKE][:5]


def similarity(one: str, other: str) -> float:
    """0 to 1: how alike two titles are, whatever the case, punctuation and order of words."""
    a, b = _plain(one), _plain(other)
    return SequenceMatcher(None, a, b).ratio() if a and b else 0.0


def _plain(title: str) -> str:
    return " ".join(sorted(re.findall(r"\w+", title.casefold())))

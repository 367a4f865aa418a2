"""Between the record and the recipe: what an idea takes from an activity, and what an activity takes from an idea."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings

from dugnad.activities import details as known
from dugnad.activities.details import Details
from dugnad.activities.models import Activity, Term
from dugnad.activities.vocabulary import words
from dugnad.ideas.models import Effort, Idea, Season

SEASONS = (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)


def season_of(day: date) -> str:
    """December to February is winter."""
    return str(SEASONS[day.month % 12 // 3])


def causes_of(idea: Idea) -> list[Term]:
    """As they count now, in the vocabulary's order."""
    terms = words()
    found = {terms.counts_as.get(term.pk, term.pk) for term in idea.causes.all()}
    return sorted((terms.terms[pk] for pk in found), key=lambda term: term.position)


def from_abroad(source: str, target: str) -> str:
    """The country of an idea, if what is made from it is done in another one."""
    return source if target and source != target else ""


def of_activity(activity: Activity) -> dict[str, Any]:
    """The record answers most of the questions; the rest is left to whoever was there."""
    volunteers = activity.volunteers or 5
    hours = activity.hours_per_meeting
    return {
        "title": activity.title[:120],
        "summary": activity.summary or activity.title,
        "why": activity.outcome,
        "adapting": activity.learnt,
        "causes": [words().terms[words().counts_as.get(activity.cause_id, activity.cause_id)]],
        "seasons": [season_of(activity.starts_on)],
        "people": max(1, min(volunteers, 1000)),
        "hours": None if hours is None else min(hours, Decimal("99")),
        "effort": Effort.SMALL if volunteers <= 5 else Effort.MEDIUM if volunteers <= 15 else Effort.LARGE,
        "ready_in": 30,
        "budget": 0,
        "language": "en",
    }


def details_of(idea: Idea, *, title: str, starts_on: date, place: str) -> Details:
    """A planned activity with everything filled in but what only the day can tell: how many came."""
    was = known.of(idea.made_from) if idea.made_from else None
    current = words()
    kept = [term for term in (was.tags if was else ()) if term.vocabulary.until is None]
    causes = causes_of(idea)
    return Details(
        title=title,
        summary=idea.summary[:2000],
        starts_on=starts_on,
        ends_on=starts_on,
        place=place,
        cause=causes[0] if causes else current.current["cause"][0],
        type=was.type if was and was.type and was.type.vocabulary.until is None else None,
        hours_per_meeting=idea.hours,
        tags=tuple(kept),
        links=(f"{settings.SITE}{idea.get_absolute_url()}",),
    )

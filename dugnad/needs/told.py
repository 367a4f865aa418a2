"""What the page of a need shows: its evidence, what answered it and what came of that, the needs like it and what was done about those."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from dugnad.activities.models import Activity, Term
from dugnad.activities.vocabulary import words
from dugnad.needs.alike import Likeness
from dugnad.needs.index import index, like_need
from dugnad.needs.models import Answer, Need
from dugnad.needs.reasons import why

LOOKED_AT, SHOWN, ANSWERS = 40, 6, 2


@dataclass(frozen=True, slots=True)
class Came:
    """What came of some activities: kinds of people are never added up, and what is held back counts as nothing."""

    activities: int
    volunteers: int
    volunteer_hours: int
    people_helped: int


@dataclass(frozen=True, slots=True)
class Other:
    """A need like this one: why, and what was done about it."""

    need: Need
    theme: Term
    why: str
    came: Came
    answers: list[Answer]


def about(need: Need) -> dict[str, Any]:
    """All of it (4 queries)."""
    likenesses = like_need(need)[:LOOKED_AT]
    answers: dict[Any, list[Answer]] = defaultdict(list)
    for answer in Answer.objects.standing().filter(need__in=[need.pk, *(one.key for one in likenesses)]).select_related("activity__unit"):
        answers[answer.need_id].append(answer)
    known, evidence = words(), list(need.evidence.all())
    return {
        "need": need,
        "due": need.is_open and need.review_due <= timezone.localdate(),
        "theme": known.terms[need.theme_id],
        "groups": list(need.groups.all()),
        "evidence": [one for one in evidence if not one.withdrawn_at],
        "off": [one for one in evidence if one.withdrawn_at],
        "answers": answers[need.pk],
        "came": came_of(answer.activity for answer in answers[need.pk]),
        "alike": _others(likenesses, answers),
    }


def came_of(activities: Iterable[Activity]) -> Came:
    """Each activity once."""
    once = list({activity.pk: activity for activity in activities}.values())
    return Came(len(once), _sum(once, "volunteers"), round(_sum(once, "volunteer_minutes", "volunteer_hours") / 60), _sum(once, "people_helped"))


def _sum(activities: list[Activity], column: str, held_as: str = "") -> int:
    return sum(getattr(one, column) or 0 for one in activities if (held_as or column) not in one.held)


def _others(likenesses: list[Likeness], answers: dict[Any, list[Answer]]) -> list[Other]:
    """The most alike; of those that share as much, the answered ones first."""
    best = sorted(likenesses, key=lambda one: (one.closeness, one.key not in answers, one.order))[:SHOWN]
    needs, terms = Need.objects.select_related("unit").in_bulk([one.key for one in best]), words().terms
    return [
        Other(
            needs[one.key],
            terms[needs[one.key].theme_id],
            why(one, index().platforms),
            came_of(answer.activity for answer in answers.get(one.key, [])),
            answers.get(one.key, [])[:ANSWERS],
        )
        for one in best
    ]

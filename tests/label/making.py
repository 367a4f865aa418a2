"""The label for a clean-up in Bergen: asked for by Kari, reviewed by Marianne and Ines, given by Ines; on a server with an address of its own."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from dugnad.activities.actions import judge
from dugnad.criteria.models import Rubric
from dugnad.review.models import Award, Case, Review, Score
from tests.world import act, register, term

SITE = "https://dugnad.example.org"
WORDS = {"outside": "The town asked for it and thanked us.", "learning": "Write down the tides before you go."}


@pytest.fixture(autouse=True)
def own_server(settings, tmp_path):
    settings.SITE, settings.HOME = SITE, tmp_path


def awarded(world: Any, activity: Any = None, *, step: int = 2, points: tuple[int, ...] = (3, 2), words: dict[str, str] | None = None, **changes: Any) -> Award:
    """As the verbs of reviews leave it: a decided case, a review for each of the points (the first of them also writes), the award, the facet."""
    activity = activity or register(world.bergen, world.kari, **changes)
    rubric = Rubric.objects.exclude(adopted_at=None).first()
    criteria, now = list(rubric.criteria.all()), timezone.now()
    told = dict(zip([one.key for one in criteria], WORDS.values(), strict=False)) if words is None else words
    case = Case.objects.create(activity=activity, rubric=rubric, state="decided", outcome="label", asked_by=world.kari, due_on=date(2026, 5, 1), decided_at=now)
    for turn, (reviewer, given) in enumerate(zip((world.marianne, world.ines), points, strict=False)):
        review = Review.objects.create(
            case=case, kind="blind" if turn else "first", reviewer=reviewer, due_on=case.due_on, given_at=now, outcome="label", says="Only for the author."
        )
        for one in criteria:
            Score.objects.create(review=review, criterion=one, points=given, says="" if turn else told.get(one.key, ""))
    label = term("label", f"impact-{step}")
    judge(act(world.ines), activity, label)
    whole = sum(points) * len(criteria) // len(points)
    return Award.objects.create(activity=activity, case=case, step=label, points=whole, most=rubric.points, given_by=world.ines)


def revoked(world: Any, award: Award, reason: str = "The photos were of another day.") -> Award:
    """As the verb of reviews does it."""
    judge(act(world.ines), award.activity, None)
    award.revoked_at, award.revoked_by, award.reason = timezone.now() + timedelta(seconds=1), world.ines, reason
    award.save()
    return award

"""Points and what follows from them: the sum, the step of the label, and whether a share is looked at twice."""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from django.conf import settings

from dugnad.activities.models import Term
from dugnad.activities.vocabulary import words
from dugnad.criteria.models import Rubric
from dugnad.review.models import Review, Score


def total(scores: Iterable[Score]) -> int:
    return sum(score.points or 0 for score in scores)


def step_of(rubric: Rubric, points: int) -> str:
    """The key of the highest step that so many points reach; empty below the lowest."""
    most = rubric.points
    reached = [step["label"] for step in rubric.steps if points * 100 >= step["share"] * most]
    return str(reached[-1]) if reached else ""


def term_of(key: str) -> Term:
    """The step, or the word for what is regular. A rubric names only words that there are."""
    term = words().named("label", key)
    assert term
    return term


def met(rubric: Rubric, scores: Iterable[Score]) -> bool:
    """Has every criterion that is needed a point?"""
    given = {score.criterion_id for score in scores if score.points}
    return all(one.pk in given for one in rubric.criteria.all() if one.needed)


def says(review: Review) -> tuple[str, str]:
    """What a review comes to: its outcome, and for the label the step. Two that say the same agree."""
    scores = list(review.scores.all())
    return review.outcome, step_of(review.case.rubric, total(scores)) if review.outcome == "label" else ""


def drawn(case: UUID) -> bool:
    """Is this one of the share that two people look at? It follows from the number of the case, so nobody chooses."""
    return int(sha256(case.bytes).hexdigest()[:8], 16) % 100 < settings.REVIEWED_TWICE

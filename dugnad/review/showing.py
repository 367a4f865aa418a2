"""What stands on the page of a case: the activity, how it reads, what was said in earlier rounds, and what is like it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case as When
from django.db.models import F, Q, Value
from django.db.models import When as If

from dugnad.access.actor import Actor
from dugnad.activities import checks, details
from dugnad.activities.models import Organiser
from dugnad.criteria import telling
from dugnad.criteria.rubric import Held
from dugnad.criteria.suggestion import Seen, Suggestion, suggest
from dugnad.review.models import Case, Remark, Reply, Review
from dugnad.review.points import total

SIMILAR = 4


@dataclass(frozen=True)
class Line:
    """Something that was said in a case: a review with its points, or the author's answer."""

    at: datetime
    review: Review | None = None
    remark: Remark | None = None

    @property
    def points(self) -> int:
        return total(self.review.scores.all()) if self.review else 0


def of_activity(case: Case) -> dict[str, Any]:
    """The activity as reviewers look at it (some 10 queries)."""
    activity, told = case.activity, details.of(case.activity)
    photos = list(activity.photos.filter(hidden_at=None))
    kinds: dict[str, list[Any]] = {}
    for term in told.tags:
        kinds.setdefault(term.vocabulary.kind, []).append(term)
    held = Held(case.rubric, tuple(case.rubric.criteria.all()), tuple(case.rubric.uncounted.all()))
    reads = suggest(checks.facts(told, photos=len(photos)), held)
    organisers = activity.organisers.exclude(state=Organiser.State.DECLINED).select_related("unit")
    return {"told": told, "photos": photos, "kinds": kinds, "organisers": organisers, "reads": _reads(reads, case), "seen": _by_key(reads)}


def _reads(found: Suggestion, case: Case) -> dict[str, Any]:
    return {"kind": found.kind, "head": telling.head(found), "because": telling.because(found), "points": found.points, "most": case.rubric.points}


def _by_key(found: Suggestion) -> dict[str, Seen]:
    return {one.criterion.key: one for one in found.seen}


def said(case: Case, actor: Actor, *, settling: bool) -> list[Line]:
    """In order of time: what is open to read, what this person gave, and to a third person what the two said."""
    mine = Q(reviewer=actor.person_id) | (Q(round=case.round) if settling else Q(pk__in=[]))
    open_ = Review.objects.before(case) | Review.objects.given().filter(mine, case=case)
    reviews = open_.select_related("reviewer", "case__rubric").prefetch_related("scores__criterion")
    lines = [Line(review.given_at, review=review) for review in reviews if review.given_at] + [
        Line(one.at, remark=one) for one in case.remarks.select_related("by")
    ]
    return sorted(lines, key=lambda line: line.at)


def similar(case: Case) -> list[Case]:
    """Reviewed ones of the same cause, of the same type first: what was said of them shows the measure."""
    same = If(activity__type=case.activity.type_id, then=Value(0))
    found = Case.objects.filter(state=Case.State.DECIDED, activity__cause=case.activity.cause_id, activity__state="registered").exclude(
        activity=case.activity_id
    )
    told = found.select_related("activity__unit", "activity__cause", "award__step")
    return list(told.order_by(When(same, default=Value(1)), F("decided_at").desc())[:SIMILAR])


def replies(actor: Actor) -> list[Reply]:
    """Those of the units in which the actor holds an office, and of all above."""
    units = {int(part) for grant in actor.grants for part in grant.path.split("/") if part}
    return list(Reply.objects.filter(unit__in=units, ended_at=None).select_related("unit"))

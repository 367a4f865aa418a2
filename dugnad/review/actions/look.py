"""What reviewers do before they say anything: take a case, ask a colleague to, hand it back."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor, acting
from dugnad.access.checks import may, require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.network.models import Person
from dugnad.review.models import Case, Review
from dugnad.review.reviewers import may_review, of_committee, reviewers, ways

AT_LEAST = timedelta(days=7)


@transaction.atomic
def take(actor: Actor, case: Case) -> Review:
    """From now on this person looks at it; taken twice, it is the same review."""
    case = locked(actor, case)
    if actor.person is None:
        raise NotAllowed(Can.REVIEW_CASE)
    return _put(actor, case, actor.person, by=None)


@transaction.atomic
def assign(actor: Actor, case: Case, person: Person) -> Review:
    """Ask somebody who may to look at it; whoever asks may review it too, so nobody chooses who looks at their own."""
    case = locked(actor, case)
    if not may_review(acting(person), case):
        raise Refused("may-not", _("%(person)s may not look at this one.") % {"person": person}, field="person")
    return _put(actor, case, person, by=actor.person)


@transaction.atomic
def drop(actor: Actor, review: Review) -> Review:
    """Hand it back, so that somebody else takes it: one's own; an overdue one whoever could take it may free."""
    case = Case.objects.select_for_update().get(pk=review.case_id)
    late = Review.objects.overdue(timezone.localdate()).filter(pk=review.pk).exists()
    if late and may_review(actor, case):
        review = Review.objects.get(pk=review.pk)
    else:
        review = require(actor, Can.GIVE_REVIEW, review)
    review.dropped_at = timezone.now()
    review.save(update_fields=["dropped_at"])
    journal.record(actor, "review.dropped", case, reviewer=str(review.reviewer_id))
    return review


def locked(actor: Actor, case: Case) -> Case:
    """The case, locked and read anew, if the actor may review it by any right."""
    now = Case.objects.select_for_update().get(pk=case.pk)
    for way in ways(now):
        if may(actor, way, now):
            return now
    raise NotAllowed(Can.REVIEW_CASE)


def _put(actor: Actor, case: Case, person: Person, *, by: Person | None) -> Review:
    standing = case.reviews.standing().filter(round=case.round)
    if found := standing.filter(reviewer=person).first():
        if found.given_at:
            raise Refused("given", _("Nobody looks at it twice in one round."), field="person")
        return found
    third = case.stage == Case.Stage.THIRD
    looking = standing.filter(kind=Review.Kind.THIRD).count() if third else standing.count()
    if looking >= case.places:
        raise Refused("taken", _("Somebody else looks at it already."), field="person")
    if case.places > 1:
        _leave_one_to_settle(case, person)
    due = max(case.due_on, timezone.localdate() + AT_LEAST)
    kind = _kind(case, looking)
    review = Review.objects.create(case=case, round=case.round, kind=kind, reviewer=person, assigned_by=by, due_on=due)
    journal.record(actor, "review.taken", case, reviewer=str(person.pk), kind=kind.value)
    return review


def _leave_one_to_settle(case: Case, person: Person) -> None:
    """If the two do not agree, a third of the committee decides: the last one who could stays free for that."""
    if of_committee(person) and not any(of_committee(other) for other in reviewers(case) if other != person):
        text = _("Two look at this one, and the last free person of the committee settles it if they do not agree. Leave it to a national coordinator.")
        raise Refused("last-of-committee", text, field="person")


def _kind(case: Case, looking: int) -> Review.Kind:
    if case.stage == Case.Stage.FIRST:
        return Review.Kind.BLIND if looking else Review.Kind.FIRST
    return Review.Kind.THIRD if case.stage == Case.Stage.THIRD else Review.Kind.OPINION

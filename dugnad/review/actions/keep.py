"""What keeps reviews going by itself: nothing waits for somebody who cannot come."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from dugnad.access.actor import SYSTEM, acting
from dugnad.core import journal
from dugnad.review.models import Case, Review
from dugnad.review.reviewers import another_country, may_review, reviewers


def keep(today: date) -> None:
    """Close what was withdrawn, free what nobody may look at any more, open what nobody else could look at. Safe to run twice."""
    for case in Case.objects.open().exclude(activity__state="registered"):
        _close(case)
    for review in Review.objects.in_hand().select_related("case", "reviewer"):
        if not may_review(acting(review.reviewer), review.case):
            Review.objects.filter(pk=review.pk, given_at=None).update(dropped_at=timezone.now())
    for case in Case.objects.waiting().with_room().filter(alone=False).select_related("activity__unit", "sent_to"):
        if not reviewers(case, today):
            _open(case)


@transaction.atomic
def _close(case: Case) -> None:
    """Its activity was withdrawn, so there is nothing to look at."""
    Case.objects.filter(pk=case.pk).update(state=Case.State.WITHDRAWN)
    case.reviews.filter(given_at=None, dropped_at=None).update(dropped_at=timezone.now())
    journal.record(SYSTEM, "case.closed", case)


def _open(case: Case) -> None:
    """A second opinion goes to yet another country; anything else to whoever had no part in person."""
    if case.stage == Case.Stage.OPINION:
        if elsewhere := another_country(case, but=case.sent_to):
            Case.objects.filter(pk=case.pk).update(sent_to=elsewhere)
        return
    Case.objects.filter(pk=case.pk).update(alone=True)

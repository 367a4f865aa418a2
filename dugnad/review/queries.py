"""Questions about cases and reviews that read as English."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Count, F, Q, Value, When


class CaseQuery(models.QuerySet[Any]):
    def waiting(self) -> Self:
        """With reviewers; what has been withdrawn meanwhile waits for nobody."""
        return self.filter(state="waiting", activity__state="registered")

    def open(self) -> Self:
        """With reviewers, or back with the author."""
        return self.filter(state__in=["waiting", "returned"])

    def with_room(self) -> Self:
        """Somebody more is wanted in this round: two look at a blind pair, else one."""
        two = When(twice=True, round=1, stage="first", then=Value(2))
        of_now = Q(reviews__round=F("round"), reviews__dropped_at=None)
        asked = of_now & (~Q(stage="third") | Q(reviews__kind="third"))
        many = self.alias(wanted=Case(two, default=Value(1)), looking=Count("reviews", filter=asked, distinct=True))
        return many.filter(looking__lt=F("wanted"))

    def not_looked_at_by(self, person: Any) -> Self:
        """Nobody looks twice in one round."""
        mine = self.model.reviews.rel.related_model.objects.standing().filter(reviewer=person, round=models.OuterRef("round"), case=models.OuterRef("pk"))
        return self.exclude(models.Exists(mine))

    def told(self) -> Self:
        """With what a line of a list says."""
        return self.select_related("activity__unit__parent", "activity__cause", "activity__label")

    def most_urgent(self) -> Self:
        return self.order_by("due_on", "asked_at", "pk")


class ReviewQuery(models.QuerySet[Any]):
    def standing(self) -> Self:
        """Not handed back."""
        return self.filter(dropped_at=None)

    def given(self) -> Self:
        return self.filter(dropped_at=None, given_at__isnull=False)

    def in_hand(self) -> Self:
        """Taken, and not given yet."""
        return self.filter(dropped_at=None, given_at=None, case__state="waiting", case__activity__state="registered")

    def overdue(self, today: date) -> Self:
        return self.in_hand().filter(due_on__lt=today)

    def before(self, case: Any) -> Self:
        """What everybody concerned may read: of rounds that are over. While two look blind, neither sees the other's."""
        over = Q() if case.state != "waiting" else Q(round__lt=case.round)
        return self.given().filter(over, case=case)

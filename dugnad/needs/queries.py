"""Questions about needs and answers that read as English."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from dugnad.core.letters import folded
from dugnad.core.pace import HOUR
from dugnad.network.models import Unit

MOST_WORDS = 6
STANDING = {"withdrawn_at": None, "activity__state": "registered"}


class NeedQuery(models.QuerySet[Any]):
    def open(self) -> Self:
        return self.filter(state="open")

    def of_the_last_hour(self, person: Any) -> Self:
        return self.filter(opened_by=person, opened_at__gte=timezone.now() - HOUR)

    def within(self, unit: Unit, day: date) -> Self:
        """Of the unit and those below it; of a platform's countries on that day and those below them."""
        below = Q(unit__path__startswith=unit.path)
        if unit.level.groups:
            for path in Unit.objects.members_of(unit, day).values_list("path", flat=True):
                below |= Q(unit__path__startswith=path)
        return self.filter(below)

    def affecting(self, groups: list[int]) -> Self:
        """With one of these groups of people."""
        through = self.model.groups.through
        return self.filter(Exists(through.objects.filter(need=OuterRef("pk"), term__in=groups)))

    def with_words(self, text: str) -> Self:
        """Those in which every word stands, whole or as a part."""
        found = self
        for word in folded(text.replace("\x00", " ")).split()[:MOST_WORDS]:
            found = found.filter(found_by__contains=word)
        return found

    def called(self, text: str) -> Self:
        """Those with these words, the newest first, with their units."""
        return self.with_words(text).select_related("unit").order_by("-opened_at", "-pk")

    def white(self) -> Self:
        """White spots: no activity has answered them."""
        return self.exclude(Exists(self.model.answers.rel.related_model.objects.standing().filter(need=OuterRef("pk"))))

    def with_answers(self) -> Self:
        """The newest first, each with the number of activities that answered it."""
        standing = Q(**{f"answers__{name}": value for name, value in STANDING.items()})
        return self.annotate(answered=Count("answers", filter=standing)).order_by("-opened_at", "-pk")

    def due(self, today: date) -> Self:
        """Open ones at which nobody has looked for a year, the longest waiting first."""
        return self.open().filter(review_due__lte=today).order_by("review_due", "pk")


class EvidenceQuery(models.QuerySet[Any]):
    def standing(self) -> Self:
        return self.filter(withdrawn_at=None)


class AnswerQuery(models.QuerySet[Any]):
    def standing(self) -> Self:
        """Not taken back, by an activity that counts."""
        return self.filter(**STANDING)

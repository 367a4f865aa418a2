"""Questions about universities and letters that read as English."""

from typing import Any, Self

from django.db import models
from django.db.models import Count, Q


class UniversityQuery(models.QuerySet[Any]):
    """Of `network.University`, whose rows lie further down: made with `universities()`."""

    def served_below(self, unit: Any) -> Self:
        """By the unit itself or by one below it."""
        return self.filter(units__path__startswith=unit.path).distinct()

    def called(self, words: str) -> Self:
        """Every word is a part of its name, its city or its code."""
        found = self
        for word in words.split()[:8]:
            found = found.filter(Q(name__icontains=word) | Q(city__icontains=word) | Q(profile__code__icontains=word))
        return found


def universities() -> UniversityQuery:
    from dugnad.network.models import University

    return UniversityQuery(University)


class LetterQuery(models.QuerySet[Any]):
    def waiting(self) -> Self:
        """Approved, with an address, and not asked of the server yet."""
        return self.filter(state="approved").exclude(email="")

    def given(self) -> Self:
        """What the world may see: it was approved at least."""
        return self.exclude(state="drafted")

    def by_state(self) -> dict[str, int]:
        """How many there are in each state."""
        return dict(self.order_by().values_list("state").annotate(Count("pk")))

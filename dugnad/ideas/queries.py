"""Questions about ideas, adaptations, needs that are named and remarks that read as English."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from dugnad.core.pace import HOUR


class IdeaQuery(models.QuerySet[Any]):
    def published(self) -> Self:
        return self.filter(state="published")

    def newest(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def of_theme(self, terms: list[int]) -> Self:
        """Each with whether one of these is among its causes, as `its_theme`."""
        through = self.model.causes.through
        return self.annotate(its_theme=Exists(through.objects.filter(idea=OuterRef("pk"), term__in=terms)))

    def of_the_last_hour(self, person: Any) -> Self:
        return self.filter(by=person, made_at__gte=timezone.now() - HOUR)


class AdaptationQuery(models.QuerySet[Any]):
    def tried(self) -> Self:
        """The activity has happened and counts."""
        return self.filter(activity__state="registered")

    def standing(self) -> Self:
        """Planned or tried: the activity was not withdrawn."""
        return self.exclude(activity__state="withdrawn")

    def abroad(self) -> Self:
        """Made in another country than the idea's own, as the countries were that day."""
        return self.exclude(activity__origin="")


class NamedQuery(models.QuerySet[Any]):
    def standing(self) -> Self:
        return self.filter(taken_back_at=None)

    def in_sight(self) -> Self:
        """Of ideas that everybody sees."""
        return self.standing().filter(idea__state="published")


class RemarkQuery(models.QuerySet[Any]):
    def in_sight(self) -> Self:
        return self.filter(taken_back_at=None)

    def of_the_last_hour(self, person: Any) -> Self:
        return self.filter(by=person, at__gte=timezone.now() - HOUR)

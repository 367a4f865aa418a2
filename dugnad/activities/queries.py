"""Questions about activities that read as English."""

from datetime import timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from dugnad.core.periods import Period, first_day


class ActivityQuery(models.QuerySet[Any]):
    def registered(self) -> Self:
        return self.filter(state="registered")

    def counted_for(self, unit: Any, before: tuple[Any, Any] | None = None) -> Self:
        """Those that make up the unit's figures, with the belongings of their day; older than a (day, id) if given.

        In one filter: a second one would join the index anew and give every row once for each of its units.
        """
        found = Q(counts_for__unit=unit)
        if before:
            day, pk = before
            found &= Q(counts_for__starts_on__lte=day) & (Q(counts_for__starts_on__lt=day) | Q(counts_for__activity_id__lt=pk))
        return self.filter(found)

    def during(self, period: Period) -> Self:
        """By the month in which an activity began."""
        return self.filter(starts_on__gte=first_day(period.first), starts_on__lt=first_day(period.last + 1))

    def tagged(self, kind: str, keys: list[Any]) -> Self:
        """With one of these terms, whatever the kind; or made from an idea of one of these countries."""
        if kind == "origin":
            return self.filter(origin__in=keys)
        if kind in ("cause", "type", "label"):
            return self.filter(**{f"{kind}_id__in": keys})
        through = self.model.goods if kind == "measure" else self.model.tags
        field = "measure_id__in" if kind == "measure" else "term_id__in"
        return self.filter(Exists(through.rel.related_model.objects.filter(activity=OuterRef("pk"), **{field: keys})))

    def organised_by(self, unit: Any) -> Self:
        """Led by the unit, or joined by it: what it may speak of."""
        joint = self.model.organisers.rel.related_model.objects.filter(activity=OuterRef("pk"), unit=unit).exclude(state="declined")
        return self.filter(Q(unit=unit) | Exists(joint))

    def newest(self) -> Self:
        return self.order_by("-starts_on", "-pk")

    def waiting_for_results(self, today: Any) -> Self:
        """Planned ones whose last day has passed."""
        return self.filter(state="planned", ends_on__lt=today)

    def like(self, unit_ids: list[int], day: Any, *, days: int = 3) -> Self:
        """Of the same organisers on a close date: what a duplicate could be."""
        joint = self.model.organisers.rel.related_model.objects.filter(activity=OuterRef("pk"), unit__in=unit_ids)
        near = self.filter(starts_on__range=(day - timedelta(days=days), day + timedelta(days=days)))
        return near.filter(Q(unit__in=unit_ids) | Exists(joint)).exclude(state="withdrawn")

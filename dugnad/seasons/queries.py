"""Questions about seasons and flags that read as English."""

from datetime import date
from typing import Any, Self

from django.db import models

from dugnad.core.periods import month_of


class SeasonQuery(models.QuerySet[Any]):
    def running(self, today: date) -> Self:
        """Begun, seen by everybody, and not frozen yet."""
        return self.filter(published_at__isnull=False, frozen_at=None, first_month__lte=month_of(today))


class FlagQuery(models.QuerySet[Any]):
    def of(self, season: Any) -> Self:
        """Of the activities in the months and the units of a season."""
        months = {"activity__month__gte": season.first_month, "activity__month__lte": season.last_month}
        return self.filter(activity__unit__path__startswith=season.unit.path, **months)

    def waiting(self) -> Self:
        """Nobody has looked yet; what has been withdrawn meanwhile waits for nobody."""
        return self.filter(state="open", activity__state="registered")

    def out(self) -> Self:
        """Not looked at yet, or looked at and left out: withdrawn ones too, since an earlier day may be asked for."""
        return self.exclude(state="fine")

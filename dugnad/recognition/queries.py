"""Questions about universities and letters that read as English."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Self

from django.db import models
from django.db.models import Count

from dugnad.core.letters import folded

PATIENCE = timedelta(minutes=2)  # longer than any mail server is waited for


def called(universities: Any, asked: str) -> Any:
    """Those of which every word is a part of the name, the city or the code, whatever the accents and the case."""
    words = folded(asked).split()
    if not words:
        return universities
    rows = universities.values_list("pk", "name", "city", "profile__code")
    return universities.filter(pk__in=[pk for pk, *texts in rows if all(word in _plain(*texts) for word in words)])


@lru_cache(maxsize=20_000)
def _plain(name: str, city: str, code: str | None) -> str:
    return folded(f"{name} {city} {code or ''}")


class LetterQuery(models.QuerySet[Any]):
    def waiting(self) -> Self:
        """Approved, with an address, and not asked of the server yet."""
        return self.filter(state="approved").exclude(email="")

    def unknown(self, now: datetime) -> Self:
        """Asked of the mail server so long ago that its answer will not come: somebody has to look."""
        return self.filter(state="sending", asked_at__lte=now - PATIENCE)

    def given(self) -> Self:
        """What the world may see: it was approved at least."""
        return self.exclude(state="drafted")

    def by_state(self) -> dict[str, int]:
        """How many there are in each state."""
        return dict(self.order_by().values_list("state").annotate(Count("pk")))

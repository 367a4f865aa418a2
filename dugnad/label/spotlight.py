"""What stands in the spotlight now."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils import timezone

from dugnad.activities.models import Photo
from dugnad.core.periods import month_of
from dugnad.label.examples import standing
from dugnad.review.models import Award


@dataclass(frozen=True)
class Lit:
    """The label of the activity of the month, the words of the committee, and a photo if there is one."""

    award: Award
    words: str
    since: datetime
    photo: Photo | None

    @property
    def key(self) -> str:
        """Changes with everything that is shown of it."""
        return f"{self.award.pk}.{self.since.timestamp()}.{self.photo and self.photo.pk}"


def lit() -> Lit | None:
    """Of this month, while its label stands: nothing is shown of an activity that lost it (2 queries)."""
    chosen = standing().filter(activity__spotlights__month=month_of(timezone.localdate())).select_related("activity__unit", "step")
    found = chosen.annotate(words=F("activity__spotlights__words"), since=F("activity__spotlights__chosen_at")).first()
    return Lit(found, found.words, found.since, found.activity.photos.filter(hidden_at=None).first()) if found else None

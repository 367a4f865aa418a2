"""What stands in the spotlight now."""

from dataclasses import dataclass

from django.utils import timezone

from dugnad.activities.models import Photo
from dugnad.core.periods import month_of
from dugnad.label.examples import standing
from dugnad.label.models import Spotlight
from dugnad.review.models import Award


@dataclass(frozen=True)
class Lit:
    """The activity of the month with its label, and a photo if it has one."""

    spotlight: Spotlight
    award: Award
    photo: Photo | None

    @property
    def key(self) -> str:
        """Changes with everything that is shown of it."""
        return f"{self.spotlight.pk}.{self.spotlight.chosen_at.timestamp()}.{self.award.pk}.{self.photo and self.photo.pk}"


def lit() -> Lit | None:
    """Of this month, while its label stands: nothing is shown of an activity that lost it (3 queries)."""
    found = Spotlight.objects.filter(month=month_of(timezone.localdate())).first()
    award = found and standing().filter(activity=found.activity_id).select_related("activity__unit", "step").first()
    return Lit(found, award, award.activity.photos.filter(hidden_at=None).first()) if found and award else None

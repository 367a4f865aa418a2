"""What the measures are called where they are shown: hours instead of minutes, euros instead of cents."""

from django.utils.translation import gettext_lazy as __

LABELS = {
    "activities": __("activities"),
    "volunteers": __("volunteers"),
    "volunteer_hours": __("volunteer hours"),
    "international_students": __("international students"),
    "local_students": __("local students"),
    "people_helped": __("people helped"),
    "money_eur": __("collected, in euro"),
}

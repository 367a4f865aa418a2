"""How the figures of letters are called on pages, in the reader's language; in letters they are in the letter's."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as __

LABELS = {
    "activities": __("activities"),
    "volunteers": __("volunteers"),
    "volunteer_hours": __("volunteer hours"),
    "international_students": __("international students"),
    "local_students": __("local students"),
    "people_helped": __("people helped"),
}


def labelled(figures: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(str(LABELS[name]), value) for name, value in figures.items()]

"""The art directions: what the picture of a piece is, and where on the sheet it stands."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language_bidi, pgettext_lazy
from django.utils.translation import gettext_lazy as __


@dataclass(frozen=True, slots=True)
class Art:
    """A template of the press, by what its picture is."""

    key: str
    label: str | Promise
    for_activities: bool = True

    def picture(self, size: tuple[float, float]) -> tuple[float, float]:
        """How large the picture is that the template shows on a sheet of this size."""
        across, down = size
        shares = {"wide": (0.46, 1.0), "square": (1.0, 0.42)}.get(shape(size), (1.0, 0.46))
        return across * shares[0], down * shares[1]

    def middle(self, size: tuple[float, float]) -> tuple[float, float]:
        """Where on the sheet the place on the map stands: where no words are, which is on the other side where one reads from the right."""
        beside = 0.23 if get_language_bidi() else 0.77
        return {"wide": (beside, 0.5), "square": (0.5, 0.2)}.get(shape(size), (0.5, 0.22))


def shape(size: tuple[float, float]) -> str:
    """As the templates tell sheets apart."""
    across, down = size
    if across > down * 1.35:
        return "wide"
    return "story" if down > across * 1.6 else "tall" if down > across * 1.1 else "square"


ARTS = {
    one.key: one
    for one in (
        Art("quilt", __("Quilt")),
        Art("photo", __("Photo")),
        Art("number", __("Number")),
        Art("map", pgettext_lazy("a picture", "Map")),
        Art("causes", __("Causes"), for_activities=False),
        Art("infographic", __("Infographic"), for_activities=False),
    )
}

"""The sheets that pieces are made for. On a screen a point is a pixel; posters are printed."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as __

from dugnad.documents.press import Kind

BLEED = 8.5  # points: 3 mm


@dataclass(frozen=True, slots=True)
class Format:
    """`sharp`: how many pixels of the PNG to an inch; at 72 a point is one."""

    key: str
    label: str | Promise
    size: tuple[float, float]
    for_print: bool = False
    sharp: float = 72

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of file, the one that is best for its use first."""
        return ("pdf", "png", "svg") if self.for_print else ("png", "svg", "pdf")

    @property
    def pixels(self) -> tuple[int, int]:
        """Of the PNG."""
        across, down = (round(side * self.sharp / 72) for side in self.size)
        return across, down


COVER = Format("cover", __("Event cover"), (1640, 624))
CARD = Format("card", __("Share card"), (1200, 630))
SQUARE = Format("square", __("Square"), (1080, 1080))
STORY = Format("story", __("Story"), (1080, 1920))
A4 = Format("a4", __("Poster A4"), (595.28, 841.89), for_print=True, sharp=144)
A3 = Format("a3", __("Poster A3"), (841.89, 1190.55), for_print=True, sharp=144)
PORTRAIT = Format("portrait", __("Portrait"), (1080, 1350))
BANNER = Format("banner", __("Banner"), (1920, 640))

OF_AN_ACTIVITY = {one.key: one for one in (SQUARE, STORY, CARD, COVER, A4, A3)}
EVERY = (*OF_AN_ACTIVITY.values(), PORTRAIT, BANNER)

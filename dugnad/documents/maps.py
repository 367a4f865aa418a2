"""A quiet map with points by size, each opening what it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from dugnad.documents.markup import address, anchor, name, number, words
from dugnad.documents.projection import AREAS, Area

RADII = {"europe": (3.0, 18.0), "world": (2.5, 12.0)}  # smallest and largest in pixels, on every screen
EDGE = 20  # how far inside the frame a point from beyond it waits


@dataclass(frozen=True, slots=True)
class Point:
    """A place with a number; marker colours it (a cause's motif). `empty`: drawn as a ring around white, for what is missing there."""

    lat: float
    lon: float
    value: float
    title: str
    href: str | None = None
    marker: str = ""
    empty: bool = False


def points(places: Sequence[Point], *, area: Literal["europe", "world"], title: str) -> SafeString:
    """The largest lie lowest, so that a small one near a capital can still be pointed at."""
    shown = AREAS[area]
    top = max((place.value for place in places), default=0)
    inside = [place for place in places if near(place, shown)]
    drawn = "".join(dot(place, area, top) for place in sorted(inside, key=lambda p: (-p.value, p.title)))
    land = f'<use class="land" href="{address(static(f"documents/{area}.svg"))}#land" width="100%" height="100%"/>'
    return mark_safe(f'<svg class="map map-{area}" role="group" aria-label="{words(title)}">{land}{drawn}</svg>')


def near(place: Point, area: Area) -> bool:
    """In the frame or not far outside it (the Azores, Spitsbergen, Almaty); what is further off is for the world map."""
    x, y = area.place(place.lat, place.lon)
    return -area.width < 2 * x < 3 * area.width and -area.height < 2 * y < 3 * area.height


def dot(place: Point, area: str, top: float) -> str:
    """A circle whose surface is the number; what lies beyond the frame waits as a ring at its edge."""
    sheet = AREAS[area]
    x, y = sheet.place(place.lat, place.lon)
    outside = not (0 <= x <= sheet.width and 0 <= y <= sheet.height)
    if outside:
        x, y = min(max(x, EDGE), sheet.width - EDGE), min(max(y, EDGE), sheet.height - EDGE)
    how = (" beyond" if outside else "") + (" empty" if place.empty else "")
    at = f'cx="{number(100 * x / sheet.width)}%" cy="{number(100 * y / sheet.height)}%"'
    circle = f'<circle {at} r="{number(radius(place.value, top, *RADII[area]))}" fill="currentColor" fill-opacity=".55"/>'
    cause = f" cause-{name(place.marker)}" if place.marker else ""
    return anchor(place.href, f"<title>{words(place.title)}</title>{circle}", classes=f"point{cause}{how}")


def radius(value: float, top: float, smallest: float, largest: float) -> float:
    """By the square root, since the eye compares surfaces."""
    return max(smallest, largest * sqrt(max(value, 0) / top)) if top > 0 else smallest

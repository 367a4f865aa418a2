"""A map of what was asked: countries shaded by their number, places as points by size, cut to where they lie."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

from dugnad.documents.charts.bars import Bar, highest, sentence, share
from dugnad.documents.maps import radius
from dugnad.documents.markup import anchor, number, words
from dugnad.documents.picture import DESK, LETTER, Picture
from dugnad.documents.projection import AREAS

FOLDER = Path(__file__).parent / "static" / "documents"
RADII, SMALL = (4.0, 22.0), (3.0, 12.0)  # smallest and largest, in pixels
STEPS, KEY, SWATCH = 5, 30, 16
LEAST = 260  # how many units of the sheet a cut shows at least: the outlines bear no closer look


@dataclass(frozen=True, slots=True)
class Place:
    """A country by its code, or a point by its latitude and longitude, with its number."""

    bar: Bar
    lat: float
    lon: float
    country: str = ""


def chosen(places: Sequence[Place], *, title: str, desc: str = "", unit: str = "", room: int = DESK) -> Picture:
    """Countries are shaded and the others are points; where all lie in Europe, the map is Europe's."""
    area = "europe" if all(inside(place) for place in places) else "world"
    left, top, wide, high = cut(places, area)
    height = round(room * high / wide)
    most = highest([place.bar for place in places])
    land = "".join(f'<path d="{d}"/>' for d in outlines(area).values())
    shaded = [country(place, area, most, unit) for place in places if place.country in outlines(area)]
    box = f'viewBox="{left} {top} {wide} {high}" width="{room}" height="{height}"'
    sheet = f'<svg {box}><g class="land">{land}</g>{"".join(shaded)}<path class="borders" d="{borders(area)}"/></svg>'
    spots = [Spot(place, *on(place, area, (left, top, wide, high), room), most, room) for place in places if not place.country]
    spots.sort(key=lambda spot: (-spot.place.bar.value, spot.place.bar.label))
    points = "".join(spot.drawn(unit) for spot in spots) + "".join(spot.name for spot in apart(spots))
    return Picture("atlas", sheet + points + (key(places, height + 8) if shaded else ""), height + (KEY if shaded else 0), title, desc, scaled=room)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the drawing, in pixels of its room."""

    place: Place
    x: float
    y: float
    most: float
    room: int

    @property
    def r(self) -> float:
        return radius(self.place.bar.value, self.most, *(RADII if self.room == DESK else SMALL))

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Where its name stands: left, top, right, bottom."""
        wide, left = LETTER * len(self.place.bar.label), self.x + self.r + 3
        left = self.x - self.r - 3 - wide if left + wide > self.room else left
        return left, self.y - 9, left + wide, self.y + 6

    def drawn(self, unit: str) -> str:
        """A circle whose surface is the number."""
        circle = f'<circle cx="{number(self.x)}" cy="{number(self.y)}" r="{number(self.r)}"/>'
        return anchor(self.place.bar.href, f"<title>{words(sentence(self.place.bar, unit))}</title>{circle}", classes="spot")

    @property
    def name(self) -> str:
        before = self.box[0] < self.x
        turned = ' text-anchor="end"' if before else ""
        aside = -self.r - 3 if before else self.r + 3
        return f'<text class="place-name" x="{number(self.x)}" dx="{number(aside)}" y="{number(self.y + 4)}"{turned}>{words(self.place.bar.label)}</text>'


def on(place: Place, area: str, frame: tuple[int, int, int, int], room: int) -> tuple[float, float]:
    """Where a point lies on the drawing."""
    x, y = AREAS[area].place(place.lat, place.lon)
    return room * (x - frame[0]) / frame[2], room * (y - frame[1]) / frame[2]


def apart(spots: Sequence[Spot]) -> list[Spot]:
    """Those that can be named, the largest first: no name lies over another or over another's circle."""
    named: list[Spot] = []
    for spot in spots:
        left, top, right, bottom = spot.box
        over = any(left < other.box[2] and other.box[0] < right and top < other.box[3] and other.box[1] < bottom for other in named)
        covers = any(other is not spot and left < other.x + other.r and other.x - other.r < right and abs(other.y - spot.y) < other.r + 5 for other in spots)
        if not over and not covers:
            named.append(spot)
    return named


def inside(place: Place) -> bool:
    """On or near the map of Europe."""
    return place.country in outlines("europe") if place.country else near_europe(place)


def near_europe(place: Place) -> bool:
    x, y = AREAS["europe"].place(place.lat, place.lon)
    return 0 <= x <= AREAS["europe"].width and 0 <= y <= AREAS["europe"].height


def cut(places: Sequence[Place], area: str) -> tuple[int, int, int, int]:
    """The whole sheet for countries; for points as much of it as they need, with a margin."""
    sheet = AREAS[area]
    if not places or any(place.country for place in places):
        return 0, 0, sheet.width, sheet.height
    spots = [sheet.place(place.lat, place.lon) for place in places]
    xs, ys = sorted(x for x, _y in spots), sorted(y for _x, y in spots)
    wide = max((xs[-1] - xs[0]) * 1.3, (ys[-1] - ys[0]) * 1.3 * 4 / 3, LEAST)
    high = wide * 3 / 4
    return round((xs[0] + xs[-1] - wide) / 2), round((ys[0] + ys[-1] - high) / 2), round(wide), round(high)


def country(place: Place, area: str, top: float, unit: str) -> str:
    """The shape of a country in one of six shades."""
    shade = round(sqrt(share(place.bar.value, top)) * STEPS) or (1 if place.bar.value else 0)
    shape = f'<path class="cell shade-{shade}" d="{outlines(area)[place.country]}"/>'
    return anchor(place.bar.href, f"<title>{words(sentence(place.bar, unit))}</title>{shape}", classes="place")


def key(places: Sequence[Place], y: int) -> str:
    """What the shades stand for: from nothing to the most."""
    most = max(places, key=lambda place: place.bar.value).bar.shown
    swatches = "".join(f'<rect class="cell shade-{i}" x="{26 + i * SWATCH}" y="{y}" width="{SWATCH}" height="{SWATCH}"/>' for i in range(STEPS + 1))
    return f'<text y="{y + 13}" x="10">0</text>{swatches}<text x="{34 + (STEPS + 1) * SWATCH}" y="{y + 13}">{words(most)}</text>'


@cache
def outlines(area: str) -> dict[str, str]:
    """The shape of each country by its code, from the map's file."""
    return dict(re.findall(r'<path id="([A-Z]{2})" d="([^"]+)"', (FOLDER / f"{area}.svg").read_text()))


@cache
def borders(area: str) -> str:
    found = re.search(r'<path id="borders"[^>]* d="([^"]+)"', (FOLDER / f"{area}.svg").read_text())
    return found[1] if found else ""

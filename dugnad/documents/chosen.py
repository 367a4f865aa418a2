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
from dugnad.documents.picture import DESK, Picture
from dugnad.documents.projection import AREAS

FOLDER = Path(__file__).parent / "static" / "documents"
RADII = {DESK: (4.0, 22.0)}
SMALL = (3.0, 12.0)
STEPS, KEY, SWATCH = 5, 30, 16
LEAST = 260  # how many units of the sheet a cut shows at least: the outlines bear no closer look
NAMED = 12  # so many of the largest points are named


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
    box = f'viewBox="{left} {top} {wide} {high}" width="100%" height="{height}" preserveAspectRatio="xMidYMid slice"'
    sheet = f'<svg {box}><g class="land">{land}</g>{"".join(shaded)}<path class="borders" d="{borders(area)}"/></svg>'
    points = sorted((place for place in places if not place.country), key=lambda place: -place.bar.value)
    spots = "".join(point(place, area, (left, top, wide, high), most, unit, room, i) for i, place in enumerate(points))
    return Picture("atlas", sheet + spots + (key(places, height + 8) if shaded else ""), height + (KEY if shaded else 0), title, desc)


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


def point(place: Place, area: str, frame: tuple[int, int, int, int], top: float, unit: str, room: int, index: int) -> str:
    """A circle whose surface is the number; the largest are named."""
    x, y = AREAS[area].place(place.lat, place.lon)
    across, down = 100 * (x - frame[0]) / frame[2], room * (y - frame[1]) / frame[2]
    r = radius(place.bar.value, top, *RADII.get(room, SMALL))
    turned = ' text-anchor="end"' if across > 80 else ""
    side = -r - 3 if across > 80 else r + 3
    name = f'<text x="{number(across)}%" dx="{number(side)}" y="{number(down + 4)}"{turned}>{words(place.bar.label)}</text>' if index < NAMED else ""
    circle = f'<circle cx="{number(across)}%" cy="{number(down)}" r="{number(r)}"/>'
    return anchor(place.bar.href, f"<title>{words(sentence(place.bar, unit))}</title>{circle}{name}", classes="spot")


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

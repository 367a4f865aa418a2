"""The pictures that prints are made of, each an SVG with its own colours and of any proportion: cloth, a map, a motif, a code."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import ceil, sqrt
from pathlib import Path

import segno

from dugnad.documents.maps import radius
from dugnad.documents.markup import number
from dugnad.documents.motifs import STITCHES, path
from dugnad.documents.projection import AREAS
from dugnad.documents.square import PITCH, SIDE, Square

PAPER, INK, SEA, LAND_COLOUR = "#F6F0E4", "#20242B", "#E4E6E1", "#C9C3B3"
COLOURS = {
    "culture": "#C2410C",
    "education": "#1D4E89",
    "environment": "#2F6B3A",
    "health": "#B3123F",
    "skills": "#8A5A00",
    "inclusion": "#5B3A8C",
}
GOLD = "#E9B44C"
CROWD = 100  # places: so many are drawn smaller, and cut closer
LAND = re.compile(r'<path[^>]+d="([^"]+)"')


def cloth(squares: Sequence[Square], width: float, height: float, *, cells: int = 60, hero: int = 0) -> str:
    """A cut of the quilt that fills its place to the edges: some sixty cells, the squares in turn, over and over.

    `hero`: how many cells across the first square is, in the middle; 0 when none is larger than the others.
    """
    side = sqrt(width * height / cells)
    columns, rows = max(1, ceil(width / side)), max(1, ceil(height / side))
    left, top = (columns - hero) // 2, (rows - hero) // 2
    drawn = []
    turn = 1 if hero else 0
    for place in range(columns * rows):
        x, y = place % columns, place // columns
        if hero and left <= x < left + hero and top <= y < top + hero:
            continue
        drawn.append(_square(squares[turn % len(squares)], x, y, 1) if squares else "")
        turn += 1
    if hero and squares:
        drawn.append(_square(squares[0], left, top, hero))
    # the middle is kept where the place is not a whole number of cells
    w, h = width / side * PITCH, height / side * PITCH
    dx, dy = (columns * PITCH - w) / 2, (rows * PITCH - h) / 2
    box = f"{number(dx)} {number(dy)} {number(w)} {number(h)}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{number(width)}" height="{number(height)}"><rect x="{number(dx)}" y="{number(dy)}" width="{number(w)}" height="{number(h)}" fill="{PAPER}"/>{"".join(drawn)}</svg>'


def border(squares: Sequence[Square], columns: int, rows: int) -> str:
    """A frame one square wide around a sheet, sewn clockwise from the upper left: the squares in turn, over and over."""
    top, right = [(x, 0) for x in range(columns)], [(columns - 1, y) for y in range(1, rows)]
    bottom, left = [(x, rows - 1) for x in range(columns - 2, -1, -1)], [(0, y) for y in range(rows - 2, 0, -1)]
    drawn = [_square(squares[turn % len(squares)], x, y, 1) for turn, (x, y) in enumerate([*top, *right, *bottom, *left])] if squares else []
    w, h = number(columns * PITCH - 0.5), number(rows * PITCH - 0.5)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}">{"".join(drawn)}</svg>'


def _square(square: Square, x: int, y: int, size: int) -> str:
    """Filled with its colour, the motif knitted in paper; or outlined, the motif in its colour."""
    colour, wide = COLOURS.get(square.motif, INK), size * PITCH - 0.5
    ground = f'fill="{colour}"' if square.filled else f'fill="{PAPER}" stroke="{colour}" stroke-width="0.6"'
    inset = 0 if square.filled else 0.3
    rect = f'<rect x="{number(inset)}" y="{number(inset)}" width="{number(wide - 2 * inset)}" height="{number(wide - 2 * inset)}" {ground}/>'
    scale = wide / SIDE
    motif = f'<path transform="translate({number(scale)} {number(scale)}) scale({number(scale)})" fill="{PAPER if square.filled else colour}" d="{path(square.motif)}"/>'
    at, stitch = number(wide - 2 * scale), number(1.5 * scale)
    gold = f'<path fill="{GOLD}" d="M{at} {at}h{stitch}v{stitch}h-{stitch}z"/>' if square.gold else ""
    return f'<g transform="translate({number(x * PITCH)} {number(y * PITCH)})">{rect}{motif}{gold}</g>'


def knitted(motif: str, colour: str, opacity: float = 1, *, ground: str = "") -> str:
    """One motif alone, without ground or on one of a colour, a stitch wide around it."""
    drawn = f'<path fill="{colour}" fill-opacity="{number(opacity)}" d="{path(motif)}"/>'
    if ground:
        drawn = f'<rect x="-1" y="-1" width="{SIDE}" height="{SIDE}" fill="{ground}"/>{drawn}'
    box = f"-1 -1 {SIDE} {SIDE}" if ground else f"0 0 {STITCHES} {STITCHES}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="90" height="90">{drawn}</svg>'


def seam(motifs: Mapping[str, str]) -> str:
    """Motifs side by side, each in its colour, with a stitch between them."""
    drawn = "".join(
        f'<path transform="translate({place * (STITCHES + 1)} 0)" fill="{colour}" d="{path(motif)}"/>' for place, (motif, colour) in enumerate(motifs.items())
    )
    wide = len(motifs) * (STITCHES + 1) - 1
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {STITCHES}" width="{wide * 10}" height="{STITCHES * 10}">{drawn}</svg>'


def located(
    places: Sequence[tuple[float, float, float]],
    width: float,
    height: float,
    *,
    colour: str,
    at: tuple[float, float],
    reach: float = 0,
    sea: str = SEA,
    land: str = LAND_COLOUR,
    paper: str = PAPER,
) -> str:
    """Places (latitude, longitude, number) on a cut of the map of Europe, or of the world when they are not in Europe.

    `at`: where in the picture (parts of its width and height) the middle of the places is. `reach`: how many pixels of the
    sheet, 2,000 wide, the picture shows across at least.
    """
    area = "europe" if all(_within("europe", lat, lon) for lat, lon, _value in places) else "world"
    sheet = AREAS[area]
    dots = [(*sheet.place(lat, lon), value) for lat, lon, value in places] or [(sheet.width / 2, sheet.height / 2, 0)]
    (low, high), (up, down) = (_span([dot[i] for dot in dots]) for i in (0, 1))
    free = 2 * min(at[0], 1 - at[0]), 2 * min(at[1], 1 - at[1])
    w = max(reach or 700, (high - low) * 1.25 / free[0], (down - up) * 1.25 / free[1] * width / height)
    h = w * height / width
    x, y = (low + high) / 2 - at[0] * w, (up + down) / 2 - at[1] * h
    top = max((value for *_place, value in dots), default=0)
    smallest, largest = (w / 60, w / 60) if len(dots) == 1 else (w / 130, w / 28) if len(dots) < CROWD else (w / 240, w / 60)
    drawn = "".join(
        f'<circle cx="{number(a)}" cy="{number(b)}" r="{number(radius(value, top, smallest, largest))}" fill="{colour}" fill-opacity="0.82" stroke="{paper}" stroke-width="{number(w / 500)}"/>'
        for a, b, value in sorted(dots, key=lambda dot: (-dot[2], dot))
    )
    outlines = f'<path fill="{land}" stroke="{paper}" stroke-width="{number(w / 700)}" d="{_land(area)}"/>'
    box = f"{number(x)} {number(y)} {number(w)} {number(h)}"
    ground = f'<rect x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}" fill="{sea}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{number(width)}" height="{number(height)}">{ground}{outlines}{drawn}</svg>'


def _span(values: Sequence[float]) -> tuple[float, float]:
    """From the first to the last; of a crowd without the two in a hundred that lie furthest out on each side."""
    sorted_values = sorted(values)
    out = len(values) // 50 if len(values) >= CROWD else 0
    return sorted_values[out], sorted_values[-1 - out]


def _within(area: str, lat: float, lon: float) -> bool:
    x, y = AREAS[area].place(lat, lon)
    return 0 <= x <= AREAS[area].width and 0 <= y <= AREAS[area].height


@cache
def _land(area: str) -> str:
    drawn = (Path(__file__).parent / "static" / "documents" / f"{area}.svg").read_text()
    return "".join(LAND.findall(drawn))


def code(address: str) -> str:
    """The QR code of an address, error correction M, with the quiet zone that readers need."""
    made = segno.make(address, error="m", micro=False)
    drawn: str = made.svg_inline(border=2, scale=4, dark=INK, light="#fff", svgclass=None, lineclass=None)
    wide, high = made.symbol_size(border=2, scale=4)
    return drawn.replace("<svg ", f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" ', 1)  # whole at any size

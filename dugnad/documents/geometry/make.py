"""Makes static/documents/europe.svg and world.svg, once, from Natural Earth (public domain) as world-atlas packs it.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m dugnad.documents.geometry.make package/countries-50m.json

Each file holds one <symbol id="land">: a path for every country, its id the country's code (so that a single one can be
referred to and coloured), then the borders. Colours come from where the symbol is used: fill the land, stroke the borders.
"""

import sys
from pathlib import Path

from dugnad.documents.geometry.borders import DASHED, Outlines, countries, shared
from dugnad.documents.geometry.lines import Box, Place, clip, simplify, surface, within, written
from dugnad.documents.geometry.topology import Topology, read
from dugnad.documents.projection import AREAS, Area

TARGET = Path(__file__).parents[1] / "static" / "documents"
TOLERANCE = {"europe": 1.0, "world": 1.0}  # in units of a sheet 2000 wide
SMALLEST = {
    "europe": 24.0,
    "world": 10.0,
}  # islands below this surface are left out, but never a whole country
MARGIN = 6.0


def draw(topology: Topology, outlines: Outlines, area_name: str) -> str:
    """The file's text for one area."""
    area = AREAS[area_name]
    lines = [thin(arc, area, TOLERANCE[area_name]) for arc in topology.arcs]
    drawn = {iso: country(rings, lines, area, SMALLEST[area_name]) for iso, rings in outlines.items()}
    land = "".join(f'<path id="{iso}" d="{d}"/>\n' for iso, d in drawn.items() if d)
    return sheet(area, land + parted(outlines, lines, area))


def thin(arc: list[Place], area: Area, tolerance: float) -> list[Place]:
    """The points of a line that the map cannot do without, still as longitude and latitude."""
    arc = unrolled(arc)
    return [arc[i] for i in simplify([area.place(lat, lon) for lon, lat in arc], tolerance)]


def country(rings: list[list[int]], lines: list[list[Place]], area: Area, smallest: float) -> str:
    """All parts of a country that are in the frame and large enough to be seen, or else a speck for it."""
    halves = [half for ring in rings for half in cut_at_date_line(walk(ring, lines))]
    parts = [clip([area.place(lat, lon) for lon, lat in half], frame(area)) for half in halves]
    parts = sorted((part for part in parts if part), key=surface, reverse=True)
    seen = [written(part, closed=True) for part in parts if surface(part) > smallest]
    return "".join(seen) or "".join(speck(part) for part in parts[:1])


def speck(part: list[Place]) -> str:
    """A country too small for its outline (Malta on the world map) is still somewhere."""
    return f"M{round(part[0][0]) - 1} {round(part[0][1]) - 1}h3v3h-3z"


def frame(area: Area) -> Box:
    return -MARGIN, -MARGIN, area.width + MARGIN, area.height + MARGIN


def walk(ring: list[int], lines: list[list[Place]]) -> list[Place]:
    return [place for arc in ring for place in (lines[arc] if arc >= 0 else lines[~arc][::-1])[:-1]]


def unrolled(line: list[Place]) -> list[Place]:
    """Across the date line, longitudes go on counting instead of jumping to the other side of the world."""
    turns, rolled = 0, []
    for i, (lon, lat) in enumerate(line):
        step = lon - line[i - 1][0] if i else 0
        turns += (step < -180) - (step > 180)
        rolled.append((lon + 360 * turns, lat))
    return rolled


def cut_at_date_line(ring: list[Place]) -> list[list[Place]]:
    """What lies beyond the date line (Chukotka, Fiji) comes back in at the other side."""
    ring = unrolled(ring)
    halves = [clip([(lon + turn, lat) for lon, lat in ring], (-180, -90, 180, 90)) for turn in (-360, 0, 360)]
    return [half for half in halves if half]


def parted(outlines: Outlines, lines: list[list[Place]], area: Area) -> str:
    """The borders, each drawn once, and those in dispute with a dashed line."""
    solid: list[str] = []
    dashed: list[str] = []
    for arc, pair in sorted(shared(outlines).items()):
        line = [area.place(lat, lon) for lon, lat in lines[arc]]
        if within(line, frame(area)):
            (dashed if pair in DASHED else solid).append(written(line, closed=False))
    kept = 'fill="none" vector-effect="non-scaling-stroke" stroke-linejoin="round"'
    return f'<path id="borders" {kept} d="{"".join(solid)}"/>\n<path id="disputed" {kept} stroke-dasharray="3 2.5" d="{"".join(dashed)}"/>\n'


def sheet(area: Area, inside: str) -> str:
    box = f'viewBox="0 0 {area.width} {area.height}"'
    inside = inside.replace('<path id="borders"', '</g>\n<path id="borders"')
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><symbol id="land" {box}><g stroke="none">\n{inside}</symbol></svg>\n'


if __name__ == "__main__":
    atlas = read(Path(sys.argv[1]))
    for place in AREAS:
        text = draw(atlas, countries(atlas), place)
        (TARGET / f"{place}.svg").write_text(text)
        print(place, len(text))

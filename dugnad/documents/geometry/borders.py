"""Which land belongs to which country on the maps; the reasons are in docs/decisions/0007-borders-on-maps.md."""

from itertools import pairwise

import pycountry

from dugnad.documents.geometry.topology import Shape, Topology, dissolve

LEFT_OUT = {"Antarctica", "Indian Ocean Ter.", "Fr. S. Antarctic Lands", "Heard I. and McDonald Is."}
JOINED = {"N. Cyprus": "196", "Somaliland": "706"}  # drawn with the state that the United Nations names
WITHOUT_CODE = {"Kosovo": "XK", "Siachen Glacier": "siachen"}
DASHED = ({"XK", "RS"}, {"MA", "EH"}, {"siachen", "IN"}, {"siachen", "PK"}, {"siachen", "CN"})
CRIMEA = (34.0, 45.2)  # a place in the middle of it
RUSSIA, UKRAINE = "643", "804"

Outlines = dict[str, list[list[int]]]


def countries(topology: Topology) -> Outlines:
    """Rings of arcs by ISO 3166-1 code of two letters."""
    rings: dict[str, list[list[int]]] = {}
    for shape in topology.shapes:
        if shape.name not in LEFT_OUT:
            rings.setdefault(code(shape), []).extend(shape.rings)
    give_crimea(rings, topology)
    return {iso: dissolve(parts, topology.arcs) for iso, parts in sorted(rings.items())}


def code(shape: Shape) -> str:
    if shape.name in WITHOUT_CODE:
        return WITHOUT_CODE[shape.name]
    country = pycountry.countries.get(numeric=JOINED.get(shape.name, shape.number))
    if country is None:
        raise LookupError(f"{shape.name} has no code: decide in {__name__}")
    return str(country.alpha_2)


def give_crimea(rings: Outlines, topology: Topology) -> None:
    """From the shape of Russia to that of Ukraine."""
    peninsula = [ring for ring in rings["RU"] if around(ring, topology, CRIMEA)]
    if len(peninsula) != 1:
        raise LookupError("Crimea is not a ring of its own in this version of the data: look again")
    rings["RU"].remove(peninsula[0])
    rings["UA"].append(peninsula[0])


def around(ring: list[int], topology: Topology, place: tuple[float, float]) -> bool:
    """The place lies in the ring: a line from it to the east crosses the ring an odd number of times."""
    points = [p for arc in ring for p in (topology.arcs[arc] if arc >= 0 else topology.arcs[~arc][::-1])]
    crossings = 0
    for (x, y), (u, v) in pairwise(points):
        if (y > place[1]) != (v > place[1]) and place[0] < x + (place[1] - y) * (u - x) / (v - y):
            crossings += 1
    return crossings % 2 == 1


def shared(outlines: Outlines) -> dict[int, set[str]]:
    """The arcs that part two countries."""
    owners: dict[int, set[str]] = {}
    for iso, rings in outlines.items():
        for arc in (arc for ring in rings for arc in ring):
            owners.setdefault(max(arc, ~arc), set()).add(iso)
    return {arc: pair for arc, pair in owners.items() if len(pair) == 2}

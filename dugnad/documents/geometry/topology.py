"""Reads TopoJSON: shared lines are stored once, so that neighbours stay neighbours when the lines are simplified."""

import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

Place = tuple[float, float]
Directed = int  # an arc's number, or its complement where it is walked backwards


@dataclass
class Topology:
    """The arcs as longitude and latitude, and each shape's name, number and rings of arcs."""

    arcs: list[list[Place]]
    shapes: list["Shape"]


@dataclass
class Shape:
    name: str
    number: str
    rings: list[list[Directed]] = field(default_factory=list)


def read(path: Path) -> Topology:
    """Decode the file: arcs are whole-number steps from one point to the next."""
    raw = json.loads(path.read_text())
    (sx, sy), (tx, ty) = raw["transform"]["scale"], raw["transform"]["translate"]
    arcs = []
    for steps in raw["arcs"]:
        points = accumulate(steps, lambda at, step: [at[0] + step[0], at[1] + step[1]])
        arcs.append([(x * sx + tx, y * sy + ty) for x, y in points])
    return Topology(arcs, [shape(geometry) for geometry in raw["objects"]["countries"]["geometries"]])


def shape(geometry: dict[str, Any]) -> Shape:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return Shape(
        geometry["properties"]["name"],
        geometry.get("id", ""),
        [ring for polygon in polygons for ring in polygon],
    )


def dissolve(rings: list[list[Directed]], arcs: list[list[Place]]) -> list[list[Directed]]:
    """One outline for parts that touch: a line walked in both directions lies inside and falls away."""
    walked = Counter(arc for ring in rings for arc in ring)
    if not any(~arc in walked for arc in walked):
        return rings
    outer = [arc for ring in rings for arc in ring if ~arc not in walked]
    by_start: dict[Place, list[Directed]] = {}
    for arc in outer:
        by_start.setdefault(ends(arc, arcs)[0], []).append(arc)
    return [stitch(by_start, arcs) for _ in iter(lambda: any(by_start.values()), False)]


def stitch(by_start: dict[Place, list[Directed]], arcs: list[list[Place]]) -> list[Directed]:
    """Walk from line to line until back at the beginning."""
    begin = next(place for place, waiting in by_start.items() if waiting)
    ring: list[Directed] = []
    here = begin
    while not ring or here != begin:
        ring.append(by_start[here].pop())
        here = ends(ring[-1], arcs)[1]
    return ring


def ends(arc: Directed, arcs: list[list[Place]]) -> tuple[Place, Place]:
    line = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
    return line[0], line[-1]

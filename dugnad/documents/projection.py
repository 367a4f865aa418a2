"""From latitude and longitude to a place on a map, both true to area: Lambert for Europe, Equal Earth for the world."""

from collections.abc import Callable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

Place = tuple[float, float]
EUROPE_CENTRE = (52.0, 15.0)


def lambert(lat: float, lon: float) -> Place:
    """Lambert's azimuthal equal-area projection around the middle of Europe; x to the east, y to the north."""
    phi, middle = radians(lat), radians(EUROPE_CENTRE[0])
    turn = radians(lon - EUROPE_CENTRE[1])
    near = 1 + sin(middle) * sin(phi) + cos(middle) * cos(phi) * cos(turn)
    k = sqrt(2 / max(near, 1e-9))
    return k * cos(phi) * sin(turn), k * (cos(middle) * sin(phi) - sin(middle) * cos(phi) * cos(turn))


def equal_earth(lat: float, lon: float) -> Place:
    """Šavrič, Patterson and Jenny's projection of 2018, with its four published coefficients."""
    a, b, c, d = 1.340264, -0.081106, 0.000893, 0.003796
    theta = asin(sqrt(3) / 2 * sin(radians(lat)))
    t2 = theta * theta
    t6 = t2**3
    across = 2 * sqrt(3) * radians(lon) * cos(theta) / (3 * (9 * d * t6 * t2 + 7 * c * t6 + 3 * b * t2 + a))
    return across, theta * (d * t6 * t2 + c * t6 + b * t2 + a)


@dataclass(frozen=True, slots=True)
class Area:
    """A projection and the part of it that the map shows, drawn on a sheet of this width."""

    project: Callable[[float, float], Place]
    left: float
    right: float
    bottom: float
    top: float
    width: int = 2000

    @property
    def scale(self) -> float:
        return self.width / (self.right - self.left)

    @property
    def height(self) -> int:
        return round((self.top - self.bottom) * self.scale)

    def place(self, lat: float, lon: float) -> Place:
        """Where on the sheet, counted from its upper left corner."""
        x, y = self.project(lat, lon)
        return (x - self.left) * self.scale, (self.top - y) * self.scale


# Iceland to the Caspian Sea with Kazakhstan's edge, Crete and Cyprus to the North Cape; all land but Antarctica.
AREAS = {
    "europe": Area(lambert, left=-0.415, right=0.475, bottom=-0.305, top=0.36),
    "world": Area(equal_earth, left=-2.72, right=2.72, bottom=-1.03, top=1.31),
}

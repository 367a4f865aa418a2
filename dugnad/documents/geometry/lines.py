"""Makes lines short to write: fewer points, nothing outside the frame, whole numbers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

Place = tuple[float, float]
Dot = tuple[int, int]
Box = tuple[float, float, float, float]  # left, top, right, bottom


def simplify(line: Sequence[Place], tolerance: float) -> list[int]:
    """Ramer, Douglas and Peucker's way: which points to keep, being further than the tolerance from the line without them."""
    keep, work = {0, len(line) - 1}, [(0, len(line) - 1)]
    while work:
        start, end = work.pop()
        far, most = max(((away(line[i], line[start], line[end]), i) for i in range(start + 1, end)), default=(0, 0))
        if far > tolerance:
            keep.add(most)
            work += [(start, most), (most, end)]
    return sorted(keep)


def away(point: Place, start: Place, end: Place) -> float:
    """How far a point lies from a straight line (or from a point, where the line is a closed ring)."""
    (px, py), (sx, sy), (ex, ey) = point, start, end
    length = hypot(ex - sx, ey - sy)
    if length == 0:
        return hypot(px - sx, py - sy)
    return abs((ex - sx) * (sy - py) - (sx - px) * (ey - sy)) / length


def clip(ring: Sequence[Place], box: Box) -> list[Place]:
    """Sutherland and Hodgman's way: cut a ring off at each side of the frame in turn."""
    points = list(ring)
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        points = list(cut(points, axis, limit, sign))
    return points


def cut(points: list[Place], axis: int, limit: float, sign: int) -> Iterator[Place]:
    for before, here in zip(points[-1:] + points[:-1], points, strict=True):
        was_in, is_in = sign * (before[axis] - limit) >= 0, sign * (here[axis] - limit) >= 0
        if was_in != is_in:
            part = (limit - before[axis]) / (here[axis] - before[axis])
            yield before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])
        if is_in:
            yield here


def within(line: Sequence[Place], box: Box) -> bool:
    """Any of it is in the frame."""
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in line)


def surface(ring: Sequence[Place]) -> float:
    turned = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in turned)) / 2


def written(line: Sequence[Place], *, closed: bool) -> str:
    """A path's d in whole numbers and relative steps."""
    dots = list(whole(line))
    if closed and len(dots) > 1 and dots[0] == dots[-1]:
        dots.pop()
    if len(dots) < (3 if closed else 2):
        return ""
    steps = [(x - u, y - v) for (u, v), (x, y) in pairwise(dots)]
    text = "".join(joined(number) for step in steps for number in step).lstrip()
    return f"M{dots[0][0]}{joined(dots[0][1])}l{text}" + ("z" if closed else "")


def whole(line: Sequence[Place]) -> Iterator[Dot]:
    last = None
    for x, y in line:
        dot = (round(x), round(y))
        if dot != last:
            yield dot
        last = dot


def joined(number: int) -> str:
    """A minus sign parts two numbers as well as a space does."""
    return str(number) if number < 0 else f" {number}"

"""A family drawn over time: a lane for each place, a mark for what happened there, elbows from what each came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from dugnad.documents.markup import anchor, number, words
from dugnad.documents.picture import LETTER, PHONE, Picture, short

LANE, HEAD, FOOT = 58, 8, 26  # pixels
NAME, LINE = 16, 38  # where in a lane its name and its line stand
LEFT, RIGHT = 3.0, 95.0  # per cent


@dataclass(frozen=True, slots=True)
class Mark:
    """`at` is a share of the time, 0 to 1; `of` the mark from which it comes. A root is a square, all else are circles."""

    at: float
    lane: int
    title: str
    href: str | None = None
    of: int | None = None
    many: int = 1
    square: bool = False
    filled: bool = True
    gold: bool = False
    marker: str = ""


def lineage(lanes: Sequence[str], marks: Sequence[Mark], ticks: Sequence[tuple[float, str]], *, title: str, desc: str = "", room: int = 900) -> Picture:
    """Parents stand before their children in `marks`."""
    high = HEAD + LANE * len(lanes)
    drawn = [_lane(at) for at in range(len(lanes))]
    drawn += [_elbow(marks[mark.of], mark) for mark in marks if mark.of is not None]
    drawn += [_name(name, at, room) for at, name in enumerate(lanes)]
    drawn += [_drawn(mark) for mark in sorted(marks, key=lambda mark: -mark.many)]
    return Picture("lineage", "".join(drawn) + _feet(ticks, high, room), high + FOOT, title, desc)


def _lane(at: int) -> str:
    y = HEAD + at * LANE + LINE
    return f'<line class="lane" x1="0" x2="100%" y1="{y}" y2="{y}"/>'


def _name(name: str, at: int, room: int) -> str:
    """At the end of time, where the fewest branches pass."""
    return f'<text class="place" x="100%" y="{HEAD + at * LANE + NAME}" text-anchor="end">{words(short(name, room / 2))}</text>'


def _elbow(parent: Mark, child: Mark) -> str:
    """Down (or up) from the parent into the child's lane, then on in time."""
    (x, y), (to, down) = _place(parent), _place(child)
    upright = f'<line class="branch" x1="{number(x)}%" x2="{number(x)}%" y1="{y}" y2="{down}"/>' if y != down else ""
    return upright + f'<line class="branch" x1="{number(x)}%" x2="{number(to)}%" y1="{down}" y2="{down}"/>'


def _drawn(mark: Mark) -> str:
    x, y = _place(mark)
    size = 7 if mark.square else min(5 + 2.2 * sqrt(mark.many - 1), 11)
    if mark.square:
        shape = f'<svg x="{number(x)}%" y="{y}" width="1" height="1" overflow="visible"><rect x="{-size}" y="{-size}" width="{2 * size}" height="{2 * size}"/></svg>'
    else:
        shape = f'<circle cx="{number(x)}%" cy="{y}" r="{number(size)}"/>'
    stitch = f'<circle class="gold" cx="{number(x)}%" cy="{y}" r="2.6"/>' if mark.gold else ""
    count = f'<text class="number" x="{number(x)}%" y="{y - size - 4:.0f}" text-anchor="middle">{mark.many}</text>' if mark.many > 1 else ""
    looks = "mark" + ("" if mark.filled else " planned") + (f" cause-{mark.marker}" if mark.marker else "")
    return anchor(mark.href, f"<title>{words(mark.title)}</title>{shape}{stitch}{count}", classes=looks)


def _feet(ticks: Sequence[tuple[float, str]], high: int, room: int) -> str:
    """The times below, each as far as it does not run into the one before."""
    drawn, free = [], -1.0
    for at, label in ticks:
        x = LEFT + at * (RIGHT - LEFT)
        wide = 100 * LETTER * len(label) / (PHONE if room <= PHONE else room)
        begins = max(0.0, min(x - wide / 2, 100 - wide))
        if begins > free:
            drawn.append(f'<text x="{number(begins)}%" y="{high + 16}">{words(label)}</text>')
            free = begins + wide + 2
    return "".join(drawn)


def _place(mark: Mark) -> tuple[float, int]:
    return LEFT + mark.at * (RIGHT - LEFT), HEAD + mark.lane * LANE + LINE

"""One activity as one square: its motif the cause, its size the people, a gold stitch for the label."""

from dataclasses import dataclass

from dugnad.documents.markup import anchor, name, number, words
from dugnad.documents.motifs import STITCHES, known

SIDE = STITCHES + 2  # one stitch of ground around the motif
GAP = 0.5
PITCH = SIDE + GAP


@dataclass(frozen=True, slots=True)
class Square:
    """What a quilt needs to know of an activity; key stays the same for its whole life."""

    title: str
    href: str
    motif: str
    size: int = 1
    filled: bool = False
    gold: bool = False
    key: str = ""


def draw(square: Square, x: float, y: float, *, prefix: str, fresh: bool = False, tall: bool = False) -> str:
    """The square at a place; a tall one (in a column one cell wide) repeats its motif instead of enlarging it."""
    ground = patch(square.motif, square.size, square.gold, prefix, tall=tall)
    key = f' data-key="{words(square.key)}"' if square.key else ""
    place = f' transform="translate({number(x)} {number(y)})"{key}'
    inside = f"<title>{words(square.title)}</title>{ground}"
    return anchor(square.href, inside, classes=looks(square.motif, square.filled, fresh=fresh), extra=place)


def patch(motif: str, size: int, gold: bool, prefix: str, *, tall: bool = False) -> str:
    """Ground, motif and gold stitch, from the upper left corner on."""
    height = side(size)
    width = side(1) if tall else height
    pieces = [f'<rect width="{number(width)}" height="{number(height)}"/>']
    pieces += stacked(motif, prefix, size) if tall else [used(motif, prefix, size)]
    if gold:
        pieces.append(gold_stitch(width, height))
    return "".join(pieces)


def gold_stitch(width: float, height: float) -> str:
    """The label, in the lower right corner."""
    return f'<path class="gold" d="M{number(width - 2)} {number(height - 2)}h1.5v1.5h-1.5z"/>'


def used(motif: str, prefix: str, size: int) -> str:
    """The motif from the picture's definitions, in the middle of its ground."""
    reference = f'<use href="#{name(prefix)}-{known(motif)}"'
    if size == 1:
        return f'{reference} x="1" y="1"/>'
    margin = number((side(size) - size * STITCHES) / 2)
    return f'{reference} transform="translate({margin} {margin}) scale({size})"/>'


def stacked(motif: str, prefix: str, size: int) -> list[str]:
    """The motif once for each cell of a tall square."""
    reference = f'<use href="#{name(prefix)}-{known(motif)}"'
    return [f'{reference} x="1" y="{number(1 + i * PITCH)}"/>' for i in range(size)]


def side(size: int) -> float:
    """How long the side of a square over that many cells is."""
    return size * PITCH - GAP


def looks(motif: str, filled: bool, *, fresh: bool = False) -> str:
    """The classes that the style sheet gives colours to."""
    return f"square cause-{name(motif)}" + (" filled" if filled else "") + (" fresh" if fresh else "")

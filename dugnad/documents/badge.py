"""The badge of the label: an activity's square, sewn on with gold, and under it a row of stitches that says the step without a letter.

A stitch that is reached is filled, one that is not is an outline; so it reads at 64 pixels, in black and white, and in any language.
"""

from dugnad.documents.cuttings import COLOURS, GOLD, INK, PAPER
from dugnad.documents.markup import number, words
from dugnad.documents.motifs import path
from dugnad.documents.square import SIDE
from dugnad.web.contrast import HEX, contrast

ACROSS = 18
TOP = 1.6  # ground above the square
LEFT = (ACROSS - SIDE) / 2
ROW = 14.1  # where the stitches begin
WIDE, HIGH, BETWEEN = 3.2, 3.0, 1.4  # of a stitch, and to the next one
MOST_STEPS = 5
ROOM = ACROSS - 2  # for the row
APART = 3.0  # contrast of gold on its ground
GREY = "#8D877A"
STITCH = "M0 0L1.5 1.2V3L0 1.8zM3.2 0L1.7 1.2V3L3.2 1.8z"


def badge(
    motif: str, step: int, steps: int, *, title: str, says: str = "", filled: bool = True, ground: str = "", void: bool = False, pixels: int = 256
) -> str:
    """The whole picture. `void`: the label was taken back; it is drawn without gold, and struck through."""
    thread, cloth = (GREY, INK) if void else (GOLD, ground_of(ground))
    size = f'width="{pixels}" height="{pixels}" viewBox="0 0 {ACROSS} {ACROSS}"'
    about = f"<title>{words(title)}</title>" + (f"<desc>{words(says)}</desc>" if says else "")
    drawn = f'<rect width="{ACROSS}" height="{ACROSS}" fill="{cloth}"/>{_sewn(thread)}{_patch(motif, filled, GREY if void else "")}{_row(step, steps, thread)}'
    strike = f'<path d="M1.5 16.5L16.5 1.5" stroke="{PAPER}" stroke-width="2.6"/><path d="M1 17L17 1" stroke="{INK}" stroke-width="1.2"/>' if void else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>{about}{drawn}{strike}</svg>'


def ground_of(colour: str) -> str:
    """The network's own colour where gold can be told from it, else ink."""
    return colour if HEX.fullmatch(colour) and contrast(colour, GOLD) >= APART else INK


def places(steps: int) -> tuple[list[float], float]:
    """Where each stitch of the row begins, from the left, and how large it is: in the middle, smaller where there are many."""
    many = max(1, min(steps, MOST_STEPS))
    whole = many * WIDE + (many - 1) * BETWEEN
    scale = min(1.0, ROOM / whole)
    first = (ACROSS - whole * scale) / 2
    return [first + turn * (WIDE + BETWEEN) * scale for turn in range(many)], scale


def _row(step: int, steps: int, thread: str) -> str:
    """Filled up to the step, outlined beyond it."""
    (found, scale), looks = places(steps), (f'fill="{thread}"', f'fill="none" stroke="{thread}" stroke-width="0.28" stroke-linejoin="round"')
    return "".join(
        f'<path class="{"reached" if turn < step else "open"}" transform="translate({number(x)} {ROW}) scale({number(scale)})" d="{STITCH}" {looks[turn >= step]}/>'
        for turn, x in enumerate(found)
    )


def _sewn(thread: str) -> str:
    """The seam around the square."""
    side = SIDE + 1.2
    return (
        f'<rect x="{number(LEFT - 0.6)}" y="{number(TOP - 0.6)}" width="{number(side)}" height="{number(side)}" fill="none" '
        f'stroke="{thread}" stroke-width="0.6" stroke-dasharray="1.22 0.813"/>'
    )


def _patch(motif: str, filled: bool, plain: str) -> str:
    """The square itself, as it stands in every quilt."""
    colour = plain or COLOURS.get(motif, INK)
    ground, figure = (colour, PAPER) if filled else (PAPER, colour)
    return (
        f'<g transform="translate({number(LEFT)} {number(TOP)})"><rect width="{SIDE}" height="{SIDE}" fill="{ground}"/>'
        f'<path transform="translate(1 1)" fill="{figure}" d="{path(motif)}"/></g>'
    )

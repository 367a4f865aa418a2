"""The cloth that squares are sewn on: the picture's frame, and the places where nothing is yet."""

from collections.abc import Sequence

from dugnad.documents.markup import number, words
from dugnad.documents.square import GAP, PITCH, SIDE


def frame(inside: str, columns: int, rows: int, *, title: str, cell: int = 52, role: str = "group") -> str:
    """The picture around its cells."""
    width, height = columns * PITCH - GAP, rows * PITCH - GAP
    size = f'width="{columns * cell}" height="{round(columns * cell * height / width)}"'
    box = f'viewBox="0 0 {number(width)} {number(height)}"'
    return f'<svg class="quilt" role="{role}" aria-label="{words(title)}" {box} {size}>{inside}</svg>'


def waiting(cells: Sequence[tuple[int, int]]) -> str:
    """The places where nothing is yet: the first stitch of each."""
    if not cells:
        return ""
    stitches = "".join(f"M{number(x * PITCH + SIDE / 2 - 0.5)} {number(y * PITCH + SIDE / 2 - 0.5)}h1v1h-1z" for x, y in cells)
    return f'<path class="waiting" d="{stitches}"/>'

"""The quilt: every activity a knitted square, packed into rows, each opening its activity."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe

from dugnad.documents.cloth import frame, waiting
from dugnad.documents.markup import number, words
from dugnad.documents.motifs import definitions, path
from dugnad.documents.packing import pack
from dugnad.documents.square import PITCH, SIDE, Square, draw, gold_stitch, looks, side
from dugnad.documents.weeks import weeks

__all__ = ["Square", "empty", "quilt", "sign", "weeks"]


def quilt(
    squares: Sequence[Square],
    *,
    columns: int,
    title: str,
    cell: int = 52,
    prefix: str = "quilt",
    narrow: int = 0,
    narrow_rows: int = 12,
    fresh: str = "",
) -> SafeString:
    """The picture, as wide as its container and drawn for cells of that many pixels.

    With narrow, a second picture with that many columns takes its place where the container is narrow (a phone), and
    shows only the first squares, as many as fit into narrow_rows: hand over the newest first. The square whose key is
    fresh has just been made and appears before one's eyes.
    """
    if not squares:
        return empty(columns=columns, title=title, narrow=narrow)
    wide = sheet(squares, columns, title=title, cell=cell, prefix=prefix, fresh=fresh)
    if not narrow:
        return mark_safe(wide)
    few = first(squares, narrow * narrow_rows)
    small = sheet(few, narrow, title=title, cell=cell, prefix=f"{prefix}-n", fresh=fresh)
    return mark_safe(f'<div class="quilt-frame"><div class="wide">{wide}</div><div class="narrow">{small}</div></div>')


def first(squares: Sequence[Square], cells: int) -> Sequence[Square]:
    """As many of the squares as find place on that many cells."""
    for i, square in enumerate(squares):
        cells -= square.size**2
        if cells < 0:
            return squares[:i]
    return squares


def sheet(squares: Sequence[Square], columns: int, *, title: str, cell: int, prefix: str, fresh: str) -> str:
    """One packed picture; the cells left over in its last row wait for the next activities."""
    corners, rows = pack([square.size for square in squares], columns)
    drawn = "".join(
        draw(square, x * PITCH, y * PITCH, prefix=prefix, fresh=bool(fresh) and square.key == fresh) for square, (x, y) in zip(squares, corners, strict=True)
    )
    defined = definitions((square.motif for square in squares), prefix)
    taken = {(x + i, y + j) for s, (x, y) in zip(squares, corners, strict=True) for i in range(s.size) for j in range(s.size)}
    left = [(x, y) for y in range(rows) for x in range(columns) if (x, y) not in taken]
    return frame(defined + waiting(left) + drawn, columns, rows, title=title, cell=cell)


def empty(*, columns: int, title: str, rows: int = 3, cell: int = 52, narrow: int = 0) -> SafeString:
    """The cloth before the first activity; the title says what will be here."""
    wide = frame(blank(columns, rows), columns, rows, title=title, cell=cell, role="img")
    if not narrow:
        return mark_safe(wide)
    small = frame(blank(narrow, rows), narrow, rows, title=title, cell=cell, role="img")
    return mark_safe(f'<div class="quilt-frame"><div class="wide">{wide}</div><div class="narrow">{small}</div></div>')


def blank(columns: int, rows: int) -> str:
    """Cells with their first stitch, and a faint star where the first square will be."""
    cells = [(x, y) for y in range(rows) for x in range(columns) if (x, y) != (0, 0)]
    return f'{waiting(cells)}<path class="waiting" transform="translate(1 1)" d="{path("culture")}"/>'


def sign(motif: str, *, filled: bool = True, size: int = 1, gold: bool = False, title: str = "") -> SafeString:
    """One square alone, as an activity's sign; without a title it is decoration beside words that say the same."""
    # It stands on a page many times, so it must not need ids: the motif is drawn rather than referred to.
    stitch = gold_stitch(SIDE, SIDE) if gold else ""
    drawn = f'<rect width="{SIDE}" height="{SIDE}"/><path class="motif" transform="translate(1 1)" d="{path(motif)}"/>{stitch}'
    said = f'role="img" aria-label="{words(title)}"' if title else 'aria-hidden="true"'
    pixels = number(side(size) * 4)
    classes = f"sign {looks(motif, filled)}"
    return mark_safe(f'<svg class="{classes}" {said} viewBox="0 0 {SIDE} {SIDE}" width="{pixels}" height="{pixels}">{drawn}</svg>')

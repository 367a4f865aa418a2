"""A grid of numbers: the more, the darker; each cell opens what it counts and says its number where it fits."""

from collections.abc import Sequence
from math import sqrt

from dugnad.documents.charts.bars import Bar, highest, sentence, share
from dugnad.documents.markup import anchor, number, words
from dugnad.documents.picture import DESK, LETTER, Picture, short

CELL, HEAD, LABEL = 30, 22, 20  # pixels
NARROW = 8  # letters of a name that stands beside its cells; a longer one stands above them
STEPS = 5


def heat(heads: Sequence[str], lines: Sequence[tuple[str, Sequence[Bar | None]]], *, title: str, desc: str = "", unit: str = "", room: int = DESK) -> Picture:
    """Lines of cells under their heads; None is a place where nothing could be."""
    top = highest([cell for _label, cells in lines for cell in cells if cell])
    above = any(len(label) > NARROW for label, _cells in lines)
    left = 0.0 if above else 100 * NARROW * LETTER / room
    step, y = (100 - left) / max(len(heads), 1), HEAD
    drawn = [headed(heads, left, step, room)]
    for label, cells in lines:
        drawn.append(f'<text y="{y + (14 if above else 19)}">{words(short(label, room if above else NARROW * LETTER + 9))}</text>')
        y += LABEL if above else 0
        drawn += [celled(cell, left + i * step, step, y, top, unit, room) for i, cell in enumerate(cells) if cell]
        y += CELL + (6 if above else 0)
    return Picture("heat", "".join(drawn), y + 4, title, desc)


def headed(heads: Sequence[str], left: float, step: float, room: int) -> str:
    """The names of the columns, each as far as it fits."""
    wide = room * step / 100
    texts = [head if len(head) * LETTER <= wide else head[: max(int(wide / LETTER), 1)] for head in heads]
    return "".join(f'<text x="{number(left + (i + 0.5) * step)}%" y="14" text-anchor="middle">{words(text)}</text>' for i, text in enumerate(texts))


def celled(bar: Bar, x: float, step: float, y: int, top: float, unit: str, room: int) -> str:
    """One cell; its shade is one of six, by the square root, so that small numbers differ too."""
    shade = round(sqrt(share(bar.value, top)) * STEPS) or (1 if bar.value else 0)
    pieces = [
        f"<title>{words(sentence(bar, unit))}</title>",
        f'<rect class="cell shade-{shade}" x="{number(x)}%" width="{number(step)}%" y="{y}" height="{CELL}"/>',
    ]
    if bar.value and len(bar.shown) * LETTER <= room * step / 100:
        dark = " dark" if shade > 3 else ""
        pieces.append(f'<text class="number{dark}" x="{number(x + step / 2)}%" y="{y + 20}" text-anchor="middle">{words(bar.shown)}</text>')
    return anchor(bar.href, "".join(pieces), classes="place" + (" partial" if bar.partial else ""))

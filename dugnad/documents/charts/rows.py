"""Ranks as one drawing: a name, and under it a bar with its number at its end, or one for each unit that is compared."""

from collections.abc import Sequence

from dugnad.documents.charts.bars import Bar, highest, sentence, share
from dugnad.documents.markup import anchor, name, number, words
from dugnad.documents.motifs import MOTIFS, STITCHES, path
from dugnad.documents.picture import DESK, Picture, short

NAME, BAR, GAP = 20, 16, 10  # pixels
LONGEST = 72.0  # per cent of the width, so that the number has room behind the bar
SIGN = 14


def rows(groups: Sequence[tuple[str, Sequence[Bar]]], *, title: str, desc: str = "", unit: str = "", room: int = DESK) -> Picture:
    """Each group is one line of the answer: its name, and its bars."""
    top, y, drawn = highest([bar for _label, bars in groups for bar in bars]), 0, list[str]()
    for label, bars in groups:
        drawn.append(named(label, bars[0].marker, y, room))
        y += NAME
        for bar in bars:
            drawn.append(ruled(bar, y, top, unit, room, alone=len(bars) == 1))
            y += BAR + 2
        y += GAP
    return Picture("rows", "".join(drawn), y, title, desc)


def named(label: str, marker: str, y: int, room: int) -> str:
    """The name of a line, behind the sign of its cause if it has one."""
    if marker not in MOTIFS:
        return f'<text y="{y + 14}">{words(short(label, room))}</text>'
    drawn = f'<path class="motif" d="{path(marker)}"/>'
    sign = f'<svg class="cause-{name(marker)}" y="{y + 2}" width="{SIGN}" height="{SIGN}" viewBox="0 0 {STITCHES} {STITCHES}">{drawn}</svg>'
    return f'{sign}<text x="{SIGN + 8}" y="{y + 14}">{words(short(label, room - SIGN - 8))}</text>'


def ruled(bar: Bar, y: int, top: float, unit: str, room: int, *, alone: bool) -> str:
    """A bar, last year's mark across it, and its number; where several are compared, whose it is."""
    long = share(bar.value, top) * LONGEST
    pieces = [
        f"<title>{words(sentence(bar, unit))}</title>",
        f'<rect class="field" width="100%" height="{BAR}" y="{y}"/>',
        f'<rect class="bar" width="{number(long)}%" height="{BAR}" y="{y}"/>',
    ]
    if bar.before is not None:
        pieces.append(f'<rect class="before" x="{number(share(bar.before, top) * LONGEST)}%" width="3" y="{y - 2}" height="{BAR + 4}"/>')
    end = max(long, share(bar.before or 0, top) * LONGEST)
    said = bar.shown if alone else f"{bar.group} {bar.shown}"
    pieces.append(f'<text class="number" x="{number(end)}%" dx="8" y="{y + 13}">{words(short(said, room * (100 - end) / 100 - 8))}</text>')
    cause = f" cause-{name(bar.marker)}" if bar.marker else ""
    return anchor(bar.href, "".join(pieces), classes=f"rank{cause}")

"""Columns over time, each made of its causes: colour and knitted pattern both say which, so that it works in black and white."""

from collections.abc import Sequence

from dugnad.documents.charts.bars import Bar, sentence, share
from dugnad.documents.charts.columns import FOOT, TOP, feet, numbers
from dugnad.documents.markup import anchor, name, number, words
from dugnad.documents.motifs import STITCHES, path
from dugnad.documents.picture import DESK, Picture, short

LINE, SIGN = 22, 14  # pixels for one line of names, and for a sign
PITCH = STITCHES + 2


def stacked(
    totals: Sequence[Bar], parts: Sequence[Sequence[Bar]], *, title: str, desc: str = "", unit: str = "", room: int = DESK, height: int = 260
) -> Picture:
    """For each column its total and its parts, in the same order in every column (the lowest first)."""
    floor, top = height - FOOT, max([*(sum(bar.value for bar in some) for some in parts), 1])
    kinds = list(dict.fromkeys((bar.marker, bar.group) for some in parts for bar in some))
    prefix = f"k{room}"
    drawn = [patterns([marker for marker, _group in kinds], prefix)]
    for i, some in enumerate(parts):
        drawn.append(column(some, i, len(parts), top, floor, unit, prefix))
    drawn.append(f'<rect class="floor" width="100%" height="1" y="{floor}"/>')
    drawn.append(numbers(totals, floor) + feet(totals, floor))
    drawn.append(key(kinds, height + 10, room))
    across = across_of(room)
    return Picture("columns stacked", "".join(drawn), height + 10 + LINE * -(-len(kinds) // across), title, desc)


def patterns(markers: Sequence[str], prefix: str) -> str:
    """The cloth of each cause."""
    cloth = f'<rect class="ground" width="{PITCH}" height="{PITCH}"/>'
    size = f'width="{PITCH}" height="{PITCH}" patternUnits="userSpaceOnUse"'
    made = (
        f'<pattern id="{prefix}-{name(marker) or "none"}" class="cause-{name(marker)}" {size}>{cloth}<path class="motif" transform="translate(1 1)" d="{path(marker)}"/></pattern>'
        for marker in dict.fromkeys(markers)
    )
    return f"<defs>{''.join(made)}</defs>"


def column(parts: Sequence[Bar], index: int, count: int, top: float, floor: int, unit: str, prefix: str) -> str:
    """The parts of one column, from the floor upward; each opens what it counts."""
    step = 100 / count
    gap = min(step * 0.3, 2)
    x, width, y, drawn = number(index * step + gap / 2), number(step - gap), float(floor), ""
    for bar in parts:
        tall = share(bar.value, top) * (floor - TOP)
        if tall:
            y -= tall
            shape = f'<rect class="part" fill="url(#{prefix}-{name(bar.marker) or "none"})" x="{x}%" width="{width}%" y="{number(y)}" height="{number(tall)}"/>'
            drawn += anchor(bar.href, f"<title>{words(sentence(bar, unit))}</title>{shape}", classes="column")
    return drawn


def key(kinds: Sequence[tuple[str, str]], y: int, room: int) -> str:
    """The sign of each cause, with its name."""
    across, drawn = across_of(room), ""
    for i, (marker, label) in enumerate(kinds):
        x, line = number(i % across * 100 / across), y + i // across * LINE
        size = f'x="{x}%" y="{line}" width="{SIGN}" height="{SIGN}" viewBox="0 0 {STITCHES} {STITCHES}"'
        drawn += f'<svg class="cause-{name(marker)}" {size}><path class="motif" d="{path(marker)}"/></svg>'
        drawn += f'<text x="{x}%" dx="{SIGN + 8}" y="{line + 12}">{words(short(label, room / across - SIGN - 12))}</text>'
    return drawn


def across_of(room: int) -> int:
    return 3 if room >= DESK else 1

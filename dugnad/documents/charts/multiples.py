"""Small charts side by side, all to one scale, so that they can be compared at a glance."""

from collections.abc import Sequence

from dugnad.documents.charts.bars import Bar, highest
from dugnad.documents.charts.columns import column
from dugnad.documents.markup import anchor, number, words
from dugnad.documents.picture import DESK, Picture, short

HIGH, NAME, FOOT, GAP = 64, 20, 18, 14  # pixels
BETWEEN = 3.0  # per cent


def multiples(panels: Sequence[tuple[Bar, Sequence[Bar]]], *, title: str, desc: str = "", unit: str = "", room: int = DESK) -> Picture:
    """For each panel its name with its sum, and its columns."""
    across = 2 if room < DESK else min(4, max(len(panels), 2))
    top, wide = highest([bar for _head, bars in panels for bar in bars]), (100 - BETWEEN * (across - 1)) / across
    tall = NAME + HIGH + FOOT
    drawn = ""
    for i, (head, bars) in enumerate(panels):
        x, y = i % across * (wide + BETWEEN), i // across * (tall + GAP)
        inside = panel(head, bars, top, unit, room * wide / 100)
        drawn += f'<svg x="{number(x)}%" y="{y}" width="{number(wide)}%" height="{tall}">{inside}</svg>'
    return Picture("columns multiples", drawn, -(-len(panels) // across) * (tall + GAP) - GAP, title, desc)


def panel(head: Bar, bars: Sequence[Bar], top: float, unit: str, room: float) -> str:
    """Its name and sum, its columns, its first and its last month."""
    floor = NAME + HIGH
    title = f"<title>{words(head.label)}</title>"
    named = anchor(head.href, f'{title}<text class="name" y="14">{words(short(head.label, room - 8 * (len(head.shown) + 2)))}</text>', classes="panel")
    said = f'<text class="number" x="100%" y="14" text-anchor="end">{words(head.shown)}</text>'
    drawn = "".join(column(bar, i, len(bars), top, floor, unit) for i, bar in enumerate(bars))
    line = f'<rect class="floor" width="100%" height="1" y="{floor}"/>'
    feet = f'<text y="{floor + 14}">{words(bars[0].group)}</text><text x="100%" y="{floor + 14}" text-anchor="end">{words(bars[-1].group)}</text>'
    return drawn + line + feet + named + said  # the name last, so that it can be pointed at

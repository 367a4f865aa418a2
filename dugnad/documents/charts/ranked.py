"""Rows from the largest to the smallest: the words stay text, only the bar is drawn."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe

from dugnad.documents.charts.bars import Bar, highest, nothing, sentence, share
from dugnad.documents.markup import address, name, number, words
from dugnad.documents.motifs import MOTIFS
from dugnad.documents.quilt import sign


def ranked(bars: Sequence[Bar], *, title: str, unit: str = "") -> SafeString:
    """An ordered list in the order given; a row whose marker is a motif carries its sign."""
    if not bars:
        return nothing()
    rows = "".join(row(entry, highest(bars), unit) for entry in bars)
    return mark_safe(f'<ol class="ranked" aria-label="{words(title)}">{rows}</ol>')


def row(entry: Bar, top: float, unit: str) -> str:
    """The name, the bar, the number; all of it one link where there is something to open."""
    mark = sign(entry.marker) if entry.marker in MOTIFS else ""
    label = f'<span class="label">{mark}<span>{words(entry.label)}</span></span>'
    drawn = bar(entry.value, top, entry.marker, before=entry.before)
    inside = f'{label}{drawn}<span class="number">{words(entry.shown)}</span>'
    said = f' title="{words(sentence(entry, unit))}"'
    if entry.href is None:
        return f'<li><span class="row"{said}>{inside}</span></li>'
    return f'<li><a class="row" href="{address(entry.href)}"{said}>{inside}</a></li>'


def bar(value: float, top: float, motif: str = "", *, before: float | None = None) -> SafeString:
    """A bar alone, for a row of a table that says its number; last year's mark across it, lengths in per cent of the room."""
    drawn = f'<rect class="bar" width="{number(share(value, top or 1) * 100)}%" height="100%"/>'
    if before is not None:
        drawn += f'<rect class="before" x="{number(share(before, top or 1) * 99.4)}%" width="2" height="100%"/>'
    cause = f" cause-{name(motif)}" if motif else ""
    return mark_safe(f'<svg class="rule{cause}" aria-hidden="true" width="100%" height="14">{drawn}</svg>')

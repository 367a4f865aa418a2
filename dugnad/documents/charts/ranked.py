"""Rows from the largest to the smallest: the words stay text, only the bar is drawn."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from dugnad.documents.charts.bar import Bar, highest, sentence, share
from dugnad.documents.markup import address, name, number, words
from dugnad.documents.motifs import MOTIFS
from dugnad.documents.quilt import sign


def ranked(bars: Sequence[Bar], *, title: str, unit: str = "") -> SafeString:
    """An ordered list in the order given; a row whose marker is a motif carries its sign."""
    if not bars:
        return mark_safe(f'<p class="chart-empty">{words(_("Nothing to count yet."))}</p>')
    rows = "".join(row(bar, highest(bars), unit) for bar in bars)
    return mark_safe(f'<ol class="ranked" aria-label="{words(title)}">{rows}</ol>')


def row(bar: Bar, top: float, unit: str) -> str:
    """The name, the bar, the number; all of it one link where there is something to open."""
    mark = sign(bar.marker, filled=True, title="") if bar.marker in MOTIFS else ""
    label = f'<span class="label">{mark}<span>{words(bar.label)}</span></span>'
    inside = f'{label}{rule(bar, top)}<span class="number">{words(bar.shown)}</span>'
    cause = f" cause-{name(bar.marker)}" if bar.marker else ""
    said = f' title="{words(sentence(bar, unit))}"'
    if bar.href is None:
        return f'<li><span class="row{cause}"{said}>{inside}</span></li>'
    return f'<li><a class="row{cause}" href="{address(bar.href)}"{said}>{inside}</a></li>'


def rule(bar: Bar, top: float) -> str:
    """The bar with last year's mark across it, lengths in per cent of the room there is."""
    drawn = f'<rect class="bar" width="{number(share(bar.value, top) * 100)}%" height="100%"/>'
    if bar.before is not None:
        place = share(bar.before, top) * 99.4
        drawn += f'<rect class="before" x="{number(place)}%" width="2" height="100%"/>'
    return f'<svg class="rule" aria-hidden="true" width="100%" height="14">{drawn}</svg>'

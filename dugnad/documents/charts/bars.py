"""One number with its name, as every chart takes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from dugnad.documents.markup import words


@dataclass(frozen=True, slots=True)
class Bar:
    """The numbers come twice: to be drawn (value, before) and to be read in the reader's language.

    label is the whole name, read aloud ("January 2026"); group is what stands under a column, written once for
    neighbours that share it ("2026", or "Jan" for each its own). before_shown is a phrase ("a year before: 380"). A partial bar stands for a time not over yet.
    Between low and high lies what is not known yet.
    """

    label: str
    value: float
    shown: str
    before: float | None = None
    before_shown: str = ""
    href: str | None = None
    marker: str = ""
    group: str = ""
    partial: bool = False
    low: float | None = None
    high: float | None = None


def sentence(bar: Bar, unit: str = "") -> str:
    """What a bar says when pointed at or read aloud."""
    number = f"{bar.label}: {bar.shown} {unit}".rstrip()
    notes = [note for note in (bar.before_shown, _("not over yet") if bar.partial else "") if note]
    return f"{number} ({', '.join(notes)})" if notes else number


def highest(bars: Sequence[Bar]) -> float:
    """What the longest bar or mark stands for; never zero."""
    return max((max(bar.value, bar.before or 0, bar.high or 0) for bar in bars), default=0) or 1


def share(value: float, of: float) -> float:
    """Between nothing and the whole, whatever the figures say."""
    return min(max(value / of, 0), 1)


def nothing() -> SafeString:
    """What stands where there is no number yet."""
    return mark_safe(f'<p class="chart-empty">{words(_("Nothing to count yet."))}</p>')

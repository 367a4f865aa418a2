"""One number with its name, as every chart takes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Bar:
    """The numbers come twice: to be drawn (value, before) and to be read in the reader's language (shown)."""

    label: str
    value: float
    shown: str
    before: float | None = None
    before_shown: str = ""
    href: str | None = None
    marker: str = ""
    group: str = ""
    partial: bool = False


def sentence(bar: Bar, unit: str = "") -> str:
    """What a bar says when pointed at or read aloud."""
    parts = {
        "label": f"{bar.label} {bar.group}".strip(),
        "shown": f"{bar.shown} {unit}".strip(),
        "before": bar.before_shown,
    }
    text = (
        _("%(label)s: %(shown)s, the year before %(before)s") if bar.before_shown else "%(label)s: %(shown)s"
    )
    return text % parts + (_(" (not over yet)") if bar.partial else "")


def highest(bars: Sequence[Bar]) -> float:
    """What the longest bar or mark stands for; never zero."""
    return max((max(bar.value, bar.before or 0) for bar in bars), default=0) or 1


def share(value: float, of: float) -> float:
    """Between nothing and the whole, whatever the figures say."""
    return min(max(value / of, 0), 1)

"""What other sites show of a unit: a live counter, a small map, its latest activities, each as one SVG with its own colours."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext, pgettext_lazy

from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.documents.cuttings import COLOURS, INK, PAPER, SEA, located
from dugnad.documents.markup import anchor
from dugnad.documents.markup import number as at
from dugnad.documents.markup import words as said
from dugnad.documents.motifs import path
from dugnad.documents.picture import short
from dugnad.network.models import Unit
from dugnad.showcase.pieces.of_unit import Told, this_period
from dugnad.web.contrast import readable
from dugnad.web.templatetags.web import day, number

COUNTED = {
    "activities": __("activities this year"),
    "volunteer_hours": __("volunteer hours this year"),
    "volunteers": __("volunteers this year"),
    "people_helped": __("people helped this year"),
    "international_students": __("international students this year"),
    "local_students": __("local students this year"),
}
NIGHT, TEXT_BY_NIGHT = "#14171D", "#ECE6D8"
WIDE = 360
LATEST, ROW = 5, 56


@dataclass(frozen=True, slots=True)
class Theme:
    """Ground, words, and an accent that can be read on the ground whatever was asked for."""

    dark: bool = False
    colour: str = ""

    @property
    def ground(self) -> str:
        return NIGHT if self.dark else PAPER

    @property
    def ink(self) -> str:
        return TEXT_BY_NIGHT if self.dark else INK

    @property
    def soft(self) -> str:
        return "#B3AB9A" if self.dark else "#5A5648"

    @property
    def accent(self) -> str:
        return readable(self.colour or COLOURS["education"], self.ground)

    def cause(self, motif: str) -> str:
        return readable(COLOURS.get(motif, self.soft), self.ground)


def drawn(what: str, unit: Unit, theme: Theme, site: str, measure: str) -> SafeString:
    """One of the three."""
    if what == "counter":
        return counter(unit, theme, site, measure)
    return mini_map(unit, theme, site) if what == "map" else latest(unit, theme, site)


def counter(unit: Unit, theme: Theme, site: str, measure: str) -> SafeString:
    """One number of this year, live."""
    sums = Told(unit, this_period(unit.today)).sums
    shown, label = number(getattr(sums, measure)), str(COUNTED[measure])
    inside = _text(20, 78, shown, theme.accent, 56, bold=True) + _text(20, 106, label, theme.ink, 16) + _text(20, 130, short(str(unit), 300), theme.soft, 13)
    square = f'<g transform="translate(262 33) scale(8.6)"><path fill="{theme.accent}" d="{path("education")}"/></g>'
    return _sheet(anchor(f"{site}{unit.get_absolute_url()}", inside + square, classes="counter"), 150, f"{unit}: {shown} {label}", theme)


def mini_map(unit: Unit, theme: Theme, site: str) -> SafeString:
    """Where it was active this year, points by size."""
    told = Told(unit, this_period(unit.today))
    sea, land = ("#1C2028", "#3A414E") if theme.dark else (SEA, "#C9C3B3")
    cut = located(told.places, WIDE, 250, colour=theme.accent, at=(0.5, 0.5), reach=620, sea=sea, land=land, paper=theme.ground)
    many, places = told.sums.activities, len(told.places)
    parts = (ngettext("%(n)s activity this year", "%(n)s activities this year", many), many), (ngettext("%(n)s place", "%(n)s places", places), places)
    label = " · ".join(text % {"n": number(value)} for text, value in parts)
    inside = cut + _text(20, 280, short(str(unit), 320), theme.ink, 16, bold=True) + _text(20, 302, short(label, 330), theme.soft, 13)
    return _sheet(anchor(f"{site}{unit.get_absolute_url()}", inside, classes="mini-map"), 320, f"{unit}: {label}", theme)


def latest(unit: Unit, theme: Theme, site: str) -> SafeString:
    """The newest activities, each opening its page."""
    newest = Activity.objects.counted_for(unit).select_related("unit").order_by("-counts_for__starts_on", "-counts_for__activity_id")[:LATEST]
    rows = "".join(_row(activity, place, theme, site) for place, activity in enumerate(newest))
    heading = _("Latest activities of %(unit)s") % {"unit": unit}
    empty = "" if rows else _text(20, 84, _("Nothing is registered yet."), theme.soft, 14)
    high = 60 + ROW * max(rows.count("<g transform"), 1)
    return _sheet(_text(20, 36, short(heading, 320), theme.ink, 16, bold=True) + rows + empty, high, heading, theme)


def _row(activity: Any, place: int, theme: Theme, site: str) -> str:
    motif = words().terms[activity.cause_id].motif or "none"
    top, shade = 56 + place * ROW, theme.cause(motif)
    square = f'<g transform="translate(20 {top}) scale(3.6)"><rect width="11" height="11" fill="{shade}"/><path transform="translate(1 1)" fill="{theme.ground}" d="{path(motif)}"/></g>'
    texts = _text(72, top + 16, short(activity.title, 270), theme.ink, 14, bold=True) + _text(
        72, top + 35, short(f"{activity.unit} · {day(activity.starts_on)}", 270), theme.soft, 12.5
    )
    return anchor(f"{site}{activity.get_absolute_url()}", f"<title>{said(activity.title)}</title>{square}{texts}", classes="row")


def _text(x: float, y: float, text: str, fill: str, size: float, *, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{at(x)}" y="{at(y)}" fill="{fill}" font-size="{at(size)}"{weight}>{said(text)}</text>'


def _sheet(inside: str, high: int, title: str, theme: Theme) -> SafeString:
    ground = f'<rect width="{WIDE}" height="{high}" fill="{theme.ground}"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="embedded" role="group" aria-label="{said(title)}" viewBox="0 0 {WIDE} {high}" width="{WIDE}" height="{high}" font-family="Noto Sans, system-ui, sans-serif">'
    return mark_safe(f"{head}{ground}{inside}</svg>")


KINDS = {"counter": __("Counter"), "map": pgettext_lazy("a picture", "Map"), "latest": __("Latest activities")}
HIGH = {"counter": 150, "map": 320, "latest": 60 + ROW * LATEST}

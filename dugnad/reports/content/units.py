"""Sections about who takes part: a map, units side by side, growth and who reports."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dugnad.activities.addresses import opens
from dugnad.figures.measures import Measures
from dugnad.reports.content import blocks
from dugnad.reports.content.blocks import bar, changed, grown
from dugnad.reports.content.numbers import MEASURES, Made, labels
from dugnad.reports.content.summary import against_before, breadth, completeness, total
from dugnad.reports.facts import Below, Facts
from dugnad.web.templatetags.web import month, number, percent


def on_map(facts: Facts) -> Made:
    """Countries shaded, or local units as points by size."""
    rows = [row for row in facts.below if row.unit.lat is not None and row.unit.lon is not None]
    bars = [
        _bar(facts, row) | {"lat": row.unit.lat, "lon": row.unit.lon, "country": row.unit.country if row.unit.code == row.unit.country else ""} for row in rows
    ]
    desc = _("A map: darker countries and larger points are larger numbers.")
    said = " ".join(breadth(facts)) or total(facts)
    made = [blocks.picture("map", "map", bars, title=_("Activities on the map"), desc=desc, unit=_("activities"))] if bars else []
    return said, [*made, blocks.figures(_taking_part(facts))]


def _taking_part(facts: Facts) -> list[dict[str, str]]:
    """Of how many there are: those right below, and the local units."""
    right_below = _("countries with an activity") if facts.countries else _("units with an activity")
    pairs = [(right_below, sum(row.now.activities > 0 for row in facts.below), len(facts.below))]
    if facts.reporting.could > 1 and facts.reporting.could != len(facts.below):
        pairs.append((_("local units that registered something"), len(facts.reporting.now), facts.reporting.could))
    return [{"label": label, "number": number(many), "note": _("of %(all)s") % {"all": number(of)}} for label, many, of in pairs]


def side_by_side(facts: Facts) -> Made:
    """Ranked by activities, each with the year before; the table has all of them."""
    rows = [row for row in facts.below if row.now.activities or row.before.activities]
    if not rows:
        return _("Nothing is registered here for these months."), []
    title = _("Activities of each unit, with the year before as a mark")
    desc = _("Bars from the largest to the smallest; a thin mark is the same span a year before.")
    head = [_("Unit"), _("Activities"), _("A year before"), _("Change"), _("Volunteer hours"), _("People helped")]
    lines = [_line(row) for row in facts.below]
    notes = [
        _("They are of different sizes, so the order is no ranking of effort."),
        _joint(facts),
    ]
    drawn = [_bar(facts, row) for row in rows]
    made = [blocks.picture("units", "rows", drawn, title=title, desc=desc, unit=_("activities"))]
    return _half(facts), [*made, blocks.words(" ".join(note for note in notes if note)), blocks.table(head, lines, title=title)]


def _half(facts: Facts) -> str:
    """How many make half of it: a small number says that it hangs on few."""
    if not facts.now.activities:
        return total(facts)
    whole, done, many = sum(row.now.activities for row in facts.below), 0, 0
    while done * 2 < whole:
        done += facts.below[many].now.activities
        many += 1
    told = {"n": number(many), "all": number(len(facts.below)), "first": facts.below[0].unit, "share": percent(facts.below[0].now.activities / whole)}
    said = ngettext("Half of it came from %(n)s of %(all)s unit.", "Half of it came from %(n)s of %(all)s units.", len(facts.below)) % told
    return said + " " + _("Most came from %(first)s: %(share)s.") % told


def _joint(facts: Facts) -> str:
    more = sum(row.now.activities for row in facts.below) - facts.now.activities
    if more <= 0:
        return ""
    return ngettext(
        "The rows add up to %(n)s more than the sum: a joint activity counts once for each organiser, and once in all.",
        "The rows add up to %(n)s more than the sum: joint activities count once for each organiser, and once in all.",
        more,
    ) % {"n": number(more)}


def _line(row: Below) -> list[str]:
    now, before = row.now, row.before
    return [str(row.unit), number(now.activities), number(before.activities), changed(now, before), number(now.volunteer_hours), number(now.people_helped)]


def _bar(facts: Facts, row: Below) -> dict[str, Any]:
    theme: dict[str, Any] = {facts.facet: facts.value} if facts.facet else {}
    return bar(str(row.unit), row.now, row.before, href=opens(row.unit, facts.period, **theme))


def growth(facts: Facts) -> Made:
    """Every measure against the year before; then of how many local units we know anything, month by month."""
    named = labels()
    pairs = [(named[name], getattr(facts.now, name), getattr(facts.before, name)) for name in MEASURES]
    rows = [[label, number(now), number(before), grown(now, before)] for label, now, before in pairs if now or before]
    made = []
    if rows:
        made.append(blocks.table([_("What"), _("Now"), _("A year before"), _("Change")], rows, title=_("Against the same months a year before")))
    if facts.reporting.could > 1:
        made += _reporting(facts)
    first, *_more = against_before(facts)
    return " ".join([total(facts), first, *completeness(facts)]), made


def _reporting(facts: Facts) -> list[blocks.Block]:
    told = facts.reporting
    both, new, gone = len(told.now & told.before), len(told.now - told.before), len(told.before - told.now)
    share = _("Reporting rate: %(share)s.") % {"share": percent(told.share)}
    rows = [
        [_("registered something in both spans"), number(both)],
        [_("registered something now, nothing a year before"), number(new)],
        [_("registered something a year before, nothing now"), number(gone)],
        [_("nothing in either"), number(max(told.could - both - new - gone, 0))],
    ]
    feet = blocks.feet(list(facts.period))
    bars = [_rate(facts, one, feet[one]) for one in facts.period] if len(feet) <= 24 else []
    made = [blocks.words(share), blocks.table([_("Local units"), _("How many")], rows, title=_("Who stayed, who came, who fell silent"))]
    if bars:
        desc = _("Columns from the oldest month to the newest.")
        made.append(blocks.picture("reporting", "series", bars, title=_("Local units that registered something, by month"), desc=desc, unit=_("local units")))
    return made


def _rate(facts: Facts, one: int, group: str) -> dict[str, Any]:
    """Of how many local units something is known in a month."""
    many = facts.reporting.months.get(one, 0)
    return bar(month(one), Measures(activities=many), None, group=group)

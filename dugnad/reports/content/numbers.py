"""Sections of figures: the key ones, the months, causes and goals."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dugnad.activities.addresses import opens
from dugnad.core.periods import Period
from dugnad.figures.labels import LABELS
from dugnad.figures.measures import NOTHING, Measures
from dugnad.reports.content import blocks
from dugnad.reports.content.blocks import Block, bar, changed, grown
from dugnad.reports.content.summary import causes, goals, people, total
from dugnad.reports.facts import Facts, Value, strongest
from dugnad.web.templatetags.web import month, number, percent

Made = tuple[str, list[Block]]
MONTHS = 36  # more months are told as years
MEASURES = ("activities", "volunteers", "volunteer_hours", "people_helped", "international_students", "local_students", "money_eur")


def labels() -> dict[str, str]:
    """In the language of the report."""
    return {name: str(label) for name, label in LABELS.items()}


def key_figures(facts: Facts) -> Made:
    """Each measure with the year before; then goods and deeds, each in its own unit."""
    named = labels()
    items = [_figure(facts, named[name], name) for name in MEASURES]
    told = [item for item in items if item["number"] != "0"] or items[:1]
    note = _("Four kinds of people, never added into one. Somebody who takes part twice counts twice.")
    goods = [row for row in facts.facets.get("measure", []) if row.now.amount and not facts.facet]
    made = [blocks.figures(told), blocks.words(note)]
    if goods:
        rows = [(f"{row.label}", f"{number(row.now.amount / 1000, 1)} {row.unit}".strip(), number(row.now.activities)) for row in goods]
        made.append(blocks.table([_("Goods and deeds"), _("Amount"), _("Activities")], rows, title=_("Goods and deeds")))
    return " ".join(people(facts.now)) or total(facts), made


def headlines(facts: Facts) -> list[dict[str, str]]:
    """The three figures that the summary begins with."""
    named = labels()
    return [_figure(facts, named[name], name) for name in ("activities", "volunteer_hours", "people_helped")]


def _figure(facts: Facts, label: str, measure: str) -> dict[str, str]:
    now, before = getattr(facts.now, measure), getattr(facts.before, measure)
    note = _("%(change)s on the year before (%(n)s)") % {"change": grown(now, before), "n": number(before)} if before else ""
    return {"label": label, "number": number(now), "note": note, "href": _opens(facts, facts.period)}


def over_time(facts: Facts) -> Made:
    """Months, or years where there are many, beside the same a year before."""
    spans = _spans(facts.period)
    monthly = facts.period.last - facts.period.first < MONTHS
    rows = [(span, _sum(facts, span), _sum(facts, span.years_back())) for span in spans]
    feet = blocks.feet([span.first for span in spans]) if monthly else {span.first: str(span.first // 12) for span in spans}
    bars = [
        bar(
            month(span.first) if monthly else str(span.first // 12),
            now,
            before,
            group=feet[span.first],
            href=_opens(facts, span),
            partial=facts.open and span.last == facts.period.last,
        )
        for span, now, before in rows
    ]
    desc = _("Columns from the oldest month to the newest; a thin mark is the same month a year before.")
    title = _("Activities by month, with the year before as a mark") if monthly else _("Activities by year, with the year before as a mark")
    head = [_("Month") if monthly else _("Year"), _("Activities"), _("A year before"), _("Volunteer hours"), _("People helped")]
    lines = [[one["label"], *_cells(now, before)] for one, (_span, now, before) in zip(bars, rows, strict=True)]
    made = [
        blocks.picture("time", "series", bars, title=title, desc=desc, unit=_("activities")),
        blocks.table(head, lines, title=title, total=[_("in all"), *_cells(facts.now, facts.before)]),
    ]
    return _strongest_month(facts, rows, monthly), made


def _cells(now: Measures, before: Measures) -> list[str]:
    return [number(now.activities), number(before.activities), number(now.volunteer_hours), number(now.people_helped)]


def _spans(period: Period) -> list[Period]:
    if period.last - period.first < MONTHS:
        return [Period(one, one) for one in period]
    years = range(period.first // 12, period.last // 12 + 1)
    return [Period(max(period.first, year * 12), min(period.last, year * 12 + 11)) for year in years]


def _sum(facts: Facts, span: Period) -> Measures:
    return sum((facts.months[one] for one in span if one in facts.months), NOTHING)


def _strongest_month(facts: Facts, rows: list[tuple[Period, Measures, Measures]], monthly: bool) -> str:
    """The highest column, and how many of them lie above the year before."""
    if not facts.now.activities or len(rows) == 1:
        return total(facts)
    span, top, _was = max(rows, key=lambda row: row[1].activities)
    above = sum(now.activities > before.activities for _span, now, before in rows)
    told = {"when": month(span.first) if monthly else span.first // 12, "n": number(top.activities), "above": number(above), "all": number(len(rows))}
    said = ngettext("Most was done in %(when)s: %(n)s activity.", "Most was done in %(when)s: %(n)s activities.", top.activities) % told
    if monthly and facts.before.activities:
        said += (
            " "
            + ngettext(
                "%(above)s of %(all)s months was above the same month a year before.",
                "%(above)s of %(all)s months were above the same month a year before.",
                above,
            )
            % told
        )
    return said


def by_cause(facts: Facts) -> Made:
    """Every cause; that of the report stands among the others."""
    return _broken_down(facts, "cause", _("Activities by cause, with the year before as a mark"), " ".join(list(causes(facts))[:2]))


def by_goal(facts: Facts) -> Made:
    """Every goal; an activity can serve several."""
    said = " ".join(goals(facts)) or _goal_of_theme(facts)
    statement, made = _broken_down(facts, "sdg", _("Activities by goal, with the year before as a mark"), said)
    return statement, [*made, blocks.words(_("An activity can serve several goals, so the rows overlap."))]


def _goal_of_theme(facts: Facts) -> str:
    first = strongest(facts.facets.get("sdg", []))
    return _("Of all activities of %(unit)s, most served “%(goal)s”.") % {"unit": facts.unit, "goal": first[0].label} if first else ""


def _broken_down(facts: Facts, facet: str, title: str, said: str) -> Made:
    rows = [row for row in facts.facets.get(facet, []) if row.now.activities or row.before.activities]
    if not rows:
        return _("Nothing is registered here for these months."), []
    desc = _("Bars from the largest to the smallest; a thin mark is the same span a year before.")
    bars = [bar(_named(facts, facet, row), row.now, row.before, marker=row.motif, href=opens(facts.unit, facts.period, **{facet: row.key})) for row in rows]
    head = [
        _("Cause") if facet == "cause" else _("Goal"),
        _("Activities"),
        _("Share"),
        _("A year before"),
        _("Change"),
        _("Volunteer hours"),
        _("People helped"),
    ]
    lines = [_line(facts, row) for row in rows]
    about = [blocks.words(_("This section is about all activities of %(unit)s, whatever their theme.") % {"unit": facts.unit})] if facts.facet else []
    return said, [
        *about,
        blocks.picture(facet, "rows", bars, title=title, desc=desc, unit=_("activities")),
        blocks.table(head, lines, title=title),
    ]


def _named(facts: Facts, facet: str, row: Value) -> str:
    """What the report is about is said where it stands among the others."""
    return _("%(name)s (this report)") % {"name": row.label} if (facts.facet, facts.value) == (facet, row.key) else row.label


def _line(facts: Facts, row: Value) -> list[str]:
    share = percent(row.now.activities / facts.whole.activities) if facts.whole.activities else "–"
    now, before = row.now.activities, row.before.activities
    return [row.label, number(now), share, number(before), changed(row.now, row.before), number(row.now.volunteer_hours), number(row.now.people_helped)]


def _opens(facts: Facts, span: Period) -> str:
    theme: dict[str, Any] = {facts.facet: facts.value} if facts.facet else {}
    return opens(facts.unit, span, **theme)

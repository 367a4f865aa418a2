"""Figures as pictures: series, comparisons and breakdowns, each mark with the address of what it counts."""

from dataclasses import dataclass
from typing import Any

from babel.dates import format_skeleton
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.activities.addresses import opens
from dugnad.activities.details import REGULAR
from dugnad.activities.models import Term
from dugnad.activities.vocabulary import words
from dugnad.core.periods import Period, first_day, month_of, year
from dugnad.documents import charts
from dugnad.figures import reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.network.models import Unit
from dugnad.web.templatetags.web import number


@dataclass(frozen=True)
class Span:
    """This year so far beside the same months of the year before: whole months only, so that it is fair."""

    period: Period
    now: Measures
    before: Measures


@dataclass(frozen=True)
class Row:
    """One value of a breakdown."""

    key: str
    label: str
    sums: Measures
    href: str
    motif: str = ""


def months_of(unit: Unit) -> dict[int, Measures]:
    """Every month of a unit, in one question: totals, spans and series all follow from it."""
    return reading.by(reading.Question((unit.pk,)), "month")


def added(months: dict[int, Measures], period: Period) -> Measures:
    return sum((sums for month, sums in months.items() if month in period), NOTHING)


def span(months: dict[int, Measures], today: Any) -> Span | None:
    """January to the last whole month, beside the same months a year before; None in January."""
    last = month_of(today) - 1
    if last % 12 == 11:
        return None
    period = Period(last - last % 12, last)
    return Span(period, added(months, period), added(months, period.years_back()))


def series(unit: Unit, months: dict[int, Measures], today: Any) -> SafeString:
    """The last twenty-four months with a mark for the year before."""
    last = month_of(today)
    bars = [_bar(unit, month, months, last) for month in range(last - 23, last + 1)]
    return charts.columns(bars, title=_("Activities by month, with the year before as a mark"))


def _bar(unit: Unit, month: int, months: dict[int, Measures], last: int) -> charts.Bar:
    value, before = months.get(month, NOTHING).activities, months.get(month - 12, NOTHING).activities
    label = str(format_skeleton("MMM", first_day(month), locale=get_language() or "en"))
    return charts.Bar(
        label=label,
        value=value,
        shown=number(value),
        before=before,
        before_shown=_("a year before: %(n)s") % {"n": number(before)},
        href=opens(unit, Period(month, month)),
        group=str(month // 12),
        partial=month == last,
    )


def breakdowns(unit: Unit, period: Period, *facets: str) -> list[list[Row]]:
    """For each facet its values, the largest first (1 query)."""
    found = reading.ask(reading.Question((unit.pk,), period, facets=facets), ("facet", "value"))
    known, rows = words(), dict[str, list[Row]]()
    for (facet, key), sums in found.items():
        rows.setdefault(facet, []).append(_row(unit, period, facet, key, sums, known.named(facet, key)))
    return [sorted(rows.get(facet, []), key=lambda row: (-row.sums.activities, row.label)) for facet in facets]


def apart(rows: list[Row]) -> dict[str, Any]:
    """Of the values of the label: how many carry it, and how many are regular activities, each with where to open them."""
    regular = next((row for row in rows if row.key == REGULAR), None)
    labelled = [row for row in rows if row.key != REGULAR]
    return {"labelled": sum(row.sums.activities for row in labelled), "steps": labelled, "regular": regular}


def ranked(rows: list[Row], title: str) -> SafeString:
    """A breakdown as ranked bars; each row is text, and opens its activities."""
    bars = [charts.Bar(row.label, row.sums.activities, number(row.sums.activities), href=row.href, marker=row.motif) for row in rows]
    return charts.ranked(bars, title=title, unit=_("activities"))


def _row(unit: Unit, period: Period, facet: str, key: str, sums: Measures, term: Term | None) -> Row:
    label = f"{key} · {term}" if facet == "sdg" else str(term or key)
    return Row(key, label, sums, opens(unit, period, **{facet: key}), term.motif if term else "")


def this_year(today: Any) -> Period:
    return Period(year(today.year).first, month_of(today))

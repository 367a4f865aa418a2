"""How a unit grows: the same span a year before, twelve months that roll, what is to be expected, and its records."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from dugnad.core.periods import Period, month_of
from dugnad.documents import charts
from dugnad.documents.charts.bars import Bar
from dugnad.explorer.forecast import Expected, Proof, forecast, proof
from dugnad.explorer.opening import behind
from dugnad.explorer.question import MEASURES, Question
from dugnad.figures import reading, records
from dugnad.web.templatetags.web import month, number, short_month

ROLLED = 36


@dataclass(frozen=True)
class Rolled:
    """Twelve months that end with this one, the twelve before them, and the month alone."""

    month: int
    alone: float
    value: float
    before: float
    href: str


@dataclass(frozen=True)
class Growth:
    """What the page of growth is made of."""

    rolled: list[Rolled]
    year: tuple[float, float] | None
    period: Period | None
    expected: list[tuple[Expected, float]]
    proof: Proof | None
    record: records.Best | None
    several_years: bool


def growth(asked: Question) -> Growth:
    """All of it from one look at the months."""
    found = reading.by(reading.Question((asked.units[0].pk,)), "month")
    values = {one: getattr(sums, asked.measure) for one, sums in found.items()}
    now = month_of(asked.today)
    whole = {one: value for one, value in values.items() if one < now}
    period = Period(now - now % 12, now - 1) if now % 12 else None
    return Growth(
        rolled=rolled(asked, whole, now),
        year=(added(whole, period), added(whole, period.years_back())) if period else None,
        period=period,
        expected=[(one, whole.get(one.month - 12, 0)) for one in forecast(whole, now)],
        proof=proof(whole, now),
        record=records.best(values, now),
        several_years=len({one // 12 for one in whole}) > 1,
    )


def rolled(asked: Question, whole: dict[int, float], now: int) -> list[Rolled]:
    """The last three years, as far as there are twelve months to add."""
    first = max(min(whole, default=now) + 11, now - ROLLED)

    def one(last: int) -> Rolled:
        span = Period(last - 11, last)
        return Rolled(last, whole.get(last, 0), added(whole, span), added(whole, span.years_back()), behind(asked, asked.units[0], span))

    return [one(last) for last in range(first, now)]


def added(values: dict[int, float], period: Period) -> float:
    return sum(value for one, value in values.items() if one in period)


def rolling_chart(asked: Question, rows: list[Rolled]) -> SafeString:
    """Each column is twelve months; the mark is the twelve months before them."""
    bars = [Bar(month(row.month), row.value, number(row.value), row.before, _before(row.before), row.href, group=str(row.month // 12)) for row in rows]
    return charts.columns(bars, title=_("Twelve months that end with each month"), unit=str(MEASURES[asked.measure]))


def coming_chart(asked: Question, rows: list[tuple[Expected, float]]) -> SafeString:
    """What is expected, the line in which eight of ten lie, and last year's mark."""
    bars = [
        Bar(month(one.month), one.value, number(one.value), was, _before(was), group=short_month(one.month), partial=True, low=one.low, high=one.high)
        for one, was in rows
    ]
    return charts.columns(bars, title=_("What the next months can be expected to bring"), unit=str(MEASURES[asked.measure]))


def _before(value: Any) -> str:
    return _("a year before: %(n)s") % {"n": number(value)}

"""The answer to a question: one sentence, its rows, and how far it can be trusted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from dugnad.activities.addresses import opens
from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.core.periods import ALWAYS, Period, month_of, written
from dugnad.explorer.question import MEASURES, Question
from dugnad.explorer.standing import local
from dugnad.figures import reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.network.belongings import months_within
from dugnad.network.models import Unit
from dugnad.web.templatetags.web import change, day, month, number

Sums = dict[Any, Measures]


@dataclass(frozen=True)
class Row:
    """One line of the answer, with the same a year before where that is fair."""

    key: str
    label: str
    value: float
    before: float | None
    href: str
    marker: str = ""
    unit: str = ""
    partial: bool = False


@dataclass(frozen=True)
class Answer:
    """What the page, the picture and the files are made of."""

    total: float
    before: float | None
    rows: tuple[Row, ...]
    reporting: int
    could: int
    newest: date | None
    href: str
    overlaps: bool


def answer(asked: Question) -> Answer:
    """Seven questions to the database at most."""
    assert asked.unit is not None
    value = _value(asked)
    sums = reading.total(_of(asked, asked.period))
    before = value(reading.total(_of(asked, asked.period.years_back()))) if asked.fair else None
    reporting, could = _complete(asked)
    return Answer(
        total=value(sums),
        before=before,
        rows=tuple(_rows(asked)),
        reporting=reporting,
        could=could,
        newest=_newest(asked.unit),
        href=opens(asked.unit, asked.period if asked.period != ALWAYS else None),
        overlaps=asked.by in ("objective", "sdg", "action", "unit"),
    )


def sentence(asked: Question, found: Answer) -> str:
    """The answer in words, in the reader's language."""
    what = str(MEASURES[asked.measure])
    told = {"unit": asked.unit, "when": span(asked), "what": what[:1].upper() + what[1:], "n": number(found.total, 2)}
    said = _("%(unit)s, %(when)s. %(what)s: %(n)s.") % told
    if found.before:
        grown = change(found.total, found.before)
        said += " " + _("The same months a year before: %(n)s (%(change)s).") % {"n": number(found.before), "change": grown}
    if asked.as_of:
        said += " " + _("As it stood at the end of %(day)s.") % {"day": day(asked.as_of)}
    return said


def span(asked: Question) -> str:
    """When, in words."""
    if asked.period == ALWAYS:
        return _("all years")
    first, last = asked.period.first, asked.period.last
    if first == ALWAYS.first:
        return _("until %(last)s") % {"last": month(last)}
    if last == ALWAYS.last:
        return _("since %(first)s") % {"first": month(first)}
    return month(first) if first == last else _("%(first)s to %(last)s") % {"first": month(first), "last": month(last)}


def _value(asked: Question) -> Callable[[Measures], float]:
    return lambda sums: getattr(sums, asked.measure)


def _of(asked: Question, period: Period, facet: str = "") -> reading.Question:
    assert asked.unit is not None
    return reading.Question((asked.unit.pk,), period, facet, as_of=asked.as_of)


def _rows(asked: Question) -> list[Row]:
    if asked.by == "month":
        return _months(asked)
    now = _by(asked, asked.period)
    before = _by(asked, asked.period.years_back()) if asked.fair else {}
    made = [_row(asked, key, sums, before.get(key, NOTHING) if asked.fair else None) for key, sums in now.items()]
    return sorted(made, key=lambda row: (-row.value, row.label))


def _months(asked: Question) -> list[Row]:
    """Every month of the span, the empty ones too; of all years the last three."""
    assert asked.unit is not None
    found = reading.by(_of(asked, ALWAYS), "month")
    value, now = _value(asked), month_of(asked.today)
    first = max(asked.period.first, min(found, default=now)) if asked.period.first == ALWAYS.first else asked.period.first
    last = min(asked.period.last, now)
    return [
        Row(
            written(one),
            month(one),
            value(found.get(one, NOTHING)),
            value(found.get(one - 12, NOTHING)),
            opens(asked.unit, Period(one, one)),
            partial=one == now,
        )
        for one in range(max(first, last - 119), last + 1)
    ]


def _by(asked: Question, period: Period) -> Sums:
    if asked.by != "unit":
        return reading.by(_of(asked, period, asked.by), "value")
    assert asked.unit is not None
    below = {unit.pk: unit for unit in _below(asked.unit)}
    spans, found = months_within(asked.unit), dict[Any, Measures]()
    if not below:
        return found
    months = reading.ask(reading.Question(tuple(below), period, as_of=asked.as_of), ("unit", "month"))
    for (pk, one), sums in months.items():
        if any(first <= one <= last for first, last in spans[pk]):
            found[below[pk]] = found.get(below[pk], NOTHING) + sums
    return found


def _below(unit: Unit) -> list[Unit]:
    return list(Unit.objects.filter(belongings__whole=unit, level__groups=False).distinct())


def _row(asked: Question, key: Any, sums: Measures, before: Measures | None) -> Row:
    assert asked.unit is not None
    value = _value(asked)
    then = None if before is None else value(before)
    period = asked.period if asked.period != ALWAYS else None
    if isinstance(key, Unit):
        return Row(key.code, str(key), value(sums), then, opens(key, period))
    term = words().named(asked.by, key)
    href = opens(asked.unit, period, **{asked.by: key})
    if asked.by == "measure":
        return Row(key, str(term or key), sums.amount / 1000, None if before is None else before.amount / 1000, href, unit=term.unit_name if term else "")
    label = f"{key} · {term}" if asked.by == "sdg" else str(term or key)
    return Row(key, label, value(sums), then, href, marker=term.motif if term else "")


def _complete(asked: Question) -> tuple[int, int]:
    """How many of the local units that could report in the span did."""
    assert asked.unit is not None
    units = tuple(sorted(unit.pk for unit in local(asked.unit, asked.today)))
    if not units:
        return 0, 0
    return len(reading.by(reading.Question(units, asked.period, as_of=asked.as_of), "unit")), len(units)


def _newest(unit: Unit) -> date | None:
    found = Activity.objects.counted_for(unit).order_by("-counts_for__starts_on", "-counts_for__activity_id")
    first: date | None = found.values_list("starts_on", flat=True).first()
    return first

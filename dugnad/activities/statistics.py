"""A question to the figures answered in one shape, for the command line, the API and pages."""

from datetime import date
from typing import Any

from dugnad.activities.vocabulary import words
from dugnad.core.periods import ALWAYS, Period, written
from dugnad.figures import reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.network.belongings import months_within
from dugnad.network.models import Unit


def answer(unit: Unit, period: Period, by: str | None = None, as_of: date | None = None) -> dict[str, Any]:
    """{"unit", "from", "to", "as_of", "entry", "measures", "rows": [{"key", "label", "measures"}]}; a span without an end is null."""
    question = reading.Question((unit.pk,), period, as_of=as_of)
    return {
        "unit": unit.code,
        "from": None if period.first == ALWAYS.first else written(period.first),
        "to": None if period.last == ALWAYS.last else written(period.last),
        "as_of": as_of and as_of.isoformat(),
        "entry": reading.last_entry(as_of),
        "measures": reading.total(question).shown(),
        "rows": _rows(unit, question, by) if by else [],
    }


def _rows(unit: Unit, question: reading.Question, by: str) -> list[dict[str, Any]]:
    if by == "unit":
        return _by_unit(unit, question)
    if by == "month":
        found = reading.by(question, "month")
        return [_row(written(month), written(month), found[month]) for month in sorted(found)]
    facet = reading.Question(question.units, question.period, by, as_of=question.as_of)
    rows = [_row(key, _label(by, key), sums) for key, sums in reading.by(facet, "value").items()]
    return sorted(rows, key=lambda row: (-row["measures"]["activities"], row["key"]))


def _by_unit(unit: Unit, question: reading.Question) -> list[dict[str, Any]]:
    """The units that were directly below, each with its months there: children, or a platform's members."""
    below = {u.pk: u for u in Unit.objects.filter(belongings__whole=unit, level__groups=False).distinct()}
    if not below:
        return []
    spans, found = months_within(unit), dict[int, Measures]()
    months = reading.ask(reading.Question(tuple(below), question.period, as_of=question.as_of), ("unit", "month"))
    for (pk, month), sums in months.items():
        if any(first <= month <= last for first, last in spans[pk]):
            found[pk] = found.get(pk, NOTHING) + sums
    rows = [_row(below[pk].code, str(below[pk]), sums) for pk, sums in found.items()]
    return sorted(rows, key=lambda row: (-row["measures"]["activities"], row["key"]))


def _label(facet: str, key: str) -> str:
    term = words().named(facet, key)
    return str(term) if term else key


def _row(key: str, label: str, sums: Measures) -> dict[str, Any]:
    return {"key": key, "label": label, "measures": sums.shown()}

"""A question to the figures answered in one shape, for the command line, the API and pages."""

from datetime import date
from typing import Any

from dugnad.activities.vocabulary import words
from dugnad.core.periods import ALWAYS, Period, parse_month, written
from dugnad.figures import reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.network.belongings import months_within
from dugnad.network.models import Unit


def compared(units: list[Unit], period: Period, by: str | None = None, as_of: date | None = None, *, year_before: bool = False) -> dict[str, Any]:
    """The answer of the first unit; those of the others in "also", and each with its "before" if it is asked for."""
    ask = _beside if year_before else answer
    first, *also = [ask(unit, period, by, as_of) for unit in units]
    return first | ({"also": also} if also else {})


def _beside(unit: Unit, period: Period, by: str | None, as_of: date | None) -> dict[str, Any]:
    """With the same months a year before, in all and in each row; a month stands beside the one of the year before."""
    now, then = answer(unit, period, by, as_of), answer(unit, period.years_back(), by, as_of)
    keyed = {_later(row["key"]) if by == "month" else row["key"]: row["measures"] for row in then["rows"]}
    gone = [_row(row["key"], row["label"], NOTHING) for row in then["rows"] if by != "month" and row["key"] not in {one["key"] for one in now["rows"]}]
    rows = [row | {"before": keyed.get(row["key"], NOTHING.shown())} for row in (*now["rows"], *gone)]
    return now | {"before": then["measures"], "rows": rows}


def _later(key: str) -> str:
    return written(parse_month(key) + 12)


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
    rows = [_row(key, words().said(by, key), sums) for key, sums in reading.by(facet, "value").items()]
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


def _row(key: str, label: str, sums: Measures) -> dict[str, Any]:
    return {"key": key, "label": label, "measures": sums.shown()}

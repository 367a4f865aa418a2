"""Every question to the accounts: balance + what is not folded yet − what has arrived after the asked day, collected or not."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Max

from dugnad.core.among import among
from dugnad.core.periods import ALWAYS, Period, month_of
from dugnad.figures import years
from dugnad.figures.arrivals import COLLECTED, SUMMED, unpacked
from dugnad.figures.measures import COLUMNS, NOTHING, Measures
from dugnad.figures.models import Balance, Entry
from dugnad.figures.postings import Key, lines

PARTS = {"unit": 0, "facet": 1, "value": 2, "month": 3}
BALANCE, WAITING, ARRIVED, UNCOLLECTED = 0, 1, 2, 3  # the kinds of rows of the one statement
Line = tuple[Key, Sequence[int]]
SEVERAL = 10_000  # records that are looked up in one statement: a database takes only so many values


@dataclass(frozen=True, slots=True)
class Question:
    """Which sums: of these units, in this period, for this facet (and value), as it stood at the end of a day.

    `facets` asks for several facets at once; the part "facet" tells them apart. `only` names the measures that are wanted;
    the others are not read and are 0.
    """

    units: tuple[int, ...]
    period: Period = ALWAYS
    facet: str = ""
    value: str | None = None
    as_of: date | None = None
    facets: tuple[str, ...] = ()
    only: tuple[str, ...] = COLUMNS

    @property
    def asked(self) -> tuple[str, ...]:
        return self.facets or (self.facet,)


def total(question: Question) -> Measures:
    """One sum for the whole question."""
    return ask(question, ()).get((), NOTHING)


def by(question: Question, part: str) -> dict[Any, Measures]:
    """The sums by "unit", "value" or "month"; what is all zero is left out."""
    return {key[0]: sums for key, sums in ask(question, (part,)).items()}


def beside(question: Question, part: str) -> tuple[dict[Any, Measures], dict[Any, Measures]]:
    """The sums by a part, and those of the same months a year before."""
    now, before = both(question, (part,))
    return {key[0]: sums for key, sums in now.items()}, {key[0]: sums for key, sums in before.items()}


def both(question: Question, parts: Sequence[str]) -> tuple[dict[tuple[Any, ...], Measures], dict[tuple[Any, ...], Measures]]:
    """The sums grouped by parts of the key, and those of the same months a year before: of spans up to a year in one look."""
    period = question.period
    if period.last - period.first >= 12:
        return ask(question, parts), ask(replace(question, period=period.years_back()), parts)
    if (tuple(parts), question.asked, question.only, question.as_of) == (("unit",), ("",), ("activities",), None):
        later, earlier = years.sums(question.units, (period, period.years_back()))
        return later, earlier
    now, before = _read(question, parts, (period, period.years_back()))
    return now, before


def ask(question: Question, parts: Sequence[str]) -> dict[tuple[Any, ...], Measures]:
    """The sums grouped by parts of the key, read in one statement and so from one snapshot."""
    return _read(question, parts, (question.period,))[0]


def _read(question: Question, parts: Sequence[str], spans: Sequence[Period]) -> list[dict[tuple[Any, ...], Measures]]:
    """The sums of each span, grouped by parts of the key; the spans share no month."""
    sql, params = _statement(question, parts, spans)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows = cursor.fetchall()
    keys, wide = slice(2, 2 + len(parts)), len(COLUMNS)
    found: list[dict[tuple[Any, ...], Sequence[int]]] = [{} for _span in spans]
    for row in rows:
        if row[0] == BALANCE:
            for number, sums in enumerate(found):
                sums[row[keys]] = row[keys.stop + number * wide : keys.stop + (number + 1) * wide]
        else:
            sign = 1 if row[0] == WAITING else -1
            moved = _arrived(row, question) if row[0] == ARRIVED else _entered(row, question)
            for number, span in enumerate(spans):
                _add_lines(found[number], (line for line in moved if line[0][3] in span), question, parts, sign)
    return [{key: Measures._make(sums) for key, sums in one.items() if any(sums)} for one in found]


def reporting(units: Sequence[int], period: Period = ALWAYS, as_of: date | None = None) -> dict[int, int]:
    """Of these units, how many had an activity: by month, the months without one left out."""
    if as_of is None:
        return years.reporting(units, period)
    found: dict[int, int] = defaultdict(int)
    for (_unit, month), sums in ask(Question(tuple(units), period, as_of=as_of, only=("activities",)), ("unit", "month")).items():
        found[month] += sums.activities > 0
    return {month: many for month, many in found.items() if many}


def of_records(records: Iterable[UUID], question: Question, parts: Sequence[str]) -> dict[tuple[Any, ...], Measures]:
    """What these records alone add to the answer of a question: their entries, folded or not."""
    found: dict[tuple[Any, ...], Sequence[int]] = {}
    for _record, moved in _moved_by(records, question):
        _add_lines(found, moved, question, parts, 1)
    return {key: Measures._make(sums) for key, sums in found.items() if any(sums)}


def each(records: Iterable[UUID], question: Question) -> dict[UUID, Measures]:
    """What each of these records alone adds to the answer of a question; what adds nothing is left out."""
    found: dict[UUID, dict[tuple[Any, ...], Sequence[int]]] = {}
    for record, moved in _moved_by(records, question):
        _add_lines(found.setdefault(record, {}), moved, question, (), 1)
    return {record: Measures._make(sums[()]) for record, sums in found.items() if any(sums.get((), ()))}


def _moved_by(records: Iterable[UUID], question: Question) -> Iterator[tuple[UUID, Iterable[Line]]]:
    """The lines of each entry of these records, as far as they are for the asked units, months and day."""
    entries = Entry.objects.filter(month__gte=question.period.first, month__lte=question.period.last)
    if question.as_of:
        entries = entries.filter(at__lt=end_of(question.as_of))
    asked = iter(records)
    while some := list(islice(asked, SEVERAL)):
        rows = entries.filter(record__in=some).values_list("record", "month", "scopes", "facets", "amounts", *COLUMNS)
        for record, month, scopes, facets, amounts, *sums in rows:
            yield record, lines(set(scopes).intersection(question.units), month, tuple(sums), facets, amounts)


def everything(month: int) -> dict[tuple[int, str, str], Measures]:
    """All sums of one month by unit, facet and value, what waits to be folded with them."""
    found: dict[Any, list[int]] = defaultdict(lambda: [0] * len(COLUMNS))
    for row in Balance.objects.filter(month=month).values_list("unit", "facet", "value", *COLUMNS).iterator(5000):
        _add(found[row[:3]], row[3:], 1)
    for scopes, facets, amounts, *sums in Entry.objects.filter(month=month, folded=False).values_list("scopes", "facets", "amounts", *COLUMNS):
        for key, added in lines(scopes, month, tuple(sums), facets, amounts):
            _add(found[key[:3]], added, 1)
    return {key: Measures(*sums) for key, sums in found.items() if any(sums)}


def months() -> list[int]:
    """Every month that has anything, the oldest first."""
    folded = set(Balance.objects.filter(facet="").values_list("month", flat=True).distinct())
    return sorted(folded | set(Entry.objects.filter(folded=False).values_list("month", flat=True).distinct()))


def last_entry(as_of: date | None = None) -> int:
    """The number of the last entry that counts on that day (0: none)."""
    entries = Entry.objects.filter(at__lt=end_of(as_of)) if as_of else Entry.objects.all()
    return entries.aggregate(last=Max("id"))["last"] or 0


def state() -> tuple[object, ...]:
    """A mark of what the accounts contain just now: pictures of figures are kept under it.

    On PostgreSQL a lower number can be committed after a higher one, so the last number alone would not do.
    """
    if connection.vendor == "sqlite":
        return (last_entry(),)
    with connection.cursor() as cursor:  # in one statement, and so of one moment
        cursor.execute("SELECT (SELECT value FROM core_mark WHERE name = 'folded'), COUNT(*), MAX(id) FROM figures_entry WHERE NOT folded")
        return tuple(cursor.fetchone())


def _statement(question: Question, parts: Sequence[str], spans: Sequence[Period]) -> tuple[str, list[Any]]:
    """Balances, plus what waits to be folded (never on SQLite), minus what has arrived after the asked day (not collected only on SQLite)."""
    where, params = _where(question, spans)
    keys = "".join(f"{part}, " for part in parts)
    sums = ", ".join(_sum(column, span if len(spans) > 1 else None) if column in question.only else "0" for span in spans for column in COLUMNS)
    group = f" GROUP BY {', '.join(parts)}" if parts else ""
    sql = f"SELECT {BALANCE}, 0, {keys}{sums}, NULL, NULL, NULL, NULL, NULL FROM figures_balance WHERE {where}{group}"
    none, loose = "NULL, " * len(parts), f"{'0, ' * len(COLUMNS) * (len(spans) - 1)}"
    entry = f"month, {none}{loose}{', '.join(COLUMNS)}, scopes, facets, amounts, NULL, NULL FROM figures_entry"
    if connection.vendor == "postgresql":
        sql += f" UNION ALL SELECT {WAITING}, {entry} WHERE NOT folded"
        if question.as_of:
            sql += " AND at < %s"
            params.append(end_of(question.as_of))
    elif question.as_of:
        sql += f" UNION ALL SELECT {UNCOLLECTED}, {entry} WHERE id > {_value(COLLECTED)} AND +at >= %s"  # by its number, not by the index of `at`
        params.append(connection.ops.adapt_datetimefield_value(end_of(question.as_of)))
    if question.as_of and question.units:
        facets = "facets" if question.asked != ("",) else "NULL"
        later, more = _later(question)
        nought = "0, " * len(COLUMNS)
        sql += f" UNION ALL SELECT {ARRIVED}, unit, {none}{loose}{nought}NULL, NULL, NULL, totals, {facets} FROM figures_arrival WHERE {later}"
        params += more
    return sql, params


def _value(mark: str) -> str:
    return f"(SELECT COALESCE(MAX(value), 0) FROM core_mark WHERE name = '{mark}')"


def _sum(column: str, span: Period | None) -> str:
    """Of one of several spans, or of all rows; PostgreSQL's sums of whole numbers are decimals."""
    summed = f"CASE WHEN month BETWEEN {int(span.first)} AND {int(span.last)} THEN {column} ELSE 0 END" if span else column
    return f"COALESCE(SUM({summed}), 0){'::bigint' if connection.vendor == 'postgresql' else ''}"


def _later(question: Question) -> tuple[str, list[Any]]:
    """The rows of the days after the asked one: those of its month, then whole months, then the days of months not summed up yet."""
    assert question.as_of
    month, day = month_of(question.as_of), question.as_of.day
    summed = _value(SUMMED)
    days = f"day > 0 AND (month = %s AND day > %s OR month > %s AND month > {summed})"
    months = f"day = 0 AND month > %s AND month <= {summed}"
    units, params = among("unit", question.units)
    return f"{units} AND month >= %s AND ({days} OR {months})", [*params, month, month, day, month, month]


def _where(question: Question, spans: Sequence[Period]) -> tuple[str, list[Any]]:
    units, params = among("unit", question.units)
    facets, more = among("facet", question.asked)
    where, params = [units, facets], params + more
    value = "" if question.asked == ("",) else question.value  # the total has the value "", and saying so finds the months in the key
    if value is not None:
        where.append("value = %s")
        params.append(value)
    if question.period != ALWAYS:
        where.append("month BETWEEN %s AND %s")
        params += [min(span.first for span in spans), max(span.last for span in spans)]
    return " AND ".join(where), params


def _entered(row: Any, question: Question) -> list[Line]:
    """The lines of an entry, as far as they are for the asked units."""
    *sums, scopes, facets, amounts = row[-5 - len(COLUMNS) : -2]
    units = set(_json(scopes)).intersection(question.units)
    return list(lines(units, row[1], tuple(map(int, sums)), _json(facets), _json(amounts)))


def _arrived(row: Any, question: Question) -> list[Line]:
    """The lines of what arrived for one unit on a day or in a month."""
    return [((row[1], facet, value, month), sums) for (facet, value, month), sums in unpacked(row[-2], row[-1], question.asked)]


def _add_lines(found: dict[tuple[Any, ...], Sequence[int]], moved: Iterable[Line], question: Question, parts: Sequence[str], sign: int) -> None:
    wanted = [sign * (column in question.only) for column in COLUMNS]
    places = [PARTS[part] for part in parts]
    for key, added in moved:
        if key[1] in question.asked and question.value in (None, key[2]):
            place = tuple(key[part] for part in places)
            found[place] = [a + b * w for a, b, w in zip(found.get(place, NOTHING), added, wanted, strict=True)]


def _add(sums: list[int], added: Sequence[int], sign: int) -> None:
    for index, value in enumerate(added):
        sums[index] += sign * int(value)


def _json(cell: Any) -> Any:
    return json.loads(cell) if isinstance(cell, str) else cell


def end_of(day: date) -> datetime:
    """The first instant after a day, in UTC."""
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), UTC)

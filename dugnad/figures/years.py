"""A unit's year in one row, with its number of activities in each month: how many of hundreds of units reported is read from these."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import connection

from dugnad.core.among import among
from dugnad.core.periods import Period
from dugnad.figures.alone import alone
from dugnad.figures.measures import Measures
from dugnad.figures.models import MONTHS, Balance, Entry, Year
from dugnad.figures.postings import Key

_NAMES = ", ".join(MONTHS)
_UPSERT = (
    f"INSERT INTO figures_year (unit, year, {_NAMES}) VALUES ({', '.join(['%s'] * (2 + len(MONTHS)))}) "
    f"ON CONFLICT (unit, year) DO UPDATE SET {', '.join(f'{name} = figures_year.{name} + excluded.{name}' for name in MONTHS)}"
)
_COUNTED = ", ".join(f"COUNT(*) FILTER (WHERE {name} > 0)" for name in MONTHS)
_WAITING = ", ".join(f"CASE WHEN month %% 12 = {number} THEN activities ELSE 0 END" for number in range(len(MONTHS)))


def add(sums: Mapping[Key, Sequence[int]]) -> None:
    """Add what was added to the totals of the balances, in the same transaction."""
    rows: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0] * len(MONTHS))
    for (unit, facet, _value, month), added in sums.items():
        if not facet and added[0]:
            rows[unit, month // 12][month % 12] += added[0]
    with connection.cursor() as cursor:
        cursor.executemany(_UPSERT, [(*place, *rows[place]) for place in sorted(rows)])


def sums(units: Sequence[int], spans: Sequence[Period]) -> list[dict[tuple[int], Measures]]:
    """The number of activities of each unit in each span, keyed like other sums by unit; what has none is left out."""
    source, params = _rows(units, Period(min(span.first for span in spans), max(span.last for span in spans)))
    asked = ", ".join(f"SUM({_within(span)})" for span in spans)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT unit, {asked} FROM ({source}) y GROUP BY unit", params)
        rows = cursor.fetchall()
    return [{(row[0],): Measures(int(row[number])) for row in rows if row[number]} for number in range(1, len(spans) + 1)]


def reporting(units: Sequence[int], period: Period) -> dict[int, int]:
    """Of these units, how many had an activity: by month, the months without one left out."""
    source, params = _rows(units, period)
    if "UNION" in source:  # what waits may be the first of a month, or its last taken away
        source = f"SELECT unit, year, {', '.join(f'SUM({name}) AS {name}' for name in MONTHS)} FROM ({source}) b GROUP BY unit, year"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT year, {_COUNTED} FROM ({source}) y GROUP BY year", params)
        found = {year * 12 + number: many for year, *counts in cursor.fetchall() for number, many in enumerate(counts)}
    return {month: many for month, many in found.items() if many and month in period}


def _rows(units: Sequence[int], period: Period) -> tuple[str, list[Any]]:
    """The rows of these units and years, and a row for each entry that waits to be folded, if any does (never on SQLite)."""
    one_of, params = among("unit", units)
    where, params = f"{one_of} AND year BETWEEN %s AND %s", [*params, period.first // 12, period.last // 12]
    folded = f"SELECT unit, year, {_NAMES} FROM figures_year WHERE {where}"
    if not Entry.objects.filter(folded=False).exists():
        return folded, params
    waiting = f"SELECT s.value::bigint AS unit, month / 12 AS year, {_WAITING} FROM figures_entry, jsonb_array_elements(scopes) s WHERE NOT folded"
    return f"{folded} UNION ALL SELECT * FROM ({waiting}) w WHERE {where}", params * 2


def _within(span: Period) -> str:
    """The months of a span in the row of any year."""
    in_year: dict[int, list[str]] = defaultdict(list)
    for month in span:
        in_year[month // 12].append(MONTHS[month % 12])
    cases = (f"WHEN {year} THEN {' + '.join(names)}" for year, names in in_year.items())
    return f"CASE year {' '.join(cases)} ELSE 0 END"


def kept() -> dict[Key, int]:
    """The number of activities by the keys of the balances' totals, as these rows have it."""
    rows = Year.objects.values_list("unit", "year", *MONTHS).iterator(2000)
    return {(unit, "", "", year * 12 + number): many for unit, year, *months in rows for number, many in enumerate(months) if many}


def rebuild() -> int:
    """Make all rows agree with the balances; how many months were wrong."""
    with alone():
        there, right = kept(), dict(_totals())
        lacking = {key: (right.get(key, 0) - there.get(key, 0),) for key in there.keys() | right.keys()}
        wrong = {key: by for key, by in lacking.items() if by[0]}
        add(wrong)
    return len(wrong)


def _totals() -> Iterator[tuple[Key, int]]:
    rows: Any = Balance.objects.filter(facet="").values_list("unit", "month", "activities").iterator(5000)
    return (((unit, "", "", month), many) for unit, month, many in rows)

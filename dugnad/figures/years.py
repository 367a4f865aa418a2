"""A unit's year in one row, with its number of activities in each month: how many of hundreds of units reported is read from these."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection

from dugnad.core.periods import ALWAYS, Period
from dugnad.figures import reading
from dugnad.figures.alone import alone
from dugnad.figures.models import MONTHS, Balance, Year
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


def reporting(units: Sequence[int], period: Period = ALWAYS, as_of: date | None = None) -> dict[int, int]:
    """Of these units, how many had an activity: by month, the months without one left out."""
    found = _as_it_stood(units, period, as_of) if as_of else _now(units, period)
    return {month: many for month, many in found if many and month in period}


def _now(units: Sequence[int], period: Period) -> Iterator[tuple[int, int]]:
    among, values = reading.among("unit", units)
    where, params = f"{among} AND year BETWEEN %s AND %s", [*values, period.first // 12, period.last // 12]
    source = f"SELECT unit, year, {_NAMES} FROM figures_year WHERE {where}"
    if connection.vendor == "postgresql":
        waiting = f"SELECT s.value::bigint AS unit, month / 12 AS year, {_WAITING} FROM figures_entry, jsonb_array_elements(scopes) s WHERE NOT folded"
        both = f"{source} UNION ALL SELECT * FROM ({waiting}) w WHERE {where}"
        source = f"SELECT unit, year, {', '.join(f'SUM({name}) AS {name}' for name in MONTHS)} FROM ({both}) b GROUP BY unit, year"
        params *= 2
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT year, {_COUNTED} FROM ({source}) y GROUP BY year", params)
        for year, *counts in cursor.fetchall():
            yield from ((year * 12 + number, many) for number, many in enumerate(counts))


def _as_it_stood(units: Sequence[int], period: Period, as_of: date) -> Iterator[tuple[int, int]]:
    found: dict[int, int] = defaultdict(int)
    question = reading.Question(tuple(units), period, as_of=as_of, only=("activities",))
    for (_unit, month), sums in reading.ask(question, ("unit", "month")).items():
        found[month] += sums.activities > 0
    yield from found.items()


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

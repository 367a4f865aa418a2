"""Every question to the accounts: balance + what is not folded yet − what came after the asked day."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Max

from dugnad.core.periods import ALWAYS, Period
from dugnad.figures.measures import COLUMNS, NOTHING, Measures
from dugnad.figures.models import Entry
from dugnad.figures.postings import lines

PARTS = {"unit": 0, "facet": 1, "value": 2, "month": 3}


@dataclass(frozen=True, slots=True)
class Question:
    """Which sums: of these units, in this period, for this facet (and value), as it stood at the end of a day.

    `facets` asks for several facets at once; the part "facet" tells them apart.
    """

    units: tuple[int, ...]
    period: Period = ALWAYS
    facet: str = ""
    value: str | None = None
    as_of: date | None = None
    facets: tuple[str, ...] = ()

    @property
    def asked(self) -> tuple[str, ...]:
        return self.facets or (self.facet,)


def total(question: Question) -> Measures:
    """One sum for the whole question."""
    return ask(question, ()).get((), NOTHING)


def by(question: Question, part: str) -> dict[Any, Measures]:
    """The sums by "unit", "value" or "month"; what is all zero is left out."""
    return {key[0]: sums for key, sums in ask(question, (part,)).items()}


def ask(question: Question, parts: Sequence[str]) -> dict[tuple[Any, ...], Measures]:
    """The sums grouped by parts of the key, read in one statement and so from one snapshot."""
    sql, params = _statement(question, parts)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows = cursor.fetchall()
    found: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0] * len(COLUMNS))
    keys, sums = slice(2, 2 + len(parts)), slice(2 + len(parts), 2 + len(parts) + len(COLUMNS))
    for row in rows:
        if row[0] == 0:
            _add(found[row[keys]], row[sums], 1)
        else:
            moved = lines(*_loose(row, question), *map(_json, row[-2:])) if row[1] in question.period else ()
            _add_lines(found, moved, question, parts, row[0])
    return {key: Measures(*sums) for key, sums in found.items() if any(sums)}


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


def _statement(question: Question, parts: Sequence[str]) -> tuple[str, list[Any]]:
    """Balances, plus what waits to be folded (never on SQLite), minus what came after the asked day."""
    where, params = _where(question)
    keys = "".join(f"{part}, " for part in parts)
    sums = ", ".join(f"COALESCE(SUM({column}), 0)" for column in COLUMNS)
    group = f" GROUP BY {', '.join(parts)}" if parts else ""
    sql = f"SELECT 0, 0, {keys}{sums}, NULL, NULL, NULL FROM figures_balance WHERE {where}{group}"
    loose = f"month, {'NULL, ' * len(parts)}{', '.join(COLUMNS)}, scopes, facets, amounts FROM figures_entry"
    if connection.vendor == "postgresql":
        sql += f" UNION ALL SELECT 1, {loose} WHERE NOT folded"
    if question.as_of:
        sql += f" UNION ALL SELECT -1, {loose} WHERE at >= %s"
        params.append(connection.ops.adapt_datetimefield_value(end_of(question.as_of)))
    return sql, params


def _where(question: Question) -> tuple[str, list[Any]]:
    where = [f"unit IN ({', '.join(['%s'] * len(question.units)) or 'NULL'})", f"facet IN ({', '.join(['%s'] * len(question.asked))})"]
    params: list[Any] = [*question.units, *question.asked]
    if question.value is not None:
        where.append("value = %s")
        params.append(question.value)
    if question.period != ALWAYS:
        where.append("month BETWEEN %s AND %s")
        params += [question.period.first, question.period.last]
    return " AND ".join(where), params


def _loose(row: Any, question: Question) -> tuple[set[int], int, tuple[int, ...]]:
    """An entry that no balance contains: the asked units among its scopes, its month, its sums."""
    return set(_json(row[-3])).intersection(question.units), row[1], tuple(map(int, row[-3 - len(COLUMNS) : -3]))


def _add_lines(found: dict[tuple[Any, ...], list[int]], moved: Iterable[Any], question: Question, parts: Sequence[str], sign: int) -> None:
    for key, added in moved:
        if key[1] in question.asked and question.value in (None, key[2]):
            _add(found[tuple(key[PARTS[part]] for part in parts)], added, sign)


def _add(sums: list[int], added: Sequence[int], sign: int) -> None:
    for index, value in enumerate(added):
        sums[index] += sign * int(value)


def _json(cell: Any) -> Any:
    return json.loads(cell) if isinstance(cell, str) else cell


def end_of(day: date) -> datetime:
    """The first instant after a day, in UTC."""
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), UTC)

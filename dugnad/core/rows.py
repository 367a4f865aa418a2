"""New rows of several tables, sent to the database together and without asking anything back."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models

from dugnad.core import prepared

Change = tuple[str, list[Any]]
Plan = list[tuple[Any, Callable[[Any], Any]]]
TEXT: dict[type, Callable[[Any], str]] = {
    str: str,
    UUID: lambda value: value.hex,
    bool: lambda value: "t" if value else "f",
    int: int.__str__,
    Decimal: str,
    date: date.isoformat,
    datetime: datetime.isoformat,
}
_waiting: ContextVar[list[Change] | None] = ContextVar("waiting", default=None)


@contextmanager
def together() -> Iterator[None]:
    """What is inserted and deleted inside is sent at the end: on PostgreSQL as one statement, prepared once a connection.

    Nothing of it is seen before the end, and one change must not depend on another; foreign keys are checked at the commit.
    """
    token = _waiting.set([])
    try:
        yield
        waiting = _waiting.get() or []
    finally:
        _waiting.reset(token)
    _send(waiting)


def insert(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one model. A number given by the database is not read back."""
    if rows:
        plan = _plan(type(rows[0]), connection.vendor)
        values = [write(field.pre_save(row, True)) for row in rows for field, write in plan]
        _change(_insert(type(rows[0]), len(rows), connection.vendor), values)


def delete(model: type[models.Model], **equal: Any) -> None:
    """Delete the rows with these values; nothing must hang on them."""
    fields = [model._meta.get_field(name) for name in equal]
    where = " AND ".join(f"{field.column} = %s" for field in fields)
    values = [_writing(field, connection.vendor)(value) for field, value in zip(fields, equal.values(), strict=True)]
    _change(f"DELETE FROM {model._meta.db_table} WHERE {where}", values)


def _change(statement: str, values: list[Any]) -> None:
    waiting = _waiting.get()
    if waiting is None:
        _send([(statement, values)])
    else:
        waiting.append((statement, values))


def _send(changes: list[Change]) -> None:
    if changes and connection.vendor == "postgresql":
        statements = tuple(statement for statement, _values in changes)
        changes = [(_joined(statements), [value for _statement, values in changes for value in values])]
    for statement, values in changes:
        prepared.execute(statement, values)


@cache
def _joined(statements: tuple[str, ...]) -> str:
    """One statement that does all."""
    parts = [f"change_{number} AS ({statement})" for number, statement in enumerate(statements[:-1])]
    return f"WITH {', '.join(parts)} {statements[-1]}" if parts else statements[-1]


@cache
def _insert(model: type[models.Model], many: int, vendor: str) -> str:
    columns = [field.column for field, _write in _plan(model, vendor)]
    marks = f"({', '.join(['%s'] * len(columns))})"
    return f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) VALUES {', '.join([marks] * many)}"


@cache
def _plan(model: type[models.Model], vendor: str) -> Plan:
    """The columns that are given, and how each is written."""
    given = [f for f in model._meta.concrete_fields if f.column and not isinstance(f, models.AutoField)]
    return [(field, _writing(field, vendor)) for field in given]


def _writing(field: Any, vendor: str) -> Callable[[Any], Any]:
    """On PostgreSQL everything goes as text of unknown type, so that one prepared statement fits all values."""
    if vendor != "postgresql":
        return lambda value: field.get_db_prep_save(value, connection)
    return _json if isinstance(field, models.JSONField) else _text


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value)


def _text(value: Any) -> str | None:
    return None if value is None else TEXT.get(type(value), str)(value)

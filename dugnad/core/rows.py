"""New rows of several tables, sent to the database together and without asking anything back."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction

from dugnad.core import prepared

Change = tuple[str, list[Any]]
Plan = list[tuple[Callable[[Any], Any], Callable[[Any], Any]]]
JSON = DjangoJSONEncoder()
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
    """What is inserted and deleted inside is sent at the end, all or nothing: on PostgreSQL as one prepared statement.

    Nothing of it is seen before the end, and one change must not depend on another; foreign keys are checked at the commit.
    """
    token = _waiting.set([])
    try:
        with _all_or_nothing():
            yield
            _send(_waiting.get() or [])
    finally:
        _waiting.reset(token)


def gathering() -> bool:
    """Are we inside `together`?"""
    return _waiting.get() is not None


def _all_or_nothing() -> Any:
    """One statement is a transaction by itself, and two trips to the server fewer."""
    alone = connection.vendor == "postgresql" and not connection.in_atomic_block
    return nullcontext() if alone else transaction.atomic()


def insert(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one model. A number given by the database is not read back."""
    if rows:
        statement, plan = _insert(type(rows[0]), len(rows), connection.vendor)
        _change(statement, [write(read(row)) for row in rows for read, write in plan])


def delete(model: type[models.Model], **equal: Any) -> None:
    """Delete the rows with these values; nothing must hang on them."""
    fields: list[Any] = [model._meta.get_field(name) for name in equal]
    where = " AND ".join(f"{field.column} = %s" for field in fields)
    write = [_writing(field, connection.vendor) for field in fields]
    _change(f"DELETE FROM {model._meta.db_table} WHERE {where}", [to(value) for to, value in zip(write, equal.values(), strict=True)])


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


@lru_cache(maxsize=512)
def _joined(statements: tuple[str, ...]) -> str:
    """One statement that does all."""
    parts = [f"change_{number} AS ({statement})" for number, statement in enumerate(statements[:-1])]
    return f"WITH {', '.join(parts)} {statements[-1]}" if parts else statements[-1]


@cache
def _insert(model: type[models.Model], many: int, vendor: str) -> tuple[str, Plan]:
    """The statement, and how each column that is given is read from a row and written."""
    given: list[Any] = [f for f in model._meta.concrete_fields if f.column and not isinstance(f, models.AutoField)]
    marks = f"({', '.join(['%s'] * len(given))})"
    statement = f"INSERT INTO {model._meta.db_table} ({', '.join(f.column for f in given)}) VALUES {', '.join([marks] * many)}"
    return statement, [(_reading(field), _writing(field, vendor)) for field in given]


def _reading(field: Any) -> Callable[[Any], Any]:
    """Some fields, such as the instant of a change, know their own value."""
    plain = type(field).pre_save is models.Field.pre_save or not (getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False))
    return attrgetter(field.attname) if plain else lambda row: field.pre_save(row, True)


def _writing(field: Any, vendor: str) -> Callable[[Any], Any]:
    """On PostgreSQL everything goes as text of unknown type, so that one prepared statement fits all values."""
    if isinstance(field, models.JSONField):
        return _json
    return _text if vendor == "postgresql" else lambda value: field.get_db_prep_save(value, connection)


def _json(value: Any) -> str | None:
    return None if value is None else JSON.encode(value)


def _text(value: Any) -> str | None:
    return None if value is None else TEXT.get(type(value), str)(value)

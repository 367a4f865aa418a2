"""Rows straight into tables: executemany on SQLite, COPY on PostgreSQL."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db import connection, models

SQLITE: dict[type, Any] = {
    UUID: lambda v: v.hex,
    datetime: lambda v: v.replace(tzinfo=None).isoformat(" ", "microseconds"),
    date: date.isoformat,
    Decimal: str,
    list: json.dumps,
    dict: json.dumps,
}
POSTGRES: dict[type, Any] = {list: json.dumps, dict: json.dumps}


class Table:
    """Collects unsaved rows of a model and writes them at once."""

    def __init__(self, model: type[models.Model]) -> None:
        fields = [f for f in model._meta.concrete_fields if not isinstance(f, models.AutoField | models.CompositePrimaryKey)]
        self.name = model._meta.db_table
        self.columns = [str(field.column) for field in fields]
        self.values = attrgetter(*[field.attname for field in fields])
        self.rows: list[tuple[Any, ...]] = []

    def add(self, row: models.Model) -> None:
        self.rows.append(self.values(row))

    def write(self) -> None:
        """Insert what was collected, and forget it."""
        if self.rows:
            (_copy if connection.vendor == "postgresql" else _insert)(self.name, self.columns, self.rows)
        self.rows = []


def _insert(name: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    marks = ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})"
    with connection.cursor() as cursor:
        cursor.executemany(sql, _encoded(rows, SQLITE))


def _copy(name: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {name} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in _encoded(rows, POSTGRES):
            copy.write_row(row)


def _encoded(rows: Sequence[tuple[Any, ...]], how: dict[type, Any]) -> list[tuple[Any, ...]]:
    none = how.get
    return [tuple(v if (f := none(type(v))) is None else f(v) for v in row) for row in rows]

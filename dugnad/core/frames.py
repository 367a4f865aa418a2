"""What a statement selects, as frames of a column store: blocks of CSV from PostgreSQL, chunks of rows from SQLite."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

import polars as pl
from django.db import connection

CHUNK = 250_000  # rows
BLOCK = 64 << 20  # bytes
Schema = Mapping[str, Any]


def frame(sql: str, schema: Schema, params: Sequence[Any] = ()) -> pl.DataFrame:
    """All rows of a statement whose columns are texts and numbers, named and typed by the schema."""
    return pl.concat([pl.DataFrame(schema=schema), *frames(sql, schema, params)])


def frames(sql: str, schema: Schema, params: Sequence[Any] = ()) -> Iterator[pl.DataFrame]:
    """The same, so much at a time as fits into memory."""
    return _copied(sql, schema, params) if connection.vendor == "postgresql" else _fetched(sql, schema, params)


def _fetched(sql: str, schema: Schema, params: Sequence[Any]) -> Iterator[pl.DataFrame]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        while rows := cursor.fetchmany(CHUNK):
            yield pl.DataFrame(rows, schema=schema, orient="row")


def _copied(sql: str, schema: Schema, params: Sequence[Any]) -> Iterator[pl.DataFrame]:
    with connection.cursor() as cursor, cursor.copy(f"COPY ({sql}) TO STDOUT (FORMAT csv)", params or None) as copy:
        waiting, size = list[Any](), 0
        for data in copy:
            waiting.append(bytes(data))
            size += len(data)
            if size >= BLOCK:
                yield _parsed(waiting, schema)
                waiting, size = [], 0
        if waiting:
            yield _parsed(waiting, schema)


def _parsed(lines: list[bytes], schema: Schema) -> pl.DataFrame:
    return pl.read_csv(BytesIO(b"".join(lines)), has_header=False, schema=dict(schema))

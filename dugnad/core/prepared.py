"""Statements that are asked again and again: on PostgreSQL the server parses and plans them once a connection."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import psycopg
from django.db import connection


def execute(statement: str, values: Sequence[Any] = (), *, rows: bool = False) -> list[Any]:
    """Send the statement, written with %s, and fetch its rows if asked. On PostgreSQL give values as text, so that one plan fits all."""
    with _cursor() as cursor:
        cursor.execute(_numbered(statement) if connection.vendor == "postgresql" else statement, values)
        found: list[Any] = cursor.fetchall() if rows else []
        return found


class _Prepared(psycopg.RawCursor[Any]):
    def execute(self, query: Any, params: Any = None, **how: Any) -> Any:
        return super().execute(query, params, prepare=True)


def _cursor() -> Any:
    """A cursor of Django's own, so that errors are Django's and queries are counted."""
    if connection.vendor != "postgresql":
        return connection.cursor()
    connection.ensure_connection()
    connection.connection.prepare_threshold = 0  # Django switches preparing off; its own cursors never prepare
    return connection.make_cursor(_Prepared(connection.connection))


@cache
def _numbered(statement: str) -> str:
    """With $1, $2 … for %s, as the server writes it."""
    pieces = statement.split("%s")
    return (pieces[0] + "".join(f"${number}{piece}" for number, piece in enumerate(pieces[1:], 1))).replace("%%", "%")

"""Statements that are asked again and again: on PostgreSQL the server parses and plans them once a connection."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections


def execute(statement: str, values: Sequence[Any] = (), *, rows: bool = False) -> list[Any]:
    """Send the statement, written with %s, and fetch its rows if asked. On PostgreSQL give values as text, so that one plan fits all."""
    here = connections[DEFAULT_DB_ALIAS]
    if here.vendor == "postgresql":
        statement = _numbered(statement)
    with _preparing(here) if here.vendor == "postgresql" else here.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if rows else []


class _Prepared(psycopg.RawCursor[Any]):
    def execute(self, query: Any, params: Any = None, **how: Any) -> Any:
        return super().execute(query, params, prepare=True)


def _preparing(here: Any) -> Any:
    """A cursor of Django's own, so that errors are Django's and queries are counted."""
    here.ensure_connection()
    here.connection.prepare_threshold = 0  # Django switches preparing off; its other cursors never prepare
    make = here.make_debug_cursor if here.queries_logged else here.make_cursor
    return make(_Prepared(here.connection))


@lru_cache(maxsize=512)
def _numbered(statement: str) -> str:
    """With $1, $2 … for %s, as the server writes it."""
    pieces = statement.split("%s")
    return (pieces[0] + "".join(f"${number}{piece}" for number, piece in enumerate(pieces[1:], 1))).replace("%%", "%")

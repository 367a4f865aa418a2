"""That a column has one of many values, in the words of each database."""

from collections.abc import Sequence
from typing import Any

from django.db import connection


def among(column: str, values: Sequence[Any]) -> tuple[str, list[Any]]:
    """The condition and its parameters: one array on PostgreSQL, which is read faster than five hundred values."""
    if len(values) == 1:
        return f"{column} = %s", list(values)
    if connection.vendor == "postgresql":
        return f"{column} = ANY(%s)", [list(values)]
    return f"{column} IN ({', '.join(['%s'] * len(values)) or 'NULL'})", list(values)

"""Reading for a long time from one moment of the database, without holding up those who write."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything read inside is from one moment. Inside a transaction that has begun, it is that transaction's view."""
    if connection.in_atomic_block:
        yield
        return
    with _deferred(), transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def _deferred() -> Iterator[None]:
    """On SQLite a transaction of ours takes the writer's place at once; one that only reads must not."""
    connection.ensure_connection()
    here: Any = connection
    mode = getattr(here, "transaction_mode", None)
    here.transaction_mode = "DEFERRED"
    try:
        yield
    finally:
        here.transaction_mode = mode

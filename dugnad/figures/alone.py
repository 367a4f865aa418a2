"""One folds at a time: on SQLite there is one writer anyway, on PostgreSQL a lock of the transaction says so."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

FOLDER = 0x64756E6E  # the advisory lock's number, "dunn"


@contextmanager
def alone() -> Iterator[None]:
    """A transaction in which nobody else folds; waits for who does."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [FOLDER])
        yield


def can_be_alone() -> bool:
    """Take the folder's place for the rest of this transaction, unless somebody has it."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [FOLDER])
        return bool(cursor.fetchone()[0])

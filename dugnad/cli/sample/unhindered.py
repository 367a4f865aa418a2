"""Writing millions of rows without what makes each row dear: secondary indexes and foreign keys are put back at the end, over all rows at once."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, models, transaction

KEYS = (
    "SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname), "
    "format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid)) "
    "FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text = ANY(%s) ORDER BY conname"
)
INDEXES = {
    "postgresql": "SELECT format('DROP INDEX %%I', indexname), indexdef FROM pg_indexes i "
    "WHERE tablename = ANY(%s) AND indexdef NOT LIKE 'CREATE UNIQUE%%' ORDER BY indexname",
    "sqlite": "SELECT 'DROP INDEX \"' || name || '\"', sql FROM sqlite_master "
    "WHERE type = 'index' AND tbl_name IN (SELECT value FROM json_each(%s)) AND sql LIKE 'CREATE INDEX%%' ORDER BY name",
}

AT_ONCE = ("SET LOCAL maintenance_work_mem = '512MB'",)  # an index is sorted in memory where there is some


@contextmanager
def unhindered(tables: Sequence[type[models.Model]], indexed: Sequence[type[models.Model]] = ()) -> Iterator[None]:
    """Inside, these tables check no foreign key and, but for those that stay `indexed`, have no secondary index.

    What is written must be right. Not for a transaction: when it is broken off, the database is thrown away.
    """
    bare = [model for model in tables if model not in indexed]
    keys = _asked(KEYS, tables) if connection.vendor == "postgresql" else []
    indexes = _asked(INDEXES[connection.vendor], bare)
    _each(drop for drop, _make in keys + indexes)
    with connection.constraint_checks_disabled():
        yield
    _each([*(AT_ONCE if connection.vendor == "postgresql" else ()), *(make for _drop, make in indexes + keys)])


def _asked(statement: str, tables: Sequence[type[models.Model]]) -> list[tuple[str, str]]:
    names = [model._meta.db_table for model in tables]
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(names) if connection.vendor == "sqlite" else names])
        return [(str(drop), str(make)) for drop, make in cursor.fetchall()]


def _each(statements: Iterable[str]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)

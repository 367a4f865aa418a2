"""Ten million rows in minutes: what was written for a month is copied inside the database, each copy with ids of its own."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection, models

from dugnad.activities.models import Activity, CountsFor, Good, Organiser, Tag
from dugnad.core.models import JournalEntry
from dugnad.figures.models import Entry

COPIED = 16  # the last bits of an id that tell copies apart: at most 65,535 of them
TABLES: tuple[tuple[type[models.Model], str], ...] = (
    (Activity, "id"),
    (Organiser, "activity_id"),
    (Tag, "activity_id"),
    (Good, "activity_id"),
    (CountsFor, "activity_id"),
    (Entry, "record"),
    (JournalEntry, "subject"),
)


def original(identity: int) -> UUID:
    """The id of a row that may be copied: its last sixteen bits are free."""
    return UUID(int=identity >> COPIED << COPIED)


class Copier:
    """Copies the rows that were written since it was made or last copied."""

    def __init__(self, copies: int) -> None:
        """`copies`: how many of each activity there will be, with the original."""
        self.copies = copies
        self.last = {model: self._newest(model) for model, _ in TABLES if model is not Activity and model is not CountsFor}

    def copy(self, activities: Sequence[UUID]) -> None:
        """Copy these activities, given in the order in which they were written, and all that was written with them."""
        if not activities or self.copies < 2:
            return
        first, last = min(activities), max(activities)
        for model, column in TABLES:
            if model in self.last:
                self._insert(model, column, "id > %s", self.last[model])
            else:
                self._insert(model, column, f"{column} BETWEEN %s AND %s", _bound(first), _bound(last))
        self.skip()

    def skip(self) -> None:
        """What was written until now is not copied."""
        self.last = {model: self._newest(model) for model in self.last}

    def _insert(self, model: type[models.Model], column: str, where: str, *bounds: Any) -> None:
        fields = [str(f.column) for f in model._meta.concrete_fields if not isinstance(f, models.AutoField | models.CompositePrimaryKey)]
        taken = ", ".join(_copied(column) if name == column else f"t.{name}" for name in fields)
        table = model._meta.db_table
        numbers = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < %s)"
        found = f"{numbers} INSERT INTO {table} ({', '.join(fields)}) SELECT {taken} FROM {table} t CROSS JOIN c WHERE t.{where}"
        with connection.cursor() as cursor:
            cursor.execute(found, [self.copies - 1, *bounds])

    def _newest(self, model: type[models.Model]) -> int:
        return model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0


def _copied(column: str) -> str:
    """The id with the copy's number in its last sixteen bits."""
    if connection.vendor == "sqlite":
        return f"substr(t.{column}, 1, length(t.{column}) - 4) || printf('%%04x', c.n)"
    text = f"left(t.{column}::text, 32) || lpad(to_hex(c.n), 4, '0')"
    return text if column == "subject" else f"({text})::uuid"


def _bound(identity: UUID) -> Any:
    return identity.hex if connection.vendor == "sqlite" else identity

"""The question behind `require`, written as SQL once for each permission and kind of actor, and asked again with other values."""

from collections.abc import Callable
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, models

from dugnad.access.actor import Actor, Grant
from dugnad.access.rules import Can
from dugnad.core import prepared

M = TypeVar("M", bound=models.Model)
Places = tuple[Any, ...]
Ask = Callable[[Actor, Can, Any], Any]
# Values that stand for what changes from question to question; no real row has them.
PERSON, ROW, NUMBER = UUID(int=1), UUID(int=2), 0x7FFF_FFFF_FFFF_FFF0


class Question:
    """One compiled question: where the row's key, the person and the offices' paths go, and how its rows are read."""

    def __init__(self, queryset: models.QuerySet[Any], grants: int) -> None:
        compiler = queryset.query.get_compiler(connection=connection)
        self.model = queryset.model
        self.statement, params = compiler.as_sql()
        self.values = tuple(_place(value, grants) for value in params)
        fields = [column for column, _sql, _alias in compiler.select]
        self.names = [column.target.attname for column in fields]
        self.converters = compiler.get_converters(fields)

    def ask(self, actor: Actor, row: models.Model) -> Any:
        rows = prepared.execute(self.statement, [value(actor, row) for value in self.values], rows=True)
        return self._read(list(rows[0])) if rows else None

    def _read(self, row: list[Any]) -> Any:
        for place, (converters, expression) in self.converters.items():
            for convert in converters:
                row[place] = convert(row[place], expression, connection)
        return self.model.from_db(connection.alias, self.names, row)


def first(allowed: Callable[..., Any], actor: Actor, permission: Can, row: M) -> M | None:
    """The row if the actor may do this with it."""
    kinds = (tuple(grant.role for grant in actor.grants), actor.known, actor.system, actor.read_only)
    question = _question(allowed, permission, type(row), kinds, connection.vendor)
    found: M | None = question.ask(actor, row) if question else None
    return found


@lru_cache(maxsize=512)
def _question(allowed: Callable[..., Any], permission: Can, model: Any, kinds: Any, vendor: str) -> Question | None:
    roles, known, system, read_only = kinds
    grants = tuple(Grant(role, 0, _path(number)) for number, role in enumerate(roles))
    person: Any = SimpleNamespace(pk=PERSON) if known else None
    actor = Actor(person=person, grants=grants, via="", system=system, read_only=read_only)
    key = ROW if isinstance(model._meta.pk, models.UUIDField) else NUMBER
    try:
        return Question(allowed(actor, permission, model._default_manager.filter(pk=key).order_by()), len(roles))
    except EmptyResultSet:
        return None


def _path(number: int) -> str:
    return f"office {number}/"


def _place(value: Any, grants: int) -> Callable[[Actor, models.Model], Any]:
    """What to put where this value stands in the compiled question."""
    if value in (ROW, ROW.hex, NUMBER):
        return lambda _actor, row: _written(row.pk)
    if value in (PERSON, PERSON.hex):
        return lambda actor, _row: _written(actor.person_id)
    for number in range(grants):
        if value == f"{_path(number)}%":
            return lambda actor, _row, number=number: f"{actor.grants[number].path}%"  # type: ignore[misc]
        if value == _path(number):
            return lambda actor, _row, number=number: actor.grants[number].path  # type: ignore[misc]
    return lambda _actor, _row: value


def _written(key: Any) -> str:
    return key.hex if isinstance(key, UUID) else str(key)

"""Questions about units, people and offices that read as English."""

from datetime import date
from typing import Any, Self

from django.contrib.auth.models import BaseUserManager
from django.core.exceptions import EmptyResultSet
from django.db import models
from django.db.models import Q
from django.db.models.lookups import IContains, IExact
from django.utils import timezone

LONGEST_ASKED = 1000


class _Short:
    """SQLite fails at a pattern as long as a book, PostgreSQL at a NUL; no name has either, so nothing is found."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        if isinstance(self.rhs, str) and (len(self.rhs) > LONGEST_ASKED or "\0" in self.rhs):  # type: ignore[attr-defined]
            raise EmptyResultSet
        return super().as_sql(compiler, connection)  # type: ignore[misc]


@models.CharField.register_lookup
class SameName(_Short, IExact):
    """`iexact`, for names of a possible length."""


@models.CharField.register_lookup
class PartOfName(_Short, IContains):
    """`icontains`, for names of a possible length."""


class UnitQuery(models.QuerySet[Any]):
    def under(self, unit: Any) -> Self:
        """The unit itself and all below it in today's tree."""
        return self.filter(path__startswith=unit.path)

    def open(self) -> Self:
        return self.filter(closed_on=None)

    def coded(self, code: str) -> Self:
        """By code or by the reference it was imported with, in any case."""
        return self.filter(Q(code__iexact=code) | Q(reference__iexact=code) & ~Q(reference=""))

    def members_of(self, whole: Any, day: date) -> Self:
        """The units that belonged to a parent or platform on a day."""
        return self.filter(
            Q(belongings__until=None) | Q(belongings__until__gt=day),
            belongings__whole=whole,
            belongings__since__lte=day,
        )


class OfficeQuery(models.QuerySet[Any]):
    def held_on(self, day: date | None = None) -> Self:
        day = day or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day, person__is_active=True)


class InvitationQuery(models.QuerySet[Any]):
    def waiting(self) -> Self:
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now())


class PeopleManager(BaseUserManager[Any]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Any:
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> Any:
        return self.get(email__iexact=username)

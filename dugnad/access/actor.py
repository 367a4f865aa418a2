"""Who acts: a person with the offices held today, through a door; or the system."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from dugnad.network.models import Office, Person


@dataclass(frozen=True, slots=True)
class Grant:
    """One office held today."""

    role: str
    unit_id: int
    path: str


@dataclass(frozen=True, slots=True)
class Actor:
    """The first argument of every action."""

    person: Person | None
    grants: tuple[Grant, ...]
    via: str
    system: bool = False
    read_only: bool = False

    @property
    def person_id(self) -> Any:
        return self.person.pk if self.person else None

    @property
    def known(self) -> bool:
        return self.person is not None


NOBODY = Actor(person=None, grants=(), via="web")
SYSTEM = Actor(person=None, grants=(), via="cli", system=True)


def acting(person: Any, via: str = "web", *, read_only: bool = False) -> Actor:
    """The actor for a signed-in person, with the offices that the person holds today."""
    if not getattr(person, "is_authenticated", False) or not person.is_active:
        return Actor(person=None, grants=(), via=via)
    held = Office.objects.held_on(timezone.localdate()).filter(person=person)
    grants = tuple(Grant(*row) for row in held.values_list("role", "unit_id", "unit__path"))
    return Actor(person=person, grants=grants, via=via, read_only=read_only)

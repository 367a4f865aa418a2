"""The memory: who did what to what, and when."""

from typing import Any, Protocol

from django.db.models import Model, QuerySet

from dugnad.core import rows
from dugnad.core.models import JournalEntry


class Doer(Protocol):
    """Whoever acts: a person (or nobody: the system) through a door."""

    @property
    def person_id(self) -> Any: ...
    @property
    def via(self) -> str: ...


def record(actor: Doer, verb: str, subject: Model, **data: Any) -> None:
    """Write one line of the journal, in the caller's transaction."""
    line = JournalEntry(
        actor=actor.person_id,
        via=actor.via,
        verb=verb,
        subject_kind=subject._meta.label_lower,
        subject=str(subject.pk),
        data=data,
    )
    rows.insert([line])


def of(subject: Model) -> QuerySet[JournalEntry]:
    """The history of one thing, oldest first."""
    return JournalEntry.objects.filter(subject=str(subject.pk), subject_kind=subject._meta.label_lower)

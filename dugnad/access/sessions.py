"""Ending what a person has open: every session and every token, at once."""

from uuid import UUID

from django.db.models import F
from django.utils import timezone

from dugnad.access.models import Token
from dugnad.network.models import Person


def end_all(person_id: UUID) -> None:
    """Sessions find nobody at their next request; tokens are revoked. In the caller's transaction."""
    Person.objects.filter(pk=person_id).update(epoch=F("epoch") + 1)
    Token.objects.filter(person=person_id, revoked_at=None).update(revoked_at=timezone.now())

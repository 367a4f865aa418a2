"""Deactivate a person: sessions and tokens end at once; what was registered stays."""

from django.db import transaction

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.access.sessions import end_all
from dugnad.core import journal
from dugnad.network.models import Person


@transaction.atomic
def deactivate(actor: Actor, person: Person) -> Person:
    """Nobody signs in as this person any more; a session that is open finds nobody at its next request."""
    person = require(actor, Can.DEACTIVATE, person, lock=True)
    person.is_active = False
    person.save(update_fields=["is_active"])
    end_all(person.pk)
    journal.record(actor, "person.deactivated", person)
    return person


@transaction.atomic
def reactivate(actor: Actor, person: Person) -> Person:
    """The person may sign in again; tokens stay revoked."""
    person = require(actor, Can.DEACTIVATE, person, lock=True)
    person.is_active = True
    person.save(update_fields=["is_active"])
    journal.record(actor, "person.reactivated", person)
    return person

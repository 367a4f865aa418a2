"""What happens to a person: edited and signed out by themself, deactivated and reactivated by those above."""

from django.db import transaction

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.access.sessions import end_all
from dugnad.core import journal
from dugnad.core.errors import NotAllowed
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


@transaction.atomic
def edit_person(actor: Actor, person: Person, *, name: str, language: str, wants_milestones: bool = False) -> Person:
    """One's own name, the language of one's mails, and which of them one wants."""
    _only_oneself(actor, person)
    person.name, person.language, person.wants_milestones = name, language, wants_milestones
    person.save(update_fields=["name", "language", "wants_milestones"])
    journal.record(actor, "person.edited", person, name=name, language=language, wants_milestones=wants_milestones)
    return person


@transaction.atomic
def sign_out_everywhere(actor: Actor, person: Person) -> None:
    """Every session ends, and every token: for a telephone that is lost."""
    _only_oneself(actor, person)
    end_all(person.pk)
    journal.record(actor, "person.signed-out-everywhere", person)


def _only_oneself(actor: Actor, person: Person) -> None:
    if not actor.known or actor.person_id != person.pk:
        raise NotAllowed("person.edit")

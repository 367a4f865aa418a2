"""One letter and many: edited, approved, given by post, answered, come back, withdrawn."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.recognition.models import Letter, Round

State = Letter.State
# Which states a letter may go to by hand; sending has its own file.
TURNS = {
    State.DRAFTED: {State.APPROVED, State.WITHDRAWN},
    State.APPROVED: {State.DRAFTED, State.SENT, State.WITHDRAWN},
    State.SENT: {State.BOUNCED, State.ANSWERED, State.WITHDRAWN},
    State.BOUNCED: {State.DRAFTED, State.WITHDRAWN},
    State.ANSWERED: {State.WITHDRAWN},
}


@transaction.atomic
def edit(actor: Actor, letter: Letter, *, subject: str, body: str, email: str, address: str, people: Sequence[str] | None = None) -> Letter:
    """Its words, as long as it is a draft; an approved one becomes a draft again, since somebody has to read it once more."""
    letter = require(actor, Can.HANDLE_LETTER, letter, lock=True)
    if letter.state not in (State.DRAFTED, State.APPROVED):
        raise Refused("given", _("This letter has been sent. It stays as it is; withdraw it if it is wrong."))
    letter.subject, letter.body, letter.email, letter.address = subject, body, email, address
    if people is not None:
        letter.told["people"] = [one for one in letter.told["people"] if key_of(one) in people]
    letter.edited, letter.state, letter.approved_at = True, State.DRAFTED, None
    letter.save()
    journal.record(actor, "letter.edited", letter)
    return letter


@transaction.atomic
def approve(actor: Actor, of: Round, letters: Iterable[Any]) -> int:
    """These drafts of a round may go out as they are; how many were drafts. Approving twice is approving once."""
    of = require(actor, Can.HANDLE_ROUND, of, lock=True)
    drafts = list(of.letters.filter(pk__in=list(letters), state=State.DRAFTED))
    of.letters.filter(pk__in=[letter.pk for letter in drafts]).update(state=State.APPROVED, approved_at=timezone.now())
    if drafts:
        journal.record(actor, "letters.approved", of, letters=[str(letter.pk) for letter in drafts])
    return len(drafts)


@transaction.atomic
def turn(actor: Actor, letter: Letter, state: str, *, why: str = "") -> Letter:
    """Say what became of it: back to a draft, given by post, answered, come back, withdrawn."""
    letter = require(actor, Can.HANDLE_LETTER, letter, lock=True)
    if letter.state == state:
        return letter
    if state not in TURNS.get(State(letter.state), ()):
        told = {"now": letter.get_state_display(), "asked": State(state).label}
        raise Refused("no-turn", _("The letter is %(now)s and cannot become: %(asked)s.") % told)
    before, letter.state, letter.why = letter.state, State(state), why
    if state == State.APPROVED:
        letter.approved_at = timezone.now()
    if state == State.SENT:
        letter.sent_at, letter.by_post = timezone.now(), True
    letter.save()
    journal.record(actor, f"letter.{state}", letter, before=before, why=why)
    return letter


@transaction.atomic
def given_by_post(actor: Actor, of: Round) -> int:
    """The approved letters without an e-mail address were printed and posted."""
    of = require(actor, Can.HANDLE_ROUND, of, lock=True)
    posted = of.letters.filter(state=State.APPROVED, email="")
    keys = [str(pk) for pk in posted.values_list("pk", flat=True)]
    posted.update(state=State.SENT, sent_at=timezone.now(), by_post=True)
    if keys:
        journal.record(actor, "letters.posted", of, letters=keys)
    return len(keys)


def key_of(person: dict[str, str]) -> str:
    """A coordinator of a letter, for a form."""
    return f"{person['name']} · {person['unit']}"

"""Sending letters by mail, each at most once.

A letter is claimed (approved → sending, with its Message-ID) in a transaction of its own before the mail server is asked. What the
server then says decides; what it did not live to say stays open: such a letter is never sent again by itself, a person decides.
"""

from contextlib import suppress
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused
from typing import Any
from uuid import UUID

from django.core.mail import get_connection
from django.core.mail.utils import DNS_NAME
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.documents.press import PrintError
from dugnad.recognition.mailing import mail_of
from dugnad.recognition.models import Letter, OptOut, Round
from dugnad.recognition.queries import PATIENCE

State = Letter.State
REFUSED = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError)


@transaction.atomic
def ask_to_send(actor: Actor, of: Round) -> int:
    """How many letters of the round wait to be sent; the worker sends them."""
    of = require(actor, Can.HANDLE_ROUND, of)
    waiting = of.letters.waiting().count()
    if not waiting:
        raise Refused("nothing-to-send", _("There is no approved letter with an e-mail address."))
    journal.record(actor, "round.sending", of, letters=waiting)
    return int(waiting)


def send_round(actor: Actor, of: Round) -> dict[str, int]:
    """Send what waits, one after the other. Two at once, or again after a crash, send nothing twice. `later`: how many are worth another try."""
    of = require(actor, Can.HANDLE_ROUND, of)
    done = {State.SENT.value: 0, State.BOUNCED.value: 0, State.SENDING.value: 0, "later": 0}
    waiting = list(of.letters.waiting().values_list("pk", flat=True))
    connection: Any = get_connection()
    there = _reached(connection)
    for pk in waiting:
        if not there:
            done["later"] += 1
        elif letter := _claim(actor, pk):
            state = _asked(connection, letter)
            _settle(actor, letter, state)
            done["later" if state == State.APPROVED else state] += 1
            if state == State.SENDING:  # the connection is in an unknown state, too
                connection = get_connection()
                there = _reached(connection)
    _hang_up(connection)
    return done


@transaction.atomic
def _claim(actor: Actor, pk: UUID) -> Letter | None:
    """The letter, ready to go, if nobody else has it. From here on it counts as asked."""
    letter = Letter.objects.select_related("round__made_by", "unit", "university").get(pk=pk)
    approved = Letter.objects.filter(pk=pk, state=State.APPROVED)
    if OptOut.objects.filter(email=letter.email.casefold()).exists():
        if approved.update(state=State.BOUNCED, why=_("This address wants no letters.")):
            journal.record(actor, "letter.bounced", letter, why="opted out")
        return None
    letter.asked_at, letter.message_id, letter.why = timezone.now(), f"<letter.{pk}@{DNS_NAME}>", ""
    claimed = approved.update(state=State.SENDING, asked_at=letter.asked_at, message_id=letter.message_id, why="")
    return letter if claimed else None


def _asked(connection: Any, letter: Letter) -> str:
    """What became of it: sent, bounced, approved (certainly not sent: another time), or still sending (nobody knows)."""
    try:
        mail = mail_of(letter)
    except PrintError as error:
        letter.why = str(error)[:300]
        return State.BOUNCED
    mail.connection = connection
    try:
        mail.send()
    except REFUSED as no:
        code, letter.why = _said(no)
        return State.APPROVED if 400 <= code < 500 else State.BOUNCED
    except (OSError, SMTPException) as error:
        letter.why = f"{type(error).__name__}: {error}"[:300]
        return State.SENDING
    return State.SENT


@transaction.atomic
def _settle(actor: Actor, letter: Letter, state: str) -> None:
    """Write down what the server said."""
    letter.state = state
    letter.sent_at = timezone.now() if state == State.SENT else None
    letter.asked_at = None if state == State.APPROVED else letter.asked_at
    letter.save(update_fields=["state", "sent_at", "asked_at", "why"])
    journal.record(actor, f"letter.{state}", letter, message_id=letter.message_id, why=letter.why)


@transaction.atomic
def decide(actor: Actor, letter: Letter, *, sent: bool) -> Letter:
    """Somebody has looked: a letter whose fate was unknown was sent, or was not and may be sent."""
    letter = require(actor, Can.HANDLE_LETTER, letter, lock=True)
    if letter.state != State.SENDING:
        raise Refused("known", _("What became of this letter is known: it is %(state)s.") % {"state": letter.get_state_display()})
    assert letter.asked_at
    if timezone.now() - letter.asked_at < PATIENCE:
        raise Refused("too-soon", _("The mail server is being asked just now. Look again in two minutes."))
    letter.state, letter.why = (State.SENT, "") if sent else (State.APPROVED, "")
    letter.sent_at, letter.asked_at = (letter.asked_at, letter.asked_at) if sent else (None, None)
    letter.save(update_fields=["state", "sent_at", "asked_at", "why"])
    journal.record(actor, "letter.decided", letter, sent=sent)
    return letter


def _reached(connection: Any) -> bool:
    """Is there a server that lets us in? Nothing is claimed before."""
    try:
        connection.open()
    except (OSError, SMTPException):
        return False
    return True


def _hang_up(connection: Any) -> None:
    with suppress(OSError, SMTPException):
        connection.close()


def _said(no: SMTPException) -> tuple[int, str]:
    """The server's code and words."""
    if isinstance(no, SMTPRecipientsRefused):
        code, text = next(iter(no.recipients.values()))
    else:
        assert isinstance(no, SMTPResponseException)
        code, text = no.smtp_code, no.smtp_error  # type: ignore[assignment]
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    return int(code), f"{code} {words}"[:300]

"""Invite somebody to an office by e-mail; the link works once, for two weeks."""

import hashlib
from datetime import date, timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from dugnad.access.actor import SYSTEM, Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.directory.actions.office import appoint, permission_for, roles_in
from dugnad.network.models import Invitation, Office, Person, Unit

WEEKS = timedelta(weeks=2)


@transaction.atomic
def invite(actor: Actor, unit: Unit, email: str, role: str, *, since: date, until: date | None = None) -> tuple[Invitation, str]:
    """An invitation and its secret, of which only the hash is kept."""
    unit = require(actor, permission_for(unit), unit)
    if role not in roles_in(unit):
        raise Refused("wrong-office", _("There is no such office in this unit."), field="role")
    if until and until <= since:
        raise Refused("ends-before", _("The office ends before it begins."), field="until")
    email = email.strip().lower()
    if Invitation.objects.waiting().filter(email=email, unit=unit, role=role).exists():
        raise Refused("invited-already", _("This person has been invited already; the invitation waits."), field="email")
    if Office.objects.held_on().filter(person__email=email, unit=unit, role=role).exists():
        raise Refused("held-already", _("The person holds this office already."), field="email")
    assert actor.person is not None
    invitation = Invitation(email=email, unit=unit, role=role, since=since, until=until, invited_by=actor.person)
    secret = _begin(invitation)
    invitation.save(force_insert=True)
    journal.record(actor, "invitation.sent", invitation, unit=unit.code, role=role, email=email)
    return invitation, secret


@transaction.atomic
def resend(actor: Actor, invitation: Invitation) -> str:
    """A new secret for two more weeks; the old link works no more."""
    invitation = require(actor, Can.SEE_INVITATION, invitation, lock=True)
    _refuse_done(invitation)
    secret = _begin(invitation)
    invitation.save(update_fields=["secret_hash", "expires_at"])
    journal.record(actor, "invitation.resent", invitation)
    return secret


@transaction.atomic
def withdraw_invitation(actor: Actor, invitation: Invitation) -> Invitation:
    """The link works no more."""
    invitation = require(actor, Can.SEE_INVITATION, invitation, lock=True)
    _refuse_done(invitation)
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    journal.record(actor, "invitation.withdrawn", invitation)
    return invitation


@transaction.atomic
def accept(invitation: Invitation, *, name: str = "", password: str = "") -> Person:
    """Take the office; somebody new gets an account, whose address the link has proved."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation not in Invitation.objects.waiting():
        raise Refused("over", _("This invitation has been used, withdrawn, or is too old. Ask for a new one."))
    person = Person.objects.filter(email=invitation.email).first() or _newcomer(invitation.email, name, password)
    if not person.is_active:
        raise Refused("deactivated", _("This account is deactivated. Ask the board."))
    appoint(SYSTEM, person, invitation.unit, invitation.role, since=invitation.since, until=invitation.until)
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    journal.record(Actor(person, (), "web"), "invitation.accepted", invitation)
    return person


def _newcomer(email: str, name: str, password: str) -> Person:
    if not name.strip():
        raise Refused("name-missing", _("Please give your name."), field="name")
    person = Person(email=email, name=name)
    try:
        validate_password(password, person)
    except ValidationError as weak:
        raise Refused("weak-password", " ".join(weak.messages), field="password") from None
    person = Person.objects.create_user(email, password, name=name)
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


def secret_of(invitation: Invitation) -> str:
    """Made anew from the server's key whenever the mail is written, so that no row of the database, nor of the queue, holds it."""
    said = f"{invitation.pk}:{invitation.email}:{invitation.expires_at.isoformat()}"
    return salted_hmac("dugnad.invitation", said, algorithm="sha256").hexdigest()


def _begin(invitation: Invitation) -> str:
    invitation.expires_at = timezone.now() + WEEKS
    secret = secret_of(invitation)
    invitation.secret_hash = hashed(secret)
    return secret


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _refuse_done(invitation: Invitation) -> None:
    if invitation.accepted_at or invitation.withdrawn_at:
        raise Refused("over", _("This invitation has been used or withdrawn already."))

"""Tokens: made once, shown once, kept as a hash, revoked at will."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.models import Token
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.network.models import Person

LONGEST = timedelta(days=400)


@transaction.atomic
def make(actor: Actor, person: Person, name: str, scope: str, expires_at: datetime) -> tuple[Token, str]:
    """A new token of a person, and its secret, which is nowhere kept."""
    if not actor.system and actor.person_id != person.pk:
        raise NotAllowed(Can.USE_TOKEN)
    if not timezone.now() < expires_at <= timezone.now() + LONGEST:
        raise Refused("wrong-end", _("A token ends in the future, within 400 days."), field="expires_at")
    secret = f"dugnad_{secrets.token_urlsafe(32)}"
    token = Token.objects.create(person=person, name=name, scope=scope, secret_hash=_hash(secret), expires_at=expires_at)
    journal.record(actor, "token.made", token, name=name, scope=scope)
    return token, secret


@transaction.atomic
def revoke(actor: Actor, token: Token) -> Token:
    """The token works no more, from this moment."""
    token = require(actor, Can.USE_TOKEN, token)
    token.revoked_at = token.revoked_at or timezone.now()
    token.save(update_fields=["revoked_at"])
    journal.record(actor, "token.revoked", token)
    return token


def person_of(secret: str) -> Token | None:
    """The usable token with this secret; its last use is noted at most once a minute."""
    token: Token | None = Token.objects.usable().select_related("person").filter(secret_hash=_hash(secret)).first()
    if token:
        now = timezone.now()
        stale = Q(used_at=None) | Q(used_at__lt=now - timedelta(minutes=1))
        if token.used_at is None or token.used_at < now - timedelta(minutes=1):
            Token.objects.filter(stale, pk=token.pk).update(used_at=now)
    return token


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()

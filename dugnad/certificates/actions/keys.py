"""Making and changing the key that signs, and signing with it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import SYSTEM, Actor
from dugnad.certificates import issuer, keys
from dugnad.certificates.credential import instant
from dugnad.certificates.models import SigningKey
from dugnad.certificates.proof import Document, signed
from dugnad.core import journal, marks
from dugnad.core.errors import NotAllowed, Refused


@transaction.atomic
def rotate(actor: Actor) -> SigningKey:
    """A new key signs from now on. Those before stay published: what they signed stays valid. Only who runs the server may."""
    if not actor.system:
        raise NotAllowed("key.rotate")
    last = SigningKey.objects.select_for_update().last()
    if last is not None:
        last.until = timezone.now()
        last.save(update_fields=["until"])
    private = keys.new_private()
    key = SigningKey.objects.create(number=last.number + 1 if last else 1, public=keys.written(private.public_key()))
    keys.keep(private)
    journal.record(actor, "key.made", key, public=key.public)
    return key


@transaction.atomic
def distrust(actor: Actor, number: int) -> SigningKey:
    """Others may have had this key: it is published no more, so what it signed holds no more. If it was the one that signs, another does from now on.

    Twice is once. What it had signed, `signing_anew.py` signs again.
    """
    if not actor.system:
        raise NotAllowed("key.distrust")
    key: SigningKey | None = SigningKey.objects.select_for_update().filter(number=number).first()
    if key is None:
        raise Refused("no-such-key", _("There is no key %(number)s; the page of the issuer shows them all.") % {"number": number})
    if key.compromised_at is None:
        key.compromised_at = timezone.now()
        key.save(update_fields=["compromised_at"])
        journal.record(actor, "key.compromised", key, public=key.public)
    if key == SigningKey.objects.last():
        rotate(actor)
    marks.touch("certificates")
    return key


def key_that_signs() -> SigningKey:
    """The newest one; the first is made when it is first needed."""
    found = SigningKey.objects.last()
    if found is None:
        private = keys.new_private()
        found, made = SigningKey.objects.get_or_create(number=1, defaults={"public": keys.written(private.public_key())})
        if made:
            keys.keep(private)
            journal.record(SYSTEM, "key.made", found, public=found.public)
    return found


def sign(document: Document, key: SigningKey, at: datetime) -> dict[str, Any]:
    """Refused where the private half is not on this machine."""
    return signed(document, keys.private_of(key.public), issuer.method(key), instant(at))

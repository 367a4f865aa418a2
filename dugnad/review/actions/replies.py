"""Words that reviewers use again and again: kept for a unit, used by all below it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.network.models import Unit
from dugnad.review.models import Reply

MOST = 50


@transaction.atomic
def keep_reply(actor: Actor, unit: Unit, *, name: str, text: str, reply: Reply | None = None) -> Reply:
    """A new one, or one in other words: the old one ends, so that nobody's words are changed under their name."""
    unit = require(actor, Can.KEEP_REPLIES, unit)
    if actor.person is None:
        raise NotAllowed(Can.KEEP_REPLIES)
    if reply:
        end_reply(actor, reply)
    if Reply.objects.filter(unit=unit, ended_at=None).count() >= MOST:
        raise Refused("too-many", _("More than %(most)s are too many to choose from; end one first.") % {"most": MOST})
    kept = Reply.objects.create(unit=unit, name=name, text=text, by=actor.person)
    journal.record(actor, "reply.kept", unit, name=name)
    return kept


@transaction.atomic
def end_reply(actor: Actor, reply: Reply) -> None:
    """It is no longer offered."""
    require(actor, Can.KEEP_REPLIES, reply.unit)
    reply.ended_at = timezone.now()
    reply.save(update_fields=["ended_at"])
    journal.record(actor, "reply.ended", reply.unit, name=reply.name)

"""Naming a recorded need that an idea answers, and taking that back. Those who may change the idea do, and those who keep the need."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import may, require
from dugnad.access.rules import Can
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.ideas.models import Idea, Named
from dugnad.ideas.shelf import MARK
from dugnad.needs.actions.standing import refuse_closed
from dugnad.needs.models import Need


@transaction.atomic
def name(actor: Actor, idea: Idea, need: Need) -> Named:
    """The idea answers an open need. Once: a second time is refused."""
    idea, need = _either(actor, idea, need)
    refuse_closed(need, field="address")
    if idea.state == Idea.State.WITHDRAWN:
        raise Refused("withdrawn", _("This idea is withdrawn. Publish it again first."), field="address")
    if Named.objects.standing().filter(idea=idea, need=need).exists():
        raise Refused("named", _("They stand together already."), field="address")
    return _write(actor, idea, [need])[0]


@transaction.atomic
def take_back(actor: Actor, named: Named) -> Named:
    """It does not answer the need after all; the row stays."""
    _idea, need = _either(actor, named.idea, named.need)
    refuse_closed(need, field="address")
    named = Named.objects.get(pk=named.pk)
    if named.taken_back_at is None:
        named.taken_back_at, named.taken_back_by = timezone.now(), actor.person
        named.save(update_fields=["taken_back_at", "taken_back_by"])
        marks.touch(MARK)
        journal.record(actor, "need.idea-taken-back", need, idea=str(named.idea_id))
    return named


def name_at_once(actor: Actor, idea: Idea, needs: Iterable[Need]) -> None:
    """A new draft begins with the needs that its activity answered, or those of the idea from which it comes, closed ones too."""
    _write(actor, idea, list(needs))


def _write(actor: Actor, idea: Idea, needs: list[Need]) -> list[Named]:
    made = [Named.objects.create(idea=idea, need=need, by=actor.person) for need in needs]
    for need in needs:
        journal.record(actor, "need.idea-named", need, idea=str(idea.pk))
    if made:
        marks.touch(MARK)
    return made


def _either(actor: Actor, idea: Idea, need: Need) -> tuple[Idea, Any]:
    """Both, read anew and the need locked, if the actor may speak for one of them."""
    need = require(actor, Can.SEE_NEED, need, lock=True)
    idea = require(actor, Can.SEE_IDEA, idea)
    if not may(actor, Can.CHANGE_NEED, need):
        require(actor, Can.CHANGE_IDEA, idea)
    return idea, need

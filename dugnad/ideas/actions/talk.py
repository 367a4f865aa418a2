"""What members say at an idea: thanks, questions and answers, notes for a country; following; translating it."""

import re
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.core.pace import refuse_more
from dugnad.ideas import finding
from dugnad.ideas.models import Following, Idea, Remark, Thanks, Translation
from dugnad.ideas.own import countries_of
from dugnad.ideas.shelf import MARK
from dugnad.network.models import Person

AN_HOUR, LINKS = 10, 2
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
Kind = Remark.Kind


@transaction.atomic
def thank(actor: Actor, idea: Idea, *, yes: bool = True) -> None:
    """Once; or take it back."""
    _turned(actor, idea, Thanks, yes)


@transaction.atomic
def follow(actor: Actor, idea: Idea, *, yes: bool = True) -> None:
    """What happens at it stands in the monthly mail; or no more."""
    _turned(actor, idea, Following, yes)


@transaction.atomic
def ask(actor: Actor, idea: Idea, *, text: str) -> Remark:
    idea = require(actor, Can.JOIN_IDEA, idea)
    return _said(actor, Remark(idea=idea, kind=Kind.QUESTION, text=text))


@transaction.atomic
def answer(actor: Actor, question: Remark, *, text: str) -> Remark:
    idea = require(actor, Can.JOIN_IDEA, question.idea)
    if question.kind != Kind.QUESTION or question.taken_back_at:
        raise Refused("no-question", _("This question was taken back."), field="text")
    return _said(actor, Remark(idea=idea, kind=Kind.ANSWER, question=question, text=text))


@transaction.atomic
def note(actor: Actor, idea: Idea, *, text: str, country: str) -> Remark:
    """What is different in a country, by somebody who holds an office there."""
    idea = require(actor, Can.JOIN_IDEA, idea)
    if country not in countries_of(actor):
        raise Refused("not-your-country", _("Choose a country in which you hold an office."), field="country")
    return _said(actor, Remark(idea=idea, kind=Kind.NOTE, country=country, text=text))


@transaction.atomic
def take_back(actor: Actor, remark: Remark) -> Remark:
    """Out of sight, with the answers to it; it is kept, and can be put back."""
    remark = require(actor, Can.TAKE_BACK_REMARK, remark, lock=True)
    if remark.taken_back_at is None:
        remark.taken_back_at, remark.taken_back_by = timezone.now(), actor.person
        remark.save(update_fields=["taken_back_at", "taken_back_by"])
        journal.record(actor, "remark.taken-back", remark, idea=str(remark.idea_id))
    return remark


@transaction.atomic
def put_back(actor: Actor, remark: Remark) -> Remark:
    """In sight again. What the committee took back, its writer does not put back."""
    remark = require(actor, Can.TAKE_BACK_REMARK, remark, lock=True)
    if remark.taken_back_at is not None:
        by_others = remark.taken_back_by_id not in (None, remark.by_id)
        if by_others and remark.by_id == actor.person_id:
            raise Refused("taken-back-by-others", _("The committee took this back; ask it."))
        remark.taken_back_at = remark.taken_back_by = None
        remark.save(update_fields=["taken_back_at", "taken_back_by"])
        journal.record(actor, "remark.put-back", remark, idea=str(remark.idea_id))
    return remark


@transaction.atomic
def translate(actor: Actor, idea: Idea, *, language: str, **texts: Any) -> Translation:
    """In another language than its own; the same language again changes what is there."""
    idea = require(actor, Can.JOIN_IDEA, idea, lock=True)
    if language == idea.language:
        raise Refused("same-language", _("The idea is written in this language; choose another."), field="language")
    made, _new = Translation.objects.update_or_create(idea=idea, language=language, defaults=texts | {"by_id": actor.person_id, "of_revision": idea.revision})
    finding.keep(idea)
    marks.touch(MARK)
    journal.record(actor, "idea.translated", idea, language=language)
    return made


def _turned(actor: Actor, idea: Idea, kind: Any, yes: bool) -> None:
    idea = require(actor, Can.JOIN_IDEA, idea)
    if yes:
        kind.objects.get_or_create(idea=idea, person_id=actor.person_id)
    else:
        kind.objects.filter(idea=idea, person=actor.person_id).delete()


def _said(actor: Actor, remark: Remark) -> Remark:
    """Nobody fills the market: so many in an hour, so few links, nothing twice. One after the other for each person."""
    Person.objects.select_for_update().filter(pk=actor.person_id).first()
    if len(LINK.findall(remark.text)) > LINKS:
        raise Refused("links", _("At most %(most)s links; say the rest in words.") % {"most": LINKS}, field="text")
    refuse_more(Remark.objects, actor.person, AN_HOUR, field="text")
    if Remark.objects.in_sight().filter(idea=remark.idea, kind=remark.kind, question=remark.question, text=remark.text, by=actor.person_id).exists():
        raise Refused("said-already", _("You said this here already."), field="text")
    remark.by = actor.person
    remark.save()
    journal.record(actor, f"remark.{remark.kind}", remark, idea=str(remark.idea_id))
    return remark

"""Making a round: a draft for every university with something to thank for; making its drafts anew; throwing it away."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.core.periods import Period
from dugnad.figures import reading
from dugnad.network.models import Network, Unit
from dugnad.recognition.codes import new_code
from dugnad.recognition.composing import texts_of, write
from dugnad.recognition.gathering import Thanked, thanked
from dugnad.recognition.models import Letter, Round, Template
from dugnad.web.templatetags.web import month

AT_ONCE = 500
OF_A_DRAFT = ["unit", "language", "email", "address", "subject", "body", "told", "entry"]


def sections_of(unit: Unit) -> list[Unit]:
    """The units at or below it that serve a university."""
    return list(Unit.objects.under(unit).open().filter(universities__isnull=False, level__groups=False).distinct().order_by("name"))


@transaction.atomic
def plan(
    actor: Actor,
    unit: Unit,
    *,
    name: str,
    first_month: int,
    last_month: int,
    sections: Sequence[Unit] = (),
    template: Template | None = None,
    language: str = "",
) -> Round:
    """A round with its drafts. `name`: empty means its months. `sections`: none means all of those below that serve a university."""
    unit = require(actor, Can.WRITE_LETTERS, unit)
    if last_month < first_month:
        raise Refused("ends-before", _("It ends before it begins."), field="last_month")
    if template and template.unit_id not in unit.ancestor_ids:
        raise Refused("no-template", _("This template is not one of yours, nor of those above you."), field="template")
    known = {one.pk: one for one in sections_of(unit)}
    chosen = [known[one.pk] for one in sections if one.pk in known] or list(known.values())
    name = name or f"{month(first_month)} – {month(last_month)}"
    made = Round(unit=unit, name=name, first_month=first_month, last_month=last_month, template=template, language=language, made_by=actor.person)
    made.save()
    made.sections.set(chosen)
    letters = _drafts(made, thanked(chosen, Period(first_month, last_month)))
    if not letters:
        raise Refused(
            "nothing", _("In this period there is nothing to thank a university for: no section that serves one registered an activity."), field="last_month"
        )
    Letter.objects.bulk_create(letters, batch_size=AT_ONCE)
    journal.record(actor, "round.planned", made, letters=len(letters))
    return made


@transaction.atomic
def remake(actor: Actor, of: Round) -> tuple[int, int]:
    """Drafts are written anew from today's figures, contacts and template, and new ones are added; edited and approved letters stay. How many of each."""
    of = require(actor, Can.HANDLE_ROUND, of, lock=True)
    found = {one.university.pk: one for one in thanked(list(of.sections.all()), Period(of.first_month, of.last_month))}
    there = {letter.university_id: letter for letter in of.letters.all()}
    drafts = [there[pk] for pk in found if pk in there and there[pk].state == Letter.State.DRAFTED and not there[pk].edited]
    again = _drafts(of, [found[letter.university_id] for letter in drafts], drafts)
    new = _drafts(of, [one for pk, one in found.items() if pk not in there])
    Letter.objects.bulk_update(again, OF_A_DRAFT, batch_size=AT_ONCE)
    Letter.objects.bulk_create(new, batch_size=AT_ONCE)
    journal.record(actor, "round.remade", of, letters=len(again), new=len(new))
    return len(again), len(new)


@transaction.atomic
def discard(actor: Actor, of: Round) -> None:
    """A round of drafts is thrown away; once a letter was approved, it stays."""
    of = require(actor, Can.HANDLE_ROUND, of, lock=True)
    if of.letters.given().exists():
        raise Refused("given", _("A letter of this round has been approved already. Withdraw letters one by one instead."))
    journal.record(actor, "round.discarded", of, name=of.name)
    of.delete()


def _drafts(of: Round, found: Sequence[Thanked], letters: Sequence[Letter] = ()) -> list[Letter]:
    """Written into these letters, or into new ones."""
    network, entry = Network.objects.get(), reading.last_entry()
    texts = texts_of(of.template)
    into = letters or [Letter(round=of, university=one.university, code=new_code()) for one in found]
    return [write(letter, one, texts, of, network.name, entry) for letter, one in zip(into, found, strict=True)]

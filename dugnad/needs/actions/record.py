"""Recording a need, and changing what it says."""

from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal, marks
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.letters import folded
from dugnad.core.pace import refuse_more
from dugnad.needs import details
from dugnad.needs.actions.evidence import write_evidence
from dugnad.needs.actions.standing import still_open
from dugnad.needs.details import PLAIN, Proof, Said
from dugnad.needs.models import Need
from dugnad.needs.words import significant
from dugnad.network.models import Unit

YEAR = timedelta(days=365)
AN_HOUR = 60  # by one person: more is no recording


@transaction.atomic
def record(actor: Actor, id: UUID, unit: Unit, said: Said, proof: Proof | None = None, *, today: date | None = None) -> Need:
    """A new need of a unit, perhaps with its first evidence. The same id twice is one need."""
    unit = require(actor, Can.RECORD_NEED, unit)
    refuse_more(Need.objects.exclude(pk=id), actor.person, AN_HOUR)
    need = Need(id=id, unit=unit, opened_by=actor.person, review_due=(today or timezone.localdate()) + YEAR)
    _fill(need, said)
    try:
        with transaction.atomic():
            need.save(force_insert=True)
    except IntegrityError:
        return _same(actor, id, unit)
    need.groups.set(said.groups)
    if proof:
        write_evidence(actor, need, proof)
    marks.touch("needs")
    journal.record(actor, "need.recorded", need, details=details.plain(said))
    return need


@transaction.atomic
def amend(actor: Actor, need: Need, said: Said, *, revision: int) -> Need:
    """Change what it says. `revision` is the one that the person saw."""
    need = still_open(actor, need)
    if need.revision != revision:
        says = _("Somebody else changed this need while you were writing. Compare both versions below, then save yours or keep theirs.")
        raise Refused("changed-meanwhile", says, revision=need.revision)
    before, after = details.plain(details.of(need)), details.plain(said)
    if before == after:
        return need
    _fill(need, said)
    need.revision += 1
    need.save()
    need.groups.set(said.groups)
    marks.touch("needs")
    changes = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    journal.record(actor, "need.amended", need, changes=changes)
    return need


def _same(actor: Actor, id: UUID, unit: Unit) -> Need:
    """The need that the same request recorded before."""
    there = Need.objects.filter(pk=id, unit=unit).first()
    if there is None or there.opened_by_id != actor.person_id:
        raise NotAllowed(Can.RECORD_NEED)
    return there


def _fill(need: Need, said: Said) -> None:
    for name in (*PLAIN, "theme"):
        setattr(need, name, getattr(said, name))
    need.said = list(significant(f"{said.title}. {said.who}. {said.would_help}").items())
    need.found_by = " ".join(folded(" ".join(getattr(said, name) for name in PLAIN)).split())

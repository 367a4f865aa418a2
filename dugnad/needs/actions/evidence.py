"""Evidence for a need: added, taken off its page, put back; what was said is kept."""

from dataclasses import asdict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.needs.actions.standing import still_open
from dugnad.needs.details import Proof
from dugnad.needs.models import Evidence, Need

FIRST_YEAR, MOST = 1900, 30


@transaction.atomic
def add_evidence(actor: Actor, need: Need, proof: Proof) -> Evidence:
    """A link, or an official figure with its year and source."""
    need = still_open(actor, need)
    _room(need)
    evidence = write_evidence(actor, need, proof)
    journal.record(actor, "need.evidence-added", need, **asdict(proof))
    return evidence


@transaction.atomic
def withdraw_evidence(actor: Actor, evidence: Evidence) -> Evidence:
    """Off the page; the row stays."""
    need = still_open(actor, evidence.need)
    evidence = Evidence.objects.get(pk=evidence.pk)
    if evidence.withdrawn_at is None:
        evidence.withdrawn_at, evidence.withdrawn_by = timezone.now(), actor.person
        evidence.save(update_fields=["withdrawn_at", "withdrawn_by"])
        journal.record(actor, "need.evidence-withdrawn", need, evidence=evidence.pk)
    return evidence


@transaction.atomic
def restore_evidence(actor: Actor, evidence: Evidence) -> Evidence:
    """On the page again."""
    need = still_open(actor, evidence.need)
    evidence = Evidence.objects.get(pk=evidence.pk)
    if evidence.withdrawn_at is not None:
        _room(need)
        evidence.withdrawn_at = evidence.withdrawn_by = None
        evidence.save(update_fields=["withdrawn_at", "withdrawn_by"])
        journal.record(actor, "need.evidence-restored", need, evidence=evidence.pk)
    return evidence


def _room(need: Need) -> None:
    if need.evidence.standing().count() >= MOST:
        raise Refused("too-many", _("This need has %(n)d pieces of evidence already. Take off the weakest first.") % {"n": MOST})


def write_evidence(actor: Actor, need: Need, proof: Proof) -> Evidence:
    """Checked here too, since a page, an importer and a program may all say it."""
    if not (proof.address or proof.figure):
        raise Refused("nothing-said", _("Give a link or a figure."), field="address")
    if proof.figure and not proof.source:
        raise Refused("no-source", _("Who says so? A figure needs its source."), field="source")
    if proof.figure and proof.year is None:
        raise Refused("no-year", _("Of which year is it? A figure without its year says little."), field="year")
    if proof.year is not None and not FIRST_YEAR <= proof.year <= timezone.localdate().year:
        raise Refused("wrong-year", _("Check the year: it lies between %(first)d and today.") % {"first": FIRST_YEAR}, field="year")
    return Evidence.objects.create(need=need, added_by=actor.person, **asdict(proof))

"""The committee's verbs on the rubric: a draft of the next version, and its adoption. What was reviewed by an earlier one stays as it was."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.criteria.models import Criterion, Rubric, Uncounted
from dugnad.criteria.signs import SHIPPED
from dugnad.network.models import Unit

FEWEST, MOST = 3, 20
Texts = dict[str, str]


@transaction.atomic
def load() -> Rubric:
    """The rubric that ships, adopted; loading it again changes nothing."""
    found = json.loads((SHIPPED / "rubric.json").read_text(encoding="utf-8"))
    fields = {"most": found["most"], "steps": found["steps"], "adopted_at": timezone.now()}
    rubric, fresh = Rubric.objects.get_or_create(version=found["version"], defaults=fields)
    if fresh:
        for position, one in enumerate(found["criteria"]):
            texts = {"names": one["name"], "helps": one["help"], "asks": one["ask"], "dos": one["do"]}
            Criterion.objects.create(rubric=rubric, position=position, **texts, **{name: one[name] for name in ("key", "needed", "asked")})
        for position, one in enumerate(found["not_counted"]):
            texts = {"names": one["name"], "whys": one["why"], "becomes": one["becomes"], "words": one["words"]}
            Uncounted.objects.create(rubric=rubric, position=position, key=one["key"], **texts)
        marks.touch("rubric")
    return rubric


@transaction.atomic
def begin(actor: Actor) -> Rubric:
    """A draft of the next version: a copy of the one that holds. The one that is there, if somebody began it already."""
    _committee(actor)
    old = Rubric.objects.select_for_update().exclude(adopted_at=None).first()  # one after the other: two who begin at once get the same draft
    assert old
    if draft := Rubric.objects.filter(adopted_at=None).first():
        return draft
    draft = Rubric.objects.create(version=old.version + 1, most=old.most, steps=old.steps)
    for criterion in old.criteria.all():
        criterion.pk, criterion.was = None, [criterion.key]
        criterion.rubric = draft
        criterion.save(force_insert=True)
    for uncounted in old.uncounted.all():
        uncounted.pk, uncounted.rubric = None, draft
        uncounted.save(force_insert=True)
    journal.record(actor, "rubric.begun", draft, version=draft.version)
    return draft


@transaction.atomic
def write(actor: Actor, rubric: Rubric, criterion: Criterion | None, *, key: str, was: list[str], **fields: Any) -> Criterion:
    """Change a criterion of the draft, or add one."""
    _draft(actor, rubric)
    if criterion is None:
        if rubric.criteria.count() >= MOST:
            raise Refused("too-many", _("More than %(most)s criteria are too many to be looked at.") % {"most": MOST})
        criterion = Criterion(rubric=rubric, position=_last(rubric.criteria) + 1)
    criterion.was = was
    _save(criterion, key, fields, taken=_("There is a criterion with this key already."))
    journal.record(actor, "criterion.written", rubric, key=key, **fields)
    return criterion


@transaction.atomic
def drop(actor: Actor, criterion: Criterion) -> None:
    """Take a criterion out of the draft."""
    _draft(actor, criterion.rubric)
    if criterion.rubric.criteria.count() <= FEWEST:
        raise Refused("too-few", _("A rubric has at least %(fewest)s criteria.") % {"fewest": FEWEST})
    journal.record(actor, "criterion.dropped", criterion.rubric, key=criterion.key)
    criterion.delete()


@transaction.atomic
def write_uncounted(actor: Actor, rubric: Rubric, uncounted: Uncounted | None, *, key: str, **fields: Any) -> Uncounted:
    """Change a kind that the draft does not count, or add one."""
    _draft(actor, rubric)
    if uncounted is None:
        if rubric.uncounted.count() >= MOST:
            raise Refused("too-many", _("More than %(most)s kinds are too many to be read.") % {"most": MOST})
        uncounted = Uncounted(rubric=rubric, position=_last(rubric.uncounted) + 1)
    _save(uncounted, key, fields, taken=_("There is a kind with this key already."))
    journal.record(actor, "uncounted.written", rubric, key=key, **fields)
    return uncounted


@transaction.atomic
def drop_uncounted(actor: Actor, uncounted: Uncounted) -> None:
    """Take a kind out of what the draft does not count."""
    _draft(actor, uncounted.rubric)
    journal.record(actor, "uncounted.dropped", uncounted.rubric, key=uncounted.key)
    uncounted.delete()


@transaction.atomic
def set_steps(actor: Actor, rubric: Rubric, shares: Mapping[str, int]) -> Rubric:
    """From which share of all points (in per cent) each step of the label is given, the lowest step first."""
    _draft(actor, rubric)
    told = list(shares.values())
    if told != sorted(set(told)) or not all(1 <= share <= 100 for share in told):
        raise Refused("steps-wrong", _("Each step needs more than the one before, and at most 100 per cent."))
    rubric.steps = [{"label": label, "share": share} for label, share in shares.items()]
    rubric.save(update_fields=["steps"])
    journal.record(actor, "rubric.steps-set", rubric, steps=rubric.steps)
    return rubric


@transaction.atomic
def adopt(actor: Actor, rubric: Rubric) -> Rubric:
    """From now on it holds. Reviews that have begun go on by the version with which they began."""
    _draft(actor, rubric)
    if not rubric.criteria.filter(needed=True).exists():
        raise Refused("none-needed", _("At least one criterion must be needed for the label."))
    rubric.adopted_at, rubric.adopted_by = timezone.now(), actor.person
    rubric.save(update_fields=["adopted_at", "adopted_by"])
    marks.touch("rubric")
    journal.record(actor, "rubric.adopted", rubric, version=rubric.version)
    return rubric


@transaction.atomic
def discard(actor: Actor, rubric: Rubric) -> None:
    """Throw the draft away."""
    _draft(actor, rubric)
    journal.record(actor, "rubric.discarded", rubric, version=rubric.version)
    rubric.delete()


def _committee(actor: Actor) -> None:
    require(actor, Can.EDIT_RUBRIC, Unit.objects.get(parent=None))


def _draft(actor: Actor, rubric: Rubric) -> None:
    _committee(actor)
    if Rubric.objects.select_for_update().get(pk=rubric.pk).adopted_at:
        raise Refused("adopted", _("An adopted version does not change; begin the next one."))


def _last(rows: Any) -> int:
    """The position of the last of them."""
    return int(rows.aggregate(last=Max("position", default=-1))["last"])


def _save(row: Criterion | Uncounted, key: str, fields: Mapping[str, Any], *, taken: str) -> None:
    if not fields["names"].get("en"):
        raise Refused("name-missing", _("Give at least the English name."), field="name_en")
    row.key = key
    for name, value in fields.items():
        setattr(row, name, value)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refused("key-taken", taken, field="key") from None

"""Write an idea, change it, publish it, withdraw it; make one of an activity with one click, or a version of another."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.core import journal, marks
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.pace import refuse_more
from dugnad.ideas import finding, recipe
from dugnad.ideas.actions.name import name_at_once
from dugnad.ideas.answering import said_of
from dugnad.ideas.models import Adaptation, Idea
from dugnad.ideas.models.idea import TEXTS
from dugnad.ideas.shelf import MARK
from dugnad.needs.models import Answer, Need
from dugnad.network.models import Unit

AN_HOUR = 60  # by one person: more is no writing
SAME = (*TEXTS, "answers", "seasons", "effort", "people", "hours", "ready_in", "budget", "language")


@transaction.atomic
def write(actor: Actor, unit: Unit, *, parent: Idea | None = None, made_from: Activity | None = None, **answers: Any) -> Idea:
    """A draft, seen by those of its unit."""
    unit = require(actor, Can.WRITE_IDEA, unit)
    refuse_more(Idea.objects, actor.person, AN_HOUR)
    idea = Idea(unit=unit, by=actor.person, parent=_seen(actor, parent), made_from=made_from)
    _fill(idea, answers)
    journal.record(actor, "idea.written", idea, unit=unit.code, parent=parent and str(parent.pk))
    return idea


@transaction.atomic
def of_activity(actor: Actor, activity: Activity) -> Idea:
    """One click: what the record says becomes a draft, with the needs that the activity answered.

    The same activity again gives the idea that is there; an adapted one has its idea as parent.
    """
    activity = require(actor, Can.SEE_ACTIVITY, activity)
    if activity.state != Activity.State.REGISTERED:
        raise Refused("not-registered", _("It becomes an idea once its results are reported."))
    unit = require(actor, Can.WRITE_IDEA, activity.unit, lock=True)
    there = Idea.objects.filter(made_from=activity).exclude(state=Idea.State.WITHDRAWN).first()
    if there is not None:
        return there
    adapted = Adaptation.objects.filter(activity=activity).select_related("idea").first()
    made = write(actor, unit, parent=adapted.idea if adapted else None, made_from=activity, **recipe.of_activity(activity))
    name_at_once(actor, made, Need.objects.filter(answers__in=Answer.objects.standing().filter(activity=activity)).order_by("pk"))
    return made


@transaction.atomic
def version_of(actor: Actor, idea: Idea, unit: Unit) -> Idea:
    """Another section writes its own version: a draft with everything filled in, which knows where it comes from; the needs that it answers too."""
    idea = require(actor, Can.JOIN_IDEA, idea)
    answers = {name: getattr(idea, name) for name in SAME}
    made = write(actor, unit, parent=idea, causes=list(idea.causes.all()), **answers)
    name_at_once(actor, made, Need.objects.filter(named__in=idea.named.standing()).order_by("pk"))
    return made


@transaction.atomic
def change(actor: Actor, idea: Idea, *, revision: int, **answers: Any) -> Idea:
    """What the form says; refused when somebody else was faster."""
    idea = require(actor, Can.CHANGE_IDEA, idea, lock=True)
    if idea.revision != revision:
        raise Refused("changed-meanwhile", _("Somebody else changed this idea while you were writing. Your text stands below; open the idea to compare."))
    if "parent" in answers:
        idea.parent = _not_its_own(idea, _seen(actor, answers.pop("parent")))
    idea.revision += 1
    _fill(idea, answers)
    journal.record(actor, "idea.changed", idea)
    return idea


@transaction.atomic
def publish(actor: Actor, idea: Idea) -> Idea:
    """From now on everybody sees it; also what was withdrawn."""
    idea = require(actor, Can.CHANGE_IDEA, idea, lock=True)
    if idea.state == Idea.State.PUBLISHED:
        return idea
    idea.state, idea.published_at = Idea.State.PUBLISHED, idea.published_at or timezone.now()
    idea.save(update_fields=["state", "published_at", "changed_at"])
    marks.touch(MARK)
    journal.record(actor, "idea.published", idea)
    return idea


@transaction.atomic
def withdraw(actor: Actor, idea: Idea) -> Idea:
    """Out of sight; what was made from it stays, and publishing brings it back."""
    idea = require(actor, Can.CHANGE_IDEA, idea, lock=True)
    if idea.state == Idea.State.WITHDRAWN:
        return idea
    idea.state, idea.published_at = Idea.State.WITHDRAWN, idea.published_at or timezone.now()
    idea.save(update_fields=["state", "published_at", "changed_at"])
    marks.touch(MARK)
    journal.record(actor, "idea.withdrawn", idea)
    return idea


def _fill(idea: Idea, answers: dict[str, Any]) -> None:
    for name in SAME:
        if name in answers:
            setattr(idea, name, answers[name])
    if idea.pk and Idea.objects.filter(pk=idea.pk, translations__language=idea.language).exists():
        raise Refused("translated", _("There is a translation into this language already."), field="language")
    idea.said = said_of(idea)
    idea.save()
    if "causes" in answers:
        idea.causes.set(answers["causes"])
    finding.keep(idea)
    marks.touch(MARK)


def _seen(actor: Actor, parent: Idea | None) -> Idea | None:
    """One bases an idea on what one sees."""
    if parent is None:
        return None
    try:
        return require(actor, Can.SEE_IDEA, parent)
    except NotAllowed:
        raise Refused("no-such-idea", _("There is no such idea."), field="parent") from None


def _not_its_own(idea: Idea, parent: Idea | None) -> Idea | None:
    """Nothing comes from what came from it."""
    above = parent
    while above is not None:
        if above.pk == idea.pk:
            raise Refused("circular", _("That idea comes from this one; an idea cannot come from itself."), field="parent")
        above = above.parent
    return parent

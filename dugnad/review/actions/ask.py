"""What the author does: ask for the label, answer, ask for a second opinion, take it back."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor, acting
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.criteria.rubric import held
from dugnad.review.models import Award, Case, Remark, Review
from dugnad.review.points import drawn
from dugnad.review.reviewers import another_country, may_review, of_committee, reviewers

WITHIN = timedelta(days=14)
THREE = 3


@transaction.atomic
def ask(actor: Actor, activity: Activity) -> Case:
    """Ask for the label. The rubric that holds today stays the one of this case."""
    activity = require(actor, Can.ASK_LABEL, activity, lock=True)
    now = held()
    if now is None:
        raise Refused("no-rubric", _("Nobody has said yet what a good activity is, so it cannot be looked at."))
    if Case.objects.open().filter(activity=activity).exists():
        raise Refused("asked", _("The label has been asked for already."))
    if Award.objects.filter(activity=activity, revoked_at=None).exists():
        raise Refused("labelled", _("It carries the label already."))
    if actor.person is None:
        raise NotAllowed(Can.ASK_LABEL)
    case = Case.objects.create(activity=activity, rubric=now.rubric, asked_by=actor.person, due_on=_due(), sent_to=activity.unit)
    possible = reviewers(case)
    case.twice = drawn(case.pk) and len(possible) >= THREE and any(of_committee(person) for person in possible)
    case.alone = not possible
    case.save(update_fields=["twice", "alone"])
    journal.record(actor, "case.asked", activity, version=now.rubric.version)
    return case


@transaction.atomic
def resubmit(actor: Actor, case: Case, *, text: str) -> Case:
    """Answer what was missing, and send it again: to whoever looked before, if that person still may."""
    case = _mine(actor, case)
    if case.state != Case.State.RETURNED:
        raise Refused("not-returned", _("It has not come back to you."))
    before = case.reviews.given().filter(round=case.round).exclude(kind=Review.Kind.BLIND).last()
    _remark(actor, case, text, _("Say what you changed or added, or why it is right as it is."))
    if case.stage == Case.Stage.THIRD:
        case.stage, case.sent_to = Case.Stage.FIRST, case.activity.unit
    _again(case)
    if before and may_review(acting(before.reviewer), case):
        Review.objects.create(case=case, round=case.round, kind=_kind(case), reviewer=before.reviewer, due_on=case.due_on)
    journal.record(actor, "case.resubmitted", case.activity, round=case.round)
    return case


@transaction.atomic
def ask_opinion(actor: Actor, case: Case, *, text: str) -> Case:
    """Once in a case: reviewers of another country look at it, and decide."""
    case = _mine(actor, case)
    if case.state != Case.State.RETURNED and case.outcome != Case.Outcome.REGULAR:
        raise Refused("nothing-said", _("There is no answer yet that a second opinion could be about."))
    if case.stage == Case.Stage.OPINION:
        raise Refused("second-opinion-given", _("A second opinion has been given; there is no third."))
    elsewhere = another_country(case)
    if elsewhere is None:
        raise Refused("nobody-elsewhere", _("No other country has a national coordinator at present."))
    _remark(actor, case, text, _("Say what you see differently."))
    case.stage, case.sent_to = Case.Stage.OPINION, elsewhere
    _again(case)
    journal.record(actor, "case.second-opinion", case.activity, country=elsewhere.code)
    return case


@transaction.atomic
def take_back(actor: Actor, case: Case) -> Case:
    """The author no longer asks. What was decided before stays."""
    case = _mine(actor, case)
    if case.state not in (Case.State.WAITING, Case.State.RETURNED):
        raise Refused("closed", _("It is decided already."))
    case.reviews.in_hand().update(dropped_at=timezone.now())
    case.state = Case.State.WITHDRAWN
    case.save(update_fields=["state"])
    journal.record(actor, "case.taken-back", case.activity)
    return case


def _mine(actor: Actor, case: Case) -> Case:
    return require(actor, Can.ANSWER_CASE, case, lock=True)


def _remark(actor: Actor, case: Case, text: str, missing: str) -> None:
    if not text.strip():
        raise Refused("no-words", missing, field="text")
    if actor.person is None:
        raise NotAllowed(Can.ANSWER_CASE)
    Remark.objects.create(case=case, by=actor.person, text=text.strip())


def _again(case: Case) -> None:
    """A new round, with time of its own."""
    case.state, case.outcome, case.decided_at = Case.State.WAITING, "", None
    case.round += 1
    case.due_on, case.reminded_on = _due(), None
    case.alone = False
    case.save()
    case.alone = case.stage != Case.Stage.OPINION and not reviewers(case)
    case.save(update_fields=["alone"])


def _kind(case: Case) -> Review.Kind:
    return Review.Kind.OPINION if case.stage == Case.Stage.OPINION else Review.Kind.FIRST


def _due() -> date:
    return timezone.localdate() + WITHIN

"""A review is given: points, words, an outcome; and what follows from it for the case."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.actions.judge import judge
from dugnad.activities.models import Activity, Term
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.network.models import Unit
from dugnad.review.actions.look import locked
from dugnad.review.models import Award, Case, Review, Score
from dugnad.review.points import met, says, step_of, term_of, total
from dugnad.review.tasks import tell

Given = Mapping[str, tuple[int | None, str]]
SETTLED_WITHIN = timedelta(days=7)
Outcome = Case.Outcome


@transaction.atomic
def give(actor: Actor, review: Review, *, outcome: str, words: str, scores: Given, revision: int) -> Case:
    """What this person says, by the keys of the criteria of the case's own rubric. `revision`: the activity as it was seen."""
    review = require(actor, Can.GIVE_REVIEW, review)
    case = locked(actor, review.case)
    require(actor, Can.GIVE_REVIEW, review)  # again, now that nobody else writes
    if Activity.objects.get(pk=case.activity_id).revision != revision:
        raise Refused("amended", _("The activity was amended while you looked at it. Look at it once more; what you wrote is kept."))
    told = _scores(case, review, scores)
    _check(case, Outcome(outcome), words, told)
    Score.objects.bulk_create(told)
    review.outcome, review.says, review.given_at = outcome, words.strip(), timezone.now()
    review.save(update_fields=["outcome", "says", "given_at"])
    journal.record(actor, "review.given", case, kind=review.kind, outcome=outcome)
    _conclude(actor, case)
    return case


def _scores(case: Case, review: Review, given: Given) -> list[Score]:
    known = {one.key: one for one in case.rubric.criteria.all()}
    if given.keys() - known.keys() or any(points is not None and not 0 <= points <= case.rubric.most for points, _says in given.values()):
        raise Refused("not-of-the-rubric", _("These points are not of the version by which this is reviewed."))
    return [Score(review=review, criterion=known[key], points=points, says=text.strip()) for key, (points, text) in given.items()]


def _check(case: Case, outcome: Outcome, words: str, scores: list[Score]) -> None:
    if outcome == Outcome.LABEL:
        if not met(case.rubric, scores):
            raise Refused("needed", _("Whatever is needed for the label must have a point."), field="outcome")
        if not step_of(case.rubric, total(scores)):
            raise Refused("too-few", _("So few points do not reach the first step of the label; say what is missing."), field="outcome")
    elif not words.strip():
        raise Refused("no-words", _("Say what is missing, or why it is not one: the author reads it."), field="words")


def _conclude(actor: Actor, case: Case) -> None:
    """One decides alone; two decide if they agree, else a third of the committee does."""
    given = list(case.reviews.given().filter(round=case.round).select_related("case__rubric").prefetch_related("scores").order_by("given_at", "pk"))
    if case.stage == Case.Stage.FIRST:
        if len(given) < case.places:
            return
        if len({says(review) for review in given}) > 1:
            case.stage, case.sent_to = Case.Stage.THIRD, Unit.objects.get(parent=None)
            case.due_on, case.reminded_on = timezone.localdate() + SETTLED_WITHIN, None
            case.save(update_fields=["stage", "sent_to", "due_on", "reminded_on"])
            journal.record(actor, "case.not-agreed", case)
            return
    else:
        given = given[-1:]
    _decide(actor, case, given)


def _decide(actor: Actor, case: Case, deciding: list[Review]) -> None:
    outcome = Outcome(deciding[0].outcome)
    now = timezone.now()
    if outcome == Outcome.RETURNED:
        case.state = Case.State.RETURNED
    else:
        case.state, case.decided_at = Case.State.DECIDED, now
    case.outcome = outcome
    case.save(update_fields=["state", "outcome", "decided_at"])
    label: Term | None = None
    if outcome == Outcome.LABEL:
        points = sum(total(review.scores.all()) for review in deciding) // len(deciding)
        step = label = term_of(step_of(case.rubric, points))
        Award.objects.create(activity=case.activity, case=case, step=step, points=points, most=case.rubric.points, given_by=deciding[-1].reviewer)
    elif outcome == Outcome.REGULAR:
        label = term_of("regular")
    if label and label.pk != case.activity.label_id:
        judge(actor, case.activity, label)
    journal.record(actor, f"case.{outcome}", case.activity, round=case.round)
    if outcome != Outcome.LABEL:  # of the label, its congratulation tells
        tell.enqueue(case=str(case.pk), round=case.round, about="answer")

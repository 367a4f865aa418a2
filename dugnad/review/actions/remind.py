"""Gentle reminders: three days before a review is due, and once more when it is overdue, one mail for all that waits for a person; and to an author,
two weeks after it came back."""

from collections import defaultdict
from datetime import date, timedelta

from django.db.models import Max

from dugnad.access.actor import acting
from dugnad.access.checks import may
from dugnad.access.rules import Can
from dugnad.network.models import Network, Person
from dugnad.review.models import Case, Notice, Review
from dugnad.review.reviewers import reviewers
from dugnad.review.tasks import claim, sent

BEFORE, PATIENCE = timedelta(days=3), timedelta(days=14)
Due = dict[Person, list[tuple[Case, date]]]


def remind(today: date) -> int:
    """How many mails were sent. Sample data write to nobody."""
    network = Network.objects.first()
    if network is None or network.sample_data:
        return 0
    return sum(_ask(person, rows, today) for person, rows in _due(today).items()) + sum(map(_answerless, _unanswered(today)))


def _due(today: date) -> Due:
    """Whoever took it; for what nobody took yet, all who may."""
    soon, found = today + BEFORE, defaultdict[Person, list[tuple[Case, date]]](list)
    for review in Review.objects.in_hand().filter(due_on__lte=soon).select_related("case__activity__unit", "reviewer").order_by("due_on", "pk"):
        if review.reviewer.is_active:
            found[review.reviewer].append((review.case, review.due_on))
    for case in Case.objects.waiting().with_room().filter(due_on__lte=soon).select_related("activity__unit", "sent_to").most_urgent():
        for person in reviewers(case, today):
            found[person].append((case, case.due_on))
    return found


def _unanswered(today: date) -> list[Case]:
    """What came back to an author who may still answer, and has not."""
    back = Case.objects.filter(state=Case.State.RETURNED, activity__state="registered", asked_by__is_active=True).annotate(since=Max("reviews__given_at"))
    late = back.filter(since__date__lte=today - PATIENCE).select_related("asked_by", "activity__unit").order_by("since", "pk")
    return [case for case in late if may(acting(case.asked_by), Can.ANSWER_CASE, case)]


def _answerless(case: Case) -> bool:
    claimed = claim(case, case.asked_by, Notice.About.STILL)
    if claimed is None:
        return False
    if not sent(case.asked_by, "review/still.txt", {"case": case, "since": case.since}):  # type: ignore[attr-defined]
        claimed.delete()
        return False
    return True


def _ask(person: Person, rows: list[tuple[Case, date]], today: date) -> bool:
    """What is claimed is asked for; what could not be sent is given back, for the next round."""
    claimed = [(notice, due) for case, due in rows if (notice := claim(case, person, _about(due, today)))]
    if not claimed:
        return False
    told = {"rows": [{"case": notice.case, "due": due, "late": due < today} for notice, due in claimed]}
    if not sent(person, "review/reminder.txt", told):
        Notice.objects.filter(pk__in=[notice.pk for notice, _due in claimed]).delete()
        return False
    Case.objects.filter(pk__in=[notice.case_id for notice, _due in claimed]).update(reminded_on=today)
    return True


def _about(due: date, today: date) -> str:
    return Notice.About.LATE if due < today else Notice.About.SOON

"""What waits for me: drafts, results to report, parts to confirm, counts, flags, needs, activities and letters to look at."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, signed_in
from dugnad.access.rules import Can
from dugnad.activities.models import Activity, Draft, Organiser
from dugnad.ideas.proposing import proposed
from dugnad.needs.models import Need
from dugnad.network.models import Office, Unit
from dugnad.recognition.models import Letter
from dugnad.review.models import Case, Review
from dugnad.review.reviewers import open_to
from dugnad.seasons.models import Flag
from dugnad.web.verbs import reads

SHOWN, PATIENCE = 20, timedelta(minutes=5)


def _stuck() -> dict[str, Any] | None:
    """Mails and thumbnails that no worker has taken for minutes; None while all goes well."""
    late = DBTaskResult.objects.ready().filter(enqueued_at__lt=timezone.now() - PATIENCE)
    found = late.aggregate(many=Count("id"), since=Min("enqueued_at"))
    return found if found["many"] else None


def _reviews(actor: Actor, today: date) -> dict[str, Any]:
    """What I have in hand, what waits for me or a colleague, and what came back to me (at most 4 queries)."""
    mine = Q(asked_by=actor.person_id) | Q(activity__unit__in=[grant.unit_id for grant in actor.grants])
    returned = allowed(actor, Can.ANSWER_CASE, Case.objects.filter(mine, state=Case.State.RETURNED, activity__state="registered").told())
    waiting = open_to(actor, Case.objects.with_room().not_looked_at_by(actor.person_id))
    return {
        "mine": Review.objects.in_hand().filter(reviewer=actor.person).select_related("case__activity__unit").order_by("due_on")[:SHOWN],
        "waiting": waiting.aggregate(many=Count("pk"), since=Min("due_on")) if actor.grants else {"many": 0},
        "returned": returned.order_by("due_on")[:SHOWN],
        "today": today,
    }


def _unknown(actor: Actor) -> Any:
    """Rounds with letters of which nobody knows whether they were sent, and how many in each."""
    letters = allowed(actor, Can.HANDLE_LETTER, Letter.objects.unknown(timezone.now()))
    return letters.values("round", "round__name").annotate(many=Count("pk"), since=Min("asked_at")).order_by("since")[:SHOWN]


@signed_in
@reads
def desk(request: HttpRequest) -> HttpResponse:
    """Each list is what the person may do something about, the longest waiting first."""
    actor, today = actor_of(request), timezone.localdate()
    mine = allowed(actor, Can.AMEND, Activity.objects.select_related("unit", "cause"))
    named = Organiser.objects.filter(state=Organiser.State.NAMED).select_related("activity__unit", "unit")
    held = Activity.objects.exclude(held=[]).select_related("unit", "cause")
    units = list(allowed(actor, Can.REGISTER, Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants])))
    return render(
        request,
        "desk/desk.html",
        {
            "offices": Office.objects.held_on().filter(person=actor.person).select_related("unit__level"),
            "drafts": Draft.objects.filter(person=actor.person).select_related("unit").order_by("-saved_at")[:SHOWN],
            "results": mine.waiting_for_results(today).order_by("ends_on")[:SHOWN],
            "planned": mine.filter(state="planned", ends_on__gte=today).order_by("starts_on")[:SHOWN],
            "parts": allowed(actor, Can.CONFIRM_PART, named).order_by("pk")[:SHOWN],
            "counts": allowed(actor, Can.CONFIRM_COUNT, held).order_by("registered_at")[:SHOWN],
            "needs": allowed(actor, Can.CHANGE_NEED, Need.objects.due(today).select_related("unit"))[:SHOWN],
            "flags": allowed(actor, Can.LOOK_AT_FLAG, Flag.objects.waiting()).aggregate(many=Count("activity", distinct=True), since=Min("found_at")),
            "reviews": _reviews(actor, today),
            "letters": _unknown(actor),
            "stuck": _stuck() if allowed(actor, Can.SEE_AUDIT, Unit.objects.filter(parent=None)).exists() else None,
            "units": units,
            "ideas": proposed(units[0], today) if units else [],
        },
    )

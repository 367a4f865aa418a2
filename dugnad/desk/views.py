"""What waits for me: drafts, results to report, parts to confirm, counts, flags, needs, activities and letters to look at."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, signed_in
from dugnad.access.rules import Can
from dugnad.activities.models import Activity, Draft, Organiser
from dugnad.desk import blocks
from dugnad.desk.blocks import block
from dugnad.ideas.proposing import proposed
from dugnad.needs.models import Need
from dugnad.network.models import Office, Unit
from dugnad.recognition.models import Letter
from dugnad.review.models import Case, Review
from dugnad.review.reviewers import open_to
from dugnad.seasons.models import Flag
from dugnad.web.verbs import reads

PATIENCE = timedelta(minutes=5)


def _stuck() -> dict[str, Any] | None:
    """Mails and thumbnails that no worker has taken for minutes; None while all goes well."""
    late = DBTaskResult.objects.ready().filter(enqueued_at__lt=timezone.now() - PATIENCE)
    found = late.aggregate(many=Count("id"), since=Min("enqueued_at"))
    return found if found["many"] else None


def _waiting(actor: Actor) -> dict[str, Any]:
    """How many cases wait for me or a colleague, and since when (1 query)."""
    if not actor.grants:
        return {"many": 0}
    return open_to(actor, Case.objects.with_room().not_looked_at_by(actor.person_id)).aggregate(many=Count("pk"), since=Min("due_on"))


def _returned(actor: Actor) -> Any:
    """Cases of mine that came back."""
    mine = Q(asked_by=actor.person_id) | Q(activity__unit__in=[grant.unit_id for grant in actor.grants])
    return allowed(actor, Can.ANSWER_CASE, Case.objects.filter(mine, state=Case.State.RETURNED, activity__state="registered").told()).order_by("due_on")


def _unknown(actor: Actor) -> Any:
    """Rounds with letters of which nobody knows whether they were sent, and how many in each."""
    letters = allowed(actor, Can.HANDLE_LETTER, Letter.objects.unknown(timezone.now()))
    return letters.values("round", "round__name").annotate(many=Count("pk"), since=Min("asked_at")).order_by("since")


@signed_in
@reads
def desk(request: HttpRequest) -> HttpResponse:
    """Each list is what the person may do something about, the longest waiting first."""
    actor, today = actor_of(request), timezone.localdate()
    mine = allowed(actor, Can.AMEND, Activity.objects.select_related("unit", "cause"))
    named = Organiser.objects.filter(state=Organiser.State.NAMED).select_related("activity__unit", "unit")
    held = Activity.objects.exclude(held=[]).select_related("unit", "cause")
    in_hand = Review.objects.in_hand().filter(reviewer=actor.person).select_related("case__activity__unit").order_by("due_on")
    units = list(allowed(actor, Can.REGISTER, Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants])))
    needs = allowed(actor, Can.CHANGE_NEED, Need.objects.due(today).select_related("unit"))
    page: dict[str, Any] = {
        "offices": Office.objects.held_on().filter(person=actor.person).select_related("unit__level"),
        "first": blocks.kept(
            (
                block(_("Came back from the reviewers"), _returned(actor), blocks.returned),
                block(_("How did these go?"), mine.waiting_for_results(today).order_by("ends_on"), blocks.results),
                block(_("Did your unit organise these too?"), allowed(actor, Can.CONFIRM_PART, named).order_by("pk"), blocks.part),
                block(_("Counts that wait for your look"), allowed(actor, Can.CONFIRM_COUNT, held).order_by("registered_at"), blocks.count),
                block(_("Was it sent?"), _unknown(actor), blocks.letters),
                block(_("Are these needs still so?"), needs, blocks.need),
            )
        ),
        "flags": allowed(actor, Can.LOOK_AT_FLAG, Flag.objects.waiting()).aggregate(many=Count("activity", distinct=True), since=Min("found_at")),
        "reviews": block(_("For the label"), in_hand, lambda one: blocks.review(one, today)),
        "waiting": _waiting(actor),
        "drafts": block(_("Your drafts"), Draft.objects.filter(person=actor.person).select_related("unit").order_by("-saved_at"), blocks.draft),
        "planned": block(_("Planned"), mine.filter(state="planned", ends_on__gte=today).order_by("starts_on"), blocks.planned),
        "stuck": _stuck() if allowed(actor, Can.SEE_AUDIT, Unit.objects.filter(parent=None)).exists() else None,
        "units": units,
        "ideas": proposed(units[0], today) if units else [],
    }
    page["idle"] = not (page["first"] or page["flags"]["many"] or page["reviews"] or page["waiting"]["many"] or page["drafts"])
    return render(request, "desk/desk.html", page)

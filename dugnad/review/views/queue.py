"""The queue: what waits for me, what I have in hand, what I gave; and what my own units asked for."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, signed_in
from dugnad.access.rules import Can
from dugnad.network.models import Unit
from dugnad.review.models import Case, Review
from dugnad.review.reviewers import open_to
from dugnad.web.verbs import reads

PAGE = 25
OF_CASES = ("waiting", "asked")


def for_me(actor: Actor) -> Any:
    """The cases that this person could take now."""
    return open_to(actor, Case.objects.with_room().not_looked_at_by(actor.person_id))


@signed_in
@reads
def queue(request: HttpRequest) -> HttpResponse:
    """One list at a time, the most urgent first."""
    actor, today = actor_of(request), timezone.localdate()
    lists = {
        "waiting": for_me(actor).told().most_urgent(),
        "mine": Review.objects.in_hand().filter(reviewer=actor.person).order_by("due_on", "pk"),
        "given": Review.objects.given().filter(reviewer=actor.person).order_by("-given_at", "pk"),
        "asked": _asked(actor).told().order_by("-asked_at", "pk"),
    }
    reviews = _reviews(actor)
    show = request.GET.get("show", "")
    show = show if show in lists else "waiting" if reviews else "asked"
    countries = _countries(actor)
    country = next((unit for unit in countries if unit.code == request.GET.get("country")), None)
    rows, late = lists[show], bool(request.GET.get("late")) and show in ("waiting", "mine")
    if country:
        rows = rows.filter(**{("" if show in OF_CASES else "case__") + "activity__unit__path__startswith": country.path})
    if late:
        rows = rows.filter(due_on__lt=today)
    if show not in OF_CASES:
        rows = rows.select_related("case__activity__unit__parent", "case__activity__cause")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    many = {name: page.paginator.count if name == show and not country and not late else own.count() for name, own in lists.items()}
    told = {"show": show, "page": page, "many": many, "countries": countries if len(countries) > 1 else [], "country": country, "late": late, "today": today}
    may = {"may_keep": reviews, "may_agree": allowed(actor, Can.SEE_AGREEMENT, Unit.objects.all()).exists()}
    return render(request, "review/queue.html", told | may)


def _reviews(actor: Actor) -> bool:
    return allowed(actor, Can.KEEP_REPLIES, Unit.objects.all()).exists()


def _asked(actor: Actor) -> Any:
    """By the units in which the actor holds an office, or by the actor."""
    mine = Q(asked_by=actor.person_id) | Q(activity__unit__in=[grant.unit_id for grant in actor.grants])
    return allowed(actor, Can.SEE_CASE, Case.objects.filter(mine))


def _countries(actor: Actor) -> list[Unit]:
    """Those below the units for which the actor reviews."""
    below = Q(pk__in=allowed(actor, Can.KEEP_REPLIES, Unit.objects.order_by()).values("pk"))
    return list(Unit.objects.filter(below, level__groups=False, parent__isnull=False, parent__parent=None).order_by("name"))

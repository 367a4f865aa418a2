"""The turns of a case: asked for, taken, handed back, answered, revoked."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.activities import checks, details
from dugnad.activities.models import Activity
from dugnad.core.errors import Refused
from dugnad.criteria import telling
from dugnad.review.actions.ask import ask as ask_for
from dugnad.review.actions.ask import ask_opinion, resubmit, take_back
from dugnad.review.actions.look import assign as assign_to
from dugnad.review.actions.look import drop, take
from dugnad.review.actions.revoke import revoke as revoke_award
from dugnad.review.forms import AnswerForm, AssignForm, ReasonForm
from dugnad.review.models import Award, Case, Review
from dugnad.review.reviewers import may_review, reviewers
from dugnad.review.views.case import found_by, shown
from dugnad.web.refusals import done
from dugnad.web.verbs import shows_and_takes


@signed_in
@shows_and_takes
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How it reads so far, and the question."""
    activity = find(request, Can.ASK_LABEL, Activity.objects.select_related("unit"), pk=pk)
    if request.method == "POST":
        try:
            case = ask_for(actor_of(request), activity)
        except Refused as no:
            messages.error(request, str(no))
            return redirect(activity)
        messages.success(request, _("Asked. Reviewers look at it, and you read here and by mail what they say."))
        return redirect(case)
    reads = checks.reads_like(details.of(activity), photos=activity.photos.filter(hidden_at=None).count())
    told = {"head": telling.head(reads), "kind": reads.kind, "because": telling.because(reads), "would": telling.would(reads)} if reads else None
    return render(request, "review/ask.html", {"activity": activity, "reads": told})


@signed_in
@require_POST
def turn(request: HttpRequest, pk: UUID, what: str) -> HttpResponse:
    """Take it, hand it back, free what is overdue, take the request back."""
    found, actor = found_by(request, pk), actor_of(request)
    acts: dict[str, tuple[Callable[[], Any], str]] = {
        "take": (lambda: take(actor, found), _("It is yours to look at.")),
        "drop": (lambda: drop(actor, _in_hand(request, found)), _("Handed back; somebody else may take it.")),
        "back": (lambda: take_back(actor, found), _("Taken back. Nothing else changes, and you may ask again.")),
    }
    act, thanks = acts[what]
    try:
        act()
        messages.success(request, thanks)
    except Refused as no:
        messages.error(request, str(no))
    return redirect("reviews") if what == "drop" else redirect(found)


def _in_hand(request: HttpRequest, case: Case) -> Review:
    """One's own, or the overdue one that is named."""
    named = request.POST.get("review", "")
    rows = Review.objects.in_hand().filter(case=case, round=case.round)
    if named.isdecimal() and len(named) < 12:
        return get_object_or_404(rows, pk=named)
    return get_object_or_404(rows, reviewer=actor_of(request).person)


@signed_in
@require_POST
def assign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask a colleague to look at it."""
    found = found_by(request, pk)
    if not may_review(actor_of(request), found):
        raise Http404
    form = AssignForm(request.POST, people=reviewers(found))
    try:
        if not form.is_valid():
            raise Refused("nobody", _("Choose one of those who may look at it."))
        review = assign_to(actor_of(request), found, form.cleaned_data["person"])
        messages.success(request, _("%(person)s has it in hand now.") % {"person": review.reviewer})
    except Refused as no:
        messages.error(request, str(no))
    return redirect(found)


@signed_in
@require_POST
def answer(request: HttpRequest, pk: UUID, what: str) -> HttpResponse:
    """Send it again with an answer, or ask for a second opinion."""
    actor = actor_of(request)
    found = found_by(request, find(request, Can.ANSWER_CASE, Case.objects.all(), pk=pk).pk)
    form = AnswerForm(request.POST)
    act = resubmit if what == "resubmit" else ask_opinion
    if form.is_valid() and done(form, lambda: act(actor, found, text=form.cleaned_data["text"])):
        messages.success(request, _("Sent. You read here and by mail what they say."))
        return redirect(found)
    return render(request, "review/case.html", shown(request, found, None, None, form), status=422)


@signed_in
@shows_and_takes
def revoke(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Why, and the label is gone."""
    found = found_by(request, pk)
    if not hasattr(found, "award"):
        raise Http404
    award = find(request, Can.REVOKE_AWARD, Award.objects.select_related("activity", "step"), pk=found.award.pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and done(form, lambda: revoke_award(actor_of(request), award, reason=form.cleaned_data["reason"])):
        messages.success(request, _("The label is revoked; the figures of the label follow at once."))
        return redirect(found)
    return render(request, "review/revoke.html", {"form": form, "case": found, "award": award}, status=422 if form.errors else 200)

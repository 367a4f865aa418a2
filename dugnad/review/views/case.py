"""A case: side by side for whoever reviews it, why and what next for its author. One address."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import may
from dugnad.access.doors import actor_of, signed_in
from dugnad.access.rules import Can
from dugnad.review.actions.give import give
from dugnad.review.forms import AnswerForm, AssignForm, ReviewForm
from dugnad.review.models import Case, Review
from dugnad.review.reviewers import part_in, reviewers, seen_by
from dugnad.review.showing import of_activity, replies, said, similar
from dugnad.review.views.queue import for_me
from dugnad.web.refusals import done
from dugnad.web.verbs import shows_and_takes


def found_by(request: HttpRequest, pk: UUID) -> Case:
    """The case, if this person may read it; else 404."""
    rows = Case.objects.select_related("activity__unit__parent", "activity__cause", "activity__label", "rubric", "asked_by", "sent_to", "award__step")
    case: Case | None = seen_by(actor_of(request), rows).filter(pk=pk).first()
    if case is None:
        raise Http404
    return case


@signed_in
@shows_and_takes
def case(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read it; and whoever has it in hand gives the review here."""
    found, actor = found_by(request, pk), actor_of(request)
    mine = Review.objects.in_hand().filter(case=found, round=found.round, reviewer=actor.person).first()
    form = ReviewForm(request.POST or None, rubric=found.rubric, revision=found.activity.revision) if mine else None
    if request.method == "POST":
        if mine is None or form is None:
            raise Http404
        if form.is_valid() and done(form, lambda: _give(actor, mine, form)):
            messages.success(request, _("Thank you. Your review is given, and the author is told once it is decided."))
            return redirect("reviews")
    return render(request, "review/case.html", shown(request, found, mine, form), status=422 if form and form.errors else 200)


def _give(actor: Actor, mine: Review, form: ReviewForm) -> Case:
    told = form.cleaned_data
    return give(actor, mine, outcome=told["outcome"], words=told["words"], scores=form.scores(), revision=told["revision"])


def shown(request: HttpRequest, found: Case, mine: Review | None, form: ReviewForm | None, answer: AnswerForm | None = None) -> dict[str, Any]:
    """The page, for this person."""
    actor = actor_of(request)
    about = of_activity(found)
    page: dict[str, Any] = {"case": found, "activity": found.activity, "mine": mine, "form": form, "today": timezone.localdate()} | about
    page["said"] = said(found, actor, settling=bool(mine) and found.stage == Case.Stage.THIRD)
    page["similar"] = similar(found)
    page["can_take"] = mine is None and for_me(actor).filter(pk=found.pk).exists()
    page["part"] = "" if mine or page["can_take"] else part_in(actor, found)
    if form:
        page["rows"] = [(number, one, points, says, about["seen"].get(one.key)) for number, (one, points, says) in enumerate(form.rows(), 1)]
        page["replies"] = replies(actor)
    if mine or page["can_take"]:
        colleagues = [person for person in reviewers(found) if person != actor.person]
        page["assign"] = AssignForm(people=colleagues) if colleagues and page["can_take"] else None
    page["overdue"] = Review.objects.overdue(page["today"]).filter(case=found, round=found.round).exclude(reviewer=actor.person).select_related("reviewer")
    page["may_answer"] = may(actor, Can.ANSWER_CASE, found)
    page["answer"] = (answer or AnswerForm()) if page["may_answer"] else None
    page["opinion_open"] = found.stage != Case.Stage.OPINION and (found.state == "returned" or found.outcome == Case.Outcome.REGULAR)
    award = getattr(found, "award", None)
    page["award"], page["may_revoke"] = award, bool(award and may(actor, Can.REVOKE_AWARD, award))
    return page

"""Saying which activity answered a need: from the need's page, or from the activity's."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.activities.finding import with_words
from dugnad.activities.models import Activity
from dugnad.core.errors import Refused
from dugnad.needs import actions
from dugnad.needs.alike import between
from dugnad.needs.forms import AnswerForm
from dugnad.needs.index import index, like_activity, of_activity
from dugnad.needs.models import Answer, Need
from dugnad.needs.reasons import why
from dugnad.needs.views.keeping import closed
from dugnad.network.models import Unit
from dugnad.web.picking import Offered, offer
from dugnad.web.refusals import done
from dugnad.web.templatetags.web import day
from dugnad.web.verbs import shows_and_takes

OFFERED, LOOKED_AT = 8, 80


@signed_in
@shows_and_takes
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For those who keep the need: any activity. For other coordinators: one of their own."""
    need = find(request, Can.SEE_NEED, Need.objects.select_related("unit__level"), pk=pk)
    actor = actor_of(request)
    keeps = may(actor, Can.CHANGE_NEED, need)
    own = Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants])
    if not keeps and not allowed(actor, Can.REGISTER, own).exists():
        raise Http404
    if not need.is_open:
        return closed(request, need)
    near = _newest(need, allowed(actor, Can.ANSWER_WITH, Activity.objects.counted_for(need.unit if keeps else own[0])))

    def called(words: str) -> list[Offered]:
        everywhere = Activity.objects.counted_for(Unit.objects.get(parent=None))
        wide = _newest(need, allowed(actor, Can.SEE_ACTIVITY, everywhere)) if keeps else near
        return [_offer(one) for one in with_words(wide, words)[:OFFERED]]

    form = AnswerForm(request.POST if request.method == "POST" else None, offered=_nearest(need, near), search=called)
    if request.method == "POST" and form.is_valid():
        found = allowed(actor, Can.SEE_ACTIVITY, Activity.objects.select_related("unit").filter(pk=form.cleaned_data["found"])).first()
        if found is None:
            form.add_error("address", _("There is no such activity, or you may not see it."))
        elif not keeps and not may(actor, Can.ANSWER_WITH, found):
            form.add_error("address", _("Only a registered activity of your own unit: the coordinators of this need may name others."))
        elif done(form, lambda: actions.answer(actor, need, found, note=form.cleaned_data["note"])):
            messages.success(request, _("Thank you. It stands on the page of the need, and on those like it."))
            return redirect(need)
    return render(request, "needs/answer.html", {"need": need, "form": form}, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def for_activity(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The open needs that an activity could have answered, with the reason for each; those that the address names come first."""
    activity = find(request, Can.ANSWER_WITH, Activity.objects.select_related("unit"), pk=pk)
    there = set(Answer.objects.filter(activity=activity, withdrawn_at=None).values_list("need_id", flat=True))
    found = [one for one in like_activity(activity) if one.key not in there][:OFFERED]
    asked = [key for key in dict.fromkeys(_uuid(text) for text in request.GET.getlist("need")[:OFFERED]) if key not in there]
    known = Need.objects.open().select_related("unit").in_bulk([*asked, *(one.key for one in found)])
    reasons = {one.key: why(one, index().platforms) for one in found}
    needs = {key: known[key] for key in dict.fromkeys([*asked, *reasons]) if key in known}
    offered = [offer(need, reasons.get(need.pk, "")) for need in needs.values()]
    others = Need.objects.open().exclude(pk__in=there)
    form = AnswerForm(
        request.POST if request.method == "POST" else None, offered=offered, search=lambda words: [offer(one) for one in others.called(words)[:OFFERED]]
    )
    if request.method == "POST" and form.is_valid():
        need = Need.objects.filter(pk=form.cleaned_data["found"]).first()
        if need is None:
            form.add_error("address", _("There is no such need."))
        elif done(form, lambda: actions.answer(actor_of(request), need, activity, note=form.cleaned_data["note"])):
            messages.success(request, _("Thank you. It stands on the page of the need, and on those like it."))
            return redirect(need)
    return render(request, "needs/for_activity.html", {"activity": activity, "form": form}, status=422 if form.errors else 200)


@signed_in
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """It was no answer after all."""
    found = Answer.objects.select_related("need", "activity").filter(pk=pk).first()
    if found is None:
        raise Http404
    try:
        actions.take_back(actor_of(request), found)
        messages.success(request, _("Taken back."))
    except Refused as no:
        messages.error(request, str(no))
    return redirect(found.need)


def _newest(need: Need, activities: Any) -> Any:
    """Those that do not stand there yet, the newest first."""
    found = activities.exclude(pk__in=need.answers.filter(withdrawn_at=None).values("activity")).select_related("unit")
    return found.order_by("-counts_for__starts_on", "-counts_for__activity_id")


def _offer(activity: Activity, reason: str = "") -> Offered:
    return str(activity.pk), f"{activity.title} · {activity.unit} · {day(activity.starts_on)}", reason


def _nearest(need: Need, activities: Any) -> list[Offered]:
    """Of the newest, those that have most in common with it, and what that is."""
    known = index()
    facts = known.facts[need.pk]
    liked = [(between(facts, of_activity(one), known.common), one) for one in activities[:LOOKED_AT]]
    found = sorted((pair for pair in liked if pair[0].theme or pair[0].words), key=lambda pair: pair[0].order)[:OFFERED]
    return [_offer(one, why(likeness, known.platforms)) for likeness, one in found]


def _uuid(text: Any) -> UUID:
    try:
        return UUID(str(text))
    except ValueError:
        return UUID(int=0)

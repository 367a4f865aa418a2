"""Saved replies: those that I may use, and those that I may change."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, signed_in
from dugnad.access.rules import Can
from dugnad.network.models import Unit
from dugnad.review.actions.replies import end_reply, keep_reply
from dugnad.review.forms import ReplyForm
from dugnad.review.models import Reply
from dugnad.review.showing import replies as usable
from dugnad.web.refusals import done
from dugnad.web.verbs import shows_and_takes


@signed_in
@shows_and_takes
def replies(request: HttpRequest) -> HttpResponse:
    """All that this person may use, and a new one."""
    actor = actor_of(request)
    units = _own(request)
    form = ReplyForm(request.POST or None, units=units)
    told = form.cleaned_data if request.method == "POST" and form.is_valid() else None
    if told and done(form, lambda: keep_reply(actor, told["unit"], name=told["name"], text=told["text"])):
        messages.success(request, _("Saved."))
        return redirect("review-replies")
    mine = set(allowed(actor, Can.KEEP_REPLIES, Unit.objects.filter(pk__in=[one.unit_id for one in usable(actor)])).values_list("pk", flat=True))
    rows = [(one, one.unit_id in mine) for one in usable(actor)]
    return render(request, "review/replies.html", {"rows": rows, "form": form}, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """One in other words, or no more."""
    actor = actor_of(request)
    found = get_object_or_404(Reply.objects.filter(unit__in=allowed(actor, Can.KEEP_REPLIES, Unit.objects.order_by()), ended_at=None), pk=pk)
    if "end" in request.POST:
        end_reply(actor, found)
        messages.success(request, _("It is no longer offered."))
        return redirect("review-replies")
    form = ReplyForm(request.POST or None, units=_own(request, found.unit_id), initial={"unit": found.unit, "name": found.name, "text": found.text})
    told = form.cleaned_data if request.method == "POST" and form.is_valid() else None
    if told and done(form, lambda: keep_reply(actor, told["unit"], name=told["name"], text=told["text"], reply=found)):
        messages.success(request, _("Saved."))
        return redirect("review-replies")
    return render(request, "review/reply.html", {"reply": found, "form": form}, status=422 if form.errors else 200)


def _own(request: HttpRequest, *more: int) -> Any:
    """The units in which one holds the office; 404 for who reviews nowhere."""
    actor = actor_of(request)
    units = allowed(actor, Can.KEEP_REPLIES, Unit.objects.filter(pk__in=[*more, *(grant.unit_id for grant in actor.grants)])).order_by("level__rank", "name")
    if not units.exists():
        raise Http404
    return units

"""Saying which recorded need an idea answers: from the idea's page, or from the need's."""

from collections.abc import Callable
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
from dugnad.core.errors import Refused
from dugnad.ideas.actions import name as actions
from dugnad.ideas.answering import ideas_like, needs_like, of_theme
from dugnad.ideas.finding import among
from dugnad.ideas.models import Idea, Named
from dugnad.ideas.own import ideas_of
from dugnad.needs.alike import Likeness
from dugnad.needs.index import index
from dugnad.needs.models import Need
from dugnad.needs.reasons import why
from dugnad.web.picking import Offered, PickForm, offer
from dugnad.web.refusals import done
from dugnad.web.verbs import shows_and_takes

OFFERED = 8


@signed_in
@shows_and_takes
def for_idea(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For those who may change the idea: any open need. For others who keep needs: one of theirs."""
    idea = find(request, Can.SEE_IDEA, Idea.objects.select_related("unit"), pk=pk)
    actor, open_needs = actor_of(request), Need.objects.open()
    changes = may(actor, Can.CHANGE_IDEA, idea)
    theirs = open_needs if changes else allowed(actor, Can.CHANGE_NEED, open_needs)
    if not theirs.exists() and not changes:
        raise Http404
    if idea.state == Idea.State.WITHDRAWN:
        messages.error(request, _("This idea is withdrawn. Publish it again first."))
        return redirect(idea)
    there = idea.named.standing().values("need")
    found = needs_like(idea, theirs.exclude(pk__in=there).values_list("pk", flat=True))[:OFFERED]
    needs = Need.objects.select_related("unit").in_bulk([one.key for one in found])

    def asked(key: UUID) -> Need | str:
        need = Need.objects.filter(pk=key).first()
        if need is None:
            return _("There is no such need.")
        if not changes and not may(actor, Can.CHANGE_NEED, need):
            return _("Only a need that you keep: those who may change this idea may name others.")
        return need

    form = _form(request, _offered(found, needs), lambda words: [offer(one) for one in theirs.exclude(pk__in=there).called(words)[:OFFERED]])
    if _named(request, form, asked, lambda need: actions.name(actor, idea, need)):
        return redirect(idea)
    return render(request, "ideas/name_need.html", {"idea": idea, "form": form}, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def for_need(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For those who keep the need: any idea that they see. For others who may change ideas: one of theirs."""
    need = find(request, Can.SEE_NEED, Need.objects.select_related("unit"), pk=pk)
    actor = actor_of(request)
    keeps = may(actor, Can.CHANGE_NEED, need)
    theirs = Idea.objects.published() if keeps else ideas_of(actor)
    if not keeps and not theirs.exists():
        raise Http404
    if not need.is_open:
        messages.error(request, _("This need is closed. Open it again first."))
        return redirect(need)
    there = need.named.standing().values("idea")
    facts = index().facts[need.pk]
    found = ideas_like(facts, of_theme(facts, theirs.exclude(pk__in=there)))[:OFFERED]
    ideas = Idea.objects.select_related("unit").in_bulk([one.key for one in found])

    def asked(key: UUID) -> Idea | str:
        idea: Idea | None = allowed(actor, Can.SEE_IDEA, Idea.objects.filter(pk=key)).first()
        if idea is None:
            return _("There is no such idea, or you may not see it.")
        if not keeps and not may(actor, Can.CHANGE_IDEA, idea):
            return _("Only an idea that you may change: those who keep this need may name others.")
        return idea

    form = _form(
        request, _offered(found, ideas), lambda words: [offer(one) for one in among(words, theirs.exclude(pk__in=there).select_related("unit"))[:OFFERED]]
    )
    if _named(request, form, asked, lambda idea: actions.name(actor, idea, need)):
        return redirect(need)
    return render(request, "ideas/name_idea.html", {"need": need, "form": form}, status=422 if form.errors else 200)


@signed_in
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """It does not answer the need after all."""
    named = Named.objects.select_related("need", "idea").filter(pk=pk).first()
    if named is None:
        raise Http404
    try:
        actions.take_back(actor_of(request), named)
        messages.success(request, _("Taken back."))
    except Refused as no:
        messages.error(request, str(no))
    return redirect(named.need if "need" in request.POST else named.idea)


def _form(request: HttpRequest, offered: list[Offered], search: Callable[[str], list[Offered]]) -> PickForm:
    return PickForm(request.POST if request.method == "POST" else None, offered=offered, search=search)


def _named(request: HttpRequest, form: PickForm, asked: Callable[[UUID], Any], name: Callable[[Any], Named]) -> bool:
    """What is wrong with the one that was asked for is said at the field in which its address stands."""
    if request.method != "POST" or not form.is_valid():
        return False
    row = asked(form.cleaned_data["found"])
    if isinstance(row, str):
        form.add_error("address", row)
        return False
    if not done(form, lambda: name(row)):
        return False
    messages.success(request, _("Thank you. It stands on the page of the idea and on that of the need."))
    return True


def _offered(found: list[Likeness], rows: dict[Any, Any]) -> list[Offered]:
    """Each with its unit, and why it is offered."""
    return [offer(rows[one.key], why(one, index().platforms)) for one in found]

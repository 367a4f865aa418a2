"""Market sessions: planned, visited, voted at, hung on a wall."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.documents.cuttings import code
from dugnad.ideas.actions import market as actions
from dugnad.ideas.documents import posters
from dugnad.ideas.models import Ballot, Idea, Market, Stall
from dugnad.ideas.own import units_of
from dugnad.ideas.selling import BallotForm, MarketForm, StallForm, Standing, ranked, stalls
from dugnad.ideas.views.prints import answer
from dugnad.network.models import Unit
from dugnad.web.refusals import done
from dugnad.web.verbs import reads, shows_and_takes

WALL = 60


@reads
def markets(request: HttpRequest) -> HttpResponse:
    """All sessions, the newest first."""
    rows = Market.objects.select_related("unit")[:200]
    actor = actor_of(request)
    hosts = [unit for unit in units_of(actor, Can.RUN_MARKET) if unit.pk in {grant.unit_id for grant in actor.grants}] if actor.grants else []
    page = {"markets": rows, "coming": sum(row.state != Market.State.CLOSED for row in rows), "hosts": hosts}
    return render(request, "ideas/markets.html", page)


@signed_in
@shows_and_takes
def plan(request: HttpRequest, code: str) -> HttpResponse:
    unit = find(request, Can.RUN_MARKET, Unit.objects.all(), code__iexact=code)
    form = MarketForm(request.POST if request.method == "POST" else None, initial={"day": timezone.localdate(), "votes": 3, "place": unit.city})
    if request.method == "POST" and form.is_valid() and (made := done(form, lambda: actions.plan(actor_of(request), unit, **form.cleaned_data))):
        return redirect(made)
    return render(request, "ideas/plan.html", {"unit": unit, "form": form}, status=422 if form.errors else 200)


@reads
def market(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _shown(request, _found(pk))


@signed_in
@require_POST
def put_up(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = find(request, Can.JOIN_MARKET, Market.objects.select_related("unit"), pk=pk)
    form = StallForm(request.POST, ideas=_offered(request, found))
    if form.is_valid() and done(form, lambda: actions.put_up(actor_of(request), found, form.cleaned_data["idea"])):
        messages.success(request, _("Your stall is up."))
        return redirect(found)
    return _shown(request, found, stall=form)


@signed_in
@require_POST
def turn_stall(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it down, or put it up again."""
    stall = find(request, Can.TAKE_DOWN_STALL, Stall.objects.select_related("market"), pk=pk)
    actions.take_down(actor_of(request), stall, down="up" not in request.POST)
    return redirect(stall.market)


@signed_in
@require_POST
def turn(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The next step of the session, or one back."""
    found = find(request, Can.HANDLE_MARKET, Market.objects.all(), pk=pk)
    try:
        actions.turn(actor_of(request), found, request.POST.get("state", ""))
    except Refused as no:
        messages.error(request, str(no))
    return redirect(found)


@signed_in
@require_POST
def vote(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = find(request, Can.JOIN_MARKET, Market.objects.select_related("unit"), pk=pk)
    actor = actor_of(request)
    may_vote = allowed(actor, Can.VOTE_FOR_STALL, Stall.objects.filter(market=found)).values_list("pk", flat=True)
    form = BallotForm(request.POST, stalls=list(may_vote))
    if form.is_valid() and done(form, lambda: actions.vote(actor, found, form.cleaned_data["stalls"])):
        messages.success(request, _("Thank you, your votes are counted."))
        return redirect(found)
    return _shown(request, found, ballot=form)


@reads
def wall(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All stalls at once for a screen, each with its code."""
    found = _found(pk)
    hung = [one for one in stalls(found) if one.stall.taken_down_at is None][:WALL]
    site = f"{request.scheme}://{request.get_host()}"
    page = {"market": found, "stalls": [(one, code(f"{site}{one.shown.idea.get_absolute_url()}")) for one in hung]}
    return render(request, "ideas/wall.html", page)


@reads
def printed_wall(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A poster for each stall, in one document."""
    found = _found(pk)
    hung = [one.shown for one in stalls(found) if one.stall.taken_down_at is None][:WALL]
    if not hung:
        raise Http404
    return answer(request, posters(hung, title=found.name), "pdf", f"market-{found.pk}", public=True, seconds=60)


def _found(pk: UUID) -> Market:
    found = Market.objects.select_related("unit").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _shown(request: HttpRequest, found: Market, *, stall: StallForm | None = None, ballot: BallotForm | None = None) -> HttpResponse:
    """The page, with the form in which something was wrong as it was sent."""
    actor, listed = actor_of(request), stalls(found)
    voted = actor.known and Ballot.objects.filter(market=found, person=actor.person_id).exists()
    joins = bool(actor.grants) and found.state != Market.State.CLOSED
    if joins:
        _allow(request, found, listed)
    page: dict[str, Any] = {
        "market": found,
        "stalls": [one for one in listed if one.stall.taken_down_at is None or one.may_turn],
        "many": sum(one.stall.taken_down_at is None for one in listed),
        "ballots": found.ballots.count(),
        "voted": voted,
        "votes": joins and not voted and found.state == Market.State.VOTING,
        "ballot": ballot,
        "ticked": set(request.POST.getlist("stalls")) if ballot else set(),
        "results": ranked(listed) if found.state == Market.State.CLOSED else [],
        "promises": [(one, promise) for one in listed for promise in one.promises],
        "may_handle": actor.known and may(actor, Can.HANDLE_MARKET, found),
    }
    if joins:
        page["stall_form"] = stall or StallForm(ideas=_offered(request, found))
    wrong = any(form is not None and form.errors for form in (stall, ballot))
    return render(request, "ideas/market.html", page, status=422 if wrong else 200)


def _allow(request: HttpRequest, found: Market, listed: list[Standing]) -> None:
    actor, own = actor_of(request), Stall.objects.filter(market=found)
    for permission, name in ((Can.TAKE_DOWN_STALL, "may_turn"), (Can.VOTE_FOR_STALL, "may_vote")):
        keys = set(allowed(actor, permission, own).values_list("pk", flat=True))
        for one in listed:
            setattr(one, name, one.stall.pk in keys)


def _offered(request: HttpRequest, found: Market) -> Any:
    """Ideas that one may put up and that have no stall yet."""
    there = found.stalls.filter(taken_down_at=None).values("idea")
    return allowed(actor_of(request), Can.CHANGE_IDEA, Idea.objects.published()).exclude(pk__in=there).newest()

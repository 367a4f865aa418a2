"""A market session: planned, stalls put up, everybody votes once, closed."""

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed, require
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.ideas.models import Ballot, Idea, Market, Stall, Vote
from dugnad.network.models import Unit

State = Market.State
NEXT = {State.OPEN: {State.VOTING}, State.VOTING: {State.CLOSED, State.OPEN}, State.CLOSED: {State.VOTING}}


@transaction.atomic
def plan(actor: Actor, unit: Unit, *, name: str, day: date, place: str, votes: int) -> Market:
    """Stalls may be put up at once."""
    unit = require(actor, Can.RUN_MARKET, unit)
    market = Market.objects.create(unit=unit, name=name, day=day, place=place, votes=votes, by=actor.person)
    journal.record(actor, "market.planned", market, unit=unit.code)
    return market


@transaction.atomic
def put_up(actor: Actor, market: Market, idea: Idea) -> Stall:
    """An idea that one may change, once at each session; one that was taken down is put up again."""
    market = require(actor, Can.JOIN_MARKET, market, lock=True)
    try:
        idea = require(actor, Can.CHANGE_IDEA, idea)
    except NotAllowed:
        raise Refused("not-yours", _("Put up an idea of your own, or of a unit in which you hold an office."), field="idea") from None
    if idea.state != Idea.State.PUBLISHED:
        raise Refused("not-published", _("Publish the idea first."), field="idea")
    stall, new = Stall.objects.get_or_create(market=market, idea=idea, defaults={"by": actor.person})
    if not new and stall.taken_down_at is None:
        raise Refused("there-already", _("This idea has a stall here already."), field="idea")
    if not new:
        stall.by, stall.taken_down_at = actor.person, None
        stall.save(update_fields=["by", "taken_down_at"])
    journal.record(actor, "stall.put-up", market, idea=str(idea.pk))
    return stall


@transaction.atomic
def take_down(actor: Actor, stall: Stall, *, down: bool = True) -> Stall:
    """Or put it up again; votes for it wait meanwhile."""
    stall = require(actor, Can.TAKE_DOWN_STALL, stall, lock=True)
    stall.taken_down_at = timezone.now() if down else None
    stall.save(update_fields=["taken_down_at"])
    journal.record(actor, "stall.taken-down" if down else "stall.put-up", stall.market, idea=str(stall.idea_id))
    return stall


@transaction.atomic
def turn(actor: Actor, market: Market, state: str) -> Market:
    """Open the voting, close it, or go one step back."""
    market = require(actor, Can.HANDLE_MARKET, market, lock=True)
    if state == market.state:
        return market
    if state not in NEXT[State(market.state)]:
        raise Refused("not-now", _("That is not the next step."))
    if state == State.VOTING and not market.stalls.filter(taken_down_at=None).exists():
        raise Refused("no-stalls", _("There is no stall yet to vote for."))
    if state == State.OPEN and market.ballots.exists():
        raise Refused("voted", _("People have voted already: close the voting instead."))
    market.state = state
    market.save(update_fields=["state"])
    journal.record(actor, f"market.{state}", market)
    return market


@transaction.atomic
def vote(actor: Actor, market: Market, stalls: Sequence[int]) -> Ballot:
    """Once, for at most so many; never for one's own."""
    market = require(actor, Can.JOIN_MARKET, market)
    chosen = set(stalls)
    if market.state != State.VOTING:
        raise Refused("not-voting", _("Nobody votes just now."))
    if not chosen:
        raise Refused("none", _("Tick at least one stall."), field="stalls")
    if len(chosen) > market.votes:
        raise Refused("too-many", _("At most %(most)s; you ticked %(many)s.") % {"most": market.votes, "many": len(chosen)}, field="stalls")
    may = set(allowed(actor, Can.VOTE_FOR_STALL, Stall.objects.filter(pk__in=chosen, market=market)).values_list("pk", flat=True))
    if may != chosen:
        raise Refused("not-these", _("Choose other stalls: nobody votes for their own stall, or for an idea of their own unit."), field="stalls")
    try:
        with transaction.atomic():
            ballot = Ballot.objects.create(market=market, person_id=actor.person_id)
    except IntegrityError:
        raise Refused("voted-already", _("You have voted already; each votes once.")) from None
    Vote.objects.bulk_create(Vote(ballot=ballot, stall_id=stall) for stall in sorted(chosen))
    return ballot

"""A market session: stalls are put up, everybody votes once and never for their own, and what is promised is planned."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from dugnad.ideas.actions import market as actions
from dugnad.ideas.actions import write
from dugnad.ideas.models import Adaptation, Ballot, Stall, Vote
from dugnad.ideas.selling import ranked, stalls
from tests.ideas.making import adapted, draft, idea
from tests.world import act


@pytest.fixture
def market(world):
    """Held by Norway, open for stalls: one of Bergen, one of Paris."""
    found = actions.plan(act(world.marianne), world.norway, name="Market in Bergen", day=date(2026, 10, 3), place="Bergen", votes=2)
    actions.put_up(act(world.kari), found, idea(world, title="Walk and pick"))
    actions.put_up(act(world.luc), found, idea(world, "luc", "paris", title="Soup for all"))
    actions.put_up(act(world.luc), found, idea(world, "luc", "paris", title="Choir"))
    return found


@pytest.fixture
def voting(world, market):
    return actions.turn(act(world.marianne), market, "voting")


def stall(market, title):
    return Stall.objects.get(market=market, idea__title=title)


def refused(what):
    with pytest.raises(Refused) as no:
        what()
    return no.value.code


def vote(person, market, *titles):
    return actions.vote(act(person), market, [stall(market, title).pk for title in titles])


def test_each_votes_once(world, voting):
    vote(world.kari, voting, "Soup for all")
    assert refused(lambda: vote(world.kari, voting, "Choir")) == "voted-already"
    assert Vote.objects.count() == Ballot.objects.count() == 1


def test_for_at_most_as_many_as_allowed(world, voting):
    assert refused(lambda: vote(world.ola, voting, "Walk and pick", "Soup for all", "Choir")) == "too-many"
    vote(world.ola, voting, "Walk and pick", "Choir")
    assert Vote.objects.count() == 2


def test_for_at_least_one(world, voting):
    assert refused(lambda: vote(world.ola, voting)) == "none"


@pytest.mark.parametrize("title", ["Soup for all", "Choir"])
def test_nobody_votes_for_an_idea_of_their_own_unit(world, voting, title):
    assert refused(lambda: vote(world.luc, voting, title)) == "not-these" and not Ballot.objects.exists()


def test_nobody_votes_for_the_stall_they_put_up_for_others(world, market):
    actions.put_up(act(world.marianne), market, idea(world, "ola", "oslo", title="Reading aloud"))
    actions.turn(act(world.marianne), market, "voting")
    assert refused(lambda: vote(world.marianne, market, "Reading aloud")) == "not-these"


def test_nobody_votes_without_an_office(world, voting):
    with pytest.raises(NotAllowed):
        vote(world.nora, voting, "Choir")


def test_nobody_votes_before_or_after(world, market):
    assert refused(lambda: vote(world.kari, market, "Choir")) == "not-voting"
    for state in ("voting", "closed"):
        actions.turn(act(world.marianne), market, state)
    with pytest.raises(NotAllowed):
        vote(world.kari, market, "Choir")


def test_a_stall_of_another_session_is_not_voted_for(world, voting):
    other = actions.plan(act(world.marianne), world.norway, name="Another", day=date(2026, 11, 3), place="", votes=2)
    elsewhere = actions.put_up(act(world.luc), other, stall(voting, "Choir").idea)
    assert refused(lambda: actions.vote(act(world.kari), voting, [elsewhere.pk])) == "not-these"


def test_an_idea_has_one_stall(world, market):
    assert refused(lambda: actions.put_up(act(world.kari), market, stall(market, "Walk and pick").idea)) == "there-already"


def test_one_puts_up_ones_own(world, market):
    assert refused(lambda: actions.put_up(act(world.ola), market, idea(world, title="Not mine"))) == "not-yours"


def test_a_draft_is_no_stall(world, market):
    assert refused(lambda: actions.put_up(act(world.kari), market, draft(world))) == "not-published"


def test_what_is_taken_down_can_be_put_up_again_and_is_not_voted_for_meanwhile(world, voting):
    down = actions.take_down(act(world.luc), stall(voting, "Choir"))
    assert refused(lambda: vote(world.kari, voting, "Choir")) == "not-these"
    actions.take_down(act(world.luc), down, down=False)
    assert vote(world.kari, voting, "Choir")
    actions.take_down(act(world.luc), down)
    assert actions.put_up(act(world.luc), voting, down.idea) == down


def test_others_do_not_take_it_down_but_the_host_does(world, market):
    with pytest.raises(NotAllowed):
        actions.take_down(act(world.ola), stall(market, "Choir"))
    assert actions.take_down(act(world.marianne), stall(market, "Choir")).taken_down_at


def test_steps_follow_one_another(world, market):
    host = act(world.marianne)
    assert refused(lambda: actions.turn(host, market, "closed")) == refused(lambda: actions.turn(host, market, "burnt")) == "not-now"
    actions.turn(host, market, "voting")
    assert actions.turn(host, market, "voting").state == "voting" and actions.turn(host, market, "open").state == "open"


def test_once_somebody_has_voted_there_is_no_way_back_to_the_stalls(world, voting):
    vote(world.kari, voting, "Choir")
    assert refused(lambda: actions.turn(act(world.marianne), voting, "open")) == "voted"


def test_without_a_stall_there_is_nothing_to_vote_for(world):
    empty = actions.plan(act(world.marianne), world.norway, name="Empty", day=date(2026, 10, 3), place="", votes=1)
    assert refused(lambda: actions.turn(act(world.marianne), empty, "voting")) == "no-stalls"


def test_only_the_host_opens_the_voting(world, market):
    with pytest.raises(NotAllowed):
        actions.turn(act(world.luc), market, "voting")


def test_the_most_votes_come_first_and_equals_share_a_place(world, voting):
    vote(world.kari, voting, "Choir", "Soup for all")
    vote(world.ola, voting, "Choir")
    vote(world.bo, voting, "Soup for all", "Walk and pick")
    assert [(place, one.shown.idea.title, one.votes) for place, one in ranked(stalls(voting))] == [
        (1, "Soup for all", 2),
        (1, "Choir", 2),
        (3, "Walk and pick", 1),
    ]


def test_votes_are_seen_by_nobody_until_it_is_closed(world, voting, sign_in):
    vote(world.kari, voting, "Choir")
    address = voting.get_absolute_url()
    assert "Results" not in sign_in(world.marianne).get(address).content.decode()
    actions.turn(act(world.marianne), voting, "closed")
    page = sign_in(world.luc).get(address).content.decode()
    assert "Results" in page and "1 vote" in page


def test_what_is_promised_becomes_a_planned_activity_and_stands_in_the_results(world, voting, sign_in):
    chosen, day = stall(voting, "Choir"), timezone.localdate() + timedelta(days=30)
    answer = sign_in(world.kari).post(
        f"/ideas/{chosen.idea_id}/adapt/?stall={chosen.pk}",
        {"id": str(uuid7()), "unit": "NO-BERG-ESN", "title": "Choir in Bergen", "starts_on": day.isoformat(), "place": "Bergen"},
    )
    assert answer["Location"] == voting.get_absolute_url()
    made = Adaptation.objects.get()
    page = sign_in(world.luc).get(voting.get_absolute_url()).content.decode()
    assert (made.stall, made.activity.state) == (chosen, "planned") and "1 adaptation is promised" in page and "ESN Bergen" in page


def test_a_promise_at_a_stall_of_another_idea_is_refused(world, market):
    with pytest.raises(Refused):
        adapted(world, idea(world, title="Elsewhere"), stall=stall(market, "Choir"))


def test_a_wrong_ballot_is_said_with_its_ticks_and_not_counted(world, voting, sign_in):
    keys = [str(one.pk) for one in voting.stalls.all()]
    answer = sign_in(world.ola).post(f"{voting.get_absolute_url()}vote/", {"stalls": keys})
    page = answer.content.decode()
    assert answer.status_code == 422 and "At most 2; you ticked 3." in page and page.count(" checked") == 3 and not Ballot.objects.exists()


@pytest.mark.parametrize("wrong", ["x", "-1", "9" * 40, "\x00", "<b>"])
def test_nonsense_on_a_ballot_is_said(world, voting, sign_in, wrong):
    assert sign_in(world.ola).post(f"{voting.get_absolute_url()}vote/", {"stalls": wrong}).status_code == 422
    assert sign_in(world.ola).get(f"/ideas/{stall(voting, 'Choir').idea_id}/adapt/", {"stall": wrong}).status_code == 200


def test_a_withdrawn_idea_leaves_the_market(world, market):
    write.withdraw(act(world.luc), stall(market, "Choir").idea)
    assert [one.shown.idea.title for one in stalls(market)] == ["Walk and pick", "Soup for all"]


def test_the_wall_has_a_code_for_each_stall(world, market, client):
    page = client.get(f"{market.get_absolute_url()}wall/").content.decode()
    assert page.count('class="code"') == 3 and "Walk and pick" in page


def test_the_wall_is_printed_with_a_page_for_each_stall(world, market, client):
    answer = client.get(f"{market.get_absolute_url()}wall.pdf")
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF") and b"/Count 3" in answer.content


def test_the_page_asks_no_more_however_many_stalls(world, market, sign_in, django_assert_max_num_queries):
    for number in range(12):
        actions.put_up(act(world.luc), market, idea(world, "luc", "paris", title=f"Idea {number}"))
    session = sign_in(world.kari)
    session.get(market.get_absolute_url())
    with django_assert_max_num_queries(24):
        session.get(market.get_absolute_url())
    with django_assert_max_num_queries(12):
        session.get("/ideas/markets/")

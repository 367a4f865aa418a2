"""A second opinion comes from another country, once, and decides."""

from datetime import date

import pytest

from dugnad.core.errors import NotAllowed, Refused
from dugnad.network.models import Office, Role
from dugnad.review.actions.ask import ask_opinion, resubmit
from dugnad.review.actions.keep import keep
from dugnad.review.actions.look import take
from dugnad.review.models import Review
from dugnad.review.reviewers import may_review, reviewers
from tests.review.making import asked, fresh, gave, label_of, somebody
from tests.world import act

WHY = "It was for the nursing home next door."


@pytest.fixture
def fleur(world):
    """The national coordinator of France."""
    return somebody("Fleur", Role.NATIONAL, world.france)


def regular(world):
    return gave(world.marianne, asked(world), "regular", each=0)


def test_it_goes_to_the_national_coordinators_of_another_country(world, fleur):
    case = ask_opinion(act(world.kari), regular(world), text=WHY)
    assert (case.sent_to, [person.name for person in reviewers(case)]) == (world.france, ["Fleur"])


def test_they_decide(world, fleur):
    case = gave(fleur, ask_opinion(act(world.kari), regular(world), text=WHY))
    assert (case.state, case.outcome, label_of(case)) == ("decided", "label", "impact-1")


def test_until_then_what_was_said_stands(world, fleur):
    assert label_of(ask_opinion(act(world.kari), regular(world), text=WHY)) == "regular"


@pytest.mark.parametrize("who", ["marianne", "ines", "luc"])
def test_nobody_of_ones_own_country_nor_the_committee_gives_it(world, fleur, who):
    case = ask_opinion(act(world.kari), regular(world), text=WHY)
    with pytest.raises(NotAllowed):
        take(act(getattr(world, who)), case)


def test_an_office_in_both_countries_is_none_elsewhere(world, fleur):
    somebody("Fleur", Role.NATIONAL, world.norway)
    case = ask_opinion(act(world.kari), regular(world), text=WHY)
    assert not may_review(act(fleur), case)


def test_a_country_that_organised_it_too_is_not_asked(world, fleur):
    case = gave(world.marianne, asked(world, organisers=(world.paris,)), "regular")
    with pytest.raises(Refused, match="No other country"):
        ask_opinion(act(world.kari), case, text=WHY)


def test_of_what_was_returned_it_may_be_asked_too_and_answered_it_goes_there_again(world, fleur):
    case = ask_opinion(act(world.kari), gave(world.marianne, asked(world), "returned"), text=WHY)
    case = gave(fleur, case, "returned")
    resubmit(act(world.kari), case, text="Here it is.")
    assert (fresh(case).stage, Review.objects.in_hand().get().reviewer) == ("opinion", fleur)


def test_there_is_one_second_opinion_and_no_third(world, fleur):
    case = gave(fleur, ask_opinion(act(world.kari), regular(world), text=WHY), "regular")
    with pytest.raises(Refused, match="no third"):
        ask_opinion(act(world.kari), case, text=WHY)


def test_before_anything_is_said_there_is_nothing_to_have_an_opinion_about(world, fleur):
    with pytest.raises(Refused, match="no answer yet"):
        ask_opinion(act(world.kari), asked(world), text=WHY)


def test_it_is_asked_for_with_words(world, fleur):
    with pytest.raises(Refused, match="see differently"):
        ask_opinion(act(world.kari), regular(world), text="")


def test_if_nobody_is_left_there_another_country_is_asked(world, fleur):
    case = ask_opinion(act(world.kari), regular(world), text=WHY)
    spain = world.top.children.get(code="ES")
    somebody("Sol", Role.NATIONAL, spain)
    Office.objects.filter(person=fleur).update(until="2026-01-01")
    keep(date.today())
    assert fresh(case).sent_to == spain
    Office.objects.filter(unit=spain).update(until="2026-01-01")
    keep(date.today())
    assert (fresh(case).sent_to, fresh(case).alone) == (spain, False)

"""An activity answered a need: said by the coordinators of either, once, of an activity that counts; taken back by them too."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from dugnad.activities import actions as record
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from dugnad.needs import actions
from dugnad.needs.models import Answer, Need
from tests.needs.making import recorded
from tests.world import act, details, register


@pytest.fixture
def need(world):
    return recorded(world)


@pytest.fixture
def soup(world):
    return register(world.paris, world.luc, title="Soup for everyone")


@pytest.mark.parametrize("who", ["kari", "marianne", "ines", "luc"])
def test_the_coordinators_of_the_need_or_of_the_activity_say_it(world, need, soup, who):
    actions.answer(act(getattr(world, who)), need, soup, note=" Every Sunday ")
    assert [(one.activity, one.note) for one in need.answers.standing()] == [(soup, "Every Sunday")]


@pytest.mark.parametrize("who", ["ola", "nora", "bo", "aud"])
def test_nobody_else_does(world, need, soup, who):
    with pytest.raises(NotAllowed):
        actions.answer(act(getattr(world, who)), need, soup)


def test_the_same_activity_twice_is_refused_at_its_field(world, need, soup):
    actions.answer(act(world.kari), need, soup)
    with pytest.raises(Refused) as no:
        actions.answer(act(world.luc), need, soup)
    assert (no.value.code, no.value.field) == ("answered", "address")


def test_the_database_keeps_it_to_once(world, need, soup):
    actions.answer(act(world.kari), need, soup)
    with pytest.raises(IntegrityError):
        Answer.objects.create(need=need, activity=soup)


def test_a_withdrawn_activity_answers_nothing(world, need):
    gone = record.withdraw(act(world.kari), register(world.bergen, world.kari), reason="twice")
    with pytest.raises(Refused) as no:
        actions.answer(act(world.kari), need, gone)
    assert no.value.field == "address"


def test_a_planned_activity_answers_nothing_yet(world, need):
    planned = record.plan(act(world.kari), uuid7(), world.bergen, details(starts_on=date.today() + timedelta(days=9)))
    with pytest.raises(Refused):
        actions.answer(act(world.kari), need, planned)


def test_an_activity_that_one_may_not_see_is_not_found(world, need):
    gone = record.withdraw(act(world.luc), register(world.paris, world.luc), reason="twice")
    with pytest.raises(NotAllowed):
        actions.answer(act(world.kari), need, gone)


def test_an_answer_whose_activity_is_withdrawn_later_counts_no_more(world, need):
    clean_up = register(world.bergen, world.kari)
    actions.answer(act(world.kari), need, clean_up)
    record.withdraw(act(world.kari), clean_up, reason="twice")
    assert Answer.objects.count() == 1 and list(Need.objects.white()) == [need]


def test_taken_back_it_may_be_said_again(world, need, soup):
    answer = actions.answer(act(world.kari), need, soup)
    for _twice in range(2):
        actions.take_back(act(world.luc), answer)
    assert list(Need.objects.white()) == [need] and journal.of(need).filter(verb="need.answer-withdrawn").count() == 1
    actions.answer(act(world.kari), need, soup)
    assert Answer.objects.count() == 2 and not Need.objects.white().exists()


def test_a_stranger_takes_nothing_back(world, need, soup):
    answer = actions.answer(act(world.kari), need, soup)
    with pytest.raises(NotAllowed):
        actions.take_back(act(world.ola), answer)


def test_a_closed_need_takes_no_answer_and_gives_none_back(world, need, soup):
    answer = actions.answer(act(world.kari), need, soup)
    actions.close(act(world.kari), need, result="There is a café now.")
    with pytest.raises(Refused):
        actions.answer(act(world.kari), need, register(world.bergen, world.kari))
    with pytest.raises(Refused):
        actions.take_back(act(world.kari), answer)

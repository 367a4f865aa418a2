"""A need is looked at each year, and closed with what came of it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.needs import actions
from dugnad.needs.models import Need
from tests.needs.making import recorded
from tests.world import act, on

THEN, LATER = date(2026, 3, 1), date(2027, 3, 2)


@pytest.fixture
def need(world):
    with on(THEN):
        return recorded(world)


def test_a_year_after_it_was_recorded_it_waits_for_a_look(world, need):
    assert not Need.objects.due(LATER - timedelta(days=3)).exists() and list(Need.objects.due(LATER)) == [need]


def test_looked_at_it_waits_for_another_year(world, need):
    with on(LATER):
        actions.review(act(world.kari), need, note="Still so")
    assert not Need.objects.due(LATER).exists() and Need.objects.get().review_due == LATER + timedelta(days=365)
    assert journal.of(need).get(verb="need.reviewed").data["reason"] == "Still so"


def test_it_is_closed_with_what_came_of_it(world, need):
    closed = actions.close(act(world.marianne), need, result=" There is a café now. ")
    assert (closed.state, closed.result, closed.closed_by) == ("closed", "There is a café now.", world.marianne)
    assert not Need.objects.due(LATER).exists()


@pytest.mark.parametrize("result", ["", " \n "])
def test_without_a_result_it_is_not_closed(world, need, result):
    with pytest.raises(Refused) as no:
        actions.close(act(world.kari), need, result=result)
    assert no.value.field == "result" and Need.objects.get().is_open


def test_nor_does_the_database_close_it(world, need):
    with pytest.raises(IntegrityError):
        Need.objects.update(state="closed")


def test_the_second_who_closes_it_is_told(world, need):
    actions.close(act(world.kari), need, result="There is a café now.")
    with pytest.raises(Refused) as no:
        actions.close(act(world.marianne), need, result="Nobody is alone.")
    assert no.value.code == "closed" and Need.objects.get().result == "There is a café now."


def test_opened_again_it_keeps_what_was_said_at_closing_in_its_history(world, need):
    actions.close(act(world.kari), need, result="There is a café now.")
    for _twice in range(2):
        opened = actions.reopen(act(world.kari), need)
    assert opened.is_open and journal.of(need).get(verb="need.closed").data["reason"] == "There is a café now."
    assert journal.of(need).filter(verb="need.reopened").count() == 1


@pytest.mark.parametrize("verb", [lambda actor, need: actions.review(actor, need), lambda actor, need: actions.close(actor, need, result="x"), actions.reopen])
def test_nobody_else_keeps_it(world, need, verb):
    with pytest.raises(NotAllowed):
        verb(act(world.ola), need)

"""The desk: what waits, the first of each kind in sight and the others one press away; it asks no more for many than for a few."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dugnad.activities.actions.register import plan
from dugnad.core.ids import uuid7
from tests.seasons.making import text
from tests.world import act, details


def planned(world, many):
    for number in range(many):
        day = timezone.localdate() + timedelta(days=number + 1)
        plan(act(world.kari), uuid7(), world.bergen, details(title=f"Walk {number}.", starts_on=day))


def over(world, many):
    for number in range(many):
        plan(act(world.kari), uuid7(), world.bergen, details(title=f"Walk {number}.", starts_on=timezone.localdate() - timedelta(days=90 - number)))


def test_nothing_waits(world, sign_in):
    assert "Nothing waits for you." in text(sign_in(world.ola).get("/desk/").content.decode())


@pytest.mark.parametrize(("many", "says"), [(5, None), (6, None), (7, "2 more"), (20, "15 more")])
def test_five_are_in_sight_and_the_others_behind_one_line(world, sign_in, many, says):
    planned(world, many)
    page = text(sign_in(world.kari).get("/desk/").content.decode())
    assert page.count("Walk ") == many and (says in page if says else " more" not in page) and "There are others" not in page


def test_beyond_twenty_the_others_come_when_these_are_done(world, sign_in):
    over(world, 21)
    page = text(sign_in(world.kari).get("/desk/").content.decode())
    assert page.count("Report the results") == 20 and "There are others; they come here when these are done." in page
    assert "Walk 0." in page and "Walk 20." not in page


def test_the_desk_asks_no_more_for_many_rows(world, sign_in):
    session = sign_in(world.kari)
    asked = []
    for many in (1, 12):
        over(world, many)
        planned(world, many)
        session.get("/desk/")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            session.get("/desk/")
        asked.append(len(queries))
    assert asked[1] <= asked[0] <= 30

"""As it stood, and what came since, activity by activity."""

from datetime import date

import pytest

from dugnad.activities import actions
from dugnad.core.periods import Period, parse_month
from dugnad.figures import arrivals, fold, reading
from dugnad.figures.since import moved
from tests.world import act, details, on, register

DAY = date(2026, 6, 30)


@pytest.fixture(params=["waiting", "collected"])
def story(request, world):
    """Three in March, registered in April; later one is amended, one withdrawn, one only said better, and a fourth comes late."""
    with on(date(2026, 4, 2)):
        amended, gone, stays = (register(world.bergen, world.kari, title=title) for title in ("Amended", "Gone", "Stays"))
    actions.amend(act(world.kari), amended, details(title="Amended", volunteers=13), reason="counted again", revision=1)
    actions.amend(act(world.kari), stays, details(title="Stays, said better"), reason="typing error", revision=1)
    actions.withdraw(act(world.kari), gone, reason="twice")
    late = register(world.oslo, world.ola, title="Late", volunteers=4)
    world.amended, world.gone, world.stays, world.late = amended, gone, stays, late
    if request.param == "collected":
        fold.fold_waiting()
        arrivals.collect()
    return world


def changes(unit, **more):
    return {row.record: (row.before.volunteers, row.after.volunteers) for row in moved(unit.pk, DAY, **more)}


def test_each_record_says_what_it_was_and_what_it_is(story):
    assert changes(story.norway) == {story.amended.pk: (10, 13), story.gone.pk: (10, 0), story.late.pk: (0, 4)}


def test_then_and_what_came_since_make_now(story):
    for unit in (story.bergen, story.norway, story.top, story.france):
        then, now = (reading.total(reading.Question((unit.pk,), as_of=day)) for day in (DAY, None))
        assert sum((row.added for row in moved(unit.pk, DAY)), then) == now


def test_only_the_months_that_are_asked_for_count(story):
    assert changes(story.norway, period=Period(parse_month("2026-05"), parse_month("2026-06"))) == {}


def test_an_activity_that_changed_its_month_is_in_the_span_of_the_new_one(story):
    actions.amend(act(story.kari), story.stays, details(title="Stays", starts_on=date(2026, 5, 2)), reason="wrong day", revision=2)
    march, may = (Period(parse_month(text), parse_month(text)) for text in ("2026-03", "2026-05"))
    assert (changes(story.norway, period=may), changes(story.norway, period=march)[story.stays.pk]) == ({story.stays.pk: (0, 10)}, (10, 0))


def test_the_page_tells_it(story, client):
    page = client.get("/figures/?unit=NO&span=always&measure=volunteers&as_of=2026-06-30").content.decode()
    assert "Volunteers: 30." in page and "Now it stands at 27, −3 since then." in page
    assert all(said in page for said in ("amended", "withdrawn, or no longer counted here", "registered later", "+4", "+3"))


def test_a_question_about_now_tells_nothing_of_it(story, client):
    assert "Now it stands at" not in client.get("/figures/?unit=NO&span=always").content.decode()


def test_what_came_since_is_told_a_hundred_at_a_time(story, client):
    for number in range(103):
        register(story.bergen, story.kari, title=f"Late number {number}")
    page = client.get("/figures/?unit=NO&span=always&as_of=2026-06-30").content.decode()
    assert "Late number 102" in page and "Late number 2<" not in page and "These are the newest hundred; there are more." in page


def test_a_day_after_which_nothing_came_says_so(story, client):
    assert "Nothing has changed since." in client.get("/figures/?unit=FR&span=always&as_of=2026-06-30").content.decode()


def test_a_part_that_came_and_was_declined_since_has_changed_nothing(story):
    joint = register(story.oslo, story.ola, organisers=(story.paris,))
    actions.decline_part(act(story.luc), joint.organisers.get())
    assert list(moved(story.paris.pk, DAY)) == []

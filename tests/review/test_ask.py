"""An author asks for the label of a registered activity, and of none other."""

from datetime import date, timedelta

import pytest

from dugnad.access.actor import SYSTEM
from dugnad.activities import actions
from dugnad.activities.models import Activity
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from dugnad.criteria.models import Rubric
from dugnad.review.actions.ask import ask, resubmit, take_back
from dugnad.review.actions.look import take
from dugnad.review.actions.replies import keep_reply
from dugnad.review.models import Case
from dugnad.review.points import drawn
from tests.review.making import asked, committee, fresh, gave
from tests.world import act, details, register


def test_it_waits_for_reviewers_by_the_rubric_that_holds_today(world):
    case = asked(world)
    assert (case.state, case.rubric.version, case.due_on) == ("waiting", 1, date.today() + timedelta(days=14))


@pytest.mark.parametrize("who", ["kari", "marianne", "ines"])
def test_coordinators_of_its_unit_and_above_ask(world, who):
    assert ask(act(getattr(world, who)), register(world.bergen, world.kari)).state == "waiting"


@pytest.mark.parametrize("who", ["ola", "luc", "bo", "aud"])
def test_nobody_else_asks(world, who):
    with pytest.raises(NotAllowed):
        ask(act(getattr(world, who)), register(world.bergen, world.kari))


def test_a_regular_activity_is_not_asked_about(world):
    with pytest.raises(NotAllowed):
        ask(act(world.kari), register(world.bergen, world.kari, regular=True))


def test_a_planned_one_is_not_asked_about(world):
    planned = actions.plan(act(world.kari), uuid7(), world.bergen, details(starts_on=date.today() + timedelta(days=2)))
    with pytest.raises(NotAllowed):
        ask(act(world.kari), planned)


def test_it_is_asked_for_once_at_a_time(world):
    case = asked(world)
    with pytest.raises(Refused, match="asked for already"):
        ask(act(world.kari), case.activity)


def test_what_carries_the_label_does_not_ask_again(world):
    case = gave(world.marianne, asked(world))
    with pytest.raises(Refused, match="carries the label already"):
        ask(act(world.kari), case.activity)


def test_taken_back_it_may_be_asked_for_again(world):
    case = asked(world)
    take_back(act(world.kari), case)
    assert ask(act(world.kari), case.activity).pk != case.pk
    assert fresh(case).state == "withdrawn"


def test_before_a_rubric_is_adopted_nobody_asks(world, monkeypatch):
    Rubric.objects.update(adopted_at=None)
    from dugnad.core import marks

    marks.touch("rubric")
    with pytest.raises(Refused, match="what a good activity is"):
        asked(world)


def test_a_share_is_drawn_for_two_reviewers_by_the_number_of_the_case(settings):
    settings.REVIEWED_TWICE = 20
    cases = [uuid7() for _ in range(2000)]
    assert [drawn(case) for case in cases] == [drawn(case) for case in cases]
    assert 300 < sum(drawn(case) for case in cases) < 500


def test_two_review_only_where_a_third_of_the_committee_could_settle_it(world, settings):
    settings.REVIEWED_TWICE = 100
    alone = ask(act(world.kari), register(world.bergen, world.kari))
    committee(world)
    assert (alone.twice, ask(act(world.kari), register(world.bergen, world.kari, title="Another")).twice) == (False, True)


def test_somebody_asks_looks_answers_and_keeps_replies_never_the_system(world):
    case = gave(world.marianne, asked(world), "returned")
    waits = asked(world, title="Another")
    for act_without_a_person in (
        lambda: ask(SYSTEM, register(world.bergen, world.kari, title="Third")),
        lambda: resubmit(SYSTEM, case, text="Hello"),
        lambda: take(SYSTEM, waits),
        lambda: keep_reply(SYSTEM, world.top, name="Who?", text="Who?"),
    ):
        with pytest.raises(NotAllowed):
            act_without_a_person()


def test_asking_changes_nothing_of_the_activity(world):
    case = asked(world)
    assert Activity.objects.get(pk=case.activity_id).label is None and Case.objects.count() == 1

"""The worker keeps the seasons: flags while they run, frozen when they end, never changed afterwards, and twice the same."""

from datetime import date, timedelta

from dugnad.activities import actions
from dugnad.core import journal
from dugnad.seasons.actions.flags import answer
from dugnad.seasons.actions.keep import keep, write_best
from dugnad.seasons.models import Best, Flag, Result, Season
from tests.seasons.making import AFTER, DEADLINE, DURING, did, lines, season, students
from tests.world import act, details, on


def kept(day):
    with on(day):
        return keep(day)


def frozen():
    return [(row.board_id, row.stage_id, row.unit_id, row.line) for row in Result.objects.order_by("pk")]


def test_it_is_frozen_the_day_after_its_last(world):
    spring = season(world)
    did(world, "bergen", 2)
    assert (kept(DEADLINE), Result.objects.count(), kept(AFTER)) == (0, 0, 1)
    assert lines(spring, "count", day=AFTER)["NO-BERG-ESN"].events == 2


def test_twice_is_once(world):
    season(world)
    did(world, "bergen", 2)
    kept(AFTER)
    before = frozen()
    assert (kept(AFTER), frozen()) == (0, before)


def test_every_board_of_every_stage_is_written_down_and_the_journal_says_so(world):
    spring = season(world)
    kept(AFTER)
    assert Result.objects.values("board", "stage").distinct().count() == 21
    assert journal.of(spring).get(verb="season.frozen").via == "cli"


def test_what_is_amended_or_withdrawn_later_changes_no_frozen_board(world):
    spring = season(world)
    one, other = did(world, "bergen", 2, people_helped=10)
    kept(AFTER)
    before = frozen(), lines(spring, "hours", day=AFTER)
    with on(AFTER + timedelta(days=9)):
        actions.amend(act(world.kari), one, details(people_helped=900, starts_on=DURING), revision=one.revision, reason="counted again")
        actions.withdraw(act(world.kari), other, reason="twice")
        keep(AFTER + timedelta(days=9))
    assert (frozen(), lines(spring, "hours", day=AFTER + timedelta(days=9))) == before


def test_numbers_loaded_later_change_no_frozen_board(world):
    spring = season(world)
    students(world)
    did(world, "bergen")
    kept(AFTER)
    students(world, "unit,number\nNO-BERG-ESN,1\n")
    assert lines(spring, "students", day=AFTER)["NO-BERG-ESN"].exposure == 1000


def test_what_is_registered_after_the_last_day_is_not_in_it(world):
    spring = season(world)
    did(world, "bergen", 2)
    did(world, "bergen", 1, AFTER, starts_on=DURING, title="Too late")
    kept(AFTER + timedelta(days=1))
    assert lines(spring, "count", day=AFTER)["NO-BERG-ESN"].events == 2


def test_it_waits_a_week_for_what_nobody_has_looked_at(world):
    spring = season(world)
    Flag.objects.create(activity=did(world, "bergen", 2)[0], kind="twin")
    assert [kept(AFTER + timedelta(days=days)) for days in (0, 6, 7)] == [0, 0, 1]
    assert lines(spring, "count", day=AFTER)["NO-BERG-ESN"].events == 1


def test_it_is_frozen_at_once_when_the_last_answer_is_given(world):
    spring = season(world)
    flag = Flag.objects.create(activity=did(world, "bergen", 2)[0], kind="twin")
    kept(AFTER)
    answer(act(world.marianne), flag, counts=True, note="")
    assert kept(AFTER) == 1 and lines(spring, "count", day=AFTER)["NO-BERG-ESN"].events == 2


def test_withdrawing_what_was_flagged_after_the_last_day_does_not_bring_it_in(world):
    spring = season(world)
    one, _other = did(world, "bergen", 2)
    Flag.objects.create(activity=one, kind="twin")
    with on(AFTER):
        actions.withdraw(act(world.kari), one, reason="oh")
    kept(AFTER)
    assert lines(spring, "count", day=AFTER)["NO-BERG-ESN"].events == 1


def test_what_is_planned_only_is_not_kept(world):
    season(world)
    Season.objects.update(published_at=None)
    assert (kept(AFTER), Flag.objects.count()) == (0, 0)


def test_while_it_runs_flags_are_found(world):
    season(world)
    did(world, "bergen", 2, title="Beach clean-up", people_helped=30)
    kept(DURING)
    assert Flag.objects.get().kind == "twin"


def test_the_best_place_of_each_unit_is_written_down_and_anew_every_time(world):
    season(world)
    for name, many in (("bergen", 1), ("oslo", 3)):
        did(world, name, many)
    with on(DURING):
        assert write_best(DURING) == write_best(DURING) == Best.objects.count() == 2
    assert (Best.objects.get(unit=world.oslo).place, Best.objects.get(unit=world.bergen).place) == (1, 1)


def test_of_two_boards_the_one_with_more_rivals_behind_is_the_better(world):
    season(world)
    for name, many in (("bergen", 1), ("oslo", 3), ("paris", 2)):
        did(world, name, many)
    with on(DURING):
        write_best(DURING)
    best = Best.objects.get(unit=world.oslo)
    assert (best.place, best.many, best.stage.name) == (1, 3, "All together")


def test_after_its_end_it_is_nobodys_best(world):
    season(world)
    did(world, "bergen")
    kept(date(2026, 3, 21))
    kept(AFTER)
    assert Best.objects.count() == 0

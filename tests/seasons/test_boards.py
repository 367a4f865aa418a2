"""What each board ranks by, who is not ranked and why, and that a season counts as it stood."""

from datetime import date

import pytest

from dugnad.activities import actions
from dugnad.network.models import Unit
from dugnad.seasons.models import Flag, Season, Stage
from tests.seasons.making import DURING, did, lines, places, season, students
from tests.world import act, on


def test_whoever_has_most_comes_first_and_ties_are_ties(world):
    spring = season(world)
    for name, many in (("bergen", 2), ("oslo", 3), ("paris", 2)):
        did(world, name, many)
    assert places(spring, "count") == {"NO-OSLO-ESN": 1, "NO-BERG-ESN": 2, "FR-PARI-ESN": 2}


def test_per_student_the_small_come_first(world):
    spring = season(world)
    students(world)
    for name, many in (("bergen", 4), ("oslo", 5), ("paris", 4)):
        did(world, name, many)
    assert places(spring, "students") == {"FR-PARI-ESN": 1, "NO-BERG-ESN": 2, "NO-OSLO-ESN": 3}


def test_a_line_keeps_what_its_rank_rests_on(world):
    spring = season(world)
    students(world)
    did(world, "bergen", 4)
    line = lines(spring, "students")["NO-BERG-ESN"]
    assert (line.events, line.exposure, line.students, line.mean) == (4, 1000, (1000, 2025, "Ministry", 0), 0.004)


def test_without_a_number_of_students_one_is_not_ranked_and_it_is_said(world):
    spring = season(world)
    students(world, "unit,number\nNO-BERG-ESN,1000\nNO-OSLO-ESN,0\n")
    for name in ("bergen", "oslo", "paris"):
        did(world, name)
    assert places(spring, "students") == {"NO-BERG-ESN": 1, "NO-OSLO-ESN": "no-students", "FR-PARI-ESN": "no-students"}


def test_a_country_has_the_sum_of_its_sections(world):
    spring = season(world)
    students(world)
    did(world, "oslo")
    assert lines(spring, "students", "Countries")["NO"].students == (3000, 2025, "Ministry", 2)


def test_a_country_of_which_a_part_is_not_known_is_not_ranked(world):
    spring = season(world)
    students(world, "unit,number\nNO-BERG-ESN,1000\nFR-PARI-ESN,5\n")
    did(world, "oslo")
    assert places(spring, "students", "Countries")["NO"] == "some-students"


def test_growth_is_against_the_same_months_a_year_before(world):
    spring = season(world)
    did(world, "bergen", 2, date(2025, 3, 10))
    did(world, "bergen", 4)
    line = lines(spring, "growth")["NO-BERG-ESN"]
    assert (line.events, line.exposure) == (4, 2)


def test_while_a_season_runs_as_many_months_are_compared_as_have_begun(world):
    spring = season(world)
    did(world, "bergen", 2, date(2025, 3, 10))
    did(world, "bergen", 5, date(2025, 6, 10))
    did(world, "bergen", 1)
    assert lines(spring, "growth")["NO-BERG-ESN"].exposure == 2


def test_nobody_grows_by_making_their_own_past_smaller(world):
    spring = season(world)
    before = did(world, "bergen", 4, date(2025, 3, 10))
    did(world, "bergen", 4)
    with on(date(2026, 2, 1)):
        actions.withdraw(act(world.kari), before[0], reason="twice")
    assert lines(spring, "growth")["NO-BERG-ESN"].exposure == 4


def test_without_a_past_there_is_no_growth(world):
    spring = season(world)
    did(world, "bergen")
    assert places(spring, "growth")["NO-BERG-ESN"] == "no-earlier"


def test_with_a_past_but_nothing_now_there_is_no_rank_either(world):
    spring = season(world)
    did(world, "bergen", 1, date(2025, 3, 10))
    assert places(spring, "growth")["NO-BERG-ESN"] == "nothing-yet"


def test_breadth_counts_causes(world):
    from tests.world import term

    spring = season(world)
    did(world, "bergen", 3)
    did(world, "oslo", 1)
    did(world, "oslo", 1, cause=term("cause", "health"))
    assert places(spring, "breadth") == {"NO-OSLO-ESN": 1, "NO-BERG-ESN": 2, "FR-PARI-ESN": "nothing-yet"}


def test_people_helped_are_divided_by_volunteer_hours(world):
    spring = season(world)
    did(world, "bergen", volunteers=5, people_helped=40, hours_per_meeting=2)
    line = lines(spring, "hours")["NO-BERG-ESN"]
    assert (line.events, line.exposure) == (40, 10)


def test_without_volunteer_hours_nothing_is_divided(world):
    spring = season(world)
    did(world, "bergen", volunteers=None, people_helped=40, hours_per_meeting=None)
    assert places(spring, "hours")["NO-BERG-ESN"] == "no-hours"


def test_newcomers_began_within_the_last_twelve_months(world):
    spring = season(world)
    did(world, "bergen", 1, date(2024, 11, 3))
    for name in ("bergen", "oslo"):
        did(world, name)
    assert places(spring, "newcomers") == {"NO-OSLO-ESN": 1, "NO-BERG-ESN": "not-new", "FR-PARI-ESN": "nothing-yet"}


def test_a_board_can_be_of_one_cause(world):
    from dugnad.seasons.actions.seasons import set_rule
    from tests.world import term

    spring = season(world)
    set_rule(act(world.ines), spring.boards.get(position=1), kind="count", measure="people_helped", cause="health", reason="Health week")
    did(world, "bergen", people_helped=9)
    did(world, "oslo", people_helped=4, cause=term("cause", "health"))
    assert places(spring, "count")["NO-OSLO-ESN"] == 1 and places(spring, "count")["NO-BERG-ESN"] == "nothing-yet"


def test_within_each_country_sections_compete_with_their_own(world):
    spring = season(world)
    for name, many in (("bergen", 2), ("oslo", 3), ("paris", 1)):
        did(world, name, many)
    assert places(spring, "count", "Within each country") == {"NO-OSLO-ESN": 1, "NO-BERG-ESN": 2, "FR-PARI-ESN": 1}


def test_countries_compete_with_countries_a_joint_activity_once(world):
    spring = season(world)
    did(world, "bergen", 1, organisers=(world.oslo,))
    did(world, "paris", 1)
    assert places(spring, "count", "Countries")["NO"] == places(spring, "count", "Countries")["FR"] == 1


def test_only_the_winners_go_on(world):
    spring = season(world)
    Stage.objects.filter(season=spring, position=1).update(advancing=1)
    for name, many in (("bergen", 2), ("oslo", 3), ("paris", 1)):
        did(world, name, many)
    assert places(spring, "count", "All together") == {"NO-OSLO-ESN": 1, "FR-PARI-ESN": 2}


def test_the_countries_stage_is_not_held_back_by_the_sections_one(world):
    spring = season(world)
    Stage.objects.filter(season=spring, position__lt=3).update(advancing=1)
    did(world, "paris")
    assert len(places(spring, "count", "Countries")) == Unit.objects.filter(level__key="country").count()


def test_leagues_by_size_are_ranked_apart(world):
    spring = season(world)
    Season.objects.update(sizes=[1500])
    students(world, "unit,number\nNO-BERG-ESN,1000\nNO-OSLO-ESN,2000\n")
    for name, many in (("bergen", 2), ("oslo", 3), ("paris", 1)):
        did(world, name, many)
    assert places(spring, "count") == {"NO-BERG-ESN": 1, "NO-OSLO-ESN": 1, "FR-PARI-ESN": 1}


def test_what_is_flagged_stays_out_until_somebody_looks(world):
    spring = season(world)
    first, _second = did(world, "bergen", 2)
    Flag.objects.create(activity=first, kind="twin")
    assert lines(spring, "count")["NO-BERG-ESN"].events == lines(spring, "breadth")["NO-BERG-ESN"].events == 1


@pytest.mark.parametrize(("state", "counts"), [("open", 1), ("out", 1), ("fine", 2)])
def test_what_was_looked_at_counts_only_if_it_is_fine(world, state, counts):
    spring = season(world)
    Flag.objects.create(activity=did(world, "bergen", 2)[0], kind="twin", state=state)
    assert lines(spring, "count")["NO-BERG-ESN"].events == counts


def test_after_its_last_day_a_season_counts_as_it_stood(world):
    spring = season(world)
    did(world, "bergen", 2)
    did(world, "bergen", 1, date(2026, 7, 16), starts_on=DURING)
    assert lines(spring, "count", day=date(2026, 7, 17))["NO-BERG-ESN"].events == 2


def test_a_section_that_was_closed_before_is_not_there(world):
    spring = season(world)
    Unit.objects.filter(pk=world.oslo.pk).update(closed_on=date(2025, 12, 1))
    assert set(places(spring, "count")) == {"NO-BERG-ESN", "FR-PARI-ESN"}


def test_a_section_competes_in_the_country_to_which_it_belonged(world):
    from dugnad.network.models import Belonging

    spring = season(world)
    Belonging.objects.filter(member=world.oslo).update(since=date(2026, 2, 1))
    assert lines(spring, "count", "Within each country")["NO-OSLO-ESN"].group == world.top.pk


def test_a_platform_can_be_that_within_which_they_compete(world):
    from dugnad.network.models import Level

    spring = season(world)
    Stage.objects.filter(season=spring, position=1).update(within=Level.objects.get(groups=True))
    assert lines(spring, "count", "Within each country")["NO-BERG-ESN"].group == world.nep.pk

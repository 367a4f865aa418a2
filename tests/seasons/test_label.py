"""The board of the share with the label: good ones win, not many."""

from datetime import date

import pytest

from dugnad.activities import actions
from dugnad.seasons import explained
from dugnad.seasons.actions.seasons import set_rule
from dugnad.seasons.models import BoardRule, Flag
from tests.seasons.making import AFTER, BOARD, DEADLINE, DURING, KINDS, did, lines, places, season
from tests.world import act, on, term

RULE = BoardRule(kind="label", measure="activities")


def label(world, activities, step="impact-1", day=DURING):
    with on(day):
        for activity in activities:
            actions.judge(act(world.ines), activity, term("label", step) if step else None)


def shares(world, **many):
    """So many activities of each section, and how many of them carry the label."""
    for name, (all_of_them, labelled) in many.items():
        label(world, did(world, name, all_of_them)[:labelled])


def test_whoever_has_the_larger_share_comes_first_however_few(world):
    spring = season(world)
    shares(world, bergen=(8, 2), oslo=(4, 3), paris=(6, 0))
    assert places(spring, "label") == {"NO-OSLO-ESN": 1, "NO-BERG-ESN": 2, "FR-PARI-ESN": 3}


def test_a_line_keeps_what_its_rank_rests_on_and_can_be_recomputed(world):
    spring = season(world)
    shares(world, bergen=(8, 2), oslo=(4, 3), paris=(8, 0))
    line = lines(spring, "label")["NO-BERG-ESN"]
    assert (line.events, line.exposure, line.mean) == (2, 8, 0.25)
    assert line.value == pytest.approx((2 + line.weight * 0.25) / (8 + line.weight)) and 0 < line.low < line.value < line.high <= 1


def test_a_single_activity_with_the_label_is_drawn_towards_the_mean(world):
    spring = season(world)
    shares(world, bergen=(8, 2), oslo=(1, 1), paris=(8, 2))
    line = lines(spring, "label")["NO-OSLO-ESN"]
    assert line.events / line.exposure == 1 and line.mean < line.value < 0.6 and line.high <= 1


def test_every_step_counts_the_same_and_a_regular_one_not(world):
    spring = season(world)
    made = did(world, "bergen", 4)
    for activity, step in zip(made, ("impact-1", "impact-2", "impact-3", "regular"), strict=True):
        label(world, [activity], step)
    line = lines(spring, "label")["NO-BERG-ESN"]
    assert (line.events, line.exposure) == (3, 4)


def test_a_label_that_was_taken_back_counts_no_more(world):
    spring = season(world)
    shares(world, oslo=(4, 1))
    made = did(world, "bergen", 4)
    label(world, made[:2])
    label(world, made[:1], "")
    assert lines(spring, "label")["NO-BERG-ESN"].events == 1


def test_one_that_is_given_after_the_last_day_does_not_count(world):
    spring = season(world)
    made = did(world, "bergen", 4)
    label(world, made[:1], day=DEADLINE)
    label(world, made[1:], day=AFTER)
    assert lines(spring, "label", day=date(2026, 7, 18))["NO-BERG-ESN"].events == 1


def test_what_is_flagged_is_neither_above_nor_below_the_line(world):
    spring = season(world)
    made = did(world, "bergen", 4)
    label(world, made[:2])
    Flag.objects.create(activity=made[0], kind="twin")
    line = lines(spring, "label")["NO-BERG-ESN"]
    assert (line.events, line.exposure) == (1, 3)


def test_until_somebody_has_a_label_nobody_is_ranked_by_it(world):
    spring = season(world)
    shares(world, bergen=(2, 0))
    assert places(spring, "label") == {"NO-BERG-ESN": "no-label", "NO-OSLO-ESN": "nothing-yet", "FR-PARI-ESN": "nothing-yet"}


def test_a_place_is_explained_in_a_sentence_with_its_arithmetic(world):
    spring = season(world)
    shares(world, bergen=(8, 2), oslo=(4, 3), paris=(8, 0))
    line = lines(spring, "label")["NO-BERG-ESN"]
    value = explained.valued(RULE, line.value)
    assert value.endswith("%") and 25 <= float(value[:-1]) < 26
    assert explained.explained(RULE, line) == f"2 activities of 8 with the label are 25%; drawn towards the league's mean that makes {value}."
    assert explained.towards(RULE, line).startswith("The league's mean is 25%; it weighs as much as ")
    assert explained.sums_up(RULE, line).startswith("(2 + ") and explained.sums_up(RULE, line).endswith(f" × 100 = {value}")


def test_its_page_says_what_it_ranks_by(world, client):
    season(world)
    shares(world, bergen=(8, 2), oslo=(4, 3))
    with on(DURING):
        said = client.get(BOARD.format(KINDS["label"])).content.decode()
    assert "Share with the label" in said and "so that good ones win and not many" in said and "3 activities of 4" in said


def test_its_measure_is_its_own_and_it_is_of_all_causes(world):
    board = season(world).boards.get(position=KINDS["label"])
    with on(DURING):
        set_rule(act(world.ines), board, kind="label", measure="volunteers", cause="health", reason="Once more.")
    rule = board.versions.first()
    assert (rule.kind, rule.measure, rule.cause) == ("label", "activities", "")

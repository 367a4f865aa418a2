"""The benchmark of fairness: the same seed gives the same season, and the flags meet their goals on a season for which they were not tuned."""

import json
from argparse import Namespace

import pytest

from dugnad.cli.bench.fairness import judge, table
from dugnad.cli.commands import bench

ANOTHER = 77  # the finders were tuned on the seeds 1, 2 and 3


@pytest.fixture(scope="module")
def found():
    return judge.measure(ANOTHER)


def test_the_goals_are_met_on_another_season(found):
    assert [goal["goal"] for goal in found["goals"] if not goal["met"]] == [] and found["goals_met"]


def test_who_cheats_climbs_without_the_flags_and_hardly_with_them(found):
    climb = found["climb"]["all"]
    assert climb["without_up"] > 50 > 10 > climb["with_up"]


def test_who_does_not_cheat_has_hardly_a_flag(found):
    assert found["honest_flagged"] < 0.1


def test_the_same_seed_makes_the_same_season(found):
    again = judge.measure(ANOTHER)
    assert again | {"seconds": 0} == found | {"seconds": 0}


def test_the_table_has_every_way_and_every_goal(found):
    text = "\n".join(table.lines(found))
    assert all(word in text for word in ("copies", "slicing", "inflated", "invented", *(goal["goal"] for goal in found["goals"])))


def test_the_command_prints_json(capsys):
    assert bench.run(Namespace(what="fairness", seed=ANOTHER, json=True)) == 0
    assert json.loads(capsys.readouterr().out)["goals_met"] is True

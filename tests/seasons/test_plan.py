"""A season is planned, tried, published; afterwards only its words change, and a rule with a reason that everybody reads."""

from datetime import date

import pytest

from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.periods import parse_month
from dugnad.network.models import Level
from dugnad.seasons import boards
from dugnad.seasons.actions.seasons import change, publish, set_rule
from dugnad.seasons.models import BoardRule, Season
from tests.seasons.making import DATES, EVE, KINDS, planned, season, students
from tests.world import act, on

RULE = {"kind": "count", "measure": "volunteers", "cause": "", "reason": ""}


def refused(act):
    with pytest.raises(Refused) as no:
        act()
    return no.value.code, no.value.field


def test_it_begins_with_a_board_of_each_kind_and_three_stages(world):
    found = planned(world)
    assert [board.versions.get().kind for board in found.boards.all()] == [kind.value for kind in BoardRule.Kind]
    assert [(stage.level.key, stage.within.key, stage.leagues) for stage in found.stages.all()] == [
        ("section", "country", False),
        ("section", "international", True),
        ("country", "international", False),
    ]


def test_in_a_country_there_is_one_stage(world):
    found = planned(world, "marianne", world.norway)
    assert [(stage.level.key, stage.within.key) for stage in found.stages.all()] == [("section", "country")]


def test_below_a_section_nothing_competes(world):
    assert refused(lambda: planned(world, unit=world.bergen)) == ("nothing-below", None)


@pytest.mark.parametrize("who", ["kari", "aud", "luc"])
def test_local_coordinators_and_auditors_plan_none(world, who):
    with pytest.raises(NotAllowed):
        planned(world, who, world.norway)


def test_leagues_are_thirds_of_the_sections_when_enough_are_known(world):
    from dugnad.network.actions import add

    for number in range(6):
        add(Level.objects.get(key="section"), f"NO-X{number}-ESN", f"ESN X{number}", parent=world.norway, country="NO")
    students(world, "unit,number\nNO-BERG-ESN,100\nNO-OSLO-ESN,203\nFR-PARI-ESN,300\n" + "".join(f"NO-X{n}-ESN,{400 + 100 * n}\n" for n in range(6)))
    assert planned(world).sizes == [400, 700]


def test_with_few_numbers_there_is_one_league(world):
    students(world)
    assert planned(world).sizes == []


def test_an_address_is_taken_once(world):
    planned(world)
    assert refused(lambda: planned(world)) == refused(lambda: planned(world, key="fairness")) == ("key-taken", "key")


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"last_month": parse_month("2025-12")}, "ends-before"), ({"counts_until": date(2026, 6, 30)}, "counts-too-early")],
)
def test_dates_that_make_no_sense_are_refused(world, changes, code):
    assert refused(lambda: planned(world, **changes))[0] == code


def test_until_it_is_published_everything_changes(world):
    found = planned(world)
    stage = found.stages.first()
    stage.last_month, stage.advancing = parse_month("2026-03"), 2
    change(act(world.ines), found, stages=[stage], **DATES | {"name": "Winter", "rules": "Be quick.", "last_month": parse_month("2026-05")})
    fresh = Season.objects.get()
    assert (fresh.name, fresh.last_month, fresh.stages.first().advancing) == ("Winter", parse_month("2026-05"), 2)


def test_a_stage_lies_within_its_season(world):
    found = planned(world)
    stage = found.stages.first()
    stage.last_month = parse_month("2026-09")
    assert refused(lambda: change(act(world.ines), found, stages=[stage]))[0] == "stage-outside"


def test_once_published_the_dates_stay(world):
    found = season(world)
    assert refused(lambda: change(act(world.ines), found, reason="x", counts_until=date(2026, 8, 1))) == ("published", "first_month")


def test_once_published_the_stages_stay(world):
    found = season(world)
    stage = found.stages.first()
    stage.advancing = 3
    assert refused(lambda: change(act(world.ines), found, stages=[stage])) == ("published", None)


def test_once_published_its_words_change_with_a_reason_that_is_remembered(world):
    found = season(world)
    assert refused(lambda: change(act(world.ines), found, rules="Be fair.")) == ("no-reason", "reason")
    change(act(world.ines), found, rules="Be fair.", reason="It was unclear")
    assert journal.of(found).get(verb="season.changed").data == {"changed": ["rules"], "reason": "It was unclear"}


def test_saving_without_a_change_needs_no_reason(world):
    found = season(world)
    assert change(act(world.ines), found, name=found.name, rules=found.rules).name == "Spring 2026"


def test_a_rule_changed_before_is_a_version_without_a_reason(world):
    board = planned(world).boards.first()
    set_rule(act(world.ines), board, **RULE)
    assert [(rule.version, rule.measure) for rule in board.versions.all()] == [(2, "volunteers"), (1, "activities")]


def test_a_rule_changed_after_publishing_needs_a_reason_and_the_old_version_stays(world):
    board = season(world).boards.first()
    assert refused(lambda: set_rule(act(world.ines), board, **RULE)) == ("no-reason", "reason")
    set_rule(act(world.ines), board, **RULE | {"reason": "Agreed in Bergen"})
    assert boards.in_force(board).reason == "Agreed in Bergen" and board.versions.count() == 2


def test_the_same_rule_again_is_no_new_version(world):
    board = season(world).boards.get(position=KINDS["breadth"])
    set_rule(act(world.ines), board, kind="breadth", measure="volunteers", cause="health", reason="")
    assert board.versions.get().measure == "activities"


def test_people_per_hour_has_a_measure_of_its_own(world):
    board = planned(world).boards.first()
    assert set_rule(act(world.ines), board, **RULE | {"kind": "hours"}).measure == "people_helped"


def test_publishing_twice_is_publishing_once(world):
    found = season(world)
    since = found.published_at
    assert publish(act(world.ines), found).published_at == since


def test_what_is_over_is_not_published(world):
    found = planned(world)
    with on(date(2026, 7, 16)):
        assert refused(lambda: publish(act(world.ines), found))[0] == "over"


def test_nobody_of_another_country_changes_it(world):
    with on(EVE):
        found = planned(world, "marianne", world.norway)
    with pytest.raises(NotAllowed):
        publish(act(world.luc), found)


def test_a_frozen_season_is_changed_by_nobody(world):
    found = season(world)
    Season.objects.update(frozen_at=found.published_at)
    with pytest.raises(NotAllowed):
        set_rule(act(world.ines), found.boards.first(), **RULE | {"reason": "x"})

"""Planning on pages: tried before it is in force, refused with a sentence at the field, nothing typed is lost."""

from datetime import timedelta

import pytest

from dugnad.seasons.actions.keep import keep
from dugnad.seasons.models import BoardRule, Season, Stage
from tests.seasons.making import AFTER, BOARD, DURING, EVE, KINDS, did, planned, read, season, text
from tests.world import on


def test_a_planned_season_is_seen_by_its_offices_only(world, client, sign_in):
    planned(world)
    seen = client.get("/seasons/spring-2026/").status_code
    page = read(sign_in(world.ines), "/seasons/spring-2026/")
    assert seen == 404 and "Publish the season" in page and "planned; nobody else sees it yet" in text(page)


def test_a_frozen_board_says_so_and_stays(world, client):
    season(world)
    did(world, "bergen", 2)
    with on(AFTER):
        keep(AFTER)
    did(world, "bergen", 5, DURING + timedelta(days=200), title="Later")
    page = text(read(client, BOARD.format(KINDS["count"]), AFTER + timedelta(days=30)))
    assert "frozen as it stood at the end of Jul 15, 2026" in page and "2 activities in these months" in page


def test_a_changed_rule_stands_on_the_board_with_its_reason(world, sign_in):
    season(world)
    session = sign_in(world.ines)
    session.post("/seasons/spring-2026/1/rule/", {"kind": "count", "measure": "volunteers", "reason": "Agreed in Bergen"})
    page = text(read(session, BOARD.format(1)))
    assert "Most volunteers" in page and "Version 2" in page and "Agreed in Bergen" in page and "Version 1" in page


def test_a_rule_changed_without_a_reason_is_refused_at_its_field(world, sign_in):
    season(world)
    answered = sign_in(world.ines).post("/seasons/spring-2026/1/rule/", {"kind": "count", "measure": "volunteers"})
    assert answered.status_code == 422 and "Say why the rule changes" in answered.content.decode()


def test_a_rule_is_tried_before_it_is_in_force(world, sign_in):
    season(world)
    did(world, "bergen", 2, volunteers=11)
    with on(DURING):
        page = sign_in(world.ines).post("/seasons/spring-2026/1/rule/", {"kind": "count", "measure": "volunteers", "preview": "1"}).content.decode()
    assert "22 volunteers in these months." in page and BoardRule.objects.filter(board__position=1).count() == 1


def test_before_a_season_begins_a_rule_is_tried_on_the_year_before(world, sign_in):
    planned(world)
    did(world, "bergen", 3, DURING - timedelta(days=365))
    with on(EVE):
        page = sign_in(world.ines).post("/seasons/spring-2026/1/rule/", {"kind": "count", "measure": "activities", "preview": "1"}).content.decode()
    assert "With the figures of January 2025 – June 2025 1 unit would have a place" in text(page) and "3 activities" in page


def test_a_preview_of_a_bad_rule_shows_the_mistake(world, sign_in):
    planned(world)
    answered = sign_in(world.ines).post("/seasons/spring-2026/1/rule/", {"kind": "luck", "measure": "activities", "preview": "1"})
    assert answered.status_code == 422


def test_there_is_no_rule_of_a_board_that_is_not_there(world, sign_in):
    planned(world)
    assert sign_in(world.ines).get("/seasons/spring-2026/77/rule/").status_code == 404


NEW = {"name": "Autumn", "key": "Autumn-2099", "first_month": "2099-08", "last_month": "2099-12", "counts_until": "2100-01-15", "rules": "Be kind."}


def test_a_season_is_planned_on_a_page(world, sign_in):
    answered = sign_in(world.marianne).post("/units/no/seasons/plan/", NEW)
    assert (answered["Location"], Season.objects.get().unit) == ("/seasons/autumn-2099/", world.norway)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"last_month": "2099-02"}, "It ends before it begins."),
        ({"key": "students"}, "There is a season with this address already."),
        ({"counts_until": "0001-01-01"}, "Check the year: it must lie between 1980 and 2100."),
        ({"first_month": "soon"}, "Write the month like 2026-03."),
        ({"rules": "x" * 5001}, "5000"),
    ],
)
def test_a_bad_plan_is_a_sentence_and_nothing_typed_is_lost(world, sign_in, changes, says):
    answered = sign_in(world.marianne).post("/units/no/seasons/plan/", NEW | changes)
    assert answered.status_code == 422 and says in answered.content.decode() and 'value="Autumn"' in answered.content.decode()


def test_below_a_section_no_season_is_planned(world, sign_in):
    answered = sign_in(world.marianne).post("/units/no-berg-esn/seasons/plan/", NEW)
    assert answered.status_code == 422 and "A season needs units below that compete." in answered.content.decode()


def changed(**answers):
    known = {"name": "Spring", "first_month": "2026-01", "last_month": "2026-06", "counts_until": "2026-07-15", "rules": "Be kind."}
    for number in (1, 2, 3):
        months = {"name": f"Stage {number}", "first_month": "2026-01", "last_month": "2026-06"}
        known |= {f"stage{number}-{name}": value for name, value in months.items()}
    return known | answers


def test_dates_stages_and_words_are_changed_on_a_page(world, sign_in):
    planned(world)
    answered = sign_in(world.ines).post("/seasons/spring-2026/change/", changed(**{"stage1-last_month": "2026-03", "stage1-advancing": "2"}))
    stage = Stage.objects.get(position=1)
    assert (answered.status_code, stage.name, stage.advancing, Season.objects.get().name) == (302, "Stage 1", 2, "Spring")


@pytest.mark.parametrize("answers", [{"stage1-last_month": "2026-09"}, {"stage1-advancing": "-2"}, {"name": ""}])
def test_a_bad_change_is_refused_on_the_page(world, sign_in, answers):
    planned(world)
    assert sign_in(world.ines).post("/seasons/spring-2026/change/", changed(**answers)).status_code == 422
    assert Season.objects.get().name == "Spring 2026"


def test_why_the_words_were_changed_stands_on_the_season(world, sign_in):
    season(world)
    Stage.objects.update(leagues=False)
    names = {f"stage{stage.position}-name": stage.name for stage in Stage.objects.all()}
    session = sign_in(world.ines)
    session.post("/seasons/spring-2026/change/", changed(rules="Be fair.", reason="It was unclear", **names))
    assert "It was unclear" in read(session, "/seasons/spring-2026/")


def test_publishing_on_the_page(world, sign_in):
    with on(EVE):
        planned(world)
        sign_in(world.ines).post("/seasons/spring-2026/publish/")
    assert Season.objects.get().published_at


def test_what_is_over_is_not_published_and_it_is_said(world, sign_in):
    planned(world)
    with on(AFTER):
        page = sign_in(world.ines).post("/seasons/spring-2026/publish/", follow=True).content.decode()
    assert "It is over already" in page


def test_flags_are_looked_for_on_demand(world, sign_in):
    season(world)
    did(world, "bergen", 2, title="Beach", people_helped=30)
    with on(DURING):
        page = sign_in(world.ines).post("/seasons/spring-2026/flags/", follow=True).content.decode()
    assert "1 new activity to be looked at." in page and "1 activity waits to be looked at" in text(page)

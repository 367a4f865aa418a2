"""What stands in a report: the same figures as everywhere, broken down, beside the year before, with what is not known."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from dugnad.access.actor import SYSTEM
from dugnad.activities import actions as activities
from dugnad.activities.actions.photo import add_photo, hide_photo
from dugnad.core.periods import Period, month_of, year
from dugnad.network.models import Unit
from dugnad.reports import actions, examples
from tests.reports.making import DAY, LATER, SPRING, begun, blocks, did, made
from tests.world import act, on, register, term

BEFORE = DAY - timedelta(days=365)


def rows(section, at=0):
    return blocks(section, "table")[at]["rows"]


def test_months_stand_beside_the_same_months_a_year_before(world):
    did(world, 2)
    did(world, 1, BEFORE)
    section = made(begun(world))["by"]["time"]
    assert rows(section)[2][:3] == ["March 2026", "2", "1"] and rows(section)[0][:3] == ["January 2026", "0", "0"]
    assert blocks(section, "table")[0]["total"][:3] == ["in all", "2", "1"]
    assert section["statement"] == "Most was done in March 2026: 2 activities. 1 of 6 months was above the same month a year before."


def test_many_months_are_told_as_years(world):
    did(world, 2)
    did(world, 1, BEFORE)
    section = made(begun(world, period=Period(year(2022).first, SPRING.last)))["by"]["time"]
    assert [row[:3] for row in rows(section)][-2:] == [["2025", "1", "0"], ["2026", "2", "1"]]


def test_each_measure_has_its_year_before(world):
    did(world, 1, volunteers=12)
    did(world, 1, BEFORE, volunteers=10)
    items = blocks(made(begun(world))["by"]["figures"], "figures")[0]["items"]
    told = next(item for item in items if item["label"] == "volunteers")
    assert (told["number"], told["note"], told["href"]) == ("12", "+20% on the year before (10)", "/activities/?unit=NO&from=2026-01&to=2026-06")


def test_goods_are_told_in_their_own_units(world):
    did(world, 2, goods=((term("measure", "trees"), Decimal(20)),))
    assert rows(made(begun(world))["by"]["figures"]) == [["Trees planted", "40 trees", "2"]]


def test_causes_have_their_shares(world):
    did(world, 3)
    did(world, 1, cause=term("cause", "health"), title="Blood")
    section = made(begun(world))["by"]["causes"]
    assert [row[:3] for row in rows(section)] == [["Environmental Sustainability", "3", "75%"], ["Health & Well-being", "1", "25%"]]
    assert section["statement"].startswith("The strongest cause was “Environmental Sustainability” with 75%")


def test_a_report_about_a_cause_counts_only_it_and_says_what_part_of_all_it_is(world):
    did(world, 3)
    did(world, 1, cause=term("cause", "health"), title="Blood")
    found = made(begun(world, theme="cause:health"))
    assert found["statement"] == "Norway registered 1 activity for “Health & Well-being” from January 2026 to June 2026."
    assert found["by"]["causes"]["statement"] == "That is 25% of all activities of Norway in these months."
    assert found["motif"] == "health" and blocks(found["by"]["causes"], "picture")[0]["bars"][1]["label"] == "Health & Well-being (this report)"
    assert found["by"]["goals"]["statement"] == "Nothing is registered here for these months."


def test_a_report_about_a_goal_or_an_objective_counts_what_serves_it(world):
    did(world, 2, tags=(term("sdg", "14"), term("objective", "environment-waste")), outcome="Clean")
    did(world, 1, title="Other")
    for theme in ("sdg:14", "objective:environment-waste"):
        found = made(begun(world, theme=theme))
        assert "registered 2 activities for “" in found["statement"]
        assert [item["title"] for item in found["by"]["examples"]["blocks"][0]["items"]] == ["Activity 0", "Activity 1"]
    assert "most served “14 · " in found["by"]["goals"]["statement"]
    assert found["motif"] == "environment"


def test_units_stand_side_by_side_with_the_silent_ones(world):
    did(world, 2)
    section = made(begun(world))["by"]["units"]
    assert [row[:2] for row in rows(section)] == [["ESN Bergen", "2"], ["ESN Oslo", "0"]]
    assert section["statement"] == "Half of it came from 1 of 2 units. Most came from ESN Bergen: 100%."


def test_joint_activities_are_explained(world):
    register(world.bergen, world.kari, organisers=(world.oslo,))
    section = made(begun(world))["by"]["units"]
    assert "The rows add up to 1 more than the sum" in " ".join(blocks(section, "words")[0]["paragraphs"])


def test_a_platform_counts_its_countries_for_the_months_in_which_they_belonged(world):
    did(world, 2)
    found = made(begun(world, world.nep))
    assert "registered 2 activities" in found["statement"] and "The activities came from 1 of " in found["by"]["map"]["statement"]


def test_the_map_says_of_how_many(world):
    did(world)
    items = blocks(made(begun(world, world.top))["by"]["map"], "figures")[0]["items"]
    assert [(item["label"], item["number"], item["note"]) for item in items] == [
        ("countries with an activity", "1", f"of {Unit.objects.filter(level__key='country').count()}"),
        ("local units that registered something", "1", "of 3"),
    ]


def test_who_stayed_who_came_and_who_fell_silent(world):
    did(world)
    with on(BEFORE):
        register(world.oslo, world.ola, starts_on=BEFORE)
    section = made(begun(world))["by"]["growth"]
    assert [row[1] for row in rows(section, 1)] == ["0", "1", "1", "0"]
    assert "1 of 2 local units registered something in these months; what the other one did is not known." in section["statement"]


def test_the_rate_of_a_long_time_is_told_without_months(world):
    did(world)
    section = made(begun(world, period=Period(year(2022).first, SPRING.last)))["by"]["growth"]
    assert blocks(section, "picture") == []


def test_an_empty_period_is_told_in_every_section(world):
    found = made(begun(world, period=year(2003)))
    assert found["empty"] and "registered no activity in 2003" in found["by"]["summary"]["statement"]
    assert found["by"]["examples"]["statement"] == "No activity of these months is told in enough words to stand here."
    assert found["by"]["learnt"]["statement"] == "Nobody has written down yet what was learnt in these months."


def test_what_has_not_begun_is_empty_too(world):
    did(world)
    found = made(begun(world, period=year(2030)))
    assert found["empty"] and "These months are not over yet." in str(found["by"]["method"])


def test_no_more_than_so_many_questions(world, django_assert_max_num_queries):
    did(world, 2)
    report = begun(world, world.top)
    made(report)
    with django_assert_max_num_queries(40):
        made(report)


# Examples and lessons


def told(world, **changes):
    return did(world, **{"summary": "We picked litter along the whole fjord, from the market to the last bridge before the sea."} | changes)[0]


def test_the_best_told_come_first_from_units_and_causes_not_shown_yet(world):
    told(world, title="Plain")
    told(world, title="Rich", outcome="Clean", learnt="Bring gloves", partners=("Town",))
    with on(DAY):
        register(world.oslo, world.ola, title="Other", summary="Short", cause=term("cause", "health"))
    found = [one.title for one in examples.best(examples.candidates(begun(world), LATER))]
    assert found == ["Rich", "Other", "Plain"]


def test_what_failed_is_no_good_example_but_a_lesson(world):
    told(world, title="Rain", learnt="Have a second day ready", failed=True)
    told(world, title="Sun", learnt="Bring gloves, and enough of them for everybody who comes")
    report = begun(world)
    found = examples.candidates(report, LATER)
    assert [one.title for one in examples.best(found)] == ["Sun"]
    assert [one.title for one in examples.lessons(found)] == ["Rain", "Sun"]


def test_the_same_lesson_is_told_once(world):
    for title in ("One", "Two"):
        told(world, title=title, learnt="Bring gloves")
    told(world, title="Three", learnt="Bring tea")
    assert len(examples.lessons(examples.candidates(begun(world), LATER))) == 2


def test_long_times_are_looked_at_as_twelve_spans():
    spans = examples.spans(Period(year(2022).first, year(2026).last), month_of(LATER))
    assert len(spans) == 11 and (spans[0].first, spans[-1].last) == (year(2022).first, month_of(LATER))


def test_what_lies_ahead_is_not_looked_at():
    assert examples.spans(year(2030), month_of(LATER)) == []


@pytest.fixture
def pictured(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    own = told(world, title="Pictured")
    out = BytesIO()
    Image.new("RGB", (90, 60)).save(out, "JPEG")
    return own, add_photo(act(world.kari), own, BytesIO(out.getvalue()), size=900, alt="A birch")


def test_an_example_carries_its_photo_and_the_words_for_it(world, pictured):
    item = made(begun(world))["by"]["examples"]["blocks"][0]["items"][0]
    assert (item["photo"], item["alt"]) == (str(pictured[1].pk), "A birch")


def test_a_photo_taken_off_the_page_is_in_no_report(world, pictured):
    hide_photo(act(world.kari), pictured[1])
    assert made(begun(world))["by"]["examples"]["blocks"][0]["items"][0]["photo"] == ""


def test_a_withdrawn_example_makes_room_for_the_best_ones(world):
    own, other = told(world, title="Own"), told(world, title="Other")
    report = begun(world)
    actions.choose(SYSTEM, report, [own.pk])
    activities.withdraw(act(world.kari), own, reason="twice")
    items = made(report)["by"]["examples"]["blocks"][0]["items"]
    assert [item["id"] for item in items] == [str(other.pk)]

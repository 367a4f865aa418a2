"""The summary is made from the figures by rules: it says what grew, what fell, what is not known, and flatters nobody."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override

from dugnad.core.periods import Period, parse_month, year
from dugnad.figures.measures import Measures
from dugnad.network.models import Level, Unit
from dugnad.reports.content import summary as rules
from dugnad.reports.content.method import method
from dugnad.reports.content.summary import summary, when
from tests.reports.making import SPRING, below, facts, reporting, value


def said(found):
    return " ".join(summary(found))


@pytest.mark.parametrize(
    ("now", "before", "says"),
    [
        (118, 100, "That is 18% more than in the same months a year before (100)."),
        (80, 100, "That is 20% fewer than in the same months a year before (100)."),
        (101, 100, "That is about as many as in the same months a year before (100)."),
        (99, 100, "That is about as many as in the same months a year before (100)."),
        (12, 4, "In the same months a year before there were 4."),
        (12, 1, "In the same months a year before it was 1."),
        (12, 0, "Of the same months a year before nothing is registered, so there is nothing to compare with."),
    ],
)
def test_the_year_before_is_told_as_it_was(now, before, says):
    assert says in said(facts(now, before))


def test_the_first_sentence_is_the_total_in_right_numbers():
    assert summary(facts(1))[0] == "Norway registered 1 activity from January 2026 to June 2026."
    assert summary(facts(12345))[0] == "Norway registered 12,345 activities from January 2026 to June 2026."


def test_an_empty_period_gives_an_honest_report():
    told = summary(facts(0, 50, reporting=reporting(7, 0, 4)))
    assert told == [
        "Norway registered no activity from January 2026 to June 2026.",
        "This says what was registered, not what was done.",
        "0 of 7 local units registered something in these months; what the other 7 did is not known.",
    ]


def test_months_that_are_not_over_are_said_to_be_so():
    assert "These months are not over yet." in said(facts(5, today=date(2026, 6, 2)))
    assert "not over" not in said(facts(5))


@pytest.mark.parametrize(
    ("now", "before", "reporters", "says"),
    [
        (150, 100, (30, 20), "More local units registered something than then (30, not 20), which is a part of the growth."),
        (60, 100, (10, 20), "Fewer local units registered something than then (10, not 20), which is a part of the decline."),
    ],
)
def test_a_change_that_comes_from_who_reports_is_said_to(now, before, reporters, says):
    assert says in said(facts(now, before, reporting=reporting(40, *reporters)))


@pytest.mark.parametrize(
    ("now", "before", "reporters"), [(150, 100, (20, 20)), (150, 100, (10, 20)), (60, 100, (30, 20)), (150, 100, (5, 0)), (100, 100, (5, 10))]
)
def test_else_nothing_is_made_of_it(now, before, reporters):
    assert "local units registered something than then" not in said(facts(now, before, reporting=reporting(40, *reporters)))


def people(**sums):
    return said(facts(months={SPRING.last: Measures(activities=3, **sums)}))


def test_volunteers_and_their_hours_are_counted_at_each_activity():
    assert "Volunteers took part 40 times and gave 120 hours." in people(volunteers=40, volunteer_minutes=7200)
    assert "Volunteers took part 1 time." in people(volunteers=1)
    assert "Volunteers took part 1 time and gave 1 hour." in people(volunteers=1, volunteer_minutes=60)


def test_three_kinds_of_people_are_never_added():
    told = people(people_helped=10, international_students=20, local_students=5, money_cents=12345)
    assert "10 people were helped. International students took part 20 times and local students 5 times. Money collected: 123 euro." in told
    assert "35" not in told


def test_what_is_none_is_not_mentioned():
    assert "1 person was helped. International students took part 2 times." in people(people_helped=1, international_students=2)
    assert "Local students took part 1 time." in people(local_students=1)
    assert "helped" not in people() and "students" not in people() and "euro" not in people()


def test_breadth_counts_countries_or_local_units():
    assert "The activities came from 2 of 3 countries." in said(facts(5, below=below("country", 3, 2, 0)))
    assert "The activities came from 1 of 1 local unit." in said(facts(5, below=below("section", 5)))
    assert "came from" not in said(facts(5, below=below("section", 0)))


def test_the_strongest_cause_has_its_share():
    assert "The strongest cause was “Health” with 60% of the activities." in said(facts(10, facets={"cause": [value("Health", 6), value("Culture", 4)]}))


def test_causes_that_share_the_first_place_are_all_named():
    assert "The strongest causes were “Health”, “Culture”, with as many each." in said(facts(8, facets={"cause": [value("Health", 4), value("Culture", 4)]}))


def test_when_many_share_it_none_is_called_the_strongest():
    assert "strongest" not in said(facts(8, facets={"cause": [value(name, 2) for name in "ABCD"]}))


def test_what_grew_and_what_fell_is_told_alike():
    told = said(facts(100, 90, facets={"cause": [value("Health", 70, 50), value("Culture", 20, 40)]}))
    assert "“Health” grew most, from 50 to 70. “Culture” fell most, from 40 to 20." in told


def test_that_nothing_grew_is_said():
    told = said(facts(70, 90, facets={"cause": [value("Health", 50, 50), value("Culture", 20, 40)]}))
    assert "No cause grew noticeably." in told and "grew most" not in told


def test_causes_too_small_to_tell_are_neither_risen_nor_fallen():
    told = said(facts(20, 10, facets={"cause": [value("Health", 12, 2), value("Culture", 8, 8)]}))
    assert "grew" not in told and "fell" not in told


def test_one_cause_alone_that_stood_still_needs_no_sentence():
    assert "grew" not in said(facts(20, 20, facets={"cause": [value("Health", 20, 20)]}))


def test_goals_are_counted_of_the_seventeen():
    one, two = value("3 · Health", 6), value("4 · Education", 2)
    assert "served 2 of the 17 Sustainable Development Goals, most often “3 · Health”." in said(facts(8, facets={"sdg": [one, two]}))
    assert "served 1 of the 17 Sustainable Development Goals: “3 · Health”." in said(facts(8, facets={"sdg": [one]}))


def test_completeness_is_always_said():
    assert "5 of 6 local units registered something in these months; what the other one did is not known." in said(facts(9, reporting=reporting(6, 5)))
    assert "All 6 local units registered something in these months." in said(facts(9, reporting=reporting(6, 6)))
    assert "local unit" not in said(facts(9, reporting=reporting(1, 1)))


def test_a_theme_is_told_beside_the_whole(db):
    themed = replace(facts(25, whole=Measures(activities=100)), facet="cause", value="nowhere")
    assert summary(themed)[0] == "Norway registered 25 activities for “nowhere” from January 2026 to June 2026."
    assert "That is 25% of all activities of Norway in these months." in said(themed)


def test_a_theme_without_an_activity_is_told_too(db):
    assert summary(replace(facts(0), facet="cause", value="nowhere"))[0] == "Norway registered no activity for “nowhere” from January 2026 to June 2026."
    assert next(rules.causes(replace(facts(0), facet="cause", value="x"))).startswith("That is 0%")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (year(2025), "2025"),
        (Period(year(2024).first, year(2025).last), "2024–2025"),
        (Period(parse_month("2026-03"), parse_month("2026-03")), "March 2026"),
        (SPRING, "January 2026 to June 2026"),
    ],
)
def test_whole_years_are_called_years(period, words):
    assert when(period) == words


def test_numbers_are_written_as_the_language_has_them():
    with override("nb"):
        assert "12\xa0345" in summary(facts(12345))[0]


def test_few_activities_are_said_to_be_few():
    _statement, made = method(facts(3))
    limits = " ".join(made[1]["paragraphs"])
    assert "There are only 3 activities: shares and changes are to be read with care." in limits
    assert "only" not in " ".join(method(facts(300))[1][1]["paragraphs"]).replace("only where", "")


def test_the_method_of_a_theme_says_what_counts_and_what_the_code_proves(db):
    found = replace(facts(3, today=date(2026, 6, 2)), facet="cause", value="nowhere", unit=Unit(name="Norway", level=Level(key="country")))
    told = str(method(found))
    assert "Only activities registered for “nowhere” count" in told and "of which the theme of this report is a part" in told and "not over yet" in told

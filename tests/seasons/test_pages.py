"""The pages of a season: what they say can be recomputed, what they list does not cost a question a row."""

import re
from datetime import timedelta

import pytest

from dugnad.seasons.actions.keep import keep, write_best
from dugnad.seasons.actions.seasons import publish
from dugnad.seasons.models import BoardRule, Season, Stage
from tests.seasons.making import AFTER, BOARD, DURING, EVE, KINDS, crowd, did, planned, read, season, students, text
from tests.world import act, on


@pytest.mark.parametrize("many", [1, 3, 300])
@pytest.mark.parametrize(
    "address", ["/seasons/", "/seasons/spring-2026/", BOARD.format(2), BOARD.format(3), "/seasons/students/", "/seasons/spring-2026/1/?stage=1"]
)
def test_a_page_asks_at_most_twelve_questions_however_many_rows(world, client, django_assert_max_num_queries, address, many):
    season(world)
    crowd(world, many)
    read(client, address)
    with django_assert_max_num_queries(12):
        read(client, address)


@pytest.mark.parametrize("many", [1, 300])
def test_made_anew_the_boards_of_a_season_are_one_look(world, client, django_assert_max_num_queries, many):
    season(world)
    crowd(world, many)
    with django_assert_max_num_queries(22):
        read(client, "/seasons/spring-2026/")


@pytest.mark.parametrize("many", [1, 300])
def test_a_frozen_season_is_read_from_its_results(world, client, django_assert_max_num_queries, many):
    season(world)
    crowd(world, many)
    with on(AFTER):
        keep(AFTER)
    with django_assert_max_num_queries(12):
        read(client, "/seasons/spring-2026/", AFTER)


def test_a_journalist_recomputes_a_drawn_rate_from_what_the_page_shows(world, client):
    season(world)
    students(world)
    for name, many in (("bergen", 4), ("oslo", 3), ("paris", 5)):
        did(world, name, many)
    said = re.findall(r"\((\S+) \+ (\S+) × (\S+) ÷ 1,000\) ÷ \((\S+) \+ (\S+)\) × 1,000 = (\S+)</p>", read(client, BOARD.format(KINDS["students"])))
    for line in said:
        events, weight, mean, exposure, again, value = (float(part.replace(",", "")) for part in line)
        assert (events + weight * mean / 1000) / (exposure + again) * 1000 == pytest.approx(value, rel=0.002)
    assert len(said) == 3


def test_growth_and_people_per_hour_show_their_arithmetic_too(world, client):
    season(world)
    for day in (DURING - timedelta(days=365), DURING):
        for name, many in (("bergen", 4), ("oslo", 3)):
            did(world, name, many, day)
    for kind in ("growth", "hours"):
        said = re.search(r"\((\S+) \+ (\S+) × (\S+)\) ÷ \((\S+) \+ (\S+)\) = (?:× )?(\S+)</p>", read(client, BOARD.format(KINDS[kind])))
        events, weight, mean, exposure, again, value = (float(part.replace(",", "")) for part in said.groups())
        assert (events + weight * mean) / (exposure + again) == pytest.approx(value, abs=0.006)


def test_each_rank_explains_itself_and_opens(world, client):
    season(world)
    students(world)
    did(world, "bergen", 4)
    page = read(client, BOARD.format(KINDS["students"]))
    assert "4 activities for 1,000 international students are 4 for each 1,000" in page and "1,000 international students (2025/26, Ministry)" in page
    assert "/activities/?unit=NO-BERG-ESN&amp;from=2026-01&amp;to=2026-06" in page


def test_who_is_not_ranked_is_listed_with_the_reason(world, client):
    season(world)
    did(world, "bergen")
    assert "Not ranked, because its number of international students is not known." in text(read(client, BOARD.format(KINDS["students"])))


def test_growth_opens_both_years(world, client):
    season(world)
    did(world, "bergen", 2, DURING - timedelta(days=365))
    did(world, "bergen", 2)
    assert "from=2025-01&amp;to=2025-06" in read(client, BOARD.format(KINDS["growth"]))


@pytest.mark.thorough
@pytest.mark.parametrize("measure", ["volunteers", "volunteer_minutes", "international_students", "local_students", "people_helped"])
@pytest.mark.parametrize("kind", ["count", "students", "growth", "newcomers"])
def test_every_measure_reads_well_on_every_board(world, client, kind, measure):
    season(world)
    BoardRule.objects.filter(board__position=KINDS[kind]).update(measure=measure)
    students(world)
    did(world, "bergen", 1, DURING - timedelta(days=365 if kind == "growth" else 2), people_helped=7)
    did(world, "bergen", 2, people_helped=5)
    page = text(read(client, BOARD.format(KINDS[kind])))
    assert "ESN Bergen" in page and "Nobody is ranked yet" not in page


def test_leagues_have_pages_of_their_own(world, client):
    season(world)
    Season.objects.update(sizes=[600, 1500])
    students(world)
    for name in ("bergen", "oslo", "paris"):
        did(world, name)
    address = BOARD.format(KINDS["count"])
    largest, smallest = read(client, address), read(client, address + "&league=1")
    assert "ESN Oslo" in largest and "ESN Paris" not in largest and "ESN Paris" in smallest
    assert all(name in text(largest) for name in ("1,500 students or more", "600 to 1,499 students", "Fewer than 600 students"))


def test_the_season_shows_the_first_of_each_league(world, client):
    season(world)
    Season.objects.update(sizes=[1500])
    students(world)
    for name in ("bergen", "oslo"):
        did(world, name)
    page = text(read(client, "/seasons/spring-2026/"))
    assert "1,500 students or more 1 ESN Oslo" in page and "2 of 3 units have a place on one of 7 boards" in page


def test_of_many_who_share_a_place_the_season_names_three(world, client):
    season(world)
    crowd(world, 30)
    assert "more with the same value as the last" in text(read(client, "/seasons/spring-2026/"))


def test_within_each_country_the_winners_are_listed_then_the_country_that_is_chosen(world, client):
    season(world)
    for name, many in (("bergen", 2), ("oslo", 3), ("paris", 1)):
        did(world, name, many)
    address = "/seasons/spring-2026/1/?stage=1"
    winners, norway = read(client, address), read(client, address + "&within=no")
    assert "ESN Oslo" in winners and "ESN Paris" in winners and 'id="no-berg-esn"' not in winners
    assert 'id="no-berg-esn"' in norway and 'id="fr-pari-esn"' not in norway


def test_who_goes_on_is_said(world, client):
    season(world)
    Stage.objects.filter(position=1).update(advancing=2)
    assert "The first 2 of each list go on to the next stage." in text(read(client, "/seasons/spring-2026/1/?stage=1"))


@pytest.mark.parametrize("address", ["/seasons/spring-2026/99/", "/seasons/spring-2026/1/?stage=9", "/seasons/spring-2026/1/?stage=x", "/seasons/nothing/"])
def test_what_is_not_there_is_404(world, client, address):
    season(world)
    assert client.get(address).status_code == 404


def test_before_the_first_season_the_page_says_what_will_be_here(world, client):
    assert "Here will be the seasons" in read(client, "/seasons/")


@pytest.mark.parametrize(
    ("day", "says"),
    [(EVE, "begins in January 2026"), (DURING, "counts what is registered until Jul 15, 2026"), (AFTER, "over since Jul 15, 2026")],
)
def test_each_state_is_said(world, client, day, says):
    season(world)
    assert says in text(read(client, "/seasons/", day))


def test_a_section_reads_its_best_place_where_it_encourages_and_it_opens(world, client):
    season(world)
    for name, many in (("bergen", 1), ("oslo", 3), ("paris", 2)):
        did(world, name, many)
    with on(DURING):
        write_best(DURING)
    page = read(client, "/units/no-oslo-esn/")
    assert "Place 1 of 3 in “Most activities”, Spring 2026." in page and "/seasons/spring-2026/1/?stage=2#no-oslo-esn" in page


def test_a_place_within_a_country_opens_that_country(world, client):
    season(world)
    Stage.objects.exclude(position=1).delete()
    for name, many in (("bergen", 1), ("oslo", 3)):
        did(world, name, many)
    with on(DURING):
        write_best(DURING)
    assert "?stage=1&amp;within=NO#no-oslo-esn" in read(client, "/units/no-oslo-esn/")


def test_a_place_in_a_league_opens_the_league(world, client):
    season(world)
    Season.objects.update(sizes=[100])
    students(world)
    for name, many in (("bergen", 1), ("oslo", 3), ("paris", 2)):
        did(world, name, many)
    with on(DURING):
        write_best(DURING)
    assert "?stage=2&amp;league=2#no-oslo-esn" in read(client, "/units/no-oslo-esn/")


def test_the_rules_of_the_flags_are_on_a_page(world, client):
    page = text(read(client, "/seasons/fairness/"))
    assert "robust z-score above 3.5" in page and "nothing else follows from them" in page


def test_a_national_season_is_published_by_its_country(world):
    found = planned(world, "marianne", world.norway)
    with on(EVE):
        assert publish(act(world.marianne), found).published_at

"""How an idea spread is drawn, said and counted: over time and countries, from idea to label."""

import re
from datetime import date

import pytest

from dugnad.core.periods import Period, parse_month
from dugnad.ideas import lineage, transfers
from dugnad.ideas.actions import write as actions
from dugnad.ideas.transfers import Asked
from tests.ideas.making import adapted, idea, tried
from tests.world import act, on

SPRING = Period(parse_month("2026-01"), parse_month("2026-06"))
PAGE = "/ideas/transfers/?first=2026-01&last=2026-06"


@pytest.fixture
def family(world):
    """From Bergen to Paris, where it became a version of its own that Oslo tried."""
    with on(date(2026, 1, 10)):
        first = idea(world, title="Walk and pick")
    tried(world, first, day=date(2026, 2, 10))
    tried(world, first, day=date(2026, 3, 10))
    with on(date(2026, 3, 20)):
        own = actions.publish(act(world.luc), actions.version_of(act(world.luc), first, world.paris))
    tried(world, own, "ola", "oslo", day=date(2026, 4, 10))
    adapted(world, own, "kari", "bergen", day=date(2026, 5, 10))
    return first, own


def test_the_family_of_any_of_its_ideas_is_the_same(family):
    first, own = (lineage.of(one) for one in family)
    assert first.nodes == own.nodes and len(first.ideas) == 2 and len(first.done) == 3 and first.root.title == "Walk and pick"


def test_it_is_said_in_words(family):
    assert lineage.of(family[1]).said == (
        "“Walk and pick” began in Norway in January 2026. 3 activities were made from it, 1 version was written, in 2 countries."
    )


def test_it_is_drawn_with_a_lane_for_each_country_and_a_mark_for_each_month(family):
    svg = lineage.picture(lineage.of(family[0]))
    wide = svg.split('class="narrow"')[0]
    assert wide.count('class="lane"') == 2 and len(re.findall(r'class="mark', wide)) == 6 and "<desc>“Walk and pick” began" in wide


def test_several_of_one_month_are_one_mark_with_their_number(world):
    found = idea(world)
    for day in (3, 13, 23):
        tried(world, found, day=date(2026, 3, day))
    assert '<text class="number"' in lineage.picture(lineage.of(found)) and "3 activities: France, March 2026" in lineage.picture(lineage.of(found))


def test_the_page_says_it_with_a_number_draws_it_and_lists_it(family, client):
    page = client.get(f"/ideas/{family[1].pk}/lineage/").content.decode()
    assert "<b>3</b>" in page and '<svg class="lineage"' in page and page.count("<tr>") == 7


def test_a_withdrawn_idea_is_not_drawn(family, client, world):
    first, own = family
    actions.withdraw(act(world.luc), own)
    assert [node.title for node in lineage.of(first).ideas] == ["Walk and pick"] and client.get(f"/ideas/{own.pk}/lineage/").status_code == 404


def test_a_hostile_title_is_text_in_the_picture(world, client):
    found = idea(world, title="</svg><script>alert(1)</script>")
    tried(world, found)
    assert "<script>alert" not in client.get(f"/ideas/{found.pk}/lineage/").content.decode()


def test_a_transfer_is_a_registered_activity_in_another_country(family):
    rows = transfers.rows(Asked(SPRING))
    assert [(row.month, row.origin, row.target, row.many) for row in rows] == [
        (parse_month("2026-02"), "NO", "FR", 1),
        (parse_month("2026-03"), "NO", "FR", 1),
        (parse_month("2026-04"), "FR", "NO", 1),
    ]


def test_at_home_or_only_planned_it_is_none(world):
    found = idea(world)
    tried(world, found, "ola", "oslo")
    adapted(world, found)
    assert transfers.rows(Asked(SPRING)) == []


def test_pairs_are_summed_the_most_first(family):
    assert transfers.pairs(transfers.rows(Asked(SPRING))) == [("NO", "FR", 2, 0), ("FR", "NO", 1, 0)]


def test_from_idea_to_label(family):
    assert transfers.funnel() == {"all": 2, "adapted": 2, "tried": 2, "labels": 0}


def test_each_number_opens_the_activities_behind_it(family, client):
    page = client.get(PAGE).content.decode()
    assert "<b>3</b>" in page
    address = re.search(r'href="(/ideas/transfers/behind/[^"]*origin=NO[^"]*)">2</a>', page)[1].replace("&amp;", "&")
    assert "<h1>2 transfers</h1>" in client.get(address).content.decode()


def test_the_same_stands_in_the_file(family, client):
    file = client.get("/ideas/transfers.csv?first=2026-01&last=2026-06").content.decode("utf-8-sig")
    assert file.splitlines() == ["month,from,to,transfers,with_label", "2026-02,NO,FR,1,0", "2026-03,NO,FR,1,0", "2026-04,FR,NO,1,0"]


@pytest.mark.thorough
@pytest.mark.parametrize(
    "wrong", ["first=2026-13", "first=%00", "first=2026-05&last=2026-01", "origin=Atlantis", "target=%ff", "first=1990-01&last=2026-01", "first=" + "9" * 3000]
)
@pytest.mark.parametrize("page", ["/ideas/transfers/", "/ideas/transfers/behind/"])
def test_what_is_wrong_in_the_address_is_said(family, client, page, wrong):
    answer = client.get(f"{page}?{wrong}")
    assert answer.status_code == 422 and b"error" in answer.content


def test_the_pages_ask_at_most_twelve_questions(family, client, django_assert_max_num_queries):
    for page in (PAGE, "/ideas/transfers/behind/?first=2026-01&last=2026-06", f"/ideas/{family[0].pk}/lineage/"):
        client.get(page)
        with django_assert_max_num_queries(12):
            client.get(page)

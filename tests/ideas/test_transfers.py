"""Transfers are figures like others: in the accounts, exact at once, asked by the explorer, the command line and programs; each opens."""

from datetime import date

import pytest

from dugnad.activities import actions as activities
from dugnad.activities.actions.recount import came_from
from dugnad.activities.posting import all_postings
from dugnad.activities.statistics import answer
from dugnad.core.countries import country
from dugnad.core.periods import Period, parse_month
from dugnad.figures.audit import audit
from dugnad.ideas import transfers
from dugnad.ideas.transfers import Asked
from tests.ideas.making import adapted, idea, tried
from tests.world import act, on, register

SPRING = Period(parse_month("2026-01"), parse_month("2026-06"))


@pytest.fixture
def crossed(world):
    """Norwegian ideas: done twice in Paris, once at home; planned once more in Paris."""
    found = idea(world)
    first = tried(world, found, day=date(2026, 2, 10))
    tried(world, found, day=date(2026, 3, 10), volunteers=12)
    tried(world, found, "ola", "oslo", day=date(2026, 3, 12))
    adapted(world, found, day=date(2026, 5, 10))
    return first


def by_origin(unit, **more):
    return {row["key"]: row["measures"]["activities"] for row in answer(unit, SPRING, "origin", **more)["rows"]}


def test_it_counts_for_whoever_made_it_by_the_country_of_the_idea(world, crossed):
    assert by_origin(world.france) == by_origin(world.paris) == by_origin(world.top) == {"NO": 2}
    assert by_origin(world.norway) == {}


def test_the_accounts_say_what_the_activities_say(world, crossed):
    assert sum(row.many for row in transfers.rows(Asked(SPRING))) == sum(by_origin(world.top).values())
    assert not audit(all_postings).differences


def test_withdrawn_it_counts_no_more(world, crossed):
    with on(date(2026, 4, 2)):
        activities.withdraw(act(world.luc), crossed.activity, reason="It did not take place.")
    assert by_origin(world.top) == {"NO": 1} and not audit(all_postings).differences


def test_the_explorer_asks_by_it_names_the_country_and_opens_it(world, crossed, client):
    page = client.get("/figures/?unit=FR&by=origin&from=2026-01&to=2026-06").content.decode()
    assert "Norway" in page and "country of the idea" in page
    tried(world, idea(world, "luc", "paris"), day=date(2026, 4, 10))
    told = client.get("/figures/?unit=FR&by=origin&from=2026-01&to=2026-06").content.decode()
    assert "The rows come to 2 of 3 in all: the rest was not made from an idea of another country." in told
    found = client.get("/figures.json?unit=FR&by=origin&measure=volunteers&from=2026-01&to=2026-06").json()
    assert [(row["key"], row["value"]) for row in found["rows"]] == [("NO", 20)]
    opened = client.get("/activities/?unit=FR&from=2026-01&to=2026-06&origin=NO").content.decode()
    assert "2 activities" in opened and "Norway</h1>" in opened and 'type="hidden" name="origin" value="NO"' in opened


def test_programs_read_where_it_came_from_and_ask_by_it(world, crossed, client):
    found = client.get("/api/v1/activities?origin=NO").json()["items"]
    assert [one["origin"] for one in found] == ["NO", "NO"]
    assert client.get("/api/v1/figures?unit=FR&by=origin").json()["rows"][0]["label"] == "Norway"


@pytest.mark.parametrize("value", ["XX", "Norway", "N" * 3000])
def test_a_country_from_which_nothing_came_is_an_empty_list(world, crossed, client, value):
    assert client.get(f"/activities/?origin={value}").status_code in (200, 422)
    assert client.get(f"/api/v1/activities?origin={value}").json()["items"] == []


def test_the_page_of_transfers_leads_there(world, crossed, client):
    assert 'href="/figures/?by=origin' in client.get("/ideas/transfers/?first=2026-01&last=2026-06").content.decode()


def test_a_country_is_named_in_the_readers_language(settings):
    from django.utils import translation

    with translation.override("nb"):
        assert (country("NO"), country("DE"), country("??")) == ("Norge", "Tyskland", "??")


def test_where_it_came_from_can_be_said_afterwards(world):
    done, planned = register(world.paris, world.luc), adapted(world, idea(world), "ola", "oslo").activity
    for activity in (done, planned):
        came_from(activity, "IT")
    assert by_origin(world.top) == {"IT": 1} and not audit(all_postings).differences

"""What others show of a page when its address is shared: its title, its sentence, its card."""

import html
import re

import pytest

from tests.world import register


def tags(client, address):
    """The meta tags of a page by name or property."""
    page = client.get(address).content.decode()
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', page)
    return {name: html.unescape(content) for name, content in found}


@pytest.mark.parametrize(
    "address", ["/", "/units/no/", "/units/no-berg-esn/", "/seasons/", "/figures/", "/figures/?unit=NO", "/activities/", "/about/", "/directory/"]
)
def test_every_public_page_has_a_card_that_is_a_picture(world, client, address):
    register(world.bergen, world.kari)
    told = tags(client, address)
    assert told["og:title"] and told["og:description"] and told["og:url"].startswith("http://testserver/")
    picture = client.get(told["og:image"].removeprefix("http://testserver"))
    assert picture.status_code == 200 and picture["Content-Type"] == "image/png"


def test_an_activitys_card_is_its_own(world, client):
    activity = register(world.bergen, world.kari, title='"Tea" & <cake>')
    told = tags(client, activity.get_absolute_url())
    assert told["og:title"] == '"Tea" & <cake>' and told["og:type"] == "article" and told["og:image:alt"] == '"Tea" & <cake>'
    assert told["og:image"] == f"http://testserver/activities/{activity.pk}/pieces/quilt-card.png?v=1"


def test_a_units_card_says_its_figures(world, client):
    register(world.bergen, world.kari)
    assert tags(client, "/units/no/")["og:description"].startswith("Norway: 1 activity in 2026")


def test_a_page_that_could_not_be_found_has_one_as_well(world, client):
    assert tags(client, "/nothing/")["og:image"] == "http://testserver/card.png"

"""A unit on other sites: live, themable, kept by caches, framed by anybody, and nobody is tracked."""

import html
import re
from xml.etree import ElementTree

import pytest

from dugnad.web.contrast import contrast
from tests.world import register

KINDS = ("counter", "map", "latest")


@pytest.fixture
def busy(world):
    register(world.bergen, world.kari, title="Tea & <cake>")
    return world


def svg(client, what="counter", query=""):
    answer = client.get(f"/units/no/embeds/{what}.svg{query}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("what", KINDS)
def test_each_is_a_picture_and_a_frame_without_cookies(busy, client, what):
    picture, frame = client.get(f"/units/no/embeds/{what}.svg"), client.get(f"/units/no/embeds/{what}/")
    ElementTree.fromstring(picture.content)
    assert picture["Content-Type"].startswith("image/svg+xml")
    for answer in (picture, frame):
        assert not answer.cookies and answer["Cache-Control"] == "public, max-age=300" and "Cookie" not in answer.get("Vary", "")
        assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "<script" not in frame.content.decode() and '<base target="_top">' in frame.content.decode()


def test_the_counter_is_live(busy, client):
    assert ">1</text>" in svg(client)
    register(busy.oslo, busy.ola, title="One more")
    assert ">2</text>" in svg(client)


def test_it_counts_what_is_asked(busy, client):
    assert ">20</text>" in svg(client, query="?of=volunteer_hours") and "volunteer hours this year" in svg(client, query="?of=volunteer_hours")
    assert ">1</text>" in svg(client, query="?of=secrets")


def test_the_latest_lead_to_their_pages_and_a_title_is_text(busy, client):
    drawn = svg(client, "latest")
    assert "Tea &amp; &lt;cake&gt;" in drawn and f"http://testserver/activities/{busy.bergen.activities.get().pk}/" in drawn


def test_without_activities_it_says_so(world, client):
    assert "Nothing is registered yet." in svg(client, "latest") and ">0</text>" in svg(client)


def test_the_map_has_a_point_for_each_place(busy, client):
    assert svg(client, "map").count("<circle") == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["ffee00", "000000", "777777"])
def test_any_colour_can_be_read_by_day_and_by_night(busy, client, theme, colour):
    drawn = svg(client, query=f"?theme={theme}&colour={colour}")
    ground, shades = re.search(r'<rect width="360" height="150" fill="(#\w{6})"', drawn)[1], re.findall(r'<text[^>]*fill="(#\w{6})"', drawn)
    assert len(shades) == 3 and min(contrast(shade, ground) for shade in shades) >= 4.5


def test_what_is_no_colour_is_not_written_into_the_picture(busy, client):
    assert svg(client, query='?colour="><script>') == svg(client)


def test_the_address_alone_decides_the_language(busy, client):
    assert svg(client, query="?lang=fr") != svg(client) == client.get("/units/no/embeds/counter.svg", headers={"Accept-Language": "fr"}).content.decode()
    assert '<html lang="fr"' in client.get("/units/no/embeds/latest/?lang=fr").content.decode()


def test_the_page_gives_lines_that_work(busy, client):
    page = client.get("/units/no/embeds/?theme=dark&colour=%23AA0000&of=volunteers").content.decode()
    lines = [html.unescape(html.unescape(line)) for line in re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)]
    assert len(lines) == 6
    for line in lines:
        address = re.search(r'src="http://testserver([^"]+)"', line)[1]
        assert client.get(address).status_code == 200 and "theme=dark" in address and "colour=AA0000" in address
    assert "of=volunteers" in lines[0]


@pytest.mark.parametrize("address", ["/units/nowhere/embeds/", "/units/nowhere/embeds/map/", "/units/no/embeds/clock/", "/units/no/embeds/clock.svg"])
def test_what_there_is_not_is_404(world, client, address):
    assert client.get(address).status_code == 404


def test_it_is_one_step_from_the_units_page(busy, client):
    page = client.get("/units/no/").content.decode()
    assert 'href="/units/no/embeds/"' in page and 'href="/units/no/pieces/"' in page


def test_a_platform_and_a_section_have_them_too(busy, client):
    for code in (busy.nep.code, busy.bergen.code):
        assert client.get(f"/units/{code.lower()}/embeds/map.svg").status_code == 200

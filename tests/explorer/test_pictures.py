"""Every picture is sound, says what it shows, opens what it counts, and is the same as a file."""

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from PIL import Image

from dugnad.documents import sheet
from dugnad.documents.picture import Picture
from tests.explorer.test_ask import ALL, asked, text, two  # noqa: F401
from tests.world import register

pytestmark = [pytest.mark.usefixtures("two"), pytest.mark.thorough]
SVG = "{http://www.w3.org/2000/svg}"
KINDS = {
    "series": "by=month",
    "heat": "by=month&chart=heat",
    "stacked": "by=month&across=cause",
    "multiples": "by=month&across=unit",
    "ranked": "by=cause",
    "map": "by=unit&chart=map",
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_drawn_with_its_words(client, kind):
    question = f"{ALL}&{KINDS[kind]}"
    answer = client.get(f"/figures.svg?{question}")
    tree = ElementTree.fromstring(answer.content)
    assert asked(client, question)["chart"] == kind and answer["Content-Type"].startswith("image/svg+xml")
    assert tree.findtext(f"{SVG}title") and asked(client, question)["sentence"] in tree.findtext(f"{SVG}desc")
    assert [link for link in tree.iter(f"{SVG}a") if not link.get("href")] == [] and list(tree.iter(f"{SVG}a"))


@pytest.mark.parametrize(
    "question",
    [
        *KINDS.values(),
        "unit=NO&unit=FR&by=cause",
        "by=unit&across=cause",
        "by=sdg&across=unit",
        "unit=NO&unit=FR&by=month&chart=heat",
        "unit=NO&by=unit&chart=map",
    ],
)
def test_on_the_page_it_has_a_name_and_a_description_and_no_style_of_its_own(client, question):
    page = client.get(f"/figures/?{ALL}&{question}").content.decode()
    drawn = re.findall(r'<svg class="(?:columns|rows|heat|atlas)[^"]*" role="group" aria-label="[^"]+"[^>]*><desc>[^<]+</desc>', page)
    assert drawn and "style=" not in page


def test_what_does_not_fit_is_drawn_as_what_does_and_said(client):
    assert "That picture does not fit this question; it is drawn as ranked bars." in text(client, f"{ALL}&by=cause&chart=map")


def test_a_file_brings_its_own_looks_and_may_do_nothing_else(client):
    answer = client.get(f"/figures.svg?{ALL}")
    assert "default-src 'none'; style-src 'sha256-" in answer["Content-Security-Policy"] and b"var(" not in answer.content


def test_it_says_where_it_is_from_and_how_complete_it_is(client):
    drawn = client.get(f"/figures.svg?{ALL}&by=cause").content.decode()
    assert "http://testserver/figures/?measure=activities" in drawn and "3 of 3 local units have registered something" in drawn


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_in_dots(client, kind):
    picture = Image.open(BytesIO(client.get(f"/figures.png?{ALL}&{KINDS[kind]}").content))
    assert picture.format == "PNG" and picture.width == 1920 and len(picture.convert("RGB").getcolors(200_000)) > 5


def test_nothing_to_draw_is_still_a_file(client):
    assert client.get("/figures.png?unit=SE&by=cause").status_code == 200


@pytest.mark.parametrize("letters", ["Bergen", "Łódź", "Αθήνα", "Киев", "عمان"])
def test_letters_of_every_script_come_from_our_own_fonts(letters):
    def drawn(text):
        return sheet.as_png(sheet.as_svg(Picture("rows", "", 0, ""), heading=text, said="", source=[]))

    missing = [drawn("\U000f0000" * len(letters)), drawn(" ")]
    assert drawn(letters) not in missing and drawn(letters) != drawn(letters[:-1] + "\U000f0000")


def test_colours_of_files_are_those_of_pages():
    tokens = Path("dugnad/web/static/web/tokens.css").read_text().split("@media")[0]
    named = dict(re.findall(r"--(?:cause-)?([a-z]+): (#[0-9a-f]{6})", tokens))
    for name, colour in re.findall(r"\.cause-([a-z]+) \{ color: (#[0-9a-f]{6}); \}", sheet.looks()):
        assert named[name] == colour
    assert {named["ink"], named["paper"]} <= set(re.findall(r"#[0-9a-f]{6}", sheet.looks()))


def test_the_running_month_is_marked(client, world):
    register(world.bergen, world.kari, starts_on=timezone.localdate())
    assert 'class="column partial latest"' in client.get("/figures/?span=year").content.decode()


def test_more_than_the_picture_can_show_is_said(client, monkeypatch):
    monkeypatch.setattr("dugnad.explorer.chart.PANELS", 1)
    assert "The picture has 1 of 2; the table has all." in text(client, f"{ALL}&by=month&across=unit")
    monkeypatch.setitem(__import__("dugnad.explorer.chart", fromlist=["DRAWN"]).DRAWN, "ranked", 1)
    assert "The picture has 1 of 2; the table has all." in text(client, f"{ALL}&by=cause")

"""An answer in other people's pages: this one address may stand in a frame, and no other."""

import html
import re

import pytest

from tests.explorer.test_ask import ALL, two  # noqa: F401

pytestmark = pytest.mark.usefixtures("two")


def test_it_may_stand_in_a_frame_and_no_other_page_may(client):
    framed, page = client.get(f"/figures/embed/?{ALL}"), client.get(f"/figures/?{ALL}")
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


def test_it_shows_the_sentence_and_the_picture_and_leads_to_the_page(client):
    page = client.get(f"/figures/embed/?unit=NO&{ALL}&by=cause").content.decode()
    assert "Norway, all years. Activities: 1." in page and '<svg class="rows"' in page and '<a href="/figures/?unit=NO' in page
    assert "<form" not in page and '<base target="_top">' in page


def test_the_line_to_copy_is_that_frame(client):
    page = client.get(f"/figures/?unit=NO&{ALL}").content.decode()
    line = html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[1])
    address = html.unescape(re.search(r'src="http://testserver([^"]+)"', line)[1])
    assert line.startswith("<iframe ") and 'title="Figures: Norway"' in line and client.get(address).status_code == 200


def test_it_speaks_the_language_of_its_address(client):
    assert '<html lang="nb">' in client.get(f"/figures/embed/?{ALL}&lang=nb").content.decode()
    assert '<html lang="en">' in client.get(f"/figures/embed/?{ALL}&lang=xx").content.decode()


@pytest.mark.parametrize("question", ["unit=NOWHERE", "from=2026-13", "as_of=2099-01-01"])
def test_a_wrong_question_is_not_found(client, question):
    assert client.get(f"/figures/embed/?{question}").status_code == 404

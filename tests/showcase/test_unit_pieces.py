"""Pieces of a unit and its months: the same figures as everywhere, for any months, and the card of its page."""

import html
import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from dugnad.core.periods import ALWAYS, Period, month_of, year
from dugnad.figures import proofs
from dugnad.network.models import Unit
from dugnad.showcase.pieces.of_unit import PIECES, Told, job_of, pieces_of, wording_of
from tests.world import register, term

SITE = "https://dugnad.example.org"
YEAR = "from=2026-01&to=2026-12"


@pytest.fixture
def busy(world):
    register(world.bergen, world.kari, starts_on=date(2026, 3, 14), people_helped=12)
    register(world.bergen, world.kari, title="Blood donation", starts_on=date(2026, 5, 2), cause=term("cause", "health"), volunteers=4)
    register(world.oslo, world.ola, title="Shore", starts_on=date(2026, 5, 3))
    return world


def told(unit, period=year(2026)):
    return Told(Unit.objects.select_related("level").get(pk=unit.pk), period)


def data_of(unit, key, period=year(2026)):
    asked = told(unit, period)
    return job_of(asked, PIECES[key], wording_of(asked, PIECES[key]), site=SITE).data


def numbers(data):
    return {one["label"]: one["number"] for one in data["figures"]}


def test_the_infographic_has_the_figures_the_months_the_causes_and_the_places(busy):
    data = data_of(busy.norway, "infographic-a4")
    assert (data["title"], data["kicker"]) == ("Norway", "2026")
    assert numbers(data) == {"activities": "3", "volunteer hours": "48", "volunteers": "24", "international students": "60", "local students": "15"}
    assert [(row["label"], row["number"], row["share"]) for row in data["causes"]] == [
        ("Environmental Sustainability", "2", 1),
        ("Health & Well-being", "1", 0.5),
    ]
    assert [(bar["label"], bar["number"]) for bar in data["months"] if bar["number"]] == [("Mar", "1"), ("May", "2")]
    assert data["pictures"]["map"]["alt"].startswith("Map with 2 places") and data["alt"].endswith("Environmental Sustainability 2, Health & Well-being 1.")


@pytest.mark.parametrize(
    ("key", "title"),
    [("square-1", "3 activities"), ("square-2", "Given in 3 activities, unpaid."), ("square-3", "3 activities for these causes"),
     ("square-4", "3 activities in 2 places"), ("square-5", "Thank you to everybody who took part."), ("banner", "3 activities")],
)  # fmt: skip
def test_each_sheet_speaks_with_a_figure(busy, key, title):
    data = data_of(busy.norway, key)
    assert data["title"] == title and data["kicker"] == "Norway · 2026"


def test_kinds_of_people_are_never_added_into_one(busy):
    assert numbers(data_of(busy.norway, "square-5")) == {"volunteers": "24", "international students": "60", "local students": "15", "people helped": "12"}


def test_other_months_have_other_figures(busy):
    assert numbers(data_of(busy.norway, "infographic-a4", Period(month_of(date(2026, 3, 1)), month_of(date(2026, 4, 1)))))["activity"] == "1"


def test_all_years_and_one_month_are_called_so(busy):
    assert data_of(busy.norway, "infographic-a4", ALWAYS)["kicker"] == "all years"
    assert data_of(busy.norway, "infographic-a4", Period(month_of(date(2026, 3, 1)), month_of(date(2026, 3, 1))))["kicker"] == "March 2026"


def test_of_many_months_the_last_twelve_are_drawn(busy):
    months = data_of(busy.norway, "infographic-a4", ALWAYS)["months"]
    assert len(months) == 12 and months[-1]["label"] == "May" and sum(bar["top"] for bar in months) == 1


def test_the_code_proves_the_unit_and_the_months(busy):
    shown = data_of(busy.norway, "banner")["proof"]["shown"]
    assert shown == f"dugnad.example.org/p/{proofs.shown(proofs.of_unit(busy.norway.pk, year(2026)))}"
    found = proofs.read(shown.rpartition("/")[2])
    assert (found.unit, found.period) == (busy.norway.pk, year(2026))


def test_a_platform_has_its_countries_places(busy):
    assert len(told(busy.nep).places) == 2 and told(busy.nep).sums.activities == 3


def test_a_section_is_its_own_place(busy):
    assert len(told(busy.bergen).places) == 1


def test_without_activities_there_is_nothing_to_tell(busy, client):
    assert pieces_of(told(busy.france)) == []
    page = client.get(f"/units/fr/pieces/?{YEAR}").content.decode()
    assert "Nothing was registered for France in these months" in page
    assert client.get(f"/units/fr/pieces.zip?{YEAR}").status_code == 404 and client.get(f"/units/fr/pieces/banner.png?{YEAR}").status_code == 404


def test_what_has_nothing_to_show_is_left_out(world):
    register(world.bergen, world.kari, volunteers=None, local_students=None, international_students=None, people_helped=None, hours_per_meeting=None)
    Unit.objects.update(lat=None, lon=None)
    assert [piece.key for piece in pieces_of(told(world.bergen))] == [
        "infographic-portrait", "infographic-a4", "infographic-a3", "square-1", "square-3", "card", "banner",
    ]  # fmt: skip
    assert "map" not in data_of(world.bergen, "infographic-a4")["pictures"]


def test_everybody_sees_all_of_them(busy, client):
    page = html.unescape(client.get(f"/units/no/pieces/?{YEAR}").content.decode())
    assert page.count("<figure>") == 10 and "-title" not in page
    for address in re.findall(r'src="(/units/no/pieces/[^"]+)"', page):
        assert client.get(address)["Content-Type"] == "image/png"


def test_without_months_it_is_this_year(busy, client):
    assert "2026" in client.get("/units/no/pieces/").content.decode()
    assert client.get("/units/no/pieces/?from=&to=").status_code == 200


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("from=2026-13", "Write the month like 2026-03."),
        ("from=2026-05&to=2026-03", "It lies before the first month."),
        ("lang=xx", "Choose one from the list."),
    ],
)
def test_bad_months_are_said_and_give_no_file(busy, client, query, sentence):
    answer = client.get(f"/units/no/pieces/?{query}")
    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert client.get(f"/units/no/pieces/banner.png?{query}").status_code == 404 and client.get(f"/units/no/pieces.zip?{query}").status_code == 404


@pytest.mark.parametrize("name", ["banner.gif", "poster.png", "square-6.png"])
def test_what_there_is_not_is_404(busy, client, name):
    assert client.get(f"/units/no/pieces/{name}?{YEAR}").status_code == 404


@pytest.mark.parametrize("address", ["/units/nowhere/pieces/", "/units/nowhere/card.png", "/units/nowhere/pieces.zip"])
def test_a_unit_that_is_not_there_is_404(world, client, address):
    assert client.get(address).status_code == 404


def shown(client, query):
    """The page's pictures: the address of each, and its words."""
    page = html.unescape(client.get(f"/units/no/pieces/?{YEAR}&{query}").content.decode())
    return {
        address.partition(".png")[0].rpartition("/")[2]: (address, alt)
        for address, alt in re.findall(r'<img data-live="[^"]+" src="([^"]+)" alt="([^"]+)"', page)
    }


def test_a_coordinator_above_words_every_sheet_apart(busy, sign_in):
    client = sign_in(busy.marianne)
    found = shown(client, "infographic-title=A+good+year&square-5-title=Tusen+takk&square-5-kicker=Til+alle&banner-sentence=Join+us")
    said = {name: alt for name, (_address, alt) in found.items()}
    assert all(said[f"infographic-{paper}"].startswith("A good year. 2026.") for paper in ("portrait", "a4", "a3"))
    assert said["square-5"].startswith("Tusen takk. Til alle.") and said["banner"].startswith("3 activities. Norway · 2026. Join us.")
    assert said["square-1"].startswith("3 activities. Norway · 2026. Each square is one of them")


def test_each_file_is_asked_for_with_its_own_words_only(busy, sign_in):
    found = shown(sign_in(busy.marianne), "square-5-title=Tusen+takk&banner-sentence=Join+us")
    assert "square-5-title=Tusen+takk" in found["square-5"][0] and "banner" not in found["square-5"][0].partition("?")[2]
    assert [name for name, (address, _alt) in found.items() if "Tusen" in address] == ["square-5"]


def test_a_dash_leaves_a_line_out_and_a_title_stays(busy, sign_in):
    found = shown(sign_in(busy.marianne), "square-1-kicker=–&square-1-sentence=-&square-1-title=+")
    assert found["square-1"][1].startswith("3 activities. 3 activities, 48 volunteer hours") or found["square-1"][1].startswith(
        "3 activities. 48 volunteer hours"
    )


def test_what_stands_there_is_seen_in_the_empty_fields(busy, sign_in):
    page = html.unescape(sign_in(busy.marianne).get(f"/units/no/pieces/?{YEAR}&square-2-title=Given").content.decode())
    assert 'placeholder="Thank you to everybody who took part."' in page and page.count('role="group"') == 8
    assert page.count("<details open>") == 1 and 'value="Given"' in page


def test_words_that_are_too_long_are_said_and_kept(busy, sign_in):
    answer = sign_in(busy.marianne).get(f"/units/no/pieces/?{YEAR}&card-kicker={'x' * 81}")
    assert answer.status_code == 422 and "x" * 81 in answer.content.decode() and "shorten it to 80" in answer.content.decode()


def test_a_coordinator_below_does_not(busy, sign_in):
    page = sign_in(busy.kari).get(f"/units/no/pieces/?{YEAR}&infographic-title=A+good+year").content.decode()
    assert 'alt="A good year' not in page and 'role="group"' not in page


def test_all_of_them_come_in_one_file(busy, client):
    folder = ZipFile(BytesIO(client.get(f"/units/no/pieces.zip?{YEAR}").content))
    assert len(folder.namelist()) == 11 and "infographic-a3.pdf" in folder.namelist() and "Thank you" in folder.read("alt.txt").decode()


def test_the_card_of_a_page_follows_its_figures_at_once(busy, client):
    address = "/units/no/card.png"
    first = client.get(address)
    assert Image.open(BytesIO(first.content)).size == (1200, 630)
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    register(busy.oslo, busy.ola, title="One more", starts_on=date(2026, 6, 1))
    assert client.get(address)["ETag"] != first["ETag"]


def test_a_unit_with_nothing_yet_has_a_card_as_well(world, client):
    assert client.get("/units/fr/card.png").status_code == 200 and client.get("/card.png").status_code == 200


def test_before_the_network_is_founded_there_is_no_card(world, client):
    Unit.objects.filter(pk=world.top.pk).update(parent=world.bergen)
    assert client.get("/card.png").status_code == 404


@pytest.mark.parametrize("many", [1, 40])
def test_it_asks_the_same_however_many_activities_there_are(world, client, django_assert_max_num_queries, many):
    for number in range(many):
        register(world.bergen, world.kari, title=f"Clean-up {number}")
    for address in (f"/units/no/pieces/?{YEAR}", f"/units/no/pieces/infographic-a4.png?{YEAR}", "/units/no/card.png"):
        client.get(address)
        with django_assert_max_num_queries(24):
            client.get(address)

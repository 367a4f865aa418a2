"""Pieces of an activity: what stands on them, who may change it, the files, and what of it is kept."""

import html
import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from dugnad.activities import actions
from dugnad.activities.actions.confirm import decline_part
from dugnad.activities.actions.photo import add_photo
from dugnad.core.ids import uuid7
from dugnad.directory.actions import edit_brand
from dugnad.documents import press
from dugnad.documents.press import PrintError
from dugnad.figures import proofs
from dugnad.network.models import Unit
from dugnad.showcase.pieces import making
from dugnad.showcase.pieces.formats import A4, OF_AN_ACTIVITY, SQUARE
from dugnad.showcase.pieces.of_activity import arts_of, job_of, photo_of, wording_of
from tests.documents.pictures import photo
from tests.world import act, details, register

SITE = "https://dugnad.example.org"


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def activity(world):
    return register(world.bergen, world.kari, summary="We picked litter. It rained all day.")


@pytest.fixture
def pictured(world, activity):
    add_photo(act(world.kari), activity, BytesIO(photo()), size=900, alt="Six students with bags")
    return activity


def data_of(activity, art="quilt", form=SQUARE, **said):
    return job_of(activity, art, form, wording_of(activity).changed(said), site=SITE).data


def gallery(client, activity, query=""):
    answer = client.get(f"/activities/{activity.pk}/pieces/{query}")
    return answer, html.unescape(answer.content.decode())


def test_the_record_speaks(activity):
    data = data_of(activity)
    assert (data["title"], data["kicker"], data["sentence"]) == (
        "Clean-up at the fjord",
        "Environmental Sustainability · Mar 14, 2026 · Bergen",
        "We picked litter.",
    )
    assert [(one["number"], one["label"]) for one in data["figures"]] == [("10", "volunteers"), ("20", "volunteer hours"), ("20", "international students")]
    assert data["who"] == "ESN Bergen"


def test_the_outcome_is_told_before_the_summary_and_a_long_text_is_cut_at_a_letter(world):
    assert data_of(register(world.bergen, world.kari, outcome="Forty bags."))["sentence"] == "Forty bags."
    told = data_of(register(world.bergen, world.kari, title="Again", summary="word " * 90))["sentence"]
    assert len(told) <= 160 and told.endswith("…")


def test_days_are_a_span_and_online_is_said(world):
    long = register(world.bergen, world.kari, ends_on=date(2026, 3, 16), place="", online=True)
    assert re.fullmatch(r"Environmental Sustainability · Mar 14\s–\s16, 2026 · online", data_of(long)["kicker"])


def test_co_organisers_stand_on_it_unless_they_declined(world):
    joint = register(world.bergen, world.kari, organisers=(world.oslo,))
    assert data_of(joint)["who"] == "ESN Bergen · ESN Oslo"
    decline_part(act(world.ola), joint.organisers.get())
    assert data_of(joint)["who"] == "ESN Bergen"


def test_the_code_on_it_proves_its_figures(activity):
    assert data_of(activity)["proof"]["shown"] == f"dugnad.example.org/p/{proofs.shown(proofs.of_record(activity.pk))}"


def test_a_planned_one_is_announced_without_figures_and_proof(world):
    planned = actions.plan(act(world.kari), uuid7(), world.bergen, details(starts_on=date(2027, 3, 1)))
    data = data_of(planned)
    assert data["figures"] == [] and "proof" not in data
    assert "number" not in [art.key for art in arts_of(planned, None)]


def test_without_a_photo_or_a_place_these_are_not_offered(world, activity):
    assert [art.key for art in arts_of(activity, None)] == ["quilt", "number", "map"]
    Unit.objects.filter(pk=world.bergen.pk).update(lat=None)
    activity.refresh_from_db()
    assert [art.key for art in arts_of(activity, None)] == ["quilt", "number"]


def test_with_a_photo_the_photo_comes_first(pictured):
    assert [art.key for art in arts_of(pictured, photo_of(pictured))] == ["photo", "quilt", "number", "map"]
    assert data_of(pictured, "photo")["pictures"]["photo"]["alt"] == "Six students with bags"


def test_a_photo_whose_file_is_gone_gives_way_to_the_number(pictured, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "elsewhere"
    assert job_of(pictured, "photo", SQUARE, wording_of(pictured), site=SITE).template == "number"


def test_the_words_for_those_who_do_not_see_it_say_everything(pictured):
    alt = data_of(pictured, "photo")["alt"]
    assert alt == (
        "Clean-up at the fjord. Environmental Sustainability · Mar 14, 2026 · Bergen. We picked litter. "
        "10 volunteers, 20 volunteer hours, 20 international students. ESN Bergen. Six students with bags."
    )


def test_the_brand_stands_on_it_and_a_pale_colour_is_made_readable(world, activity):
    out = BytesIO()
    Image.new("RGBA", (300, 100)).save(out, "PNG")
    edit_brand(act(world.marianne), world.norway, colour="#FFEE00", footer="Frivillig", typeface="noto", logo=BytesIO(out.getvalue()), size=300, logo_alt="ESN")
    data = data_of(activity)
    assert (data["footer"], data["typeface"], data["logo"]["width"], data["logo"]["alt"]) == ("Frivillig", "noto", 300, "ESN")
    assert data["colours"]["accent"] != "#FFEE00" and data["colours"]["bright"] == "#FFEE00" and data["colours"]["on-accent"] == "#F6F0E4"


def test_everybody_sees_all_formats_of_it(client, activity):
    answer, page = gallery(client, activity)
    assert answer.status_code == 200 and page.count("<figure>") == 6 and 'name="title"' not in page
    for address in re.findall(rf'src="(/activities/{activity.pk}/pieces/[^"]+)"', page):
        assert client.get(address)["Content-Type"] == "image/png"


@pytest.mark.parametrize("form", OF_AN_ACTIVITY.values(), ids=OF_AN_ACTIVITY)
def test_a_picture_is_as_large_as_its_format(client, activity, form):
    answer = client.get(f"/activities/{activity.pk}/pieces/quilt-{form.key}.png")
    assert all(abs(one - other) <= 1 for one, other in zip(Image.open(BytesIO(answer.content)).size, form.pixels, strict=True))


def test_each_kind_of_file_is_what_it_says(client, activity):
    head = f"/activities/{activity.pk}/pieces/number-square."
    pdf, svg = client.get(head + "pdf"), client.get(head + "svg")
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert svg.content.startswith(b"<svg") and svg["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("name", ["quilt-square.gif", "quilt-poster.png", "photo-square.png", "causes-square.png", "quilt.png", "-.png"])
def test_what_there_is_not_is_404(client, activity, name):
    assert client.get(f"/activities/{activity.pk}/pieces/{name}").status_code == 404


def test_a_coordinator_puts_it_into_other_words(sign_in, world, activity):
    _answer, page = gallery(sign_in(world.kari), activity, "?title=Come+and+help&kicker=&sentence=Bring+boots")
    alt = re.search(r'<textarea id="alt-text"[^>]*>(.*?)</textarea>', page, re.DOTALL)[1]
    assert alt.startswith("Come and help. Bring boots. 10 volunteers") and "title=Come+and+help" in page


@pytest.mark.parametrize("who", ["ola", "luc", None])
def test_others_do_not(client, sign_in, world, activity, who):
    session = sign_in(getattr(world, who)) if who else client
    said = "?title=Buy+our+things&sentence=Now"
    _answer, page = gallery(session, activity, said)
    assert "Buy our things" not in page and "Clean-up at the fjord" in page
    plain, worded = (session.get(f"/activities/{activity.pk}/pieces/quilt-card.png{query}").content for query in ("", said))
    assert plain == worded


def test_a_co_organisers_coordinator_may_too(sign_in, world):
    joint = register(world.bergen, world.kari, organisers=(world.oslo,))
    assert 'name="title"' in gallery(sign_in(world.ola), joint)[1]


def test_without_scripts_the_photo_is_a_button_that_says_where_one_pressed(sign_in, world, pictured):
    _answer, page = gallery(sign_in(world.kari), pictured, "?art=photo&high=213&at.x=32&at.y=213")
    assert re.search(r'name="x"[^>]*value="10"|value="10"[^>]*name="x"', page) and "x=10&y=100" in page


def test_pressing_nowhere_or_nonsense_moves_nothing(sign_in, world, pictured):
    for query in ("?at.x=0&at.y=0&high=213", "?at.x=a&at.y=9&high=213", "?at.x=9"):
        assert "x=" not in gallery(sign_in(world.kari), pictured, query)[1].split("pieces.zip")[1].split('"')[0]


def test_the_focus_moves_the_photo(sign_in, world, pictured):
    session, address = sign_in(world.kari), f"/activities/{pictured.pk}/pieces/photo-story.png?small=1"
    assert session.get(address).content != session.get(address + "&x=5&y=50").content


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?art=collage", "Choose one from the list."),
        ("?lang=xx", "Choose one from the list."),
        ("?x=101", "less than or equal to 100"),
        ("?x=left", "whole number"),
        (f"?title={'x' * 201}", "shorten it to 200"),
        (f"?sentence={'x' * 241}", "shorten it to 240"),
    ],
)
def test_bad_input_is_said_at_its_field_and_gives_no_file(sign_in, world, activity, query, sentence):
    session = sign_in(world.kari)
    answer, page = gallery(session, activity, query)
    assert answer.status_code == 422 and sentence in page
    assert session.get(f"/activities/{activity.pk}/pieces/quilt-card.png{query}").status_code == 404
    assert session.get(f"/activities/{activity.pk}/pieces.zip{query}").status_code == 404


def test_an_empty_title_is_the_records(sign_in, world, activity):
    assert "Clean-up at the fjord. " in gallery(sign_in(world.kari), activity, "?title=+")[1]


def test_in_another_language_the_labels_change_and_the_persons_words_stay(client, activity):
    assert client.get(f"/activities/{activity.pk}/pieces/?lang=nb").status_code == 200
    one, other = (client.get(f"/activities/{activity.pk}/pieces/quilt-card.png?lang={lang}").content for lang in ("en", "fr"))
    assert one != other


def test_the_brands_languages_are_those_that_are_offered(client, world, activity):
    edit_brand(act(world.kari), world.bergen, languages=["fr"])
    page = gallery(client, activity)[1]
    assert '<option value="fr"' in page and '<option value="nb"' not in page
    assert client.get(f"/activities/{activity.pk}/pieces/?lang=nb").status_code == 422


def test_all_of_them_come_in_one_file_with_their_words(client, activity):
    answer = client.get(f"/activities/{activity.pk}/pieces.zip?art=map")
    folder = ZipFile(BytesIO(answer.content))
    assert sorted(folder.namelist()) == ["alt.txt", "map-a3.pdf", "map-a4.pdf", "map-card.png", "map-cover.png", "map-square.png", "map-story.png"]
    assert folder.read("alt.txt").decode().count("Clean-up at the fjord.") == 6 and "clean-up-at-the-fjord-map.zip" in answer["Content-Disposition"]
    assert answer.content == client.get(f"/activities/{activity.pk}/pieces.zip?art=map").content


def test_a_poster_for_the_print_shop_has_its_marks(client, activity):
    plain, marked = (client.get(f"/activities/{activity.pk}/pieces/quilt-a4.png{query}").content for query in ("", "?marks=on"))
    assert Image.open(BytesIO(marked)).size > Image.open(BytesIO(plain)).size
    assert data_of(activity, form=A4, marks=True)["bleed"] and not data_of(activity, form=SQUARE, marks=True)["bleed"]


def test_it_is_printed_once_and_the_browser_is_told_when_nothing_changed(client, activity, monkeypatch):
    address = f"/activities/{activity.pk}/pieces/quilt-card.png"
    first = client.get(address)
    monkeypatch.setattr(making, "printed", None)
    assert client.get(address).content == first.content
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and "public" in first["Cache-Control"]


def test_an_amended_record_gives_another_card_at_once(client, world, activity):
    address = f"/activities/{activity.pk}/pieces/quilt-card.png"
    first = client.get(address)["ETag"]
    actions.amend(act(world.kari), activity, details(volunteers=11), revision=activity.revision, reason="counted again")
    assert client.get(address)["ETag"] != first


def test_what_a_coordinator_words_is_not_for_shared_caches(sign_in, world, activity):
    assert "private" in sign_in(world.kari).get(f"/activities/{activity.pk}/pieces/quilt-card.png")["Cache-Control"]


def test_a_disk_without_room_is_no_reason_not_to_hand_it_over(client, activity, monkeypatch):
    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.cache.backends.locmem.LocMemCache.set", full)
    assert client.get(f"/activities/{activity.pk}/pieces/quilt-card.png").status_code == 200


def test_a_press_that_cannot_says_so_and_asks_to_come_again(client, activity, monkeypatch):
    def busy(*_args, **_more):
        raise PrintError("other prints took longer than 30 s")

    monkeypatch.setattr(press, "printed", busy)
    monkeypatch.setattr(making, "printed", busy)
    answer = client.get(f"/activities/{activity.pk}/pieces/quilt-card.png")
    assert answer.status_code == 503 and answer["Retry-After"] == "60" and "The press is busy" in answer.content.decode()


def test_it_is_one_step_from_the_activity_and_from_registering(sign_in, world, activity):
    for query in ("", "?just=1"):
        assert f"/activities/{activity.pk}/pieces/" in sign_in(world.kari).get(f"/activities/{activity.pk}/{query}").content.decode()


@pytest.mark.parametrize("many", [1, 40])
def test_it_asks_the_same_however_many_activities_there_are(client, world, activity, django_assert_max_num_queries, many):
    for number in range(many):
        register(world.bergen, world.kari, title=f"Clean-up {number}")
    client.get(f"/activities/{activity.pk}/pieces/")
    with django_assert_max_num_queries(20):
        client.get(f"/activities/{activity.pk}/pieces/")
    with django_assert_max_num_queries(20):
        client.get(f"/activities/{activity.pk}/pieces/quilt-card.png")

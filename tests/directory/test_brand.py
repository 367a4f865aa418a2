"""Saying how a unit looks: who may, what is refused, what is inherited, and what is seen of it."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.directory import actions
from dugnad.network.brands import brand_of
from dugnad.network.models import Brand
from tests.world import act

PAGE = "/units/no-berg-esn/brand/"


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def png(size=(300, 100), mode="RGBA"):
    out = BytesIO()
    Image.new(mode, size, (200, 20, 60, 90)[: len(mode)]).save(out, "PNG")
    return out.getvalue()


def sent(name="logo.png", blob=None):
    return SimpleUploadedFile(name, png() if blob is None else blob, "image/png")


def test_a_coordinator_gives_the_section_its_look(world):
    actions.edit_brand(act(world.kari), world.bergen, colour="#AA0000", footer="Since 1989", languages=["nb"])
    look = brand_of(world.bergen)
    assert (look.colour, look.footer, look.languages) == ("#AA0000", "Since 1989", ["nb"])
    assert [line.verb for line in journal.of(world.bergen)][-1] == "unit.brand-edited"


@pytest.mark.parametrize("who", ["ola", "luc", "nora", "aud"])
def test_nobody_else_does(world, who):
    with pytest.raises(NotAllowed):
        actions.edit_brand(act(getattr(world, who)), world.bergen, colour="#AA0000")
    assert not Brand.objects.exists()


def test_a_logo_is_written_anew_and_keeps_what_is_transparent(world):
    brand = actions.edit_brand(act(world.kari), world.bergen, logo=BytesIO(png()), size=900)
    with brand.logo.open("rb") as file, Image.open(file) as image:
        assert (image.format, image.mode, image.size, image.getpixel((5, 5))[3]) == ("PNG", "RGBA", (300, 100), 90)
    assert (brand.logo_width, brand.logo_height) == (300, 100)


def test_a_huge_logo_is_made_smaller(world):
    brand = actions.edit_brand(act(world.kari), world.bergen, logo=BytesIO(png((3000, 600))), size=900)
    assert (brand.logo_width, brand.logo_height) == (1200, 240)


def test_taken_away_the_one_above_shows_again(world):
    actions.edit_brand(act(world.marianne), world.norway, logo=BytesIO(png((40, 40))), size=900)
    actions.edit_brand(act(world.kari), world.bergen, logo=BytesIO(png()), size=900)
    actions.edit_brand(act(world.kari), world.bergen, no_logo=True)
    assert brand_of(world.bergen).logo.width == 40


def test_what_is_no_picture_is_refused_and_nothing_is_changed(world):
    with pytest.raises(Refused, match="not a picture"):
        actions.edit_brand(act(world.kari), world.bergen, logo=BytesIO(b"<svg onload=alert(1)>"), size=9, colour="#AA0000")
    assert not Brand.objects.exists()


def test_a_full_disk_is_said(world, monkeypatch):
    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    with pytest.raises(Refused, match="no room"):
        actions.edit_brand(act(world.kari), world.bergen, logo=BytesIO(png()), size=9)
    assert not Brand.objects.exists()


def test_on_the_page_it_is_said_what_is_inherited(world, sign_in):
    actions.edit_brand(act(world.marianne), world.norway, colour="#AA0000", footer="Norge", languages=["nb"], typeface="noto")
    page = sign_in(world.kari).get(PAGE).content.decode()
    assert "Empty: #AA0000, as the unit above." in page and "Empty: “Norge”, as the unit above." in page
    assert "As the unit above: Noto Sans" in page and "None chosen: Norsk bokmål." in page


def test_the_page_saves_and_shows_the_look(world, sign_in):
    said = {"logo": sent(), "logo_alt": "ESN Bergen", "colour": "ffee00", "languages": ["nb", "en"]}
    answer = sign_in(world.kari).post(PAGE, said, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200 and "Saved." in page and 'alt="ESN Bergen"' in page
    assert "#FFEE00" in page and "Darker than yours" in page
    logo = Brand.objects.get().logo.name
    media = sign_in(world.kari).get(f"/media/{logo}")
    assert media["Content-Type"] == "image/png" and b"".join(media.streaming_content)[:4] == b"\x89PNG"


def test_a_colour_that_can_be_read_is_said_to_be_good(world, sign_in):
    actions.edit_brand(act(world.kari), world.bergen, colour="#1D4E89")
    assert "it can be read as it is" in sign_in(world.kari).get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"colour": "red"}, "Write the colour as a #"),
        ({"colour": "#12345g"}, "Write the colour as a #"),
        ({"footer": "x" * 121}, "shorten it to 120"),
        ({"languages": ["xx"]}, "xx"),
        ({"typeface": "comic"}, "Choose one from the list"),
        ({"logo": sent(blob=b"GIF89a broken")}, "not a picture"),
        ({"logo": sent(blob=b"")}, "empty"),
    ],
)
def test_bad_input_is_said_at_its_field_and_changes_nothing(world, sign_in, said, sentence):
    answer = sign_in(world.kari).post(PAGE, said)
    assert answer.status_code == 422 and sentence in answer.content.decode() and not Brand.objects.exists()

"""Photos: re-encoded, upright, without position data, with words."""

from io import BytesIO

import pytest
from PIL import Image

from dugnad.activities.actions import photo as verbs
from dugnad.activities.models import Photo
from dugnad.core import journal, pictures
from dugnad.core.errors import NotAllowed, Refused
from tests.world import act, register


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def picture(kind="JPEG", size=(1200, 800), **options):
    out = BytesIO()
    Image.new("RGB", size, "#2f6b3a").save(out, kind, **options)
    return BytesIO(out.getvalue())


def added(world, file, *, size=1000, by=None):
    activity = register(world.bergen, world.kari)
    return verbs.add_photo(act(by or world.kari), activity, file, size=size, alt="Six students planting a birch")


def test_a_photo_stands_on_the_page_with_its_words(world, client):
    photo = added(world, picture())
    assert b"Six students planting a birch" in client.get(photo.activity.get_absolute_url()).content


def test_position_data_are_gone_and_the_picture_stands_upright(world):
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    photo = added(world, picture(exif=exif))
    with Image.open(photo.file.path) as kept:
        assert not kept.getexif() and kept.size == (800, 1200)


def test_the_thumbnail_is_made_once(world):
    photo = added(world, picture())
    verbs.make_small(photo)
    first = photo.small.name
    verbs.make_small(photo)
    with Image.open(photo.small.path) as small:
        assert photo.small.name == first and small.width == 640


@pytest.mark.parametrize("content", [b"PK\x03\x04 not a picture", b"", b"\xff\xd8\xff broken"])
def test_what_is_no_picture_is_refused(world, content):
    with pytest.raises(Refused, match="not a picture"):
        added(world, BytesIO(content))


def test_a_huge_file_is_refused(world):
    with pytest.raises(Refused, match="20 MB"):
        added(world, picture(), size=200_000_000)


def test_a_huge_picture_is_refused(world, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 1000)
    with pytest.raises(Refused, match="megapixels"):
        added(world, picture())


def test_an_activity_has_room_for_so_many_photos(world, monkeypatch):
    monkeypatch.setattr(verbs, "MOST_PHOTOS", 0)
    with pytest.raises(Refused, match="20 photos"):
        added(world, picture())


def test_a_full_disk_loses_nothing_but_the_photo(world, monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    with pytest.raises(Refused, match="no room"):
        added(world, picture())
    assert not Photo.objects.exists()


def test_a_hidden_photo_is_off_the_page_and_kept(world, client):
    photo = added(world, picture())
    verbs.hide_photo(act(world.kari), photo)
    assert client.get(f"/media/{photo.file.name}").status_code == 404 and Photo.objects.count() == 1


def test_and_can_be_put_back_from_where_photos_are_added(world, sign_in):
    photo = added(world, picture())
    verbs.hide_photo(act(world.kari), photo)
    kari, page = sign_in(world.kari), f"/activities/{photo.activity_id}/photos/"
    assert f"/photos/{photo.pk}/show/" in kari.get(page).content.decode()
    assert [kari.post(f"/photos/{photo.pk}/show/").status_code for _time in range(2)] == [302, 404]
    assert kari.get(f"/media/{photo.file.name}").getvalue() and "Taken off" not in kari.get(page).content.decode()


def test_what_is_on_the_page_is_not_put_back_again(world):
    photo = added(world, picture())
    verbs.show_photo(act(world.kari), photo)
    assert not journal.of(photo.activity).filter(verb="photo.shown").exists()


def test_but_not_where_there_is_no_room(world, sign_in, monkeypatch):
    photo = added(world, picture())
    verbs.hide_photo(act(world.kari), photo)
    monkeypatch.setattr(verbs, "MOST_PHOTOS", 0)
    page = sign_in(world.kari).post(f"/photos/{photo.pk}/show/", follow=True).content.decode()
    photo.refresh_from_db()
    assert "room for 20 photos" in page and photo.hidden_at


def test_others_do_not_hide_it_nor_put_it_back(world):
    photo = added(world, picture())
    for verb in (verbs.hide_photo, verbs.show_photo):
        with pytest.raises(NotAllowed):
            verb(act(world.ola), photo)


def test_a_png_becomes_a_jpeg(world, client):
    photo = added(world, picture("PNG"))
    answer = client.get(f"/media/{photo.file.name}")
    assert answer["Content-Type"] == "image/jpeg" and answer.getvalue().startswith(b"\xff\xd8")

"""Add a photo: re-encoded, turned upright, without position data; hide it again."""

import warnings
from io import BytesIO
from typing import IO

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity, Photo
from dugnad.core import journal
from dugnad.core.errors import Refused

MOST_BYTES = 20_000_000
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2400
SMALL_SIDE = 640
MOST_PHOTOS = 20


def add_photo(actor: Actor, activity: Activity, file: IO[bytes], *, size: int, alt: str) -> Photo:
    """Re-encode the picture as JPEG and keep it with its words."""
    activity = require(actor, Can.AMEND, activity)
    if activity.photos.filter(hidden_at=None).count() >= MOST_PHOTOS:
        raise Refused("too-many-photos", _("An activity has room for 20 photos; remove one first."), field="file")
    if size > MOST_BYTES:
        raise Refused("too-large", _("This file is larger than 20 MB. Send a smaller version of the photo."), field="file")
    content = ContentFile(_encoded(_opened(file), LONGEST_SIDE), name="photo.jpg")
    with transaction.atomic():
        photo = Photo(activity=activity, alt=alt, added_by=actor.person)
        try:
            photo.file.save(f"{photo.pk}.jpg", content, save=False)
        except OSError:
            raise Refused("no-room", _("There is no room on the server for the photo just now. The activity is safe; try again later."), field="file") from None
        photo.save(force_insert=True)
        journal.record(actor, "photo.added", activity, photo=photo.pk, alt=alt)
    return photo


@transaction.atomic
def hide_photo(actor: Actor, photo: Photo) -> None:
    """Take a photo off the page; nothing is deleted."""
    require(actor, Can.AMEND, photo.activity)
    photo.hidden_at = timezone.now()
    photo.save(update_fields=["hidden_at"])
    journal.record(actor, "photo.hidden", photo.activity, photo=photo.pk)


def make_small(photo: Photo) -> None:
    """The thumbnail; doing it twice changes nothing."""
    if not photo.small:
        with photo.file.open("rb") as file:
            content = ContentFile(_encoded(_opened(file), SMALL_SIDE), name="small.jpg")
        photo.small.save(f"{photo.pk}-small.jpg", content, save=False)
        Photo.objects.filter(pk=photo.pk, small="").update(small=photo.small.name)


def _opened(file: IO[bytes]) -> Image.Image:
    wrong = Refused("no-picture", _("This is not a picture that can be read. Send a JPEG, PNG or WebP file."), field="file")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(file, formats=("JPEG", "PNG", "WEBP", "GIF", "MPO"))
            if image.width * image.height > MOST_PIXELS:
                raise Refused("too-large", _("This picture has more than 60 megapixels. Send a smaller version."), field="file")
            image.load()
            return ImageOps.exif_transpose(image).convert("RGB")
    except Refused:
        raise
    except Exception:
        raise wrong from None


def _encoded(image: Image.Image, longest: int) -> bytes:
    image.thumbnail((longest, longest))
    out = BytesIO()
    image.save(out, "JPEG", quality=84, optimize=True)
    return out.getvalue()

"""Add a photo: re-encoded, turned upright, without position data; hide it, and show it again."""

from typing import IO

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity, Photo
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.core.pictures import encoded, opened

LONGEST_SIDE = 2400
SMALL_SIDE = 640
MOST_PHOTOS = 20


def add_photo(actor: Actor, activity: Activity, file: IO[bytes], *, size: int, alt: str) -> Photo:
    """Re-encode the picture as JPEG and keep it with its words."""
    activity = require(actor, Can.AMEND, activity)
    _room(activity)
    content = ContentFile(encoded(opened(file, size=size), LONGEST_SIDE), name="photo.jpg")
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


@transaction.atomic
def show_photo(actor: Actor, photo: Photo) -> None:
    """On the page again."""
    activity = require(actor, Can.AMEND, photo.activity)
    if photo.hidden_at is None:
        return
    _room(activity)
    photo.hidden_at = None
    photo.save(update_fields=["hidden_at"])
    journal.record(actor, "photo.shown", photo.activity, photo=photo.pk)


def _room(activity: Activity) -> None:
    if activity.photos.filter(hidden_at=None).count() >= MOST_PHOTOS:
        raise Refused("too-many-photos", _("An activity has room for 20 photos; remove one first."), field="file")


def make_small(photo: Photo) -> None:
    """The thumbnail; doing it twice changes nothing."""
    if not photo.small:
        with photo.file.open("rb") as file:
            content = ContentFile(encoded(opened(file, size=photo.file.size), SMALL_SIDE), name="small.jpg")
        photo.small.save(f"{photo.pk}-small.jpg", content, save=False)
        Photo.objects.filter(pk=photo.pk, small="").update(small=photo.small.name)

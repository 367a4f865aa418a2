"""Pictures that people send: opened with care and written anew, so that nothing but the picture is kept."""

import warnings
from io import BytesIO
from typing import IO

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from dugnad.core.errors import Refused

MOST_BYTES = 20_000_000
MOST_PIXELS = 60_000_000


def opened(file: IO[bytes], *, size: int, field: str = "file", mode: str = "RGB") -> Image.Image:
    """The picture, upright; Refused for what is none, and for what is too large."""
    if size > MOST_BYTES:
        raise Refused("too-large", _("This file is larger than 20 MB. Send a smaller version of the photo."), field=field)
    wrong = Refused("no-picture", _("This is not a picture that can be read. Send a JPEG, PNG or WebP file."), field=field)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(file, formats=("JPEG", "PNG", "WEBP", "GIF", "MPO"))
            if image.width * image.height > MOST_PIXELS:
                raise Refused("too-large", _("This picture has more than 60 megapixels. Send a smaller version."), field=field)
            image.load()
            return ImageOps.exif_transpose(image).convert(mode)
    except Refused:
        raise
    except Exception:
        raise wrong from None


def encoded(image: Image.Image, longest: int, kind: str = "JPEG") -> bytes:
    """Written anew, at most so many pixels long: a JPEG, or a PNG, which keeps what is transparent."""
    image.thumbnail((longest, longest))
    out = BytesIO()
    if kind == "JPEG":
        image.save(out, "JPEG", quality=84, optimize=True)
    else:
        image.save(out, "PNG", optimize=True)
    return out.getvalue()


def stored(name: str) -> bytes | None:
    """A file of the media folder; None when it is gone."""
    try:
        with default_storage.open(name, "rb") as file:
            return bytes(file.read())
    except OSError:
        return None

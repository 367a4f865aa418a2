"""Pictures to try sheets with: a photo of which every part looks different, and a logo."""

from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image

from dugnad.access.actor import SYSTEM
from dugnad.directory import actions
from dugnad.network.models import Brand, Unit


@cache
def photo(width: int = 900, height: int = 600) -> bytes:
    out = BytesIO()
    down = Image.linear_gradient("L")
    across = down.rotate(90)
    Image.merge("RGB", (down, across, down)).resize((width, height)).save(out, "JPEG")
    return out.getvalue()


def logo_of(unit: Unit, size: tuple[int, int], **more: Any) -> Brand:
    """A unit's brand with a logo of so many pixels."""
    out = BytesIO()
    Image.new("RGBA", size, (200, 20, 60, 90)).save(out, "PNG")
    return actions.edit_brand(SYSTEM, unit, logo=BytesIO(out.getvalue()), size=900, **more)

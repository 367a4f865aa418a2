"""A photo to try sheets with: every part of it looks different."""

from functools import cache
from io import BytesIO

from PIL import Image


@cache
def photo(width: int = 900, height: int = 600) -> bytes:
    out = BytesIO()
    down = Image.linear_gradient("L")
    across = down.rotate(90)
    Image.merge("RGB", (down, across, down)).resize((width, height)).save(out, "JPEG")
    return out.getvalue()

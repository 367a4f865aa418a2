"""A phone on a slow line: the first load of the form stays small."""

import gzip
import re
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

LIMIT = 100_000
LATIN = ["bricolage-grotesque-latin-700-normal", "noto-sans-latin-400-normal", "noto-sans-latin-700-normal"]


def read(name: str) -> bytes:
    return Path(str(finders.find(name))).read_bytes()


def test_the_first_load_of_the_form_is_small(sign_in: Any, world: Any) -> None:
    html = sign_in(world.kari).get(f"/units/{world.bergen.code.lower()}/register/").content
    sheets = set(re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js|svg))"', html.decode())) | {"web/stars.svg", "web/stitches.svg"}
    text = sum(len(gzip.compress(page)) for page in [html, *map(read, sheets)])
    fonts = sum(len(read(f"web/fonts/{font}.woff2")) for font in LATIN)
    assert fonts <= 55_000 and text + fonts <= LIMIT, (text, fonts)

"""A picture as a file: with its heading, its sentence and its source, its colours and letters inside it, and as PNG."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

import resvg_py

from dugnad.documents.markup import words
from dugnad.documents.picture import DESK, LETTER, Picture

HERE = Path(__file__).parent
EDGE, LINE, HEADING = 30, 22, 30  # pixels
SHARP = 2  # pixels of the PNG for one of the drawing


@cache
def looks() -> str:
    """The style sheet of a file: plain selectors and plain colours, since what draws it knows no others."""
    return " ".join((HERE / "sheet.css").read_text().split())


@cache
def policy() -> str:
    """A content security policy that allows this one style sheet and nothing else."""
    digest = b64encode(sha256(looks().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'"


def as_svg(picture: Picture, *, heading: str, said: str, source: Sequence[str]) -> str:
    """The picture on paper, 960 pixels wide."""
    lines = wrapped(said, DESK)
    top = EDGE + HEADING + LINE * len(lines) + 12
    height = top + picture.height + 24 + LINE * len(source) + EDGE - 12
    texts = [f'<text class="heading" x="{EDGE}" y="{EDGE + 20}">{words(heading)}</text>']
    texts += [f'<text class="said" x="{EDGE}" y="{EDGE + HEADING + 18 + i * LINE}">{words(line)}</text>' for i, line in enumerate(lines)]
    foot = top + picture.height + 36
    texts += [f'<text class="source" x="{EDGE}" y="{foot + i * LINE}">{words(line)}</text>' for i, line in enumerate(source)]
    drawn = f'<svg class="{picture.kind}" x="{EDGE}" y="{top}" width="{DESK}" height="{picture.height}" {picture.box}>{picture.inside}</svg>'
    size = f'width="{DESK + 2 * EDGE}" height="{height}" viewBox="0 0 {DESK + 2 * EDGE} {height}"'
    about = f"<title>{words(heading)}</title><desc>{words(' '.join((said, picture.desc)).strip())}</desc><style>{looks()}</style>"
    ground = '<rect class="sheet" width="100%" height="100%"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>{about}{ground}{"".join(texts)}{drawn}</svg>'


def as_png(svg: str) -> bytes:
    """The same drawing in dots, with our own letters."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_dirs=[str(HERE / "fonts")], font_family="Noto Sans", zoom=SHARP))


def wrapped(text: str, room: int) -> list[str]:
    """A text in lines of so many pixels."""
    most, lines = int(room / LETTER / 1.1), [""]
    for word in text.split():
        word = word[:most]
        lines = [*lines[:-1], f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) < most else [*lines, word]
    return lines


def alone(picture: Picture, room: int, paper: str = "#ffffff") -> str:
    """The drawing without a word around it, on the colour of its page: for a print that has its own heading and sentence."""
    style = looks().replace("#f6f0e4", paper)
    drawn = f'<svg class="{picture.kind}" color="#20242b" width="{room}" height="{picture.height}" {picture.box}>{picture.inside}</svg>'
    size = f'width="{room}" height="{picture.height}" viewBox="0 0 {room} {picture.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><style>{style}</style>{drawn}</svg>'

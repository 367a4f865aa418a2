"""The pictures of a report, drawn from its blocks: for the page and for the print."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from dugnad.documents import charts, cuttings, sheet
from dugnad.documents.charts.bars import Bar
from dugnad.documents.chosen import Place, chosen
from dugnad.documents.picture import DESK, PHONE, Picture, framed
from dugnad.documents.square import Square

ON_PAGE, IN_PRINT, ON_SLIDE = 24, 6, 7  # rows of a picture
SPARED = 3
PLACED = ("lat", "lon", "country")


def drawing(block: Mapping[str, Any], room: int, height: int = 240, most: int = ON_PAGE) -> Picture:
    """A block of kind "picture" for so much room; `most`: about so many rows."""
    bars = [Bar(**{name: value for name, value in row.items() if name not in PLACED}) for row in block["bars"]]
    told = {"title": block["title"], "desc": block["desc"], "unit": block["unit"]}
    if block["draw"] == "map":
        places = [Place(bar, row["lat"], row["lon"], row["country"]) for bar, row in zip(bars, block["bars"], strict=True)]
        return chosen(places, room=room, **told)
    if block["draw"] == "rows":
        return charts.rows([(bar.label, [bar]) for bar in bars[: rows_of(block, most)]], room=room, **told)
    return charts.series(bars, height=height, **told)


def on_page(block: Mapping[str, Any]) -> SafeString:
    """For a screen of any width; each mark opens the activities behind it."""
    return framed(drawing(block, DESK, most=ON_PAGE), drawing(block, PHONE, most=ON_PAGE))


def titled(block: Mapping[str, Any], most: int) -> str:
    """What it is called, and how many of all it shows."""
    shown, every = rows_of(block, most), len(block["bars"])
    if block["draw"] != "rows" or shown == every:
        return str(block["title"])
    return _("%(title)s: the first %(n)s of %(all)s") % {"title": block["title"], "n": shown, "all": every}


def rows_of(block: Mapping[str, Any], most: int) -> int:
    """How many rows are drawn: two or three more than there should be are better than a picture that leaves out two or three."""
    every = len(block["bars"])
    return every if every <= most + SPARED else most


def in_print(block: Mapping[str, Any], room: int, *, height: int = 240, most: int = IN_PRINT, paper: str = "#ffffff") -> bytes:
    """With its own colours inside."""
    return sheet.alone(drawing(block, room, height, most), room, paper).encode()


def cloth(squares: Sequence[Sequence[Any]], width: float, height: float, cells: int) -> bytes:
    """The quilt of the report's own activities."""
    drawn = [Square(title="", href="", motif=motif, filled=filled) for motif, filled in squares]
    return cuttings.cloth(drawn, width, height, cells=cells).encode()


def motif(name: str) -> bytes:
    return cuttings.knitted(name, cuttings.COLOURS.get(name, cuttings.INK)).encode()


def said(block: Mapping[str, Any], most: int = 12) -> str:
    """What a picture says to those who do not see it: its title, how it is drawn, its first numbers."""
    told = [f"{bar['label']}: {bar['shown']}" for bar in block["bars"][:most]]
    return f"{block['title']}. {block['desc']} {'; '.join(told)}{'…' if len(block['bars']) > most else '.'}"

"""Puts other people's words and addresses safely into SVG and HTML."""

import re
from typing import Any

from django.utils.html import escape

# XML 1.0 knows no way to write these, not even escaped; one of them makes a whole picture unreadable.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ADDRESS = re.compile(r"(https?:/|[/?#])")
NOT_IN_A_NAME = re.compile(r"[^a-z0-9-]+")


def words(value: Any) -> str:
    """Text that may stand between tags and in an attribute; what was called safe elsewhere is escaped here too."""
    return escape(FORBIDDEN.sub("", str(value)))


def address(href: str) -> str:
    """A link to a page; anything else (javascript: and its like) leads nowhere."""
    return words(href) if ADDRESS.match(href) else "#"


def name(value: str) -> str:
    """A class or id that cannot break out of its attribute."""
    return NOT_IN_A_NAME.sub("-", value.lower()).strip("-")


def number(value: float) -> str:
    """A coordinate, as short as it can be written."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def anchor(href: str | None, inside: str, *, classes: str, extra: str = "") -> str:
    """A link around a drawn thing, or a plain group where there is nothing to open."""
    if href is None:
        return f'<g class="{classes}"{extra}>{inside}</g>'
    return f'<a href="{address(href)}" class="{classes}"{extra}>{inside}</a>'

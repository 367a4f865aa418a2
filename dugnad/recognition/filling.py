"""The language of templates: {fields}, and [parts that are left out when one of their fields is empty]. Nothing in it is ever run.

Doubled signs stand for themselves: {{ [[ ]] }}. A block ({figures}, {examples}, {people}) stands on a line of its own.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

FIELDS = {
    "salutation": __("how the contact is addressed, or the colleagues in general"),
    "university": __("the name of the university"),
    "city": __("the city of the university"),
    "contact": __("the name of the contact; empty when there is none"),
    "section": __("the name of the section that writes"),
    "sections": __("all sections that serve the university"),
    "network": __("the name of the network"),
    "when": __("the period as it stands in a sentence: in 2026; from January 2026 to June 2026"),
    "activities": __("how many activities, in words: 12 activities"),
    "volunteers": __("how many volunteers, in words"),
    "volunteer_hours": __("how many hours of volunteering, in words"),
    "people_helped": __("how many people were helped, in words"),
    "international_students": __("how many international students took part, in words"),
    "local_students": __("how many local students took part, in words"),
    "coordinators": __("the names of the coordinators in one line"),
}
BLOCKS = {
    "figures": __("the table of figures; on a line of its own"),
    "examples": __("two examples with pictures; on a line of its own"),
    "people": __("the coordinators by name and office; on a line of its own"),
}
TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{([^{}\[\]\n]*)\}|[{}\[\]]")
BLOCK = re.compile(r"[ \t]*\{(figures|examples|people)\}[ \t]*")


class BadTemplate(ValueError):
    """A sentence that says what is wrong and where."""


def check(text: str) -> None:
    """BadTemplate when the text cannot be filled."""
    _parts(text)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its fields filled in; lines of blocks stay, for whoever lays them out."""
    out: list[str] = []
    for optional, pieces in _parts(text):
        names = [name for kind, name in pieces if kind == "field"]
        if not optional or all(values.get(name) for name in names):
            out += [values.get(piece, "") if kind == "field" else f"{{{piece}}}" if kind == "block" else piece for kind, piece in pieces]
    lines = [re.sub(r"[ \t]{2,}", " ", line).strip(" \t") for line in "".join(out).splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def paragraphs(text: str) -> list[dict[str, str]]:
    """A filled text as its paragraphs and blocks, in order."""
    found: list[dict[str, str]] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        lines: list[str] = []
        for line in part.splitlines():
            block = BLOCK.fullmatch(line)
            if block:
                found += [{"text": "\n".join(lines)}] if lines else []
                found, lines = [*found, {"block": block[1]}], []
            else:
                lines.append(line)
        found += [{"text": "\n".join(lines)}] if lines else []
    return found


def plain(text: str) -> str:
    """A filled text as it stands in a mail: without its blocks."""
    return "\n\n".join(part["text"] for part in paragraphs(text) if "text" in part)


def _parts(text: str) -> list[tuple[bool, list[tuple[str, str]]]]:
    """Runs of pieces (text, field or block), each with whether it may be left out."""
    parts: list[tuple[bool, list[tuple[str, str]]]] = [(False, [])]
    place = 0
    for token in TOKEN.finditer(text):
        line = text.count("\n", 0, token.start()) + 1
        parts[-1][1].append(("text", text[place : token.start()]))
        place = token.end()
        _take(token, text, line, parts)
    parts[-1][1].append(("text", text[place:]))
    if parts[-1][0]:
        raise BadTemplate(_("A square bracket is opened and not closed. Write [[ for a bracket that should be read."))
    return parts


def _take(token: "re.Match[str]", text: str, line: int, parts: list[tuple[bool, list[tuple[str, str]]]]) -> None:
    sign = token[0]
    if token[1] is not None:
        parts[-1][1].append(_field(token[1].strip(), text, token, line, optional=parts[-1][0]))
    elif len(sign) == 2:
        parts[-1][1].append(("text", sign[0]))
    elif sign in "{}":
        raise BadTemplate(_("Line %(n)s: a brace stands alone. A field is written {university}; write {{ for a brace that should be read.") % {"n": line})
    elif (sign == "[") == parts[-1][0]:
        raise BadTemplate(_("Line %(n)s: square brackets do not lie within one another, and each one that closes needs one that opens.") % {"n": line})
    else:
        parts.append((sign == "[", []))


def _field(name: str, text: str, token: "re.Match[str]", line: int, *, optional: bool) -> tuple[str, str]:
    if name in BLOCKS:
        start, end = text.rfind("\n", 0, token.start()) + 1, text.find("\n", token.end())
        alone = not text[start : token.start()].strip() and not text[token.end() : len(text) if end < 0 else end].strip()
        if not alone or optional:
            raise BadTemplate(_("Line %(n)s: {%(name)s} stands on a line of its own, outside of square brackets.") % {"n": line, "name": name})
        return "block", name
    if name in FIELDS:
        return "field", name
    near = get_close_matches(name.casefold(), [*FIELDS, *BLOCKS], 1, 0.5)
    hint = _("Did you mean {%(near)s}?") % {"near": near[0]} if near else _("The fields are listed below the text.")
    raise BadTemplate(_("Line %(n)s: there is no field {%(name)s}. %(hint)s") % {"n": line, "name": name[:40], "hint": hint})

"""What cells mean: durations, places, words of the vocabularies, yes and no."""

import ast
import json
import re

from dugnad.activities.vocabulary import Words

LENGTH = re.compile(r"P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?", re.I)
YES = {"yes", "y", "true", "1", "x", "ja", "oui", "vrai"}


def as_hours(text: str) -> str:
    """Hours from PT2H30M, 2:30, 90 min, 2,5 or "2 hours"; nothing and zero are unknown."""
    text = text.strip().casefold()
    if found := re.fullmatch(r"(\d+):(\d\d)(?::\d\d)?", text):
        return _hours(int(found[1]) + int(found[2]) / 60)
    if text.startswith("p") and (found := LENGTH.fullmatch(text)):
        days, hours, minutes = (int(part or 0) for part in found.groups())
        return _hours(days * 24 + hours + minutes / 60)
    if found := re.fullmatch(r"([\d.,]+)\s*(h|hours?|hrs?|timer?|heures?|min|minutes?|minutter)?\.?", text):
        plain = found[1].replace(",", ".")
        if not re.fullmatch(r"\d+\.?\d*|\.\d+", plain):
            return text
        number = float(plain)
        return _hours(number / 60 if (found[2] or "").startswith("min") else number)
    return text


def _hours(value: float) -> str:
    return f"{value:.2f}" if value > 0 else ""


def as_place(text: str) -> str:
    """A place; where a register exported an object instead, the address inside it."""
    if not text.startswith("{"):
        return text
    try:
        found = ast.literal_eval(text)
        address = json.loads(found["human_address"])
        return ", ".join(part for part in (address.get("address"), address.get("city"), address.get("zip")) if part)
    except (ValueError, SyntaxError, KeyError, TypeError, AttributeError, MemoryError, RecursionError):
        return text


def as_key(known: Words, kind: str, text: str) -> str:
    """The key of a word written by its key or by its name in any language; the text itself when nothing fits."""
    wanted = text.strip().casefold()
    for term in known.terms.values():
        if term.vocabulary.kind == kind and wanted in {term.key, *(str(name).casefold() for name in term.names.values())}:
            return known.key(term.pk)
    return text


def as_keys(known: Words, kind: str, text: str) -> list[str]:
    """The keys of several words, parted by commas, semicolons or strokes; goals also as “SDG 13”."""
    parts = [part.strip() for part in re.split(r"[,;|\n]", text) if part.strip()]
    if kind == "sdg":
        parts = [re.sub(r"^(?:sdg|odd|goal|mål)\s*", "", part, flags=re.I) for part in parts]
    whole = as_key(known, kind, text)
    return [whole] if whole != text else [as_key(known, kind, part) for part in parts]


def as_yes(text: str) -> str:
    return "on" if text.strip().casefold() in YES else ""

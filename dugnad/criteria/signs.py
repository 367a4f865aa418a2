"""Words that speak for a criterion, in the languages that ship: found at the beginning of a word, or as the whole of a short one."""

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

SHORT = 4
SHIPPED = Path(__file__).parent / "shipped"


@cache
def signs() -> dict[str, list[str]]:
    """The words of every language, by criterion."""
    found = json.loads((SHIPPED / "signs.json").read_text(encoding="utf-8"))
    return {key: sorted({word for words in languages.values() for word in words}) for key, languages in found.items()}


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    told = [re.escape(word.casefold()) + ("" if len(word) > SHORT else r"\b") for word in words]
    return re.compile(rf"\b(?:{'|'.join(told)})\w*")


def first(words: Iterable[str], texts: dict[str, str]) -> tuple[str, str] | None:
    """The field in which one of the words stands, and what stands there; None if none does."""
    told = tuple(words)
    if not told:
        return None
    pattern = _pattern(told)
    for name, text in texts.items():
        if hit := pattern.search(text.casefold()):
            return name, hit.group()
    return None

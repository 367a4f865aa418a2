"""Which words of a text say what it is about, and by which stem they are known: the same for “school” and “schools”.

A text's language is the one whose small words it has most of. Some words say the same in several languages, or in forms that no stem
joins (“lonely”, “loneliness”, “ensomhet”): these stand in `data/meanings.json` and share one stem.
"""

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import snowballstemmer

from dugnad.core.letters import folded

DATA = Path(__file__).resolve().parent / "data"
STEMMERS = {"en": "english", "nb": "norwegian", "fr": "french"}
SHORTEST, MOST = 3, 60
WORD = re.compile(r"[^\W\d_]+")


def significant(text: str) -> dict[str, str]:
    """Stem → the word as it was first written, in the order of the text."""
    written = WORD.findall(text)
    language = language_of(written)
    found: dict[str, str] = {}
    for word in written:
        plain = folded(word)
        if len(plain) >= SHORTEST and plain not in small(language) and len(found) < MOST:
            found.setdefault(stem(word.lower(), language), word.lower())
    return found


def language_of(words: list[str]) -> str:
    """English, unless the small words of another language are more."""
    plain = [folded(word) for word in words]
    return max(STEMMERS, key=lambda language: (sum(word in small(language) for word in plain), language == "en"))


@cache
def small(language: str) -> frozenset[str]:
    """Words that stand in every text, and those that stand in every need."""
    return frozenset(folded(word) for word in _read("small")[language].split())


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    plain = _plain(word, language)
    return _meanings(language).get(plain, plain)


def _plain(word: str, language: str) -> str:
    """The stemmer knows accents; what it gives is compared without them."""
    return folded(_stemmer(language).stemWord(word))


@cache
def _meanings(language: str) -> Mapping[str, str]:
    """Stem → the stem that it shares with the same in other forms and languages."""
    rows = _read("meanings")
    return {_plain(word, language): f"={name}" for name, row in rows.items() for word in row[language].split()}


@cache
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(STEMMERS[language])


@cache
def _read(name: str) -> Any:
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))

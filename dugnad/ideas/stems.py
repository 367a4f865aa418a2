"""Words as they are found: folded, and cut to their stems in the languages that ship; the same on both databases."""

import re
from functools import cache, lru_cache

from snowballstemmer import stemmer

from dugnad.core.letters import folded

STEMMED = {"en": "english", "nb": "norwegian", "fr": "french"}
WORD = re.compile(r"[^\W_]+")
LONGEST = 60  # letters: what is longer is no word
SHORT, LONG = 4, 7  # letters: of fewer than SHORT every word is like some other; from LONG on a slip leaves a triple in the middle
EMPTY = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "do",
        "for",
        "from",
        "has",
        "have",
        "how",
        "in",
        "is",
        "it",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "that",
        "the",
        "their",
        "they",
        "this",
        "to",
        "we",
        "what",
        "when",
        "where",
        "which",
        "who",
        "will",
        "with",
        "you",
        "your",
        "at",
        "av",
        "de",
        "den",
        "der",
        "det",
        "du",
        "e",
        "eller",
        "en",
        "er",
        "et",
        "for",
        "fra",
        "ha",
        "han",
        "har",
        "hun",
        "i",
        "ikke",
        "kan",
        "med",
        "men",
        "mot",
        "nar",
        "om",
        "og",
        "oss",
        "pa",
        "sa",
        "seg",
        "skal",
        "som",
        "til",
        "ut",
        "var",
        "ved",
        "vi",
        "vil",
        "au",
        "aux",
        "avec",
        "ce",
        "ces",
        "dans",
        "de",
        "des",
        "du",
        "elle",
        "en",
        "est",
        "et",
        "il",
        "ils",
        "je",
        "la",
        "le",
        "les",
        "leur",
        "mais",
        "ne",
        "nos",
        "notre",
        "nous",
        "ou",
        "par",
        "pas",
        "pour",
        "que",
        "qui",
        "sa",
        "se",
        "ses",
        "son",
        "sur",
        "un",
        "une",
        "vos",
        "votre",
        "vous",
    ]
)


def parted(text: str) -> list[str]:
    """The words of a text, with their accents, in small letters."""
    return [word[:LONGEST] for word in WORD.findall(text.casefold())]


def stems(text: str, language: str) -> str:
    """What a text is found by. A word typed without its accents has to be found too, so both ways of writing it are cut."""
    return " ".join(dict.fromkeys(stem for word in parted(text) for stem in _cut(word, language)))


def asked(text: str) -> list[list[str]]:
    """For each word that says something, all that it may stand as: in whatever language it was typed."""
    words = [word for word in parted(text) if folded(word) not in EMPTY]
    return [list(dict.fromkeys(stem for language in ("", *STEMMED) for stem in _cut(word, language))) for word in dict.fromkeys(words)]


@lru_cache(maxsize=50_000)
def _cut(word: str, language: str) -> tuple[str, ...]:
    found = {part for way in (word, folded(word)) for part in WORD.findall(folded(_stemmer(language).stemWord(way) if language in STEMMED else way))}
    return tuple(sorted(found))


@cache
def _stemmer(language: str):  # type: ignore[no-untyped-def]
    return stemmer(STEMMED[language])


def triples(word: str) -> set[str]:
    """The triples of letters of a word, with its edges, as pg_trgm counts them."""
    edged = f"  {word} "
    return {edged[at : at + 3] for at in range(len(edged) - 2)}


def alike(word: str, other: str) -> float:
    """What part of their triples two words share: 1 for the same word. One slip of the fingers spoils nearly all triples of a short word, so it is seen for itself."""
    mine, theirs = triples(word), triples(other)
    shared = len(mine & theirs) / len(mine | theirs)
    return max(shared, 1 - 1 / len(word)) if word != other and slipped(word, other) else shared


def slipped(word: str, other: str) -> bool:
    """Is one letter missing, too many, or another, or are two neighbours changed round? In words of four letters and more."""
    if min(len(word), len(other)) < SHORT or abs(len(word) - len(other)) > 1:
        return False
    while word and other and word[0] == other[0]:
        word, other = word[1:], other[1:]
    while word and other and word[-1] == other[-1]:
        word, other = word[:-1], other[:-1]
    return max(len(word), len(other)) <= 1 or (len(word) == 2 and word == other[::-1])


def edged(words: list[str]) -> set[str]:
    """The triples of words, as an index over titles holds them: of short ones with their edges, since one slip may spoil all others."""
    parts = [word if len(word) >= LONG else f" {word} " for word in words]
    return {part[at : at + 3] for part in parts for at in range(len(part) - 2)}


def turned(words: list[str]) -> list[str]:
    """Words of four letters with the middle ones changed round: the only slip that leaves no triple, not even at an edge."""
    return [word[0] + word[2] + word[1] + word[3] for word in words if len(word) == SHORT]

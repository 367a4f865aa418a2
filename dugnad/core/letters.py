"""Text as it is compared: whoever searches need not know its accents, its case or its special letters."""

import unicodedata

LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ß": "ss", "þ": "th", "ð": "d", "ı": "i"})


def folded(text: str) -> str:
    """“Tromsø” and “TROMSO” are the same, and so are “Málaga” and “malaga”."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(LETTERS)

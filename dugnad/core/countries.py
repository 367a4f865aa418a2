"""Countries: their codes as ISO 3166 has them and files of the European Union write them, and their names in the reader's language."""

from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language

OTHERS = {"EL": "GR", "UK": "GB"}


def iso(code: str) -> str:
    """The code of ISO 3166, in capitals."""
    return OTHERS.get(code.upper(), code.upper())


def country(code: str) -> str:
    """NO → Norway; a code that is none stands for itself."""
    return _named(code, (get_language() or "en").replace("-", "_"))


@lru_cache(maxsize=1000)
def _named(code: str, language: str) -> str:
    return str(Locale.parse(language).territories.get(code, code))

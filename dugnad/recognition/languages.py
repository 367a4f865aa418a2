"""The languages in which letters are written, and which of them a country reads."""

LANGUAGES = [
    ("en", "English"),
    ("nb", "Norsk bokmål"),
    ("fr", "Français"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("it", "Italiano"),
    ("pl", "Polski"),
    ("el", "Ελληνικά"),
]
KNOWN = [code for code, _name in LANGUAGES]
READS = {
    "nb": "NO",
    "fr": "FR RE LU MC",
    "de": "DE AT CH LI",
    "es": "ES",
    "it": "IT SM",
    "pl": "PL",
    "el": "GR CY",
}
BY_COUNTRY = {country: language for language, countries in READS.items() for country in countries.split()}


def of_country(code: str) -> str:
    """The first language of a country that we can write; else English."""
    return BY_COUNTRY.get(code, "en")

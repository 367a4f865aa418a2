"""The levels of the default network, as data."""

from typing import Any

LEVELS: list[dict[str, Any]] = [
    {"key": "international", "rank": 0, "groups": False, "names": {"en": "international", "nb": "internasjonalt", "fr": "international"}},
    {"key": "platform", "rank": 1, "groups": True, "names": {"en": "regional platform", "nb": "regional plattform", "fr": "plateforme régionale"}},
    {"key": "country", "rank": 2, "groups": False, "names": {"en": "country", "nb": "land", "fr": "pays"}},
    {"key": "section", "rank": 3, "groups": False, "names": {"en": "section", "nb": "lokallag", "fr": "section"}},
]

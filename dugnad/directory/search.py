"""Which units the directory shows, and in which order: accents and case do not matter to who searches."""

from collections import defaultdict
from typing import Any

from django.utils.translation import get_language

from dugnad.core.letters import folded
from dugnad.network.models import Office, Unit


def found(asked: str) -> list[int]:
    """The keys of the open units that answer, country by country: the whole first, then platforms, then each country with its sections."""
    rows: list[Any] = list(Unit.objects.open().values("pk", "code", "name", "names", "city", "parent_id", "level__rank", "level__groups"))
    countries = {row["pk"]: row for row in rows}
    people, wanted = _people() if asked else {}, folded(asked)
    kept = [row for row in rows if _answers(wanted, row, countries.get(row["parent_id"]), people)]
    return [row["pk"] for row in sorted(kept, key=lambda row: _place(row, countries.get(row["parent_id"])))]


def _people() -> dict[int, list[str]]:
    held: dict[int, list[str]] = defaultdict(list)
    for unit, name in Office.objects.held_on().values_list("unit_id", "person__name"):
        held[unit].append(name)
    return held


def _answers(wanted: str, row: Any, parent: Any, people: dict[int, list[str]]) -> bool:
    if not wanted or wanted == folded(row["code"]):
        return True
    texts = [row["city"], *_names(row), *(_names(parent) if parent else []), *people.get(row["pk"], [])]
    return any(wanted in folded(text) for text in texts)


def _names(row: Any) -> list[str]:
    return [row["name"], *map(str, row["names"].values())]


def _place(row: Any, parent: Any) -> tuple[Any, ...]:
    if row["level__groups"] or parent is None:
        return (0, "", row["level__rank"], _shown(row))
    country = row if parent["parent_id"] is None else parent
    return (1, _shown(country), row["level__rank"], _shown(row))


def _shown(row: Any) -> str:
    return folded(str(row["names"].get(get_language() or "en") or row["names"].get("en") or row["name"]))

"""Under what every published idea is filed, kept at hand: a number of many bits for each value of each facet.

Filters are intersections of such numbers and facets their counts, so twenty thousand ideas cost a millisecond. The shelf is made anew
when the mark of ideas, of words or of needs changes.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection

from dugnad.activities.vocabulary import words
from dugnad.core import marks
from dugnad.ideas.models import Adaptation, Idea, Named, Season, Translation, Words

MARK = "ideas"
PEOPLE = (3, 5, 10, 20, 50)
BUDGETS = (0, 50, 200, 1000)
WITHIN = (7, 30, 90)


@dataclass(frozen=True)
class Shelf:
    """Ideas from the newest on; a bit of `filed` for each, at its place. `rows` leads from a row of `Words` to the place."""

    keys: list[UUID]
    rows: dict[int, int]
    filed: dict[tuple[str, Any], int] = field(default_factory=dict)

    @property
    def all(self) -> int:
        return (1 << len(self.keys)) - 1

    def under(self, facet: str, value: Any) -> int:
        return self.filed.get((facet, value), 0)

    def values(self, facet: str) -> list[Any]:
        return [value for name, value in self.filed if name == facet]

    def bits(self, rows: Iterable[int]) -> int:
        """The ideas of some rows of `Words`."""
        return bits((self.rows[row] for row in rows if row in self.rows), len(self.keys))

    def of(self, ideas: Iterable[UUID]) -> int:
        wanted = set(ideas)
        return bits((at for at, key in enumerate(self.keys) if key in wanted), len(self.keys)) if wanted else 0


def bits(at: Iterable[int], many: int) -> int:
    held = bytearray(many // 8 + 1)
    for place in at:
        held[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(held, "little")


def places(found: int) -> list[int]:
    """Where the bits are."""
    return [byte * 8 + bit for byte, value in enumerate(found.to_bytes(found.bit_length() // 8 + 1, "little")) if value for bit in range(8) if value >> bit & 1]


_kept: dict[str, tuple[object, Shelf]] = {}


def shelf() -> Shelf:
    """As it stands now."""
    name, mark = str(connection.settings_dict["NAME"]), tuple(marks.current(mark) for mark in (MARK, "vocabulary", "needs"))
    if name not in _kept or _kept[name][0] != mark:
        _kept[name] = (mark, _made())
    return _kept[name][1]


def tried() -> set[UUID]:
    """Asked each time: what an activity came to changes no mark of ours."""
    return set(Adaptation.objects.tried().order_by().values_list("idea_id", flat=True).distinct())


def _made() -> Shelf:
    columns = ("pk", "effort", "people", "budget", "ready_in", "seasons", "language", "unit__country")
    rows = list(Idea.objects.published().newest().values_list(*columns))
    place = {row[0]: at for at, row in enumerate(rows)}
    filed: dict[tuple[str, Any], list[int]] = defaultdict(list)
    for at, (_pk, effort, people, budget, ready_in, seasons, language, country) in enumerate(rows):
        known = [("effort", effort), ("country", country), ("language", language)]
        known += [("season", one) for one in seasons or Season.values]
        known += [("people", most) for most in PEOPLE if people <= most]
        known += [("budget", most) for most in BUDGETS if budget <= most]
        known += [("within", most) for most in WITHIN if ready_in <= most]
        for value in known:
            filed[value].append(at)
    key = words().key
    for idea, term in Idea.causes.through.objects.values_list("idea_id", "term_id"):
        if idea in place:
            filed["cause", key(term)].append(place[idea])
    for idea, language in Translation.objects.values_list("idea_id", "language"):
        if idea in place:
            filed["language", language].append(place[idea])
    answered = Named.objects.in_sight().filter(need__state="open").values_list("idea_id", "need__unit__country").distinct()
    for idea, country in answered.order_by():
        if idea in place:
            filed["answers", country].append(place[idea])
    found = {row: place[idea] for row, idea in Words.objects.values_list("pk", "idea_id") if idea in place}
    return Shelf([row[0] for row in rows], found, {value: bits(at, len(rows)) for value, at in filed.items()})

"""The one search behind the list, the API and the benchmark: words and facets in, a page of ideas and the counts of every facet out."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from dugnad.ideas import finding, shelf

PAGE = 20
EXACT = ("cause", "effort", "season", "language", "country", "answers")
AT_MOST = {"people": shelf.PEOPLE, "budget": shelf.BUDGETS, "within": shelf.WITHIN}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked for; what is left out is not asked."""

    q: str = ""
    cause: str = ""
    effort: int | None = None
    people: int | None = None
    budget: int | None = None
    within: int | None = None
    season: str = ""
    language: str = ""
    country: str = ""
    answers: str = ""
    tried: str = ""
    page: int = 1

    @property
    def anything(self) -> bool:
        return self != Wanted(page=self.page)


@dataclass(frozen=True)
class Found:
    """`ideas` are those of the page, `like` how many were found only by a title like the words."""

    total: int
    ideas: list[UUID]
    like: int = 0
    counts: dict[str, dict[Any, int]] = field(default_factory=dict)


def search(wanted: Wanted, *, size: int = PAGE) -> Found:
    """At most six queries, whatever is asked."""
    held = shelf.shelf()
    tried = held.of(shelf.tried())
    within = _filtered(held, wanted, tried)
    groups, like = ([within], []) if not wanted.q.strip() else _found(held, within, wanted.q)
    whole = sum(groups) | shelf.bits(like, len(held.keys))  # groups share no idea
    first = (wanted.page - 1) * size
    listed: list[int] = []
    for group in groups:
        many = group.bit_count()
        if len(listed) < size and first < many:
            listed += shelf.places(group)[first : first + size - len(listed)]
        first = max(0, first - many)
    if len(listed) < size:
        listed += like[first : first + size - len(listed)]
    return Found(whole.bit_count(), [held.keys[at] for at in listed], len(like), counted(held, whole, tried))


def counted(held: shelf.Shelf, found: int, tried: int) -> dict[str, dict[Any, int]]:
    """How many of these ideas stand under each value; those without any are left out."""
    counts: dict[str, dict[Any, int]] = {"tried": {"yes": (found & tried).bit_count(), "no": (found & ~tried).bit_count()}}
    for (facet, value), filed in held.filed.items():
        if many := (found & filed).bit_count():
            counts.setdefault(facet, {})[value] = many
    return counts


def _filtered(held: shelf.Shelf, wanted: Wanted, tried: int) -> int:
    found = held.all
    for facet in EXACT:
        if (value := getattr(wanted, facet)) not in ("", None):
            found &= held.under(facet, value)
    for facet, steps in AT_MOST.items():
        if (most := getattr(wanted, facet)) is not None:
            found &= held.under(facet, max((step for step in steps if step <= most), default=None))
    if wanted.tried:
        found &= tried if wanted.tried == "yes" else ~tried
    return found


def _found(held: shelf.Shelf, within: int, text: str) -> tuple[list[int], list[int]]:
    """In the title, then anywhere, each from the newest on; and the places of those with a title like it, the likest first."""
    heads, whole, like = finding.found(text)
    first = held.bits(heads) & within
    then = held.bits(whole) & within & ~first
    rest = dict.fromkeys(held.rows[row] for row in like if row in held.rows)
    return [first, then], [at for at in rest if (within & ~(first | then)) >> at & 1]

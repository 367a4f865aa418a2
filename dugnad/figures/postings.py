"""What a record says to the accounts, and the lines that follow from it. Pure functions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from dugnad.figures.measures import COLUMNS, Measures

Key = tuple[int, str, str, int]
AMOUNT = len(COLUMNS) - 1


@dataclass(frozen=True, slots=True)
class Posting:
    """One record: the units for which it counts, its month, its facets, its sums.

    `facets` maps a facet to its values; `amounts` maps "measure" or "money" to {value: thousandths or cents}.
    """

    record: UUID
    unit: int
    month: int
    scopes: tuple[int, ...]
    measures: Measures
    facets: dict[str, list[str]] = field(default_factory=dict)
    amounts: dict[str, dict[str, int]] = field(default_factory=dict)


def lines(
    scopes: Any, month: int, sums: tuple[int, ...], facets: dict[str, list[str]], amounts: dict[str, dict[str, int]]
) -> Iterator[tuple[Key, tuple[int, ...]]]:
    """Every (unit, facet, value, month) that one posting moves, with what it adds there."""
    for unit in scopes:
        yield (unit, "", "", month), sums
        for facet, values in facets.items():
            for value in values:
                yield (unit, facet, value, month), sums
        for facet, found in amounts.items():
            for value, amount in found.items():
                yield (unit, facet, value, month), (*sums[:AMOUNT], amount if sums[0] >= 0 else -amount)


def of(posting: Posting) -> Iterator[tuple[Key, tuple[int, ...]]]:
    """The lines of a posting."""
    return lines(posting.scopes, posting.month, posting.measures.row(), posting.facets, posting.amounts)

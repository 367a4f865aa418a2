"""The goals of searching, and whether the figures meet them."""

from typing import Any

from dugnad.cli.bench.goals import _most

MOST_MS, MOST_QUERIES = 50, 12


def judged(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Every question on every database."""
    goals = []
    for vendor, told in found["databases"].items():
        goals += [_most(f"{vendor}: {name}, ms", one["ms"], MOST_MS) for name, one in told["questions"].items()]
        goals.append(_most(f"{vendor}: queries of the most expensive question", max(one["queries"] for one in told["questions"].values()), MOST_QUERIES))
    return goals

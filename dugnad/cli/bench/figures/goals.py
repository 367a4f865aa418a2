"""The goals of the benchmark of the figures, and whether they are met."""

from collections.abc import Iterator
from statistics import geometric_mean
from typing import Any

from dugnad.cli.bench.goals import _least, _most

STANDARD = (
    "totals",
    "countries in one year",
    "cause × month of one country",
    "growth, top 50 sections",
    "goals of a platform",
    "sections active in each month",
    "monthly series of all years",
)
BOARD = "leaderboard of all sections, one cause"
AS_OF = ("as it stood a year ago, one country", "as it stood a year ago, the network by cause")
PAGE = "page of a platform"


def judged(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Every goal with its figure, at the largest size."""
    sizes = list(found["sizes"])
    largest = found["sizes"][sizes[-1]]
    goals: list[dict[str, Any]] = []
    for vendor in ("sqlite", "postgresql"):
        goals += _questions(vendor, largest)
        goals += _growing(vendor, found["sizes"][sizes[0]], largest)
        rebuilt = largest[vendor]["rebuild"]
        goals.append(_least(f"{vendor}: entries a second, rebuilding all balances", rebuilt["rate"], 200_000))
        goals.append(_most(f"{vendor}: different answers to a reader while rebuilding", rebuilt["beside"]["answers"], 1))
        goals.append(_most(f"{vendor}: balances that a rebuild had to correct", rebuilt["corrected"], 0))
    return goals + _writing(found)


def _questions(vendor: str, size: dict[str, Any]) -> Iterator[dict[str, Any]]:
    asked = size[vendor]["questions"]
    for name in STANDARD:
        yield _most(f"{vendor}: {name}, ms", asked[name]["ours"], 5)
    yield _most(f"{vendor}: {BOARD}, ms", asked[BOARD]["ours"], 10)
    for name in AS_OF:
        yield _most(f"{vendor}: {name}, ms", asked[name]["ours"], 25)
    names = [*STANDARD, BOARD, *AS_OF]
    yield _least(f"{vendor}: times as fast as DuckDB, geometric mean", geometric_mean(size["duckdb"]["questions"][n] / asked[n]["ours"] for n in names), 20)
    if vendor == "postgresql":
        yield _least("postgresql: times as fast as its raw activities, geometric mean", geometric_mean(asked[n]["raw"] / asked[n]["ours"] for n in names), 200)
    yield _least(f"{vendor}: plain SQL counts the same activities", float(size[vendor]["same"]), 1)


def _growing(vendor: str, small: dict[str, Any], large: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Growing with units × months: at most as the balances do, not as the activities."""
    names = [*STANDARD, BOARD]
    grown = geometric_mean(large[vendor]["questions"][n]["ours"] / small[vendor]["questions"][n]["ours"] for n in names)
    yield _most(f"{vendor}: questions, time at the largest against the smallest size", grown, max(1.2, large[vendor]["balances"] / small[vendor]["balances"]))


def _writing(found: dict[str, Any]) -> list[dict[str, Any]]:
    writing, killing = found["writing"], found["killing"]
    return [
        _least("postgresql: 8 writers with entries against bare inserts", writing["posted"] / writing["bare"], 0.9),
        _most("postgresql: wrong answers while 8 write", writing["wrong"], 0),
        _most("postgresql: differences after killing folder and writers", killing["audit"]["differences"], 0),
    ]

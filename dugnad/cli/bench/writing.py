"""How many registrations a second, beside bare inserts of the same row, with 1 and 8 writers."""

from typing import Any

from dugnad.cli.bench import child
from dugnad.cli.bench.databases import Env

WRITERS = (1, 8)
ROUNDS = 3


def measure(env: Env, seconds: float) -> dict[str, Any]:
    """Bare and through the action in turns, so that a noisy machine is noisy for both."""
    rates: dict[tuple[str, int], list[float]] = {}
    for turn in range(ROUNDS):
        for writers in WRITERS:
            for kind in ("bare", "action", "full"):
                rates.setdefault((kind, writers), []).append(_rate(env, kind, writers, seconds / ROUNDS, turn))
    return {f"{kind}_{writers}": round(sorted(found)[ROUNDS // 2], 1) for (kind, writers), found in rates.items()}


def _rate(env: Env, kind: str, writers: int, seconds: float, turn: int) -> float:
    said = child.together([("writer", kind, seconds, turn * 100 + number) for number in range(writers)], env=env)
    return sum(one["done"] / one["seconds"] for one in said)

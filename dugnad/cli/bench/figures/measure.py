"""All of it: questions at several sizes, on SQLite and PostgreSQL and in a column store; writing, rebuilding, killing."""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dugnad.cli.bench import child
from dugnad.cli.bench.databases import Env
from dugnad.cli.bench.figures import goals, killing
from dugnad.cli.bench.filled import filled

VENDORS = ("sqlite", "postgresql")
ROUNDS = 3


def measure(activities: Sequence[int], seconds: float, kills: int, keep: Path | None) -> dict[str, Any]:
    """All figures, and for each goal whether it was met."""
    found: dict[str, Any] = {"activities": list(activities), "seconds": seconds, "sizes": {}}
    for number in activities:
        size: dict[str, Any] = {}
        found["sizes"][str(number)] = size
        for vendor in VENDORS:
            with filled(vendor, number, keep) as env:
                _tell(f"{vendor}: {number:,} activities, questions")
                size[vendor] = child.run("figures.asker", "raw", env=env)
                if vendor == "sqlite":
                    _tell(f"open data and DuckDB: {number:,} activities")
                    size["duckdb"] = _column_store(env)
                _tell(f"{vendor}: {number:,} activities, rebuilding")
                size[vendor]["rebuild"] = _rebuilding(env)
                if number == activities[0] and vendor == "postgresql":
                    _tell("postgresql: writing, and killing")
                    found["writing"] = _writing(env, seconds)
                    found["killing"] = killing.measure(env, kills)
    found["goals"] = goals.judged(found)
    found["goals_met"] = all(goal["met"] for goal in found["goals"])
    return found


def _column_store(env: Env) -> Any:
    with tempfile.TemporaryDirectory(prefix="dugnad-bench-") as folder:
        return child.run("figures.ducker", Path(folder) / "open", env=env)


def _rebuilding(env: Env) -> dict[str, Any]:
    """A reader alone, then a reader beside a rebuild for as long as that is likely to take."""
    alone = child.run("figures.beside", "read", 3, env=env)
    once = child.run("figures.beside", "rebuild", 0, env=env)
    both = child.together([("figures.beside", "rebuild", 0), ("figures.beside", "read", max(1.0, once["seconds"]))], env=env)
    return once | {"alone": alone, "beside": both[1], "corrected": once["corrected"] + both[0]["corrected"]}


def _writing(env: Env, seconds: float) -> dict[str, Any]:
    """Bare and posted in turns; then posted with the folder at work and a reader who checks each answer."""
    rates: dict[str, list[float]] = {"bare": [], "posted": []}
    for turn in range(ROUNDS):
        for kind, found in rates.items():
            said = child.together([("figures.poster", kind, seconds / ROUNDS, turn * 100 + number) for number in range(8)], env=env)
            found.append(sum(one["done"] / one["seconds"] for one in said))
        while child.run("figures.beside", "fold", 1, env=env)["waiting"]:
            pass
    checked = [("figures.beside", "watch", seconds), ("figures.beside", "fold", seconds), *(("figures.poster", "posted", seconds, n) for n in range(8))]
    watched, folded, *written = child.together(checked, env=env)
    middle = {kind: round(sorted(found)[ROUNDS // 2], 1) for kind, found in rates.items()}
    return middle | watched | {"waiting": folded["waiting"], "with_folder": round(sum(one["done"] / one["seconds"] for one in written), 1)}


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)

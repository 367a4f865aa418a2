"""The benchmark of the record: registering, pages, and the form, on SQLite and PostgreSQL, in one run."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dugnad.cli.bench import child, goals, writing
from dugnad.cli.bench.databases import Env
from dugnad.cli.bench.filled import filled

VENDORS = ("sqlite", "postgresql")


def measure(activities: Sequence[int], seconds: float, keep: Path | None) -> dict[str, Any]:
    """All figures, and for each goal whether it was met."""
    found: dict[str, Any] = {"activities": list(activities), "seconds": seconds, "databases": {}}
    for vendor in VENDORS:
        found["databases"][vendor] = _database(vendor, activities, seconds, keep, found)
    found["goals"] = goals.judged(found)
    found["goals_met"] = all(goal["met"] for goal in found["goals"])
    return found


def _database(vendor: str, activities: Sequence[int], seconds: float, keep: Path | None, found: dict[str, Any]) -> dict[str, Any]:
    pages: dict[str, Any] = {}
    for number in activities:
        with filled(vendor, number, keep) as env:
            _tell(f"{vendor}: pages with {number:,} activities")
            pages[str(number)] = child.run("reader", env=env)
            _tell("  " + ", ".join(f"{name} {page['ms']} ms" for name, page in pages[str(number)].items()))
            if number == activities[0]:
                registering = _registering(vendor, env, seconds)
                found.setdefault("form", child.run("opener", env=env))
    return {"registering": registering, "pages": pages}


def _registering(vendor: str, env: Env, seconds: float) -> dict[str, Any]:
    _tell(f"{vendor}: registering")
    rates = writing.measure(env, seconds)
    _tell("  " + ", ".join(f"{kind} {rate:.0f}/s" for kind, rate in rates.items()))
    _tell(f"{vendor}: audit")
    return rates | {"audit": child.run("auditor", env=env)}


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)

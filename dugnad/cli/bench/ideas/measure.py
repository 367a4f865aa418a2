"""What a search costs among so many ideas, on both databases, with the goals."""

import sys
from typing import Any

from dugnad.cli.bench import child
from dugnad.cli.bench.databases import temporary
from dugnad.cli.bench.ideas import goals

ACTIVITIES = 600


def measure(many: int) -> dict[str, Any]:
    """All figures, and for each goal whether it was met."""
    found: dict[str, Any] = {"ideas": many, "databases": {}}
    for vendor in ("sqlite", "postgresql"):
        with temporary(vendor) as env:
            print(f"{vendor}: filling with {many:,} ideas", file=sys.stderr, flush=True)
            child.run("filler", ACTIVITIES, env=env)
            child.run("ideas.writer", many, env=env)
            found["databases"][vendor] = child.run("ideas.asker", env=env)
    found["goals"] = goals.judged(found)
    found["goals_met"] = all(goal["met"] for goal in found["goals"])
    return found

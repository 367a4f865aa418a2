"""The benchmark of print: letters from the database to files, beside WeasyPrint with the same letter in one run; and sheets."""

import sys
from typing import Any

from dugnad.cli.bench import child
from dugnad.cli.bench.databases import Env, temporary
from dugnad.cli.bench.print import goals

SIZES = (1, 100, 1_000)
ACTIVITIES = 20_000


def measure(many: int, streamed: int) -> dict[str, Any]:
    """All figures, and for each goal whether it was met. `many`: the largest number of letters beside WeasyPrint; `streamed`: those of the memory's figure."""
    sizes = [size for size in SIZES if size <= many]
    with temporary("sqlite") as env:
        _tell(f"filling with {ACTIVITIES:,} activities and {max(streamed, many):,} letters")
        child.run("filler", ACTIVITIES, env=env)
        child.run("print.writer", max(streamed, many), env=env)
        found: dict[str, Any] = {"letters": sizes, "streamed": streamed, "ours": {}, "weasyprint": {}}
        for size in sizes:
            found["ours"][str(size)] = _said(f"{size:,} letters, in one document and as files", "print.printer", size, env=env)
        for size in sizes:
            found["weasyprint"][str(size)] = _said(f"{size:,} letters by WeasyPrint", "print.weasy", size, env=env)
        found["stream"] = _said(f"{streamed:,} letters, streamed", "print.streamer", streamed, env=env)
        found["sheets"] = _said("cover, poster, infographic", "print.sheets", env=env)
    found["goals"] = goals.judged(found)
    found["goals_met"] = all(goal["met"] for goal in found["goals"])
    return found


def _said(what: str, job: str, *args: object, env: Env) -> Any:
    _tell(what)
    said = child.run(job, *args, env=env)
    _tell("  " + ", ".join(f"{name} {value}" for name, value in said.items()))
    return said


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)

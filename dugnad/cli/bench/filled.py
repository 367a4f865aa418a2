"""Databases with the sample federation in them: made for one benchmark, or kept for the next one, since ten million take a while."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dugnad.cli.bench import child
from dugnad.cli.bench.databases import Env, kept, temporary


@contextmanager
def filled(vendor: str, activities: int, keep: Path | None) -> Iterator[Env]:
    """The environment of processes that use it. `keep`: the folder of those that are kept."""
    with kept(vendor, f"{activities}", keep) if keep else temporary(vendor) as env:
        done = Path(env["DUGNAD_HOME"]) / "filled"
        if not done.exists():
            print(f"{vendor}: filling with {activities:,} activities", file=sys.stderr, flush=True)
            child.run("filler", activities, env=env)
            done.touch()
        yield env

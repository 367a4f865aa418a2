"""Kill the folder or a writer at random while they work, and audit the accounts afterwards."""

import random
import time
from typing import Any

from dugnad.cli.bench import child
from dugnad.cli.bench.databases import Env

WRITERS, FOR_EVER = 3, 3600


def measure(env: Env, kills: int) -> dict[str, Any]:
    """Each killed process is followed by another; the audit is the project's own."""
    rng = random.Random(1)
    jobs = [("figures.beside", "fold", FOR_EVER), *(("figures.poster", "posted", FOR_EVER, number) for number in range(WRITERS))]
    running = [child.begin(job, env=env) for job in jobs]
    killed = {"folder": 0, "writer": 0}
    for _kill in range(kills):
        time.sleep(rng.uniform(0.02, 0.3))
        which = rng.randrange(len(jobs)) if rng.random() < 0.5 else 0
        running[which].kill()
        running[which].wait()
        killed["writer" if which else "folder"] += 1
        running[which] = child.begin(jobs[which], env=env)
    for process in running:
        process.kill()
        process.wait()
    return killed | {"audit": child.run("auditor", env=env)}

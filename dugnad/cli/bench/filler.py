"""Fill a benchmark's database with the sample federation."""

import sys
import time

from dugnad.cli.bench.child import ready, say
from dugnad.cli.main import set_up


def main(activities: int) -> None:
    set_up()
    from dugnad.cli.sample import fill

    ready()
    began = time.perf_counter()
    fill(activities=activities, seed=1, progress=False)
    say({"seconds": time.perf_counter() - began})


if __name__ == "__main__":
    main(int(sys.argv[1]))

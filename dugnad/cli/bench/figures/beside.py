"""What goes on beside the writers or a rebuild: folding, a reader who checks each answer, a reader who is timed."""

import statistics
import sys
import threading
import time
from typing import Any

from dugnad.cli.bench.child import ready, say
from dugnad.cli.main import set_up


def main(what: str, seconds: float) -> None:
    set_up()
    ready()
    say({"fold": fold, "watch": watch, "read": read, "rebuild": rebuild}[what](time.perf_counter() + seconds))


def fold(until: float) -> dict[str, Any]:
    """The folder at work; how many entries wait at the end."""
    from dugnad.figures import folder
    from dugnad.figures.models import Entry

    stop = threading.Event()
    threading.Timer(until - time.perf_counter(), stop.set).start()
    folder.run(stop)
    return {"waiting": Entry.objects.filter(folded=False).count()}


def watch(until: float) -> dict[str, Any]:
    """The network's total against the sum of all entries, both from one moment, again and again."""
    from django.db.models import Sum

    from dugnad.figures import reading
    from dugnad.figures.models import Entry
    from dugnad.figures.snapshot import snapshot
    from dugnad.network.models import Unit

    top, reads, wrong = Unit.objects.get(parent=None).pk, 0, 0
    while time.perf_counter() < until:
        with snapshot():
            total = reading.total(reading.Question((top,))).activities
            recount = Entry.objects.aggregate(sum=Sum("activities"))["sum"]
        reads, wrong = reads + 1, wrong + (total != recount)
    return {"reads": reads, "wrong": wrong}


def read(until: float) -> dict[str, Any]:
    """How long a usual question takes, and how many different answers it got."""
    from dugnad.figures import reading
    from dugnad.network.models import Unit

    top, taken, seen = Unit.objects.get(parent=None).pk, list[float](), set()
    while time.perf_counter() < until:
        began = time.perf_counter()
        seen.add(reading.total(reading.Question((top,))))
        taken.append((time.perf_counter() - began) * 1000)
        time.sleep(0.005)
    ninety = statistics.quantiles(taken, n=100)
    return {"reads": len(taken), "median": round(statistics.median(taken), 2), "p99": round(ninety[98], 2), "answers": len(seen)}


def rebuild(_until: float) -> dict[str, Any]:
    from dugnad.figures.rebuild import rebuild as anew

    began = time.perf_counter()
    found = anew()
    seconds = time.perf_counter() - began
    return {"entries": found.entries, "balances": found.balances, "corrected": found.corrected, "seconds": seconds, "rate": found.entries / seconds}


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))

"""Asks every question of the accounts and of the activities themselves, warm, and says the medians in milliseconds."""

import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from dugnad.cli.bench.child import ready, say
from dugnad.cli.bench.reader import _measured
from dugnad.cli.main import set_up

TIMES, SECONDS = 15, 8.0


def main(raw: bool) -> None:
    set_up()
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application
    from django.db import connection

    from dugnad.cli.bench.figures.questions import RAW_INDEXES, place, questions
    from dugnad.figures.arrivals import sum_up
    from dugnad.figures.fold import fold_waiting
    from dugnad.figures.models import Balance

    call_command("collectstatic", interactive=False, verbosity=0)
    while fold_waiting():
        pass
    sum_up()
    with connection.cursor() as cursor:
        for index in RAW_INDEXES:
            cursor.execute(index)
        cursor.execute("ANALYZE")
    about = place()
    asked = questions(about)
    ready()
    found: dict[str, Any] = {}
    for name, question in asked.items():
        found[name] = {"ours": median(question.ours), "raw": median(lambda sql=question.raw: execute(sql), 3) if raw else None}  # type: ignore[misc]
    found["page of a platform"] = {"ours": _measured(get_wsgi_application(), about.platform.get_absolute_url())["ms_anew"], "raw": None}
    say({"questions": found, "balances": Balance.objects.count(), "same": _same(asked, about)})


def execute(sql: str) -> list[tuple[Any, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def median(do: Callable[[], object], times: int = TIMES) -> float:
    """Warm: the first time is not counted. A slow question is asked less often."""
    do()
    taken: list[float] = []
    while len(taken) < times and (len(taken) < 2 or sum(taken) < SECONDS):
        began = time.perf_counter()
        do()
        taken.append(time.perf_counter() - began)
    return round(statistics.median(taken) * 1000, 3)


def _same(asked: Any, about: Any) -> bool:
    """Does the plainest SQL count the same activities, in all and by month?"""
    total = asked["totals"].ours().activities == execute(asked["totals"].raw)[0][0]
    series = {month: sums.activities for month, sums in asked["monthly series of all years"].ours().items()}
    return total and series == {row[0]: row[1] for row in execute(asked["monthly series of all years"].raw)}


if __name__ == "__main__":
    main(sys.argv[1] == "raw")

"""One reader: asks for pages through the whole WSGI application, and says how long each took and how many queries it made."""

import statistics
import time
from collections.abc import Callable
from typing import Any

from dugnad.cli.bench.child import ready, say
from dugnad.cli.main import set_up

SECONDS, AT_LEAST, MADE_ANEW = 1.5, 15, 15


def main() -> None:
    set_up()
    from django.conf import settings
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    settings.ROOT_URLCONF = "dugnad.cli.bench.bare"
    call_command("collectstatic", interactive=False, verbosity=0)
    application = get_wsgi_application()
    addresses = _addresses()
    ready()
    say({name: _measured(application, address) for name, address in addresses.items()})


def _addresses() -> dict[str, str]:
    """The page of the biggest country stands for a unit's, the newest registered activity's for an activity's."""
    from dugnad.activities.models import Activity
    from dugnad.figures import reading
    from dugnad.network.models import Unit

    countries = {unit.pk: unit for unit in Unit.objects.filter(parent__parent=None, parent__isnull=False, level__groups=False)}
    sums = reading.by(reading.Question(tuple(countries)), "unit")
    biggest = countries[max(sums, key=lambda pk: sums[pk].activities)]
    newest = Activity.objects.registered().newest().first()
    assert newest is not None
    return {"bare": "/bare/", "home": "/", "unit": biggest.get_absolute_url(), "list": "/activities/", "activity": newest.get_absolute_url()}


def _measured(application: Any, address: str) -> dict[str, float]:
    from django.core.cache import caches

    def anew() -> None:
        caches["pictures"].clear()
        _get(application, address)

    for _warm in range(3):
        anew()
    queries = _queries(anew)
    fresh = [_timed(anew) for _time in range(MADE_ANEW)]
    kept: list[float] = []
    while len(kept) < AT_LEAST or sum(kept) < SECONDS:
        kept.append(_timed(lambda: _get(application, address)))
    return {"ms": _ms(kept), "ms_anew": _ms(fresh), "queries": queries}


def _ms(times: list[float]) -> float:
    return round(statistics.median(times) * 1000, 2)


def _timed(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def _queries(do: Callable[[], object]) -> int:
    from django.db import connection

    asked: list[str] = []

    def counting(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(counting):
        do()
    return len(asked)


def _get(application: Any, address: str) -> bytes:
    """The body, as a browser would get it: compressed, through every middleware."""
    from django.test import RequestFactory

    environ = RequestFactory(HTTP_HOST="localhost").get(address, headers={"accept-encoding": "gzip"}).environ
    status: list[str] = []
    answer = application(environ, lambda line, _headers, _info=None: status.append(line))
    try:
        body = b"".join(answer)
    finally:
        answer.close()
    if not status[0].startswith("200"):
        raise RuntimeError(f"{address} answered {status[0]}")
    return body


if __name__ == "__main__":
    main()

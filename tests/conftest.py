"""The named world for every test, on the asked database; and what did not run is said."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings
from pytest_django.plugin import blocking_manager_key

from tests import world as named

POSTGRES = os.environ.get("DUGNAD_TEST_DATABASE") == "postgres"
APART = ("core", "access", "figures")

# The same examples each time, so that the gate says the same of the same code; others are searched for when a number is asked for.
settings.register_profile("same", derandomize="DUGNAD_EXAMPLES" not in os.environ, database=None)
settings.load_profile("same")

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        named.build()
    yield
    with django_db_blocker.unblock():
        _leave_alone()


def _leave_alone() -> None:
    """A thread of a server under test may hold its connection a little longer than the database is needed."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")


COMMITS = ("transactional_db", "live_server")
_emptied = False


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: Any) -> None:
    """A test that commits leaves an empty database: the world is built again for all that come after, once."""
    global _emptied
    marker = item.get_closest_marker("django_db")
    if any(name in item.fixturenames for name in COMMITS) or (marker and marker.kwargs.get("transaction")):
        _emptied = True
    elif _emptied and "db" in item.fixturenames:
        with item.config.stash[blocking_manager_key].unblock():
            named.build()
        _emptied = False


@pytest.fixture
def world(db: Any) -> named.World:
    """A test that commits builds its own."""
    from dugnad.network.models import Unit

    if not Unit.objects.exists():
        named.build()
    return named.read()


@pytest.fixture(autouse=True)
def fresh_start() -> Iterator[None]:
    from django.core.cache import caches
    from django.utils import translation

    translation.activate("en")  # a request of the test before may have left another
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture
def sign_in(client: Any) -> Any:
    """Sign the test client in as a person of the world."""

    def inner(person: Any) -> Any:
        client.force_login(person, backend="dugnad.access.backend.SignIn")
        return client

    return inner


def pytest_collection_modifyitems(config: Any, items: list[Any]) -> None:
    """The long ones first, so that no worker ends with one while the other waits; without coverage, which makes them twice as long.

    On PostgreSQL only what asks a database: the rest said the same on SQLite. There coverage counts where the databases are told apart.
    """
    if POSTGRES:
        config.hook.pytest_deselected(items=[item for item in items if not _asks(item)])
        items[:] = [item for item in items if _asks(item)]
    items.sort(key=lambda item: not _long(item))
    for item in items:
        if _long(item) or (POSTGRES and item.path.parent.name not in APART):
            item.add_marker(pytest.mark.no_cover)


def _asks(item: Any) -> bool:
    """Also what has processes of its own, which are slow."""
    if item.get_closest_marker("once"):
        return False
    return _long(item) or "db" in item.fixturenames or item.get_closest_marker("django_db") is not None


def _long(item: Any) -> bool:
    return bool(item.get_closest_marker("slow") or item.get_closest_marker("browser"))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for report in terminalreporter.stats.get("passed", []):
        for name, value in report.user_properties if report.when == "call" else ():
            terminalreporter.write_line(f"{name.upper()}: {value}")
    skipped = terminalreporter.stats.get("skipped", [])
    for report in skipped:
        terminalreporter.write_line(f"DID NOT RUN: {report.nodeid}: {report.longrepr[2] if report.longrepr else ''}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: Any, exitstatus: int) -> None:
    """With CI=true a test that did not run is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and os.environ.get("CI") == "true" and reporter.stats.get("skipped") and not hasattr(session.config, "workerinput"):
        session.exitstatus = 1

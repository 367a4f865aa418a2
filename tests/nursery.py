"""Databases for tests that start processes of their own: migrated once in each worker, then copied."""

import atexit
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache

from dugnad.cli.bench.databases import Env, temporary

VENDOR = "postgresql" if os.environ.get("DUGNAD_TEST_DATABASE") == "postgres" else "sqlite"


@contextmanager
def fresh() -> Iterator[Env]:
    """The environment of processes that use an empty database of the asked vendor."""
    with temporary(VENDOR, like=_migrated()) as env:
        yield env


@cache
def _migrated() -> Env:
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(temporary(VENDOR))

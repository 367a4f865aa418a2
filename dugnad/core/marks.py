"""Marks that change when something changed, so that every process knows that what it keeps at hand is old."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from dugnad.core import prepared
from dugnad.core.models import Mark

_steady: ContextVar[dict[str, int] | None] = ContextVar("steady", default=None)


def current(name: str) -> int:
    """The mark of this name; 0 before anything was touched."""
    kept = _steady.get()
    return (_all() if kept is None else kept).get(name, 0)


def touch(name: str) -> None:
    """Change a mark, at random, so that no two states share one."""
    value = secrets.randbits(62)
    Mark.objects.update_or_create(name=name, defaults={"value": value})
    kept = _steady.get()
    if kept is not None:
        kept[name] = value


@contextmanager
def steady() -> Iterator[None]:
    """Read the marks once for all that happens inside: for one action, or for a long loop over records."""
    token = _steady.set(_all() if _steady.get() is None else _steady.get())
    try:
        yield
    finally:
        _steady.reset(token)


def _all() -> dict[str, int]:
    return dict(prepared.execute("SELECT name, value FROM core_mark", rows=True))

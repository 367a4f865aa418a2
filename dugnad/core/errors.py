"""The two ways in which an action says no."""

from collections.abc import Mapping
from errno import ENOSPC
from typing import Any

DISK_FULL = "53100"  # what PostgreSQL calls it


class NotAllowed(Exception):
    """The actor may not do this, or may not even know that the thing exists: shown as 404."""


class Refused(Exception):
    """The actor may, but it would be wrong: `code` for programs, `message` for people, `field` where it belongs."""

    def __init__(self, code: str, message: Any, *, field: str | None = None, **data: Any) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
        self.field = field
        self.data: Mapping[str, Any] = data

    def __str__(self) -> str:
        return str(self.message)


def out_of_room(error: BaseException) -> bool:
    """Is it the disk that is full: the file system's, SQLite's or PostgreSQL's way to say so?"""
    cause = error.__cause__ or error
    full = getattr(cause, "errno", None) == ENOSPC or getattr(cause, "sqlstate", None) == DISK_FULL
    return full or "database or disk is full" in str(error)

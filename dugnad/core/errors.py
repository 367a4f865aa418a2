"""The two ways in which an action says no."""

from collections.abc import Mapping
from typing import Any


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

"""Pictures, lists and sums of a page, kept until something changes: exact, because the marks of what they show are in the key."""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from django.core.cache import caches
from django.utils import timezone
from django.utils.translation import get_language

from dugnad.core import marks
from dugnad.figures import reading

T = TypeVar("T")
MARKS = ("vocabulary", "belongings", "units")


def kept(name: str, make: Callable[[], T], *, on: object = "") -> T:
    """What `make` makes, made anew when an entry came, a word or unit changed, each hour (it is the hour at which somewhere a day begins), or for another language."""
    cache = caches["pictures"]
    changed = (*reading.state(), *(marks.current(mark) for mark in MARKS))
    asked = f"{name}:{on}:{get_language()}:{timezone.now():%Y-%m-%dT%H}:{'.'.join(map(str, changed))}"
    key = sha256(asked.encode("utf-8", "replace")).hexdigest()
    found: T | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, 3600)
    return found

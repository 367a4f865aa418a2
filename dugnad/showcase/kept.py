"""Pictures and sums of a page, kept until the accounts change: exact, because the mark of the accounts is in the key."""

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import caches
from django.utils import timezone
from django.utils.translation import get_language

from dugnad.figures import reading

T = TypeVar("T")


def kept(name: str, make: Callable[[], T], *, on: object = "") -> T:
    """What `make` makes, made anew when an entry came, the day changed, or for another language."""
    cache = caches["pictures"]
    key = f"{name}:{on}:{get_language()}:{timezone.localdate()}:{'.'.join(map(str, reading.state()))}"
    found: T | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, 3600)
    return found

"""A job becomes a file: made once, and kept under what it says, so that what is kept is never stale."""

import contextlib
import json
from collections.abc import Callable
from hashlib import sha256

from django.core.cache import caches

from dugnad.documents.press import Job, Kind, edition, printed

MONTH = 30 * 24 * 3600
CONTENT = {"png": "image/png", "svg": "image/svg+xml; charset=utf-8", "pdf": "application/pdf"}


def made(job: Job, kind: Kind, *, ppi: float = 72) -> bytes:
    """The one page, or the document. The same data give the same bytes, so they are kept under their data."""
    return kept(stamp(job, kind, ppi), lambda: printed(job, kind, ppi=ppi)[0])


def stamp(job: Job, kind: Kind, ppi: float = 72) -> str:
    """A name for exactly this print: pictures are named after what is in them."""
    said = json.dumps([edition(), job.template, job.data, sorted(job.pictures), int(job.made.timestamp()), kind, ppi], ensure_ascii=False, sort_keys=True)
    return sha256(said.encode("utf-8", "replace")).hexdigest()


def kept(key: str, make: Callable[[], bytes]) -> bytes:
    """From the cache, else made and put there; a disk without room is no reason not to hand it over."""
    cache = caches["prints"]
    found: bytes | None = cache.get(key)
    if found is None:
        found = make()
        with contextlib.suppress(OSError):
            cache.set(key, found, MONTH)
    return found


def named(pictures: dict[str, bytes], suffix: str, blob: bytes) -> str:
    """Put a picture among those of a job; its name is what it is."""
    name = f"{sha256(blob).hexdigest()[:24]}.{suffix}"
    pictures[name] = blob
    return name

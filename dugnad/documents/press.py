"""The press: a template and plain data in, SVG, PNG or PDF out, by a process of its own with bounded memory and time.

The process is started at the first print and kept, since it has read the fonts; it has no network and reads no file but the
packaged templates, the packaged fonts and the pictures that it is handed. The same data give the same bytes.
"""

import atexit
import contextlib
import json
import os
import select
import struct
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any, Literal

Kind = Literal["svg", "png", "pdf"]
SECONDS = 30.0
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


class PrintError(Exception):
    """A print that could not be made: the template is wrong, it took too long, or it needed too much memory."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is printed: the name of a template, its data, and the pictures that the data name."""

    template: str
    data: Mapping[str, Any]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    made: datetime = EPOCH


@cache
def edition() -> str:
    """Of which templates and which typst a print is: what is kept of another edition is old."""
    texts = b"".join(path.read_bytes() for path in sorted((Path(__file__).parent / "print").glob("*.typ")))
    return sha256(texts + version("typst").encode()).hexdigest()[:16]


def printed(job: Job, kind: Kind, *, ppi: float = 72, seconds: float = SECONDS) -> list[bytes]:
    """The pages as SVG or PNG (`ppi` pixels to the inch; at 72 a point is a pixel), or one PDF/UA-1 document.

    Raises PrintError.
    """
    return _press().work(_head(job, kind=kind, ppi=ppi), job.pictures, seconds)


def found(job: Job, selector: str, *, seconds: float = SECONDS) -> list[Any]:
    """The values of the metadata with that label in the finished document: what the template says of its own geometry."""
    values: list[Any] = json.loads(_press().work(_head(job, query=selector), job.pictures, seconds)[0])
    return values


def _head(job: Job, **more: Any) -> dict[str, Any]:
    return {"template": job.template, "data": json.dumps(job.data, ensure_ascii=False), "made": int(job.made.timestamp()), **more}


class Press:
    """One working process. Jobs of several threads wait for one another, each no longer than it may take itself."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        env = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C.UTF-8"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dugnad.documents.pressing"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, start_new_session=True
        )

    def work(self, head: dict[str, Any], pictures: Mapping[str, bytes], seconds: float) -> list[bytes]:
        if not self.lock.acquire(timeout=seconds):
            raise PrintError(f"other prints took longer than {seconds:g} s")
        try:
            send(self.process.stdin, head, list(pictures.items()))
            said, blobs = receive(self.process.stdout, seconds)
        except (OSError, EOFError, TimeoutError) as error:
            self.stop()
            late = isinstance(error, TimeoutError)
            raise PrintError(f"the print took longer than {seconds:g} s" if late else "the print needed more memory than it may have") from None
        finally:
            self.lock.release()
        if said.get("error"):
            raise PrintError(said["error"])
        return [blob for _name, blob in blobs]

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):  # a head that was never sent
                pipe.close()  # type: ignore[union-attr]

    @property
    def alive(self) -> bool:
        return self.process.poll() is None


_one: Press | None = None
_starting = threading.Lock()


def _press() -> Press:
    """The press of this process, started anew when it was stopped; a forked child has its own."""
    global _one
    with _starting:
        if _one is None or not _one.alive:
            _one = Press()
            atexit.register(_one.stop)
        return _one


def send(pipe: IO[bytes] | None, head: dict[str, Any], blobs: list[tuple[str, bytes]]) -> None:
    """One message: its length, a head as JSON with the names and lengths of the blobs, the blobs."""
    assert pipe is not None
    text = json.dumps({**head, "blobs": [(name, len(blob)) for name, blob in blobs]}).encode()
    pipe.write(struct.pack("<I", len(text)) + text)
    for _name, blob in blobs:
        pipe.write(blob)
    pipe.flush()


def receive(pipe: IO[bytes] | None, seconds: float | None = None) -> tuple[dict[str, Any], list[tuple[str, bytes]]]:
    """The next message. EOFError when the other side is gone, TimeoutError when nothing comes."""
    assert pipe is not None
    if seconds is not None and not select.select([pipe], [], [], seconds)[0]:
        raise TimeoutError
    head = json.loads(_read(pipe, struct.unpack("<I", _read(pipe, 4))[0]))
    return head, [(name, _read(pipe, size)) for name, size in head.pop("blobs")]


def _read(pipe: IO[bytes], size: int) -> bytes:
    found = pipe.read(size)
    if len(found) < size:
        raise EOFError
    return found

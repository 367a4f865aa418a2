"""The press: a template and plain data in, SVG, PNG or PDF out, by processes of their own with bounded memory and time.

A process is started at the first print and kept, since it has read the fonts; a second one when two print at once, if there
are two cores. It has no network and reads no file but the packaged templates, the packaged fonts and the pictures that it is
handed. The same data give the same bytes.
"""

import atexit
import contextlib
import json
import os
import queue
import select
import struct
import subprocess
import sys
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
PRESSES = min(2, os.cpu_count() or 1)
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
    return _work(_head(job, kind=kind, ppi=ppi), job.pictures, seconds)


def found(job: Job, selector: str, *, seconds: float = SECONDS) -> list[Any]:
    """The values of the metadata with that label in the finished document: what the template says of its own geometry."""
    values: list[Any] = json.loads(_work(_head(job, query=selector), job.pictures, seconds)[0])
    return values


def _head(job: Job, **more: Any) -> dict[str, Any]:
    return {"template": job.template, "data": json.dumps(job.data, ensure_ascii=False), "made": int(job.made.timestamp()), **more}


class Press:
    """One working process, for one job at a time."""

    def __init__(self) -> None:
        env = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C.UTF-8"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dugnad.documents.pressing"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, start_new_session=True
        )
        atexit.register(self.stop)

    def work(self, head: dict[str, Any], pictures: Mapping[str, bytes], seconds: float) -> list[bytes]:
        try:
            send(self.process.stdin, head, list(pictures.items()))
            said, blobs = receive(self.process.stdout, seconds)
        except (OSError, EOFError, TimeoutError) as error:
            self.stop()
            late = isinstance(error, TimeoutError)
            raise PrintError(f"the print took longer than {seconds:g} s" if late else "the print needed more memory than it may have") from None
        if said.get("error"):
            raise PrintError(said["error"])
        return [blob for _name, blob in blobs]

    def stop(self) -> None:
        atexit.unregister(self.stop)
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):  # a head that was never sent
                pipe.close()  # type: ignore[union-attr]

    @property
    def alive(self) -> bool:
        return self.process.poll() is None


# The presses that are free, the one used last on top; nothing stands for one that is not yet started, or was stopped.
_free: queue.LifoQueue[Press | None] = queue.LifoQueue()
for _ in range(PRESSES):
    _free.put(None)


def _work(head: dict[str, Any], pictures: Mapping[str, bytes], seconds: float) -> list[bytes]:
    """By a press that is free, else by the first that becomes it: who waits, waits no longer than the print may take."""
    try:
        press = _free.get(timeout=seconds)
    except queue.Empty:
        raise PrintError(f"other prints took longer than {seconds:g} s") from None
    try:
        if press is None or not press.alive:  # a forked child has its own
            press = Press()
        return press.work(head, pictures, seconds)
    finally:
        _free.put(press)


def presses() -> list[Press]:
    """Those that are at rest, the one used last at the end."""
    return [press for press in _free.queue if press]


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

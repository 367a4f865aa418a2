"""Jobs in processes of their own, since a process has one database: they speak JSON, a line each."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from dugnad.cli.bench.databases import Env


def run(job: str, *args: object, env: Env) -> Any:
    """What one job says at its end."""
    return together([(job, *args)], env=env)[0]


def together(jobs: Sequence[tuple[object, ...]], *, env: Env) -> list[Any]:
    """Start the jobs, let them all get ready, then let them go at once; what each says at its end."""
    started = [_start(str(job), args, env) for job, *args in jobs]
    for process in started:
        _said(process)
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [_said(process) for process in started]
    for process in started:
        process.wait()
    return said


def begin(job: Sequence[object], *, env: Env) -> "subprocess.Popen[str]":
    """Start one job and let it go as soon as it is ready; the caller ends it."""
    process = _start(str(job[0]), job[1:], env)
    _said(process)
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()
    return process


def _start(job: str, args: Sequence[object], env: Env) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", f"dugnad.cli.bench.{job}", *map(str, args)]
    return subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _said(process: "subprocess.Popen[str]") -> Any:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"a benchmark process ended with status {process.wait()}: {process.args!r}")
    return json.loads(line)


def ready() -> None:
    """Called by a job: say that it is ready and wait for the start."""
    say("ready")
    sys.stdin.readline()


def again_and_again(write: Callable[[], object], seconds: float) -> None:
    """Called by a job that writes: wait for the start, write for so long, and say how often."""
    ready()
    done, began = 0, time.perf_counter()
    while (spent := time.perf_counter() - began) < seconds:
        write()
        done += 1
    say({"done": done, "seconds": spent})


def say(what: Any) -> None:
    """Called by a job: one line for the process that started it."""
    print(json.dumps(what), flush=True)

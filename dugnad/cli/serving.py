"""Granian and the worker in one process tree: stop one and all stop."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from dugnad.core.errors import Refused


def serve(host: str, port: int, *, workers: int = 2, on_start: Callable[[], None]) -> int:
    """Serve until stopped. Static files are gathered first, in a second."""
    _refuse_taken(host, port)
    _refuse_older()
    call_command("collectstatic", interactive=False, verbosity=0)
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    if settings.PLAIN_HTTP:
        os.environ.setdefault("DUGNAD_SITE", f"http://{host}:{port}")
    worker = subprocess.Popen([sys.executable, "-m", "dugnad", "work"])
    granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    granian += ["--workers", str(workers), "--blocking-threads", "2", "--backpressure", "64", "--no-ws", "--log-level", "warning", "dugnad.wsgi:application"]
    server = subprocess.Popen(granian)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    threading.Thread(target=_tell, args=(host, port, on_start), daemon=True).start()
    try:
        return server.wait()
    except KeyboardInterrupt:
        server.terminate()
        return server.wait() and 0
    finally:
        worker.terminate()
        worker.wait(10)


def _refuse_taken(host: str, port: int) -> None:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError:
            raise Refused("port-taken", f"Port {port} is taken by another program; choose one with --port or PORT=.") from None


def _refuse_older() -> None:
    """A database of an older version would fail at the first page that needs what is new."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Refused("database-older", "The database is of an older version. Make a copy of it, then run: dugnad migrate")


def _tell(host: str, port: int, on_start: Callable[[], None]) -> None:
    for _attempt in range(200):
        with socket.socket() as door:
            if door.connect_ex((host, port)) == 0:
                on_start()
                return
        time.sleep(0.1)

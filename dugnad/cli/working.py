"""What the worker does: tasks from the database's queue, and folding on PostgreSQL."""

import logging
import os
import signal
import threading

from django.core.management import call_command
from django.db import Error, connection

from dugnad.figures.fold import fold_waiting

log = logging.getLogger(__name__)
PAUSE = 0.2


def work() -> int:
    """Until told to stop, or until the process that started it is gone."""
    stop = threading.Event()
    threading.Thread(target=_watch_parent, args=(stop, os.getppid()), daemon=True).start()
    if connection.vendor == "postgresql":
        threading.Thread(target=_fold, args=(stop,), daemon=True).start()
    call_command("db_worker", "--no-startup-delay", "--interval", "1", verbosity=0)
    stop.set()
    return 0


def work_once() -> int:
    """Everything that waits now."""
    while fold_waiting():
        pass
    call_command("db_worker", "--batch", "--no-startup-delay", verbosity=0)
    return 0


def _fold(stop: threading.Event) -> None:
    """One folder; it goes on when the database comes back."""
    while not stop.is_set():
        try:
            if not fold_waiting():
                stop.wait(PAUSE)
        except Error as error:
            log.warning("folding waits for the database: %s", error)
            connection.close()
            stop.wait(2)


def _watch_parent(stop: threading.Event, parent: int) -> None:
    while not stop.wait(1):
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)

"""What the worker does: tasks from the database's queue, and folding on PostgreSQL."""

import logging
import os
import signal
import threading

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.utils import timezone

from dugnad.activities.actions.remind import remind
from dugnad.certificates.actions.forget import lapse
from dugnad.figures import folder
from dugnad.figures.arrivals import sum_up
from dugnad.figures.fold import fold_waiting
from dugnad.ideas.actions.digest import send_digests
from dugnad.label.actions.congratulate import congratulate
from dugnad.review.actions.keep import keep as keep_reviews
from dugnad.review.actions.remind import remind as remind_reviewers
from dugnad.seasons.actions.cheer import cheer
from dugnad.seasons.actions.keep import keep

HOUR = 3600.0
log = logging.getLogger(__name__)


def work() -> int:
    """Until told to stop, or until the process that started it is gone."""
    stop = threading.Event()
    threading.Thread(target=_watch_parent, args=(stop, os.getppid()), daemon=True).start()
    if connection.vendor == "postgresql":
        threading.Thread(target=folder.run, args=(stop,), daemon=True).start()
    threading.Thread(target=_every_hour, args=(stop,), daemon=True).start()
    call_command("db_worker", "--no-startup-delay", "--interval", "1", verbosity=0)
    stop.set()
    return 0


def work_once() -> int:
    """Everything that waits now."""
    while fold_waiting():
        pass
    hourly()
    call_command("db_worker", "--batch", "--no-startup-delay", verbosity=0)
    return 0


def _every_hour(stop: threading.Event) -> None:
    """Again and again; what was done already is not done again."""
    while not stop.is_set():
        try:
            hourly()
        except DatabaseError:
            log.warning("the database is away; the next try is in an hour", exc_info=True)
        finally:
            connection.close()
        stop.wait(HOUR)


def hourly() -> None:
    """Sum up what arrived in months that are over, ask for results, keep reviews and seasons going, tell of milestones and labels, send the monthly mails, delete
    offers that nobody answered."""
    today = timezone.localdate()
    sum_up()
    remind(today)
    keep_reviews(today)
    remind_reviewers(today)
    keep(today)
    cheer(today)
    congratulate(timezone.now())
    send_digests(today)
    lapse(timezone.now())


def _watch_parent(stop: threading.Event, parent: int) -> None:
    while not stop.wait(1):
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)

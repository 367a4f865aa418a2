"""The folder for PostgreSQL: one loop that folds what waits, whatever happens to the database meanwhile."""

import logging
import threading

from django.db import Error, connection

from dugnad.figures.fold import fold_waiting

log = logging.getLogger(__name__)
AFTER_A_FAILURE = 2.0


def run(stop: threading.Event, pause: float = 0.2) -> None:
    """Fold until told to stop. Any number of folders may run: one folds, the others wait.

    While the database is away nothing is lost: the entries wait, and reading counts them.
    """
    while not stop.is_set():
        try:
            stop.wait(0 if fold_waiting() else pause)
        except Error as error:
            log.warning("folding waits for the database: %s", str(error).strip())
            connection.close()
            stop.wait(AFTER_A_FAILURE)
    connection.close()

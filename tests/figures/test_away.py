"""The folder while the database is away: it waits, says so, and goes on."""

import logging
import threading

from django.db import OperationalError

from dugnad.figures import folder


def test_the_folder_goes_on_when_the_database_comes_back(monkeypatch, caplog):
    stop, tries = threading.Event(), []

    def fold():
        tries.append(1)
        if len(tries) == 1:
            raise OperationalError("the server closed the connection")
        stop.set()
        return 0

    monkeypatch.setattr(folder, "fold_waiting", fold)
    monkeypatch.setattr(folder, "AFTER_A_FAILURE", 0.01)
    with caplog.at_level(logging.WARNING):
        folder.run(stop, pause=0.01)
    assert len(tries) == 2 and "waits for the database" in caplog.text

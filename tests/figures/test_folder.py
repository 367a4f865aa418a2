"""The folder at work beside writers and readers, each with a connection of its own."""

import threading
import time

import pytest
from django.db import connection

from dugnad.activities.models import Activity
from dugnad.activities.posting import all_postings
from dugnad.figures import alone, fold, folder, reading
from dugnad.figures.audit import audit
from dugnad.figures.models import Entry
from tests.figures.threads import in_threads
from tests.world import register

pytestmark = pytest.mark.django_db(transaction=True)


def figure(unit):
    return reading.total(reading.Question((unit.pk,))).activities


def waiting():
    return Entry.objects.filter(folded=False).count()


def test_reading_is_exact_at_every_moment_while_writers_and_folders_work(shared_world):
    world, stop, written, each = shared_world, threading.Event(), [0, 0], 25

    def write(number, unit, person):
        for _one in range(each):
            register(unit, person)
            written[number] += 1

    def watch():
        while not stop.is_set():
            at_least = sum(written)
            seen = figure(world.norway)
            at_most = sum(written) + 2
            assert at_least <= seen <= at_most

    def writers():
        try:
            in_threads(lambda: write(0, world.bergen, world.kari), lambda: write(1, world.oslo, world.ola))
            time.sleep(0.3)
        finally:
            stop.set()

    in_threads(writers, watch, watch, lambda: folder.run(stop, pause=0.005), lambda: folder.run(stop, pause=0.005))
    while fold.fold_waiting(7):
        pass
    assert (figure(world.norway), waiting()) == (2 * each, 0)
    assert audit(all_postings).differences == []


def test_two_folders_at_once_fold_once(shared_world):
    for _one in range(20):
        register(shared_world.bergen, shared_world.kari)
    folded = []
    together = threading.Barrier(4)

    def one():
        together.wait()
        until = time.monotonic() + 30
        while waiting() and time.monotonic() < until:
            folded.append(fold.fold_waiting(3))

    in_threads(one, one, one, one)
    assert (sum(folded), waiting(), figure(shared_world.top)) == (20, 0, 20)
    assert audit(all_postings).differences == []


def test_only_one_folds_at_a_time(shared_world):
    register(shared_world.bergen, shared_world.kari)
    inside, done = threading.Event(), threading.Event()

    def holds():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [alone.FOLDER])
            inside.set()
            done.wait(10)
            cursor.execute("SELECT pg_advisory_unlock(%s)", [alone.FOLDER])

    def tries():
        inside.wait(10)
        try:
            assert fold.fold_waiting() == 0
        finally:
            done.set()

    in_threads(holds, tries)
    assert fold.fold_waiting() == 1


def test_the_folder_goes_on_when_its_connection_is_lost(shared_world, monkeypatch):
    monkeypatch.setattr(folder, "AFTER_A_FAILURE", 0.05)
    stop = threading.Event()

    def breaks():
        try:
            for _time in range(3):
                register(shared_world.bergen, shared_world.kari)
                with connection.cursor() as cursor:
                    cursor.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%advisory%' AND pid <> pg_backend_pid()"
                    )
                time.sleep(0.2)
        finally:
            stop.set()

    in_threads(lambda: folder.run(stop, pause=0.005), breaks)
    assert (waiting(), figure(shared_world.bergen)) == (0, 3)


def test_the_folder_stops_when_told_and_leaves_no_connection(shared_world):
    stop = threading.Event()
    stop.set()
    in_threads(lambda: folder.run(stop))
    assert not connection.in_atomic_block


def test_the_audit_sees_one_moment_while_others_write(shared_world):
    stop = threading.Event()

    def write():
        try:
            for _one in range(30):
                register(shared_world.bergen, shared_world.kari)
        finally:
            stop.set()

    def check():
        while not stop.is_set():
            assert audit(all_postings).differences == []

    in_threads(write, check, lambda: folder.run(stop, pause=0.005))
    assert Activity.objects.count() == 30

"""Nobody is congratulated twice: the process that sends is killed at any moment, and two send at once, to a real mail server."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.nursery import fresh
from tests.recognition.post_office import PostOffice

PEOPLE, KILLS = 20, 4


@pytest.fixture
def town(tmp_path: Path):
    """A label of a section with many coordinators in a database of its own, and a post office; how the teller is started."""
    with fresh() as env:
        office = PostOffice(tmp_path / "mails")
        env = env | {"DUGNAD_EMAIL_URL": f"smtp://127.0.0.1:{office.port}"}
        subprocess.run([sys.executable, "-m", "tests.label.prepare", str(PEOPLE)], env=env, check=True, capture_output=True)
        yield office, lambda: subprocess.Popen([sys.executable, "-m", "tests.label.teller"], env=env, stdout=subprocess.PIPE, text=True)
        office.stop()


@pytest.mark.slow
def test_a_teller_that_is_killed_again_and_again_tells_nobody_twice(town):
    office, start = town
    rng = random.Random(5)
    for _kill in range(KILLS):
        before, teller = len(office.mails), start()
        until = time.monotonic() + 60
        while len(office.mails) == before and teller.poll() is None:
            assert time.monotonic() < until, "nothing is sent"
            time.sleep(0.002)
        time.sleep(rng.uniform(0, 0.05))
        teller.kill()
        teller.communicate()
    said = json.loads(start().communicate(timeout=120)[0])
    received = office.received()
    assert set(received.values()) == {1}
    assert said["told"] + said["unknown"] == PEOPLE and said["unknown"] <= KILLS
    assert said["told"] <= len(received) <= PEOPLE


@pytest.mark.slow
def test_two_that_tell_at_once_tell_nobody_twice(town):
    office, start = town
    said = [json.loads(teller.communicate(timeout=120)[0]) for teller in [start(), start()]]
    assert office.received().total() == len(office.received()) == PEOPLE == sum(done["sent"] for done in said)

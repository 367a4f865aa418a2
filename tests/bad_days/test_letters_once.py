"""No letter is sent twice: the process that sends is killed at any moment, and two send at once, to a real mail server."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.nursery import fresh
from tests.recognition.post_office import PostOffice

LETTERS, KILLS = 30, 5


@pytest.fixture
def town(tmp_path: Path):
    """A round of approved letters in a database of its own, and a post office; how the sender is started."""
    with fresh() as env:
        office = PostOffice(tmp_path / "mails")
        env = env | {"DUGNAD_EMAIL_URL": f"smtp://127.0.0.1:{office.port}"}
        pk = _run("prepare", str(LETTERS), env=env).strip()
        yield office, lambda: subprocess.Popen([sys.executable, "-m", "tests.recognition.sender", pk], env=env, stdout=subprocess.PIPE, text=True)
        office.stop()


def _run(name: str, *args: str, env: dict[str, str]) -> str:
    return subprocess.run([sys.executable, "-m", f"tests.recognition.{name}", *args], env=env, check=True, capture_output=True, text=True).stdout


@pytest.mark.slow
def test_a_sender_that_is_killed_again_and_again_sends_nothing_twice(town):
    office, start = town
    rng = random.Random(5)
    for _kill in range(KILLS):
        before, sender = len(office.mails), start()
        until = time.monotonic() + 60
        while len(office.mails) == before and sender.poll() is None:
            assert time.monotonic() < until, "nothing is sent"
            time.sleep(0.002)
        time.sleep(rng.uniform(0, 0.02))
        sender.kill()
        sender.communicate()
    said, _nothing = start().communicate(timeout=120)
    states = json.loads(said)["states"]
    received = office.received()
    assert set(received.values()) == {1}
    assert states["sent"] + states.get("sending", 0) == LETTERS and states.get("sending", 0) <= KILLS
    assert states["sent"] <= len(received) <= LETTERS


@pytest.mark.slow
def test_two_that_send_at_once_send_nothing_twice(town):
    office, start = town
    said = [json.loads(sender.communicate(timeout=120)[0]) for sender in [start(), start()]]
    assert office.received().total() == len(office.received()) == LETTERS == sum(done["sent"] for done in said)

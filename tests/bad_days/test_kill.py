""" "Saved" is never said before it is durable: a real server is killed at any moment while eight clients register over HTTP.

Twelve kills on the database under test, about a second and a half each; DUGNAD_KILLS=100 makes it a hundred.
The next server is started before this one is killed, so that waiting for it costs nothing.
"""

import http.client
import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import psycopg
import pytest

from dugnad.core.ids import uuid7
from tests.nursery import VENDOR, fresh

KILLS = int(os.environ.get("DUGNAD_KILLS", "12"))
CLIENTS = 8
ANSWERS = {
    "unit": "NO-BERG-ESN",
    "title": "Clean-up at the fjord",
    "starts_on": "2026-03-14",
    "cause": "environment",
    "summary": "We picked litter.",
    "place": "Bergen",
    "volunteers": 12,
    "organisers": ["NO-OSLO-ESN"],
}


class Server:
    """Granian with Dugnad's own application, in a process group that dies as one."""

    def __init__(self, env: dict[str, str]) -> None:
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            self.port: int = door.getsockname()[1]
        granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port)]
        granian += ["--workers", "1", "--blocking-threads", "8", "--no-ws", "--log-level", "critical", "dugnad.wsgi:application"]
        self.process = subprocess.Popen(granian, env=env, start_new_session=True)

    def listens(self) -> bool:
        with socket.socket() as door:
            return door.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Client(threading.Thread):
    """Registers one activity after another; without an answer it sends the same again, as a phone would."""

    def __init__(self, address: list[int], secret: str, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.address, self.secret, self.stop = address, secret, stop
        self.acknowledged: list[str] = []
        self.refused: list[Any] = []

    def run(self) -> None:
        id = str(uuid7())
        while not self.stop.is_set():
            if self._acknowledged(id):
                self.acknowledged.append(id)
                id = str(uuid7())

    def _acknowledged(self, id: str) -> bool:
        door = http.client.HTTPConnection("127.0.0.1", self.address[0], timeout=10)
        try:
            headers = {"Authorization": f"Bearer {self.secret}", "Content-Type": "application/json"}
            door.request("POST", "/api/v1/activities", json.dumps(ANSWERS | {"id": id}), headers)
            answer = door.getresponse()
            body = answer.read()
            if answer.status not in (200, 201):
                self.refused.append((answer.status, body))
            return answer.status in (200, 201)
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
            return False
        finally:
            door.close()


@pytest.fixture
def env() -> Iterator[dict[str, str]]:
    with fresh() as made:
        yield made


@pytest.mark.slow
def test_every_acknowledged_registration_is_there_once_after_kills(env):
    secrets = json.loads(subprocess.run([sys.executable, "-m", "tests.bad_days.prepare"], env=env, check=True, capture_output=True, text=True).stdout)
    server, stop, rng = Server(env), threading.Event(), random.Random(8)
    address = [server.port]
    clients = [Client(address, secret, stop) for secret in secrets]
    for client in clients:
        client.start()
    for _kill in range(KILLS):
        following = Server(env)
        _until(lambda before=_many(clients): _many(clients) > before)
        _until(following.listens)
        time.sleep(rng.uniform(0, 0.2))
        server.kill()
        server, address[0] = following, following.port
    _until(lambda before=_many(clients): _many(clients) > before)
    stop.set()
    for client in clients:
        client.join(15)
    server.kill()
    acknowledged = [id for client in clients for id in client.acknowledged]
    assert [refused for client in clients for refused in client.refused] == []
    assert len(acknowledged) == len(set(acknowledged)) > KILLS
    posted = _posted(env)
    assert {id: posted.get(id) for id in acknowledged} == dict.fromkeys(acknowledged, 1)
    assert set(posted.values()) == {1}
    assert _audited(env)["differences"] == []
    subprocess.run([sys.executable, "-m", "dugnad", "work", "--once"], env=env, check=True)
    assert _audited(env)["differences"] == []


def _many(clients: list[Client]) -> int:
    return sum(len(client.acknowledged) for client in clients)


def _until(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < until, "the server does not answer"
        time.sleep(0.005)


def _posted(env: dict[str, str]) -> dict[str, int]:
    """How often each activity that is there was posted to the accounts, asked of the database itself."""
    url = env["DUGNAD_DATABASE_URL"]
    sql = "SELECT a.id, (SELECT COUNT(*) FROM figures_entry e WHERE e.record = a.id) FROM activities_activity a"
    if VENDOR == "postgresql":
        with psycopg.connect(url) as connection:
            return {str(id): many for id, many in connection.execute(sql).fetchall()}
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {str(UUID(id)): many for id, many in connection.execute(sql).fetchall()}
    finally:
        connection.close()


def _audited(env: dict[str, str]) -> Any:
    return json.loads(subprocess.run([sys.executable, "-m", "dugnad", "audit", "--json"], env=env, capture_output=True, text=True).stdout)

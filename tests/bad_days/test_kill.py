""""Saved" is never said before it is durable: a real server is killed at any moment while eight clients register over HTTP.

Five kills in the ordinary run, on the database under test; DUGNAD_KILLS=50 makes it fifty (about 80 seconds on two cores).
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
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import psycopg
import pytest

from dugnad.cli.bench.databases import temporary
from dugnad.core.ids import uuid7

KILLS = int(os.environ.get("DUGNAD_KILLS", "5"))
VENDOR = "postgresql" if os.environ.get("DUGNAD_TEST_DATABASE") == "postgres" else "sqlite"
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
        self.env = env

    def start(self) -> None:
        granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port)]
        granian += ["--workers", "1", "--blocking-threads", "8", "--no-ws", "--log-level", "critical", "dugnad.wsgi:application"]
        self.process = subprocess.Popen(granian, env=self.env, start_new_session=True)

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Client(threading.Thread):
    """Registers one activity after another; without an answer it sends the same again, as a phone would."""

    def __init__(self, server: Server, secret: str, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.server, self.secret, self.stop = server, secret, stop
        self.acknowledged: list[str] = []
        self.refused: list[Any] = []

    def run(self) -> None:
        id = str(uuid7())
        while not self.stop.is_set():
            if self._acknowledged(id):
                self.acknowledged.append(id)
                id = str(uuid7())

    def _acknowledged(self, id: str) -> bool:
        door = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)
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
    with temporary(VENDOR) as made:
        yield made


def test_every_acknowledged_registration_is_there_once_after_kills(env):
    secrets = json.loads(subprocess.run([sys.executable, "-m", "tests.bad_days.prepare"], env=env, check=True, capture_output=True, text=True).stdout)
    server, stop, rng = Server(env), threading.Event(), random.Random(8)
    clients = [Client(server, secret, stop) for secret in secrets]
    server.start()
    for client in clients:
        client.start()
    for _kill in range(KILLS):
        _live(clients, rng.uniform(0, 0.6))
        server.kill()
        server.start()
    _live(clients, 0)
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


def _live(clients: list[Client], longer: float) -> None:
    """Until this server has acknowledged something, and then a moment more."""
    before, until = sum(len(c.acknowledged) for c in clients), time.monotonic() + 20
    while sum(len(c.acknowledged) for c in clients) == before and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(longer)


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

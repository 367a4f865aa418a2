"""A program with a token: what tests send and get."""

import json
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from dugnad.access.actor import SYSTEM
from dugnad.access.tokens import make
from dugnad.core.ids import uuid7


def secret_of(person: Any, scope: str = "write") -> str:
    return make(SYSTEM, person, "test", scope, timezone.now() + timedelta(days=10))[1]


class Program:
    """Sends requests as a person, or as nobody."""

    def __init__(self, person: Any = None, scope: str = "write") -> None:
        self.client = Client(raise_request_exception=False)
        self.headers = {"Authorization": f"Bearer {secret_of(person, scope)}"} if person else {}

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(f"/api/v1{path}", query, headers=self.headers)

    def send(self, verb: str, path: str, body: Any) -> Any:
        raw = body if isinstance(body, (bytes, str)) else json.dumps(body)
        return self.client.generic(verb, f"/api/v1{path}", raw, content_type="application/json", headers=self.headers)

    def post(self, path: str, body: Any) -> Any:
        return self.send("POST", path, body)

    def patch(self, path: str, body: Any) -> Any:
        return self.send("PATCH", path, body)


def new(**changes: Any) -> dict[str, Any]:
    """The body of a registration in Bergen."""
    known = {
        "id": str(uuid7()),
        "unit": "NO-BERG-ESN",
        "title": "Clean-up at the fjord",
        "starts_on": "2026-03-14",
        "cause": "environment",
        "summary": "We picked litter.",
        "volunteers": 10,
        "international_students": 20,
        "hours_per_meeting": 2,
    }
    return known | changes


def fields(answer: Any) -> list[str]:
    """The fields about which a problem speaks."""
    return [error["field"] for error in answer.json()["errors"]]

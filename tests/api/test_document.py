"""The API's document, the page to try it, and requests made from the document by the hundred."""

import re

import hypothesis
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck

from dugnad.wsgi import application
from tests.api.asking import Program, secret_of
from tests.world import register

LIMITS = {"max_examples": 12, "deadline": None, "suppress_health_check": list(HealthCheck), "derandomize": True, "database": None}


def test_the_document_names_every_operation(world):
    paths = Program().get("/openapi.json").json()["paths"]
    assert {f"{verb} {path.removeprefix('/api/v1')}" for path, verbs in paths.items() for verb in verbs} == {
        "post /activities", "get /activities", "get /activities/{id}", "patch /activities/{id}", "post /activities/{id}/withdrawal",
        "post /activities/{id}/results", "get /units", "get /units/{code}", "get /figures", "get /vocabularies", "get /needs", "get /needs/{id}",
        "get /ideas", "get /ideas/{id}",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/docs", "/docs/"])
def test_the_page_to_try_it_keeps_to_the_policy(world, path):
    answer = Program().get(path)
    page = answer.content.decode()
    assert answer.status_code == 200 and "Content-Security-Policy" in answer.headers
    assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|\sstyle=", page)
    assert page.count("data-try=") == 14 and "curl" in page and "hours_per_meeting" in page


@pytest.fixture
def one_connection():
    """The end of a request closes the connection; here it would end the test's transaction with it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.slow
@pytest.mark.parametrize("whose", ["kari", None])
def test_no_request_of_the_document_breaks_it(world, one_connection, whose):
    register(world.bergen, world.kari)
    headers = {"Authorization": f"Bearer {secret_of(world.kari)}"} if whose else {}
    document = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    statuses = set()
    for found in document.get_all_operations():
        statuses |= _send(found.ok(), headers)
    assert statuses and max(statuses) < 500


def _send(operation, headers):
    seen = set()

    @hypothesis.settings(**LIMITS)
    @hypothesis.given(case=operation.as_strategy())
    def send(case):
        answer = case.call(headers=headers)
        assert answer.status_code < 500, answer.text
        seen.add(answer.status_code)

    send()
    return seen

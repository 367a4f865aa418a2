"""Broken requests: each gets a problem in words, none a 500."""

import json

import pytest
from django.db import OperationalError

from dugnad.activities.models import Activity
from tests.api.asking import Program, new

pytestmark = pytest.mark.thorough

BROKEN = {
    "no json": b"{",
    "nothing": b"",
    "not utf-8": b'{"title": "\xff\xfe"}',
    "nul": json.dumps(new(title="a\x00b")),
    "nul in a key": json.dumps(new(goods={"a\x00": 1})),
    "half a character": json.dumps(new(title="\ud800")),
    "not a number": json.dumps(new(volunteers=float("nan"))),
    "infinite": json.dumps(new(money_amount=float("inf"))),
    "a tower": "[" * 100_000,
    "a whole tower": "[" * 2_000 + "]" * 2_000,
    "a tower within": json.dumps(new(goods={"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}})),
    "5,000 digits": json.dumps(new()).replace(": 10,", f": {'9' * 5000},"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_json_is_400(world, name):
    answer = Program(world.kari).post("/activities", BROKEN[name])
    assert answer.status_code in ((422,) if name == "nothing" else (400,)), answer.content[:300]
    assert answer["Content-Type"] == "application/problem+json" and answer.json()["title"] and Activity.objects.count() == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"title": 3}, {"title": ["a"]}, {"title": {}}, {"volunteers": True}, {"volunteers": [1]}, {"volunteers": 1e300}, {"volunteers": "9" * 6000},
        {"volunteers": 10**30}, {"volunteers": 1.5}, {"money_amount": "1e999999"}, {"money_amount": -1}, {"money_amount": 1, "money_currency": "XXQ"},
        {"online": "perhaps"}, {"goods": []}, {"goods": {"litter": "much"}}, {"goods": {"litter": -3}}, {"goods": {"": 1}}, {"sdgs": ["99"]}, {"sdgs": "14"}, {"organisers": [1]},
        {"starts_on": "0000-00-00"}, {"starts_on": "9999-12-31"}, {"starts_on": 20260314}, {"ends_on": "2026-01-01"}, {"ends_on": "2029-01-01"},
        {"title": "x" * 100_000}, {"summary": "x" * 100_000}, {"id": "no"}, {"id": None}, {"unit": None}, {"cause": None}, {"meetings": 0}, {"hours_per_meeting": 25},
        {"links": ["javascript:alert(1)"]}, {"place": "x" * 161}, {"type": "x" * 9999},
    ],
)  # fmt: skip
def test_wrong_answers_are_422_and_say_where(world, changes):
    answer = Program(world.kari).post("/activities", new(**changes))
    assert answer.status_code == 422, answer.content[:300]
    found = answer.json()
    assert found["status"] == 422 and found["type"] == "about:blank" and found["errors"] and all(e["field"] and e["says"] for e in found["errors"])
    assert Activity.objects.count() == 0


@pytest.mark.parametrize("body", ["[]", "3", '"a"', "null", "true"])
def test_a_body_that_is_no_object_is_said(world, body):
    assert Program(world.kari).post("/activities", body).status_code == 422


def test_too_large_is_413(world):
    answer = Program(world.kari).post("/activities", new(title="x" * 6_000_000))
    assert answer.status_code == 413 and answer.json()["status"] == 413


def test_direction_marks_are_taken_out(world):
    answer = Program(world.kari).post("/activities", new(title="\u202eevil\u2066 title\u200b"))
    assert answer.json()["title"] == "evil title"


@pytest.mark.parametrize(
    "path", ["/activities?unit=%00", "/activities?cause=a%00", "/units?q=%00", "/units?level=a%00b", "/figures?unit=%00", "/units/%00", "/units/%ff%fe"]
)
def test_no_nul_reaches_the_database(world, path):
    answer = Program().get(path)
    assert answer.status_code in (400, 404) and answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/", "/nowhere", "/activities/not-a-uuid", "/activities/"])
def test_an_unknown_address_is_a_problem_too(world, path):
    for answer in (Program().get(path), Program().post(path, {})):
        assert answer.status_code == 404 and answer["Content-Type"] == "application/problem+json"


def test_an_unknown_verb_is_405_in_words(world):
    answer = Program(world.kari).send("DELETE", "/activities", {})
    assert answer.status_code == 405 and answer["Content-Type"] == "application/problem+json" and "POST" in answer["Allow"]


@pytest.mark.parametrize(("fault", "status"), [(OperationalError("gone"), 503), (RuntimeError("ours"), 500)])
def test_our_own_fault_is_a_problem_too_and_keeps_its_reason_to_itself(world, monkeypatch, fault, status):
    def fail(*_args, **_more):
        raise fault

    monkeypatch.setattr("dugnad.api.figures.compared", fail)
    answer = Program().get("/figures", unit="NO")
    assert answer.status_code == status and answer["Content-Type"] == "application/problem+json" and str(fault) not in answer.content.decode()

"""Amending and withdrawing through the API: only what is sent changes, and nobody overwrites unseen."""

import pytest

from dugnad.activities.models import Term
from dugnad.activities.posting import all_postings
from dugnad.figures import reading
from dugnad.figures.audit import audit
from tests.api.asking import Program, fields, new
from tests.world import register


def sums(unit):
    return reading.total(reading.Question((unit.pk,)))


@pytest.fixture
def kari(world):
    return Program(world.kari)


@pytest.fixture
def there(kari):
    return kari.post("/activities", new(goods={"litter": 40}, organisers=["NO-OSLO-ESN"], sdgs=["14"], volunteer_hours=0.33)).json()


def amend(program, there, **changes):
    return program.patch(f"/activities/{there['id']}", {"revision": there["revision"], "reason": "Miscounted"} | changes)


def test_only_what_is_sent_changes(kari, there, world):
    answer = amend(kari, there, volunteers=12)
    assert answer.status_code == 200, answer.json()
    assert answer.json() == there | {"volunteers": 12, "revision": 2}
    assert sums(world.top).volunteers == 12


def test_null_takes_an_answer_back(kari, there):
    found = amend(kari, there, volunteers=None, organisers=[], goods={"litter": None}, sdgs=None).json()
    assert (found["volunteers"], found["organisers"], found["goods"], found["sdgs"]) == (None, [], {}, [])


def test_an_old_revision_changes_nothing(kari, there, world):
    amend(kari, there, volunteers=12)
    answer = amend(kari, there, volunteers=13)
    assert answer.status_code == 409 and sums(world.bergen).volunteers == 12


def test_reason_and_revision_are_needed(kari, there):
    assert fields(kari.patch(f"/activities/{there['id']}", {"revision": 1, "volunteers": 3})) == ["reason"]
    assert fields(kari.patch(f"/activities/{there['id']}", {"reason": "x", "volunteers": 3})) == ["revision"]


def test_a_wrong_answer_changes_nothing(kari, there, world):
    answer = amend(kari, there, volunteers="many")
    assert answer.status_code == 422 and fields(answer) == ["volunteers"] and sums(world.bergen).volunteers == 10


def test_withdrawing_takes_it_out_of_every_figure(kari, there, world):
    answer = kari.post(f"/activities/{there['id']}/withdrawal", {"reason": "Registered twice"})
    assert answer.json()["state"] == "withdrawn" and sums(world.top).activities == 0
    assert Program().get(f"/activities/{there['id']}").status_code == 404
    assert kari.get(f"/activities/{there['id']}").status_code == 200
    assert audit(all_postings).differences == []


def test_withdrawing_needs_a_reason(kari, there):
    assert fields(kari.post(f"/activities/{there['id']}/withdrawal", {"reason": " "})) == ["reason"]
    assert kari.post(f"/activities/{there['id']}/withdrawal", {}).status_code == 422


@pytest.mark.parametrize("who", ["luc", "bo", "aud", "nora"])
def test_others_find_nothing_to_change(world, there, who):
    program = Program(getattr(world, who))
    assert amend(program, there, volunteers=1).status_code == 404
    assert program.post(f"/activities/{there['id']}/withdrawal", {"reason": "x"}).status_code == 404


@pytest.mark.parametrize("who", ["marianne", "ines"])
def test_those_above_may(world, there, who):
    assert amend(Program(getattr(world, who)), there, volunteers=1).status_code == 200


def test_an_old_cause_stays_when_something_else_is_amended(kari, world):
    old = Term.objects.filter(vocabulary__key="esn-2015-causes", mapping__isnull=False).first()
    activity = register(world.bergen, world.kari, cause=old)
    assert amend(kari, {"id": activity.pk, "revision": 1}, volunteers=12).status_code == 200
    activity.refresh_from_db()
    assert (activity.volunteers, activity.cause) == (12, old)

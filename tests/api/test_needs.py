"""Local needs for programs: by the same filters as the page, with the reasons for which two are alike."""

import pytest

from dugnad.core.ids import uuid7
from dugnad.needs import actions
from tests.api.asking import Program, fields
from tests.needs.making import FIGURE, recorded
from tests.world import act, register


def test_needs_are_listed_with_the_number_of_activities_that_answered_them(world):
    actions.answer(act(world.kari), recorded(world), register(world.bergen, world.kari))
    found = Program().get("/needs").json()["items"]
    assert [(one["unit"], one["theme"], one["groups"], one["activities"]) for one in found] == [("NO-BERG-ESN", "inclusion", ["alone", "elderly"], 1)]


@pytest.mark.parametrize(
    ("asked", "many"),
    [({"unit": "NO"}, 1), ({"unit": "fr"}, 0), ({"theme": "inclusion"}, 1), ({"state": "white"}, 1), ({"state": "closed"}, 0), ({"q": "x"}, 0)],
)
def test_they_are_filtered_as_on_the_page(world, asked, many):
    recorded(world, who="Pensioners.")
    assert len(Program().get("/needs", **asked).json().get("items", [])) == many


def test_pages_follow_each_other(world):
    needs = [recorded(world, title=f"Need {n}") for n in range(3)]
    first = Program().get("/needs", limit=2).json()
    second = Program().get("/needs", limit=2, offset=first["next"]).json()
    assert [one["id"] for one in first["items"] + second["items"]] == [str(need.pk) for need in reversed(needs)] and second["next"] is None


@pytest.mark.parametrize("field", ["unit", "theme", "group"])
def test_what_is_unknown_is_said_at_its_field(world, field):
    answer = Program().get("/needs", **{field: "nowhere"})
    assert answer.status_code == 422 and fields(answer) == [field]


def test_a_need_comes_with_evidence_answers_and_those_like_it(world):
    here, there = recorded(world, proof=FIGURE), recorded(world, world.paris, world.luc)
    soup = register(world.paris, world.luc)
    actions.answer(act(world.luc), there, soup)
    found = Program().get(f"/needs/{here.pk}").json()
    assert found["evidence"][0]["year"] == 2024 and found["answered_by"] == []
    assert [(one["need"]["id"], one["activities"]) for one in found["alike"]] == [(str(there.pk), [str(soup.pk)])] and "Same theme" in found["alike"][0]["why"]


def test_a_need_that_is_not_there_is_a_problem(world):
    assert Program().get(f"/needs/{uuid7()}").status_code == 404

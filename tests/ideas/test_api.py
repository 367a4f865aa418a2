"""The API answers the same search, and one idea."""

import pytest

from tests.ideas.making import draft, idea, tried

LIST = "/api/v1/ideas"


def test_it_finds_what_the_page_finds(world, client):
    idea(world, title="Language café", people=4)
    idea(world, title="Blood drive", people=9)
    found = client.get(LIST, {"q": "langauge", "people": 5}).json()
    assert (found["total"], found["items"][0]["title"], found["counts"]["country"]) == (1, "Language café", {"NO": 1})


def test_one_idea_has_its_recipe_and_what_became_of_it(world, client):
    found = idea(world)
    tried(world, found)
    one = client.get(f"{LIST}/{found.pk}").json()
    assert one["steps"] == ["Print the map", "Bring bags", "Walk"] and one["results"] == {
        "times": 1, "countries": 1, "labels": 0, "planned": 0, "volunteers": 8, "people_helped": 40,
    }  # fmt: skip


def test_drafts_are_not_open(world, client):
    assert client.get(f"{LIST}/{draft(world).pk}").status_code == 404


@pytest.mark.parametrize("field", ["people", "budget", "within", "cause", "effort", "season", "language", "country", "tried", "page"])
def test_nonsense_is_a_problem_at_its_field(world, client, field):
    answer = client.get(LIST, {field: "x"})
    assert answer.status_code == 422 and answer.json()["errors"][0]["field"] == field

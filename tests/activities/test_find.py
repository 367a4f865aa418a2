"""An activity is found by any part of a word, without its accents, as it is written now; on both databases alike."""

import pytest

from dugnad.activities import actions, finding
from dugnad.activities.models import Activity
from tests.world import act, details, register


def found(text):
    return sorted(finding.with_words(Activity.objects.all(), text).values_list("title", flat=True))


@pytest.fixture
def three(world):
    register(world.bergen, world.kari, title="Strandrydding på Tromsøya", place="Tromsø", summary="Vi plukket søppel.")
    register(world.bergen, world.kari, title="GAMMELT HÅNDVERK", summary="Strikking", place="Bergen")
    register(world.paris, world.luc, title="Café des langues", summary="100 % français_espagnol", place="Paris")
    return world


@pytest.mark.parametrize(
    ("asked", "titles"),
    [("rydding", ["Strandrydding på Tromsøya"]), ("TROMSO", ["Strandrydding på Tromsøya"]), ("tromsø søppel", ["Strandrydding på Tromsøya"]), ("tromsø strikking", []),
     ("håndverk", ["GAMMELT HÅNDVERK"]), ("handverk bergen", ["GAMMELT HÅNDVERK"]), ("cafe", ["Café des langues"]), ("%", ["Café des langues"]), ("100", ["Café des langues"]),
     ("is_es", ["Café des langues"]), ("isxes", []), ('"', []), ("'; --", []), ("på Tr", ["Strandrydding på Tromsøya"]), ("la", ["Café des langues"])],
)  # fmt: skip
def test_a_part_of_a_word_is_enough(three, asked, titles):
    assert found(asked) == titles


def test_it_is_found_by_what_it_says_now(three):
    activity = Activity.objects.get(title="GAMMELT HÅNDVERK")
    actions.amend(act(three.kari), activity, details(title="Baking", summary="Bread"), reason="another", revision=1)
    assert (found("håndverk"), found("bread")) == ([], ["Baking"])


def test_many_are_found_as_well_as_few(three, monkeypatch):
    monkeypatch.setattr(finding, "FEW", 0)
    assert found("rydding") == ["Strandrydding på Tromsøya"]


def test_what_was_written_in_bulk_is_found_once_gathered(three):
    finding.gather()
    assert found("cafe") == ["Café des langues"]

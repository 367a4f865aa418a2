"""The committee's pages for the network's words."""

import pytest

from dugnad.activities.actions import words as verbs
from dugnad.activities.models import Term, Vocabulary
from dugnad.core.errors import Refused
from tests.world import act, register, term


@pytest.fixture
def committee(world, sign_in):
    return sign_in(world.ines)


def test_a_word_is_added(committee):
    answer = committee.post("/words/measures/add/", {"key": "soup", "name_en": "Soup", "limit": "500"})
    assert answer.status_code == 302 and Term.objects.get(key="soup").limit == 500


def test_a_key_that_is_taken_is_said_at_the_field(committee):
    assert b"id_key_error" in committee.post("/words/measures/add/", {"key": "food", "name_en": "Food"}).content


def test_a_new_version_begins(committee):
    committee.post("/words/esn-2018-causes/publish/", {"key": "causes-2027", "version": "2027", "since": "2027-01-01"})
    assert Vocabulary.objects.get(key="causes-2027").terms.count() == 6


def test_a_changed_mapping_is_counted_anew_by_the_worker(world, committee):
    old = Term.objects.get(vocabulary__key="esn-2015-causes", key="animals")
    register(world.bergen, world.kari, cause=old)
    committee.post(f"/terms/{old.pk}/mapping/", {"new": term("cause", "health").pk})
    assert b"1 activity" in committee.get("/activities/?cause=health").content


def test_an_ended_version_is_not_added_to_and_not_followed_twice(world):
    ended, current = Vocabulary.objects.get(key="esn-2015-causes"), Vocabulary.objects.get(key="esn-2018-causes")
    with pytest.raises(Refused, match="ended"):
        verbs.add_term(act(world.ines), ended, key="x", names={"en": "X"})
    with pytest.raises(Refused, match="follows"):
        verbs.publish(act(world.ines), ended, key="x", version="x", since=ended.since)
    with pytest.raises(Refused, match="key"):
        verbs.publish(act(world.ines), current, key="sdgs", version="x", since=current.since.replace(year=2030))


def test_everybody_reads_them(world, client):
    assert b"Animals" in client.get("/words/esn-2015-causes/").content and client.get("/words/nothing/").status_code == 404

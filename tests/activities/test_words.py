"""The committee edits the words, and what counts follows."""

from datetime import date

import pytest

from dugnad.activities.actions import words as verbs
from dugnad.activities.actions.recount import recount_terms
from dugnad.activities.models import Term, Vocabulary
from dugnad.activities.posting import all_postings
from dugnad.activities.vocabulary import words
from dugnad.core.errors import NotAllowed, Refused
from dugnad.figures import reading
from dugnad.figures.audit import audit
from tests.world import act, register, term


def by_cause(unit):
    return {key: sums.activities for key, sums in reading.by(reading.Question((unit.pk,), facet="cause"), "value").items()}


def old(key="animals"):
    return Term.objects.get(vocabulary__key="esn-2015-causes", key=key)


def test_an_old_cause_counts_as_the_one_it_is_mapped_to(world):
    register(world.bergen, world.kari, cause=old())
    assert by_cause(world.norway) == {"environment": 1}


def test_a_changed_mapping_moves_what_was_counted(world):
    register(world.bergen, world.kari, cause=old())
    verbs.map_term(act(world.ines), old(), term("cause", "health"))
    recount_terms({old().pk})
    assert by_cause(world.norway) == {"health": 1} and not audit(all_postings).differences


def test_a_new_version_changes_no_figure(world):
    register(world.bergen, world.kari)
    verbs.publish(act(world.ines), Vocabulary.objects.get(key="esn-2018-causes"), key="causes-2027", version="2027", since=date(2027, 1, 1))
    assert by_cause(world.norway) == {"environment": 1} and not audit(all_postings).differences


def test_only_the_committee_edits_words(world):
    with pytest.raises(NotAllowed):
        verbs.edit_term(act(world.marianne), old(), names={"en": "Pets"}, helps={}, limit=None)
    assert str(verbs.edit_term(act(world.ines), old(), names={"en": "Pets"}, helps={}, limit=None)) == "Pets"


def test_a_word_keeps_its_english_name(world):
    with pytest.raises(Refused, match="English"):
        verbs.edit_term(act(world.ines), old(), names={"nb": "Dyr"}, helps={}, limit=None)


def test_an_added_word_can_be_chosen_at_once(world):
    verbs.add_term(act(world.ines), Vocabulary.objects.get(key="measures"), key="soup", names={"en": "Soup"})
    assert "soup" in [one.key for one in words().current["measure"]]


def test_a_key_is_used_once(world):
    with pytest.raises(Refused, match="key"):
        verbs.add_term(act(world.ines), Vocabulary.objects.get(key="measures"), key="food", names={"en": "Food"})


def test_a_current_word_is_not_mapped(world):
    with pytest.raises(Refused):
        verbs.map_term(act(world.ines), term("cause", "health"), term("cause", "culture"))


def test_the_committee_edits_a_word_on_its_page(world, sign_in):
    answer = sign_in(world.ines).post(f"/terms/{old().pk}/", {"name_en": "Pets", "name_nb": "Kjæledyr", "limit": ""})
    assert (answer.status_code, old().names) == (302, {"en": "Pets", "nb": "Kjæledyr"})


def test_others_find_no_page_to_edit_words(world, sign_in):
    assert sign_in(world.marianne).get(f"/terms/{old().pk}/").status_code == 404

"""Who serves a university, what is known of it, and whom one writes to there."""

import pytest

from dugnad.core.errors import NotAllowed, Refused
from dugnad.recognition.actions import universities as actions
from dugnad.recognition.models import Contact, OptOut
from tests.recognition.making import contact, university
from tests.world import act

ANSWERS = {"name": "Liv", "position": "", "email": "liv@example.org", "language": "", "salutation": ""}


def test_a_section_says_which_university_of_its_country_it_serves(world):
    made = university()
    actions.serve(act(world.kari), world.bergen, made)
    assert list(made.units.all()) == [world.bergen]
    actions.leave(act(world.kari), world.bergen, made)
    assert not made.units.exists()


def test_a_university_abroad_is_refused(world):
    with pytest.raises(Refused, match="its own country"):
        actions.serve(act(world.luc), world.paris, university())


def test_nobody_says_it_for_another_section(world):
    with pytest.raises(NotAllowed):
        actions.serve(act(world.ola), world.bergen, university())


def test_those_who_serve_it_keep_its_address_and_contacts_and_others_do_not(world):
    made = university("University of Bergen", world.bergen)
    told = {"street": "Muséplassen 1", "postal_code": "5007", "website": "https://uib.no", "languages": ["en", "nb"]}
    assert actions.describe(act(world.kari), made, **told).profile.languages == ["en", "nb"]
    with pytest.raises(NotAllowed):
        actions.describe(act(world.ola), made, **told)
    with pytest.raises(NotAllowed):
        actions.keep_contact(act(world.ola), made, None, **ANSWERS)


def test_letters_go_to_one_contact_the_first_one_unless_another_is_chosen(world):
    made = university("University of Bergen", world.bergen)
    first = actions.keep_contact(act(world.kari), made, None, **ANSWERS)
    second = actions.keep_contact(act(world.kari), made, None, **ANSWERS | {"name": "Per"})
    assert (first.first, second.first) == (True, False)
    actions.keep_contact(act(world.kari), made, second, **ANSWERS | {"name": "Per", "first": True})
    assert list(Contact.objects.filter(first=True)) == [second]


def test_a_contact_that_is_removed_is_gone(world):
    made = university("University of Bergen", world.bergen)
    actions.forget_contact(act(world.kari), contact(made))
    assert not Contact.objects.exists()


def test_opting_out_twice_is_opting_out_once(db):
    actions.opt_out("Liv@Example.org")
    actions.opt_out("liv@example.org")
    assert OptOut.objects.get().email == "liv@example.org"

"""A round writes a draft to every university with something to be thanked for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dugnad.activities import actions as activities
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.periods import parse_month
from dugnad.figures import proofs
from dugnad.recognition.actions import letters, rounds, templates
from dugnad.recognition.models import Letter, Profile, Round
from tests.recognition.making import again, approved, contact, drafted, only, served, university
from tests.world import act, register, term


def test_a_draft_says_whom_it_thanks_for_what_and_where_it_goes(world):
    letter = only(drafted(world))
    assert (letter.state, letter.unit, letter.language, letter.email) == ("drafted", world.bergen, "nb", "rector@uib.example.org")
    assert letter.subject == "Takk for 1 aktivitet med ESN Bergen fra januar til juni 2026"
    assert letter.address.splitlines() == ["Liv Rektor", "Rector", "University of Bergen", "Bergen"]
    assert letter.told["figures"] == {
        "activities": 1,
        "volunteers": 10,
        "volunteer_hours": 20,
        "international_students": 20,
        "local_students": 5,
        "people_helped": 40,
    }
    assert [one["name"] for one in letter.told["people"]] == ["Kari", "Nora"]
    assert (letter.told["signed"], letter.told["office"]) == ("Marianne", {"role": "national", "unit": "Norway"})
    assert [one["title"] for one in letter.told["examples"]] == ["Clean-up at the fjord"]


def test_a_university_without_anything_to_thank_for_gets_no_letter(world):
    served(world)
    university("University of Oslo", world.oslo, city="Oslo")
    university("Nobody's")
    assert [letter.university.name for letter in again(world).letters.all()] == ["University of Bergen"]


def test_nothing_at_all_to_thank_for_is_said_and_no_round_is_made(world):
    university("University of Bergen", world.bergen)
    with pytest.raises(Refused, match="nothing to thank"):
        again(world)
    assert not Round.objects.exists()


def test_what_two_sections_did_together_is_thanked_for_once(world):
    both = university("University of the West", world.bergen, world.oslo)
    register(world.bergen, world.kari, title="Together", organisers=(world.oslo,), people_helped=7)
    register(world.oslo, world.ola, title="Alone", people_helped=3)
    register(world.bergen, world.kari, title="Elsewhere", starts_on=world_day("2025-05-05"))
    letter = again(world).letters.get()
    assert (letter.university, letter.told["figures"]["activities"], letter.told["figures"]["people_helped"]) == (both, 2, 10)
    assert letter.unit == world.oslo and [pk for pk, _name in letter.told["units"]] == [world.oslo.pk, world.bergen.pk]


def world_day(text):
    from datetime import date

    return date.fromisoformat(text)


def test_the_letter_proves_its_figures_as_they_stood(world):
    letter = only(drafted(world))
    register(world.bergen, world.kari, title="Later")
    proof = proofs.Proof(letter.entry, unit=world.bergen.pk)
    assert proofs.stood(proof).activities == letter.told["figures"]["activities"] == 1


def test_examples_are_of_different_causes_with_the_most_people_first(world):
    served(world)
    for n, cause in enumerate(["environment", "health", "health"]):
        register(world.bergen, world.kari, title=f"Number {n}", people_helped=100 + n, cause=term("cause", cause))
    assert [one["title"] for one in again(world).letters.get().told["examples"]] == ["Number 2", "Number 0"]


def test_two_of_one_cause_are_better_than_one(world):
    served(world)
    register(world.bergen, world.kari, title="Second", people_helped=1)
    assert [one["title"] for one in again(world).letters.get().told["examples"]] == ["Clean-up at the fjord", "Second"]


def test_the_language_is_the_asked_one_else_the_contacts_the_universitys_the_countrys(world):
    made = served(world)
    assert again(world, language="de").letters.get().language == "de"
    Profile.objects.create(university=made, languages=["xx", "it"], street="Muséplassen 1", postal_code="5007")
    letter = again(world).letters.get()
    assert letter.language == "it" and letter.address.endswith("Muséplassen 1\n5007 Bergen")
    made.contacts.update(language="pl")
    assert again(world).letters.get().language == "pl"


def test_without_a_contact_colleagues_are_greeted_and_the_letter_is_posted(world):
    made = served(world)
    made.contacts.all().delete()
    letter = again(world, language="en").letters.get()
    assert letter.email == "" and letter.body.startswith("Dear colleagues,")


def test_a_contact_may_have_a_salutation_of_its_own(world):
    made = served(world)
    made.contacts.update(salutation="Kjære rektor,")
    assert again(world).letters.get().body.startswith("Kjære rektor,")


def test_a_round_may_be_of_some_sections_only(world):
    served(world)
    university("University of Oslo", world.oslo, city="Oslo")
    register(world.oslo, world.ola)
    made = again(world, sections=[world.oslo, world.paris])
    assert [letter.unit for letter in made.letters.all()] == [world.oslo]


def test_a_section_writes_in_its_own_name_and_others_may_not(world):
    served(world)
    assert again(world, "kari", unit=world.bergen).letters.count() == 1
    with pytest.raises(NotAllowed):
        again(world, "ola", unit=world.bergen)


def test_a_round_that_ends_before_it_begins_is_refused(world):
    served(world)
    with pytest.raises(Refused, match="ends before"):
        again(world, first_month=parse_month("2026-07"))


def test_a_template_of_ones_own_or_of_those_above_is_used(world):
    served(world)
    own = templates.begin(act(world.ines), world.top, name="Ours")
    templates.word(act(world.ines), own, "nb", subject="Takk, {city}", body="Hei {contact}.\n\n{figures}")
    letter = again(world, template=own).letters.get()
    assert (letter.subject, letter.body) == ("Takk, Bergen", "Hei Liv Rektor.\n\n{figures}")


def test_a_template_of_others_is_refused(world):
    served(world)
    theirs = templates.begin(act(world.luc), world.paris, name="Theirs")
    with pytest.raises(Refused, match="not one of yours"):
        again(world, template=theirs)


def test_drafts_are_written_anew_edited_and_approved_ones_stay(world):
    of = drafted(world)
    for n in range(2):
        university(f"School {n}", world.bergen)
    rounds.remake(act(world.marianne), of)
    first, second, third = of.letters.order_by("university__name")
    letters.edit(act(world.marianne), first, subject="By hand", body="Hello", email="", address="")
    letters.approve(act(world.marianne), of, [second.pk])
    register(world.bergen, world.kari, title="One more")
    assert rounds.remake(act(world.marianne), of) == (1, 0)
    assert [letter.told["figures"]["activities"] for letter in of.letters.order_by("university__name")] == [1, 1, 2]
    assert Letter.objects.get(pk=first.pk).subject == "By hand"
    assert {letter.code for letter in (first, second, third)} == set(of.letters.values_list("code", flat=True))


def test_a_round_of_drafts_is_thrown_away_and_one_with_approved_letters_is_not(world):
    of = drafted(world)
    kept = approved_of(world, again(world, name="Kept"))
    rounds.discard(act(world.marianne), of)
    with pytest.raises(Refused, match="approved already"):
        rounds.discard(act(world.marianne), kept)
    assert list(Round.objects.all()) == [kept]


def approved_of(world, of):
    letters.approve(act(world.marianne), of, of.letters.values_list("pk", flat=True))
    return of


def test_a_round_asks_as_many_questions_for_three_universities_as_for_thirty(world):
    counted = []
    for many in (2, 30):
        for n in range(many):
            contact(university(f"School {many} {n}", world.bergen), f"s{many}{n}@example.org")
        register(world.bergen, world.kari, title=f"Of {many}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            again(world, name=str(many))
        counted.append(len(asked))
    assert counted[0] == counted[1] < 40


def test_a_withdrawn_activity_is_thanked_for_no_more(world):
    served(world)
    gone = register(world.bergen, world.kari, title="Gone")
    activities.withdraw(act(world.kari), gone, reason="twice")
    assert again(world).letters.get().told["figures"]["activities"] == 1


def test_approving_twice_is_approving_once(world):
    of = approved(world)
    assert letters.approve(act(world.marianne), of, of.letters.values_list("pk", flat=True)) == 0

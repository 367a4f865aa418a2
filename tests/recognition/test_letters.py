"""What becomes of a letter: edited, approved, posted, answered, come back, withdrawn."""

import pytest

from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.recognition.actions import letters, templates
from dugnad.recognition.models import Text
from tests.recognition.making import approved, drafted, only
from tests.world import act

WORDS = {"subject": "Takk", "body": "Hei", "email": "", "address": "Uni"}


def test_an_approved_letter_that_is_edited_is_a_draft_again(world):
    of = approved(world)
    letter = letters.edit(act(world.marianne), only(of), **WORDS, people=["Kari · ESN Bergen"])
    letter.refresh_from_db()
    assert (letter.state, letter.edited, letter.approved_at, letter.body) == ("drafted", True, None, "Hei")
    assert [one["name"] for one in letter.told["people"]] == ["Kari"]


def test_a_letter_that_went_out_stays_as_it_is(world):
    of = approved(world)
    letters.turn(act(world.marianne), only(of), "sent")
    with pytest.raises(Refused, match="stays as it is"):
        letters.edit(act(world.marianne), only(of), **WORDS)


@pytest.mark.parametrize("way", [["approved", "sent", "answered", "withdrawn"], ["approved", "sent", "bounced", "drafted", "approved"], ["withdrawn"]])
def test_a_letter_goes_its_way(world, way):
    letter = only(drafted(world))
    for state in way:
        letter = letters.turn(act(world.marianne), letter, state, why="so")
    assert letter.state == way[-1] and journal.of(letter).last().verb == f"letter.{way[-1]}"


def test_a_letter_given_by_hand_says_when(world):
    letter = letters.turn(act(world.marianne), only(approved(world)), "sent")
    assert letter.sent_at and letter.by_post


@pytest.mark.parametrize(("state", "to"), [("drafted", "sent"), ("withdrawn", "approved"), ("sending", "sent"), ("answered", "drafted")])
def test_no_letter_jumps(world, state, to):
    letter = only(drafted(world))
    letter.state = state
    letter.asked_at = letter.sent_at = letter.round.made_at
    letter.save()
    with pytest.raises(Refused, match="cannot become"):
        letters.turn(act(world.marianne), letter, to)


def test_saying_the_same_twice_changes_nothing(world):
    letter = letters.turn(act(world.marianne), only(drafted(world)), "approved")
    assert letters.turn(act(world.marianne), letter, "approved").approved_at == letter.approved_at


def test_those_without_an_address_are_posted_together_once(world):
    of = approved(world, 3)
    of.letters.exclude(university__name="School 001").update(email="")
    assert [letters.given_by_post(act(world.marianne), of) for _time in range(2)] == [2, 0]
    assert of.letters.by_state() == {"approved": 1, "sent": 2}


def test_a_section_does_not_handle_its_countrys_round(world):
    with pytest.raises(NotAllowed):
        letters.turn(act(world.kari), only(drafted(world)), "approved")


def test_a_template_begins_with_the_packaged_words_and_no_name_is_there_twice(world):
    template = templates.begin(act(world.kari), world.bergen, name="Ours")
    assert template.texts.count() == 8
    with pytest.raises(Refused, match="this name already"):
        templates.begin(act(world.kari), world.bergen, name="Ours")


def test_words_that_cannot_be_filled_are_not_kept(world):
    template = templates.begin(act(world.kari), world.bergen, name="Ours")
    with pytest.raises(Refused, match="there is no field") as no:
        templates.word(act(world.kari), template, "nb", subject="Takk", body="{universitet}")
    assert no.value.field == "body" and "{section}" in Text.objects.get(template=template, language="nb").body

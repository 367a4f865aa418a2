"""Thanks, questions, answers, notes for a country, following, translations: said once, in plain text, within limits."""

import pytest

from dugnad.core.errors import NotAllowed, Refused
from dugnad.ideas.actions import talk
from dugnad.ideas.actions import write as actions
from dugnad.ideas.models import Following, Remark, Thanks, Translation
from tests.ideas.making import draft, idea
from tests.world import act

TEXTS = {"title": "Marche et ramasse", "summary": "Une marche au bord du fjord."}


def refused(what):
    with pytest.raises(Refused) as no:
        what()
    return no.value.code, no.value.field


def test_a_person_thanks_once_and_may_take_it_back(world):
    found = idea(world)
    for _time in range(2):
        talk.thank(act(world.luc), found)
    assert Thanks.objects.count() == 1
    talk.thank(act(world.luc), found, yes=False)
    assert not Thanks.objects.exists()


def test_following_ends_as_it_began(world, sign_in):
    found, session = idea(world), sign_in(world.luc)
    session.post(f"/ideas/{found.pk}/follow/")
    assert Following.objects.get().person == world.luc
    session.post(f"/ideas/{found.pk}/follow/", {"no": "1"})
    assert not Following.objects.exists()


def test_a_question_and_its_answer_stand_on_the_page(world, client):
    found = idea(world)
    question = talk.ask(act(world.luc), found, text="Who pays for the bags?")
    talk.answer(act(world.kari), question, text="The town does.")
    page = client.get(found.get_absolute_url()).content.decode()
    assert page.index("Who pays for the bags?") < page.index("The town does.")


def test_a_note_is_for_a_country_in_which_one_holds_an_office(world, client):
    found = idea(world)
    assert refused(lambda: talk.note(act(world.luc), found, text="You need a permit for this", country="NO")) == ("not-your-country", "country")
    talk.note(act(world.marianne), found, text="You need a permit for this", country="NO")
    assert "<strong>Norway</strong>" in client.get(found.get_absolute_url()).content.decode()


def test_the_committee_leaves_notes_for_any_country(world):
    assert talk.note(act(world.ines), idea(world), text="Ask the town first", country="FR").country == "FR"


@pytest.mark.parametrize("verb", [talk.thank, talk.follow])
def test_at_a_draft_nobody_says_anything(world, verb):
    with pytest.raises(NotAllowed):
        verb(act(world.kari), draft(world))


def test_without_an_office_one_reads(world):
    with pytest.raises(NotAllowed):
        talk.ask(act(world.nora), idea(world), text="May I?")


def test_what_is_taken_back_is_out_of_sight_and_can_be_put_back(world, client):
    found = idea(world)
    said = talk.ask(act(world.luc), found, text="A silly question")
    talk.take_back(act(world.luc), said)
    assert "A silly question" not in client.get(found.get_absolute_url()).content.decode()
    talk.put_back(act(world.luc), said)
    assert "A silly question" in client.get(found.get_absolute_url()).content.decode()


def test_the_committee_moderates_and_nobody_else_does(world):
    said = talk.ask(act(world.luc), idea(world), text="Buy my watches")
    with pytest.raises(NotAllowed):
        talk.take_back(act(world.kari), said)
    talk.take_back(act(world.ines), said)
    assert refused(lambda: talk.put_back(act(world.luc), said)) == ("taken-back-by-others", None)
    talk.put_back(act(world.ines), said)
    assert Remark.objects.in_sight().count() == 1


def test_taking_back_twice_is_taking_back_once(world):
    said = talk.ask(act(world.luc), idea(world), text="One")
    assert talk.take_back(act(world.luc), talk.take_back(act(world.luc), said)).taken_back_at and talk.put_back(act(world.luc), said).taken_back_at is None
    assert talk.put_back(act(world.luc), said).taken_back_at is None


def test_a_question_that_was_taken_back_is_not_answered(world):
    said = talk.take_back(act(world.luc), talk.ask(act(world.luc), idea(world), text="One"))
    assert refused(lambda: talk.answer(act(world.kari), said, text="Two")) == ("no-question", "text")


def test_after_ten_in_an_hour_the_next_waits_and_its_text_is_still_there(world, sign_in):
    found, session = idea(world), sign_in(world.luc)
    for number in range(10):
        talk.ask(act(world.luc), found, text=f"Question {number}")
    answer = session.post(f"/ideas/{found.pk}/ask/", {"question-text": "One too many"})
    page = answer.content.decode()
    assert answer.status_code == 422 and 'id="id_question-text_error"' in page and "One too many" in page and Remark.objects.count() == 10


def test_somebody_else_may_still_ask(world):
    found = idea(world)
    for number in range(10):
        talk.ask(act(world.luc), found, text=f"Question {number}")
    assert talk.ask(act(world.ola), found, text="Mine")


@pytest.mark.parametrize("text", ["https://a.no http://b.no www.c.no", "HTTPS://A https://b https://c https://d"])
def test_more_than_two_links_are_refused(world, text):
    assert refused(lambda: talk.ask(act(world.luc), idea(world), text=text)) == ("links", "text")


def test_the_same_is_not_said_twice(world):
    found = idea(world)
    talk.ask(act(world.luc), found, text="Twice?")
    assert refused(lambda: talk.ask(act(world.luc), found, text="Twice?")) == ("said-already", "text")


HOSTILE = "<script>alert(1)</script> {{ 7*7 }} <b>bold</b> **strong**"


def test_markup_is_text(world, client):
    found = idea(world, title="<b>x</b>", summary=HOSTILE, steps=HOSTILE, why=HOSTILE)
    question = talk.ask(act(world.luc), found, text=HOSTILE)
    talk.answer(act(world.kari), question, text=HOSTILE)
    talk.note(act(world.luc), found, text=HOSTILE, country="FR")
    for page in (found.get_absolute_url(), "/ideas/"):
        text = client.get(page).content.decode()
        assert "<script>alert" not in text and "<b>bold" not in text and "&lt;script&gt;" in text


@pytest.mark.parametrize("typed", ["", " ", "x" * 2000, "\x00"])
def test_what_cannot_be_said_is_told_at_its_field(world, sign_in, typed):
    found = idea(world)
    for address, prefix in ((f"/ideas/{found.pk}/ask/", "question"), (f"/ideas/{found.pk}/note/", "note")):
        answer = sign_in(world.luc).post(address, {f"{prefix}-text": typed, f"{prefix}-country": "FR"})
        assert answer.status_code == 422 and f'id="id_{prefix}-text_error"' in answer.content.decode()
    assert not Remark.objects.exists()


def test_a_translation_stands_with_its_translator_and_the_original_beside(world, client):
    found = idea(world)
    talk.translate(act(world.luc), found, language="fr", **TEXTS)
    address = found.get_absolute_url()
    page, beside, original = (client.get(f"{address}?{ask}").content.decode() for ask in ("lang=fr", "lang=fr&beside=1", "lang=original"))
    assert "Marche et ramasse" in page and "Translated by Luc." in page and "Walk and pick" not in page.split("<main")[1].split("Comes from")[0]
    assert "Marche et ramasse" in beside and "Walk and pick" in beside and "Marche et ramasse" not in original


def test_it_is_not_translated_into_its_own_language(world, sign_in):
    found = idea(world)
    answer = sign_in(world.luc).post(f"/ideas/{found.pk}/translate/", {"language": "en", "title": "Walk", "summary": "Again", "steps": "One"})
    assert answer.status_code == 422 and b'id="id_language_error"' in answer.content and b"Again" in answer.content and not Translation.objects.exists()


def test_nor_does_its_language_become_one_into_which_it_was_translated(world):
    found = idea(world)
    talk.translate(act(world.luc), found, language="fr", **TEXTS)
    assert refused(lambda: actions.change(act(world.kari), found, revision=1, language="fr")) == ("translated", "language")


def test_translating_again_changes_what_is_there(world):
    found = idea(world)
    for title in ("Une", "Deux"):
        talk.translate(act(world.luc), found, language="fr", **TEXTS | {"title": title})
    assert Translation.objects.get().title == "Deux"


def test_that_the_original_changed_since_is_said(world, client):
    found = idea(world)
    talk.translate(act(world.luc), found, language="fr", **TEXTS)
    actions.change(act(world.kari), found, revision=1, summary="Longer now.")
    assert "The original has been changed since." in client.get(f"{found.get_absolute_url()}?lang=fr").content.decode()

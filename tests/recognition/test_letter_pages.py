"""The pages of one letter, of templates, and those for whoever holds a letter."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dugnad.recognition.actions import letters, templates
from dugnad.recognition.mailing import stop_of
from dugnad.recognition.models import Letter, OptOut, Template, Text
from tests.recognition.making import again, approved, contact, drafted, only, served, university
from tests.seasons.making import text
from tests.world import act, register


def read(client, address, **more):
    return text(client.get(address, **more).content.decode())


def test_a_letter_is_seen_as_a_picture_and_as_a_pdf(world, sign_in):
    letter, session = only(drafted(world)), sign_in(world.kari)
    where = f"/letters/letter/{letter.pk}/"
    assert session.get(f"{where}page-1/").content.startswith(b"\x89PNG") and session.get(f"{where}page-9/").status_code == 404
    assert session.get(f"{where}print/").content.startswith(b"%PDF") and "What became of it?" not in read(session, where)
    assert sign_in(world.luc).get(where).status_code == 404


def test_a_letter_is_edited_on_a_page(world, sign_in):
    of, session = approved(world), sign_in(world.marianne)
    where = f"/letters/letter/{only(of).pk}/edit/"
    assert "Once you change it" in read(session, where)
    answers = {"subject": "Takk", "body": "Hei\r\n\r\n{figures}", "email": "ny@example.org", "address": "UiB\nBergen", "people": ["Kari · ESN Bergen"]}
    session.post(where, answers)
    letter = only(of)
    assert (letter.body, letter.email, letter.state, len(letter.told["people"])) == ("Hei\n\n{figures}", "ny@example.org", "drafted", 1)
    assert session.post(where, answers | {"email": "nobody"}).status_code == 422 and session.post(where, answers | {"body": "x" * 7000}).status_code == 422


def test_a_letter_that_went_out_is_not_edited(world, sign_in):
    of, session = approved(world), sign_in(world.marianne)
    letter = letters.turn(act(world.marianne), only(of), "sent")
    assert "stays as it is" in read(session, session.get(f"/letters/letter/{letter.pk}/edit/")["Location"])


def test_one_who_is_later_with_an_edit_is_told(world, sign_in, monkeypatch):
    of, session = approved(world), sign_in(world.marianne)
    monkeypatch.setattr("dugnad.recognition.views.letters.EDITABLE", ("drafted", "approved", "sent"))
    letter = letters.turn(act(world.marianne), only(of), "sent")
    answered = session.post(f"/letters/letter/{letter.pk}/edit/", {"subject": "Takk", "body": "Hei"})
    assert "stays as it is" in read(session, answered["Location"]) and only(of).subject != "Takk"


@pytest.mark.parametrize(("said", "says"), [({"state": "lost"}, "one of the buttons"), ({"state": "answered"}, "cannot become")])
def test_a_letter_that_cannot_go_there_says_so(world, sign_in, said, says):
    letter, session = only(drafted(world)), sign_in(world.marianne)
    assert says in read(session, session.post(f"/letters/letter/{letter.pk}/turn/", said)["Location"])


def test_a_template_is_begun_edited_and_previewed_with_real_letters(world, sign_in):
    served(world)
    session = sign_in(world.marianne)
    assert "Here will be your own templates" in read(session, "/letters/templates/")
    where = session.post("/units/no/letters/template/", {"name": "Ours"})["Location"]
    assert "this name already" in session.post("/units/no/letters/template/", {"name": "Ours"}).content.decode()
    page = session.post(where, {"subject": "Thanks, {city}", "body": "To {university}.\n\n{figures}", "preview": "1"}).content.decode()
    assert "Thanks, Bergen" in page and "To University of Bergen." in page and "data:image/png;base64," in page
    assert Text.objects.get(language="en").subject != "Thanks, {city}" and not Letter.objects.exists()
    session.post(where, {"subject": "Thanks, {city}", "body": "To {university}."})
    assert Text.objects.get(language="en").subject == "Thanks, {city}" and "Ours" in read(session, "/letters/templates/")


def test_a_mistake_in_a_template_is_said_at_its_field_and_what_was_typed_stays(world, sign_in):
    template = templates.begin(act(world.marianne), world.norway, name="Ours")
    answered = sign_in(world.marianne).post(f"/letters/templates/{template.pk}/nb/", {"subject": "{cty}", "body": "a\n[b"})
    page = answered.content.decode()
    assert answered.status_code == 422 and "Did you mean {city}?" in page and "opened and not closed" in page and 'value="{cty}"' in page
    assert sign_in(world.marianne).get(f"/letters/templates/{template.pk}/xx/").status_code == 404 and Template.objects.count() == 1


def test_a_letter_is_checked_by_its_code_however_it_is_typed(world, client):
    letter = only(approved(world))
    typed = f"/letters/{letter.code[:4].lower()}-{letter.code[4:]}/"
    assert client.get(typed)["Location"] == f"/letters/{letter.code}/"
    page = read(client, f"/letters/{letter.code}/")
    assert "Thanks to University of Bergen" in page and "40 people helped" in page and "withdrawn" not in page and "Liv" not in page
    assert client.get(f"/letters/{letter.code[:-1]}/").status_code == client.get("/letters/000000000000/").status_code == 404


def test_a_withdrawn_letter_says_so_and_a_draft_says_nothing(world, client):
    letter = only(drafted(world))
    assert client.get(f"/letters/{letter.code}/").status_code == 404
    letters.turn(act(world.marianne), letter, "withdrawn", why="Wrong period.")
    page = read(client, f"/letters/{letter.code}/")
    assert "This letter was withdrawn" in page and "Wrong period." in page


def test_figures_that_changed_since_are_shown_as_they_stood(world, client):
    letter = only(approved(world))
    register(world.bergen, world.kari, title="Later", people_helped=1000)
    assert "1,040" not in read(client, f"/letters/{letter.code}/")


def test_an_address_opts_out_by_its_link_and_a_mail_program_by_a_bare_post(world, client):
    link = "/letters/stop/" + stop_of("liv@example.org").rpartition("/stop/")[2]
    assert "No more letters?" in read(client, link) and not OptOut.objects.exists()
    assert "No more letters come" in text(client.__class__(enforce_csrf_checks=True).post(link, {"List-Unsubscribe": "One-Click"}).content.decode())
    assert OptOut.objects.get().email == "liv@example.org" and client.get("/letters/stop/made-up/").status_code == 404


def test_what_is_not_there_is_not_there(world, sign_in):
    session = sign_in(world.marianne)
    for address in (f"/universities/{uuid4()}/", f"/letters/rounds/{uuid4()}/", f"/letters/letter/{uuid4()}/", f"/contacts/{uuid4()}/"):
        assert session.get(address).status_code == 404


def test_the_rounds_page_asks_as_many_questions_for_forty_letters_as_for_one(world, sign_in):
    counted, session = [], sign_in(world.marianne)
    served(world)
    for many in (0, 40):
        for n in range(many):
            contact(university(f"School {n}", world.bergen), f"s{n}@example.org")
        of = again(world, name=str(many))
        with CaptureQueriesContext(connection) as asked:
            session.get(f"/letters/rounds/{of.pk}/")
        counted.append(len(asked))
    assert counted[0] == counted[1] <= 16

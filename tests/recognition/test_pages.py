"""The pages of universities and rounds; bad input is a sentence, and what is not mine is not there."""

from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core import mail as outbox
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dugnad.core.periods import month_of, written
from dugnad.documents.press import PrintError
from dugnad.network.models import University
from dugnad.recognition import documents
from dugnad.recognition.actions import letters, templates
from dugnad.recognition.gathering import term_due
from dugnad.recognition.models import Contact, Round
from tests.recognition.making import again, approved, drafted, only, served, university
from tests.seasons.making import text
from tests.world import act, register

NEW = {"name": "Spring 2026", "first_month": "2026-01", "last_month": "2026-06"}


def read(client, address, **more):
    return text(client.get(address, **more).content.decode())


def test_universities_are_found_by_name_city_code_and_country(world, client):
    university("University of Bergen", world.bergen)
    university("Nobody's College", city="Ås")
    university("Sorbonne", city="Paris", country="FR")
    assert "1 university is served" in read(client, "/universities/")
    assert "Nobody" in read(client, "/universities/?all=1&q=%C3%A5s") and "Sorbonne" in read(client, "/universities/?all=1&country=fr")
    assert "Nothing is called like this" in read(client, "/universities/?q=%00zzz")
    assert client.get("/universities/?page=many&country=%00&q=" + "x" * 3000).status_code == 200


def test_an_empty_list_says_what_will_be_here(world, client):
    assert "Here will be the universities" in read(client, "/universities/")


def test_the_list_asks_as_many_questions_for_sixty_universities_as_for_one(world, client):
    counted = []
    for many in (1, 60):
        for n in range(many):
            university(f"School {many} {n}", world.bergen)
        with CaptureQueriesContext(connection) as asked:
            client.get("/universities/")
        counted.append(len(asked))
    assert counted[1] <= counted[0] + 1 <= 12


def test_contacts_are_seen_by_those_who_serve_it_only(world, client, sign_in):
    page = f"/universities/{served(world).pk}/"
    assert "Liv Rektor" not in read(client, page) and "Liv Rektor" in read(sign_in(world.kari), page) and "Liv Rektor" not in read(sign_in(world.luc), page)


def test_a_section_says_on_the_page_that_it_serves_a_university_of_its_city(world, sign_in):
    made = university()
    session = sign_in(world.marianne)
    page = session.get(f"/universities/{made.pk}/").content.decode()
    assert "Does one of your sections serve it?" in page and "ESN Bergen" in page and "ESN Oslo" not in page
    session.post(f"/universities/{made.pk}/serve/", {"unit": world.bergen.pk})
    assert list(made.units.all()) == [world.bergen] and "Another section serves it, too" in session.get(f"/universities/{made.pk}/").content.decode()
    session.post(f"/universities/{made.pk}/leave/", {"unit": world.bergen.pk})
    assert not made.units.exists()


def test_a_section_that_may_not_serve_it_is_said(world, sign_in):
    made = university("Sorbonne", city="Paris", country="FR")
    session = sign_in(world.ola)
    assert "its own country" in read(session, session.post(f"/universities/{made.pk}/serve/", {"unit": world.oslo.pk})["Location"])
    assert "Choose one of your sections" in read(session, session.post(f"/universities/{made.pk}/serve/", {"unit": "x"})["Location"])


def test_address_and_languages_are_kept_on_a_page(world, sign_in):
    made = served(world)
    session = sign_in(world.kari)
    session.post(f"/universities/{made.pk}/edit/", {"street": "Muséplassen 1", "languages": ["fr"]})
    page = read(session, f"/universities/{made.pk}/")
    assert "Muséplassen 1" in page and "Français" in page
    assert 'value="Muséplassen 1"' in session.get(f"/universities/{made.pk}/edit/").content.decode()
    assert session.post(f"/universities/{made.pk}/edit/", {"website": "javascript:alert(1)"}).status_code == 422


def test_a_contact_is_added_changed_and_removed(world, sign_in):
    made, session = served(world), sign_in(world.kari)
    session.post(f"/universities/{made.pk}/contacts/add/", {"name": "Per", "email": "per@example.org", "first": "on"})
    per = Contact.objects.get(first=True)
    session.post(f"/contacts/{per.pk}/", {"name": "Per Hansen", "email": "per@example.org"})
    assert "Per Hansen" in session.get(f"/contacts/{per.pk}/").content.decode()
    assert session.post(f"/contacts/{per.pk}/", {"name": "", "email": "nobody"}).status_code == 422
    session.post(f"/contacts/{per.pk}/forget/")
    assert not Contact.objects.filter(pk=per.pk).exists()


def test_the_register_is_loaded_on_a_page_and_its_report_is_read(world, sign_in, monkeypatch):
    session = sign_in(world.ines)
    file = BytesIO(b"Name;City;Country;Website\nA?b College;Oslo;NO;x@y\nB?c College;Oslo;NO;")
    file.name = "list.csv"
    monkeypatch.setattr("dugnad.recognition.views.universities.TOLD", 1)
    page = text(session.post("/universities/load/", {"file": file}).content.decode())
    assert "2 new, 0 changed" in page and "And 1 more" in page and University.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "most", "says"), [(b"one", 10_000_000, "only one column"), (b"a;b\n1;2", 10_000_000, "lacks the columns"), (b"a;b", 2, "larger than 10 MB")]
)
def test_a_file_that_is_no_register_is_refused_at_its_field(world, sign_in, monkeypatch, content, most, says):
    monkeypatch.setattr("dugnad.recognition.views.universities.MOST_BYTES", most)
    file = BytesIO(content)
    file.name = "list.csv"
    answered = sign_in(world.ines).post("/universities/load/", {"file": file})
    assert answered.status_code == 422 and says in answered.content.decode()


def test_a_round_is_planned_on_a_page(world, sign_in):
    served(world)
    session = sign_in(world.marianne)
    page = read(session, session.post("/units/no/letters/new/", NEW)["Location"])
    assert "1 draft is written" in page and "of 1 letter of “Spring 2026” has gone out" in page and "rector@uib.example.org" in page
    assert "Spring 2026" in read(session, "/letters/")


def test_a_round_without_a_name_is_called_by_its_months(world, sign_in):
    served(world)
    sign_in(world.marianne).post("/units/no/letters/new/", NEW | {"name": ""})
    assert Round.objects.get().name == "January 2026 – June 2026"


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 12, 1), "2026-08", "2026-12"),
        (date(2026, 11, 30), "2026-08", "2026-11"),
        (date(2026, 10, 31), "2026-02", "2026-07"),
        (date(2027, 1, 5), "2026-08", "2027-01"),
        (date(2027, 2, 1), "2026-08", "2027-01"),
        (date(2026, 5, 20), "2026-02", "2026-05"),
    ],
)
def test_the_months_that_are_due_are_filled_in(today, first, last):
    due = term_due(month_of(today))
    assert (written(due.first), written(due.last)) == (first, last)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"last_month": "2025-06"}, "It ends before it begins."),
        ({"first_month": "soon"}, "Write the month like 2026-03."),
        ({"language": "xx"}, "Choose one from the list"),
        ({"first_month": "1999-01", "last_month": "1999-02"}, "nothing to thank a university for"),
    ],
)
def test_a_bad_round_is_a_sentence_and_none_is_made(world, sign_in, changes, says):
    served(world)
    answered = sign_in(world.marianne).post("/units/no/letters/new/", NEW | changes)
    assert answered.status_code == 422 and says in answered.content.decode() and not Round.objects.exists()


def test_without_universities_the_page_says_what_to_do_first(world, sign_in):
    assert "No section of yours serves a university yet" in read(sign_in(world.marianne), "/units/no/letters/new/")


def test_ticked_drafts_are_approved_and_the_rest_waits(world, sign_in):
    served(world)
    university("School", world.bergen)
    of, session = again(world), sign_in(world.marianne)
    page = f"/letters/rounds/{of.pk}/"
    first = of.letters.first()
    assert "Tick the drafts" in read(session, session.post(f"{page}approve/", {"letter": "nonsense"})["Location"])
    assert "1 letter is approved" in read(session, session.post(f"{page}approve/", {"letter": first.pk})["Location"])
    assert of.letters.by_state() == {"drafted": 1, "approved": 1}
    session.post(f"{page}approve/", {"all": "1"})
    assert of.letters.by_state() == {"approved": 2} and "drafted" not in read(session, f"{page}?state=approved")


def test_sending_posting_and_answering_on_the_page(world, sign_in, django_capture_on_commit_callbacks):
    of, session = approved(world, 2), sign_in(world.marianne)
    of.letters.filter(university__name="School 001").update(email="")
    page = f"/letters/rounds/{of.pk}/"
    assert "Send 1 letter by e-mail" in read(session, page)
    with django_capture_on_commit_callbacks(execute=True):
        answered = session.post(f"{page}send/")
    assert "1 letter is on its way" in read(session, answered["Location"])
    assert "There is no approved letter" in read(session, session.post(f"{page}send/")["Location"])
    assert [mail.to for mail in outbox.outbox] == [["rector@uib.example.org"]]
    session.post(f"{page}posted/")
    sent = of.letters.get(email="rector@uib.example.org")
    session.post(f"/letters/letter/{sent.pk}/turn/", {"state": "answered", "why": "A kind word"})
    assert of.letters.by_state() == {"sent": 1, "answered": 1}
    assert "A kind word" in read(session, f"/letters/letter/{sent.pk}/")


def test_a_letter_whose_fate_is_unknown_asks_on_the_rounds_page(world, sign_in):
    of, session = approved(world), sign_in(world.marianne)
    of.letters.update(state="sending", asked_at=timezone.now(), message_id="<letter.1@here>")
    letter, page = only(of), f"/letters/rounds/{of.pk}/"
    assert "Was it sent?" in read(session, page) and "&lt;letter.1@here&gt;" in session.get(page).content.decode()
    where = f"/letters/letter/{letter.pk}/decide/"
    assert "Say whether it was sent" in read(session, session.post(where)["Location"])
    assert "just now" in read(session, session.post(where, {"sent": "yes"})["Location"])
    of.letters.update(asked_at=timezone.now() - timedelta(minutes=5))
    session.post(where, {"sent": "yes"})
    assert only(of).state == "sent"


def test_such_letters_wait_on_the_desk_of_those_who_may_look(world, sign_in):
    of = approved(world, 2)
    of.letters.update(state="sending", asked_at=timezone.now() - timedelta(minutes=5))
    page = sign_in(world.marianne).get("/desk/").content.decode()
    assert "asked to send 2 letters" in text(page) and f'href="{of.get_absolute_url()}"' in page and "Nothing waits for you" not in page
    assert "asked to send" in read(sign_in(world.bo), "/desk/")
    assert "asked to send" not in read(sign_in(world.kari), "/desk/")


def test_a_letter_that_is_being_sent_just_now_is_nobodys_worry(world, sign_in):
    approved(world).letters.update(state="sending", asked_at=timezone.now() - timedelta(minutes=1))
    assert "asked to send" not in read(sign_in(world.marianne), "/desk/")


def test_drafts_are_written_anew_and_a_round_is_thrown_away(world, sign_in):
    of, session = drafted(world), sign_in(world.marianne)
    page = f"/letters/rounds/{of.pk}/"
    register(world.bergen, world.kari, title="More")
    assert "1 drafts were written anew" in read(session, session.post(f"{page}remake/")["Location"])
    assert read(session, session.post(f"{page}discard/")["Location"]) and not Round.objects.exists()
    kept = again(world)
    letters.approve(act(world.marianne), kept, [only(kept).pk])
    assert "has been approved already" in read(session, session.post(f"/letters/rounds/{kept.pk}/discard/")["Location"])


def test_a_round_is_printed_as_one_pdf_and_a_large_one_in_parts(world, sign_in, monkeypatch):
    of, session = approved(world, 3), sign_in(world.marianne)
    answer = session.get(f"/letters/rounds/{of.pk}/print/")
    assert answer.getvalue().startswith(b"%PDF") and "spring-2026.pdf" in answer["Content-Disposition"]
    monkeypatch.setattr(documents, "AT_ONCE", 2)
    monkeypatch.setattr(documents, "PART", 2)
    answer = session.get(f"/letters/rounds/{of.pk}/print/?state=approved")
    assert ZipFile(BytesIO(answer.getvalue())).namelist() == ["letters-0001.pdf", "letters-0002.pdf"] and "spring-2026.zip" in answer["Content-Disposition"]


def test_nothing_to_print_is_said(world, sign_in):
    of, session = drafted(world), sign_in(world.marianne)
    assert "nothing to print yet" in read(session, session.get(f"/letters/rounds/{of.pk}/print/")["Location"])


def test_a_press_that_fails_is_said(world, sign_in, monkeypatch):
    def broken(*_letters, **_how):
        raise PrintError("no paper")

    of, session = approved(world), sign_in(world.marianne)
    monkeypatch.setattr("dugnad.recognition.views.rounds.whole", broken)
    monkeypatch.setattr("dugnad.recognition.views.letters.document", broken)
    monkeypatch.setattr("dugnad.recognition.views.letters.pages", broken)
    monkeypatch.setattr("dugnad.recognition.views.templates.pages", broken)
    where = f"/letters/letter/{only(of).pk}/"
    assert "could not be printed" in read(session, session.get(f"/letters/rounds/{of.pk}/print/")["Location"])
    assert session.get(f"{where}print/")["Location"] == where and "could not be printed" in read(session, where)
    assert session.get(f"{where}page-1/").status_code == 404
    own = templates.begin(act(world.marianne), world.norway, name="Ours")
    assert "Kjære" in read(session, f"/letters/templates/{own.pk}/nb/")

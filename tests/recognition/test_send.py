"""Sending by a real mail server: in the section's name, the PDF with it, at most once, and what the server says is what the letter says."""

from datetime import timedelta
from email import message_from_string, policy

import pytest
from django.core import mail as outbox
from django.utils import timezone

from dugnad.core.errors import NotAllowed, Refused
from dugnad.documents.press import PrintError
from dugnad.recognition.actions import send, universities
from dugnad.recognition.mailing import address_in, answers_to, stop_of
from dugnad.recognition.models import Letter
from dugnad.recognition.tasks import send_letters
from tests.recognition.making import approved, drafted, only
from tests.recognition.post_office import PostOffice
from tests.world import act, on


@pytest.fixture
def post_office(tmp_path, settings):
    """Starts a server and makes it ours."""
    running = []

    def inner(die_at=0):
        running.append(PostOffice(tmp_path / "mails", die_at))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", running[-1].port, 10
        return running[-1]

    yield inner
    for office in running:
        office.stop()


def address(of, number, email):
    letter = of.letters.order_by("pk")[number]
    Letter.objects.filter(pk=letter.pk).update(email=email)
    return letter


def states(of):
    return of.letters.by_state()


def test_a_letter_arrives_in_the_sections_name_with_its_pdf_and_a_way_to_end_it(world, post_office):
    office, of = post_office(), approved(world)
    world.bergen.__class__.objects.filter(pk=world.bergen.pk).update(email="esn@bergen.example.org")
    assert send.send_round(act(world.marianne), of) == {"sent": 1, "bounced": 0, "sending": 0, "later": 0}
    letter, [mail] = only(of), office.mails
    read = message_from_string(mail["raw"], policy=policy.default)
    assert (letter.state, letter.message_id, letter.by_post) == ("sent", mail["id"], False)
    assert read["From"].addresses[0].display_name == "ESN Bergen" and read["Reply-To"] == "esn@bergen.example.org"
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click" and "/letters/stop/" in read["List-Unsubscribe"]
    text, pdf = read.get_body().get_content(), next(read.iter_attachments())
    assert pdf.get_content().startswith(b"%PDF") and pdf.get_content_type() == "application/pdf"
    assert "Studentene og de frivillige i ESN Bergen" in text and "{figures}" not in text and f"/letters/{letter.code}/" in text
    assert "<img" not in mail["raw"] and [part.get_content_type() for part in read.walk()] == ["multipart/mixed", "text/plain", "application/pdf"]


def test_sending_again_sends_nothing_twice(world, post_office):
    office, of = post_office(), approved(world, 5)
    for _time in range(3):
        send.send_round(act(world.marianne), of)
    assert sorted(office.received().values()) == [1] * 5 and states(of) == {"sent": 5}


def test_a_server_that_dies_half_way_leaves_one_letter_open_and_nobody_gets_two(world, post_office):
    office, of = post_office(die_at=3), approved(world, 6)
    assert send.send_round(act(world.marianne), of) == {"sent": 2, "bounced": 0, "sending": 1, "later": 3}
    office.process.wait()
    again = post_office()
    assert send.send_round(act(world.marianne), of) == {"sent": 3, "bounced": 0, "sending": 0, "later": 0}
    assert sorted(again.received().values()) == [1] * 6 and states(of) == {"sent": 5, "sending": 1}
    open_one = of.letters.get(state="sending")
    assert open_one.message_id in {mail["id"] for mail in again.mails} and "SMTPServerDisconnected" in open_one.why


def test_a_person_decides_about_a_letter_whose_fate_is_unknown(world, post_office):
    post_office(die_at=1)
    of = approved(world)
    send.send_round(act(world.marianne), of)
    with pytest.raises(Refused, match="just now"):
        send.decide(act(world.marianne), only(of), sent=True)
    asked_at = only(of).asked_at
    Letter.objects.update(asked_at=timezone.now() - timedelta(minutes=5))
    with pytest.raises(NotAllowed):
        send.decide(act(world.kari), only(of), sent=True)
    assert send.decide(act(world.marianne), only(of), sent=False).state == "approved" and asked_at
    with pytest.raises(Refused, match="is known"):
        send.decide(act(world.marianne), only(of), sent=True)


def test_it_was_sent_when_the_server_was_asked(world, post_office):
    post_office(die_at=1)
    of = approved(world)
    send.send_round(act(world.marianne), of)
    asked = timezone.now() - timedelta(minutes=5)
    Letter.objects.update(asked_at=asked)
    assert send.decide(act(world.marianne), only(of), sent=True).sent_at == asked


def test_a_refused_address_bounces_with_the_servers_words_and_the_others_go_on(world, post_office):
    office, of = post_office(), approved(world, 3)
    gone, busy = address(of, 0, "gone@example.org"), address(of, 1, "busy@example.org")
    assert send.send_round(act(world.marianne), of) == {"sent": 1, "bounced": 1, "sending": 0, "later": 1}
    gone.refresh_from_db(), busy.refresh_from_db()
    assert (gone.state, gone.why) == ("bounced", "550 5.1.1 No such person") and (busy.state, busy.asked_at) == ("approved", None)
    assert len(office.mails) == 1


def test_a_mail_that_is_refused_once_it_was_heard_bounces(world, post_office):
    post_office()
    of = approved(world)
    address(of, 0, "full@example.org")
    send.send_round(act(world.marianne), of)
    assert (only(of).state, only(of).why) == ("bounced", "552 5.2.2 Mailbox full")


def test_a_server_that_is_away_is_not_asked_and_nothing_is_claimed(world, post_office):
    office, of = post_office(), approved(world, 2)
    office.stop()
    assert send.send_round(act(world.marianne), of) == {"sent": 0, "bounced": 0, "sending": 0, "later": 2}
    assert states(of) == {"approved": 2}


def test_who_opted_out_gets_nothing(world, post_office):
    office, of = post_office(), approved(world)
    universities.opt_out("RECTOR@uib.example.org")
    send.send_round(act(world.marianne), of)
    assert office.mails == [] and (only(of).state, only(of).why) == ("bounced", "This address wants no letters.")


def test_a_letter_that_another_has_taken_is_left_alone(world):
    letter = only(approved(world))
    assert send._claim(act(world.marianne), letter.pk) and send._claim(act(world.marianne), letter.pk) is None
    universities.opt_out(letter.email)
    assert send._claim(act(world.marianne), letter.pk) is None and only(letter.round).state == "sending"


def test_drafts_and_letters_without_an_address_are_not_sent(world, post_office):
    office, of = post_office(), approved(world, 2)
    address(of, 0, "")
    of.letters.exclude(email="").update(state="drafted")
    send.send_round(act(world.marianne), of)
    assert office.mails == []
    with pytest.raises(Refused, match="no approved letter"):
        send.ask_to_send(act(world.marianne), of)


def test_a_letter_that_cannot_be_printed_is_not_sent_and_says_why(world, post_office, monkeypatch):
    office, of = post_office(), approved(world)

    def broken(*_letters, **_how):
        raise PrintError("no paper")

    monkeypatch.setattr("dugnad.recognition.mailing.document", broken)
    send.send_round(act(world.marianne), of)
    assert office.mails == [] and (only(of).state, only(of).why) == ("bounced", "no paper")


def test_the_worker_sends_for_whoever_asked_and_not_once_the_office_has_ended(world):
    of = approved(world)
    send_letters.call(of=str(of.pk), by=str(world.luc.pk))
    send_letters.call(of=str(of.pk), by="01900000-0000-7000-8000-000000000000")
    assert outbox.outbox == []
    send_letters.call(of=str(of.pk), by=str(world.marianne.pk))
    assert [mail.to for mail in outbox.outbox] == [["rector@uib.example.org"]]


def test_while_the_server_is_away_the_worker_tries_again_later(world, monkeypatch):
    of, asked = approved(world), []

    class Later:
        def enqueue(self, **given):
            asked.append(given)

    monkeypatch.setattr("dugnad.recognition.tasks.send_round", lambda *_given: {"later": 1})
    monkeypatch.setattr(type(send_letters), "using", lambda *_self, **_when: Later())
    send_letters.call(of=str(of.pk), by=str(world.marianne.pk))
    send_letters.call(of=str(of.pk), by=str(world.marianne.pk), tries=100)
    assert [given["tries"] for given in asked] == [1]


def test_answers_go_to_the_section_else_to_whoever_made_the_round(world):
    letter = only(drafted(world))
    assert answers_to(letter) == ["marianne@example.org"]
    letter.round.made_by = None
    assert answers_to(letter) == []


def test_the_link_that_ends_letters_is_signed():
    link = stop_of("Liv@Example.org")
    token = link.rstrip("/").rpartition("/")[2]
    assert address_in(token) == "liv@example.org" and address_in(token[:-1] + ("a" if token[-1] != "a" else "b")) == "" and address_in("x") == ""


def test_a_letter_is_dated_on_the_day_on_which_it_is_sent(world):
    from datetime import date

    from dugnad.recognition.documents import job

    of = approved(world)
    with on(date(2026, 7, 4)):
        send.send_round(act(world.marianne), of)
    assert job([only(of)]).data["letters"][0]["day"] == "4. juli 2026"

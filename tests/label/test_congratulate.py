"""Those who coordinate where it was organised are told of the label by mail, with the badge, each once."""

from datetime import timedelta
from email import message_from_string, policy
from io import BytesIO

import pytest
from django.core import mail
from django.utils import timezone
from PIL import Image

from dugnad.activities import actions
from dugnad.label.actions.congratulate import congratulate
from dugnad.label.models import Congratulation
from dugnad.network.models import Network, Person
from dugnad.recognition.models import OptOut
from tests.label.making import SITE, awarded, revoked
from tests.recognition.post_office import PostOffice
from tests.world import act, register


@pytest.fixture(autouse=True)
def real_network(world):
    Network.objects.update(sample_data=False)


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


def told():
    done = congratulate(timezone.now())
    return done, sorted(message.to[0] for message in mail.outbox)


def test_the_coordinators_of_the_section_are_told_with_the_badge_and_its_page(world):
    award = awarded(world)
    assert told() == (1, ["kari@example.org"])
    [message] = mail.outbox
    assert message.subject == "“Clean-up at the fjord” carries the label" and f"{SITE}{award.get_absolute_url()}" in message.body
    assert "Social-impact label, second step, step 2 of 3, with 25 of 30 points" in message.body
    [(name, content, kind)] = message.attachments
    assert (name, kind) == ("badge.png", "image/png") and Image.open(BytesIO(content)).size == (512, 512)


def test_of_an_activity_of_several_all_are_told_but_not_who_declined(world):
    activity = register(world.bergen, world.kari, organisers=(world.oslo, world.paris))
    actions.decline_part(act(world.luc), activity.organisers.get(unit=world.paris))
    awarded(world, activity)
    assert told() == (2, ["kari@example.org", "ola@example.org"])


def test_whose_office_has_ended_is_told_only_of_what_they_asked_for(world):
    awarded(world, register(world.bergen, world.kari, organisers=(world.oslo,)))
    for person in (world.kari, world.ola):
        person.offices.update(until=timezone.localdate())
    assert told() == (1, ["kari@example.org"])


def test_each_is_told_once(world):
    awarded(world)
    assert [told()[0], told()[0], len(mail.outbox)] == [1, 0, 1]


def test_it_is_in_the_language_of_the_person(world):
    Person.objects.filter(pk=world.kari.pk).update(language="nb")
    awarded(world)
    told()
    assert "Merket for samfunnsnytte" in mail.outbox[0].body


def test_a_title_with_a_line_break_or_markup_stays_a_subject(world):
    awarded(world, title="Trees <b>&\nBcc: x@example.org")
    told()
    assert mail.outbox[0].subject.startswith("“Trees <b>& Bcc: x@example.org”") and mail.outbox[0].bcc == []


@pytest.mark.parametrize("change", ["revoked", "withdrawn", "old", "sample", "opted-out"])
def test_nobody_is_told_of_what_does_not_stand_is_no_news_or_is_not_wanted(world, change):
    award = awarded(world)
    if change == "revoked":
        revoked(world, award)
    elif change == "withdrawn":
        actions.withdraw(act(world.kari), award.activity, reason="Twice.")
    elif change == "old":
        type(award).objects.update(given_at=timezone.now() - timedelta(days=31))
    elif change == "sample":
        Network.objects.update(sample_data=True)
    else:
        OptOut.objects.create(email="kari@example.org")
    assert told() == (0, []) and not Congratulation.objects.exists()


def test_it_asks_as_much_for_many_labels_as_for_one(world, django_assert_max_num_queries):
    for _turn in range(6):
        awarded(world)
    told()
    with django_assert_max_num_queries(7):
        told()


def test_a_server_that_is_away_is_asked_again_later(world, post_office):
    awarded(world)
    office = post_office()
    office.stop()
    assert congratulate(timezone.now()) == 0 and not Congratulation.objects.exists()
    assert congratulate(timezone.now()) == 0
    office = post_office()
    assert congratulate(timezone.now()) == 1 and office.received() == {"kari@example.org": 1}


def test_what_the_server_refuses_for_now_is_sent_another_time_and_what_it_refuses_for_ever_never(world, post_office):
    post_office()
    Person.objects.filter(pk=world.kari.pk).update(email="busy@example.org")
    awarded(world)
    assert congratulate(timezone.now()) == 0 and not Congratulation.objects.exists()
    Person.objects.filter(pk=world.kari.pk).update(email="gone@example.org")
    assert congratulate(timezone.now()) == 0 and Congratulation.objects.get().sent_at is None
    Person.objects.filter(pk=world.kari.pk).update(email="kari@example.org")
    assert congratulate(timezone.now()) == 0


def test_a_mailbox_that_is_full_is_not_tried_again(world, post_office):
    post_office()
    Person.objects.filter(pk=world.kari.pk).update(email="full@example.org")
    awarded(world)
    assert congratulate(timezone.now()) == 0 and Congratulation.objects.get().sent_at is None


def test_what_nobody_knows_is_not_sent_twice(world, post_office):
    awarded(world)
    office = post_office(die_at=1)
    assert congratulate(timezone.now()) == 0 and office.received() == {"kari@example.org": 1}
    office = post_office()
    assert congratulate(timezone.now()) == 0 and office.received() == {"kari@example.org": 1}


def test_the_badge_arrives_as_a_picture(world, post_office):
    awarded(world)
    office = post_office()
    congratulate(timezone.now())
    read = message_from_string(office.mails[0]["raw"], policy=policy.default)
    assert [part.get_content_type() for part in read.walk()] == ["multipart/mixed", "text/plain", "image/png"]

"""A volunteer comes to what is theirs without an account: by the address to which it was offered."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import timezone

from dugnad.certificates import tasks
from dugnad.certificates.actions.answer import consent, withdraw
from dugnad.certificates.actions.revoke import revoke
from dugnad.certificates.links import all_of
from dugnad.certificates.offers import Volunteer
from tests.certificates.making import SIRI, SITE, given, link, offered
from tests.world import act, register

MINE = "/account/certificates/"


def path(address):
    return address.removeprefix(SITE)


def test_the_link_comes_by_mail_and_opens_all_of_them(world, client):
    one, other = given(world), offered(world)
    page = client.post(MINE, {"email": "SIRI@example.org"}, follow=True).content.decode()
    assert "is on its way" in page and link(one) not in page
    (found,) = (line for line in mail.outbox[-1].body.splitlines() if MINE in line)
    page = client.get(path(found), follow=True).content.decode()
    assert link(one) in page and link(other) in page


def test_an_address_without_any_gets_the_same_answer_and_no_mail(world, client):
    page = client.post(MINE, {"email": "nobody@example.org"}, follow=True).content.decode()
    assert "is on its way" in page and mail.outbox == []


def test_nobody_is_flooded(world, client):
    given(world)
    for _time in range(3):
        client.post(MINE, {"email": "siri@example.org"})
    assert len(mail.outbox) == 1
    cache.clear()
    client.post(MINE, {"email": "siri@example.org"})
    assert len(mail.outbox) == 2


def test_an_address_that_is_none_is_said_at_its_field(world, client):
    assert client.post(MINE, {"email": "siri"}).status_code == 422


def test_after_an_hour_the_browser_knows_nothing_any_more(world, client, monkeypatch):
    certificate = given(world)
    client.get(path(all_of(certificate)))
    assert link(certificate) in client.get(MINE).content.decode()
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr("dugnad.certificates.views.mine.timezone.now", lambda: later)
    assert link(certificate) not in client.get(MINE).content.decode()


def test_after_a_day_the_link_is_over(world, client, monkeypatch):
    address = path(all_of(given(world)))
    monkeypatch.setattr("django.core.signing.time.time", lambda: timezone.now().timestamp() + 25 * 3600)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("token", ["x", "abc:def:ghi"])
def test_a_link_that_somebody_made_up_is_over(world, client, token):
    page = client.get(f"{MINE}{token}/")
    assert page.status_code == 404 and "This link is over" in page.content.decode()


def test_a_link_to_what_was_withdrawn_meanwhile_is_over(world, client):
    certificate = given(world)
    address = path(all_of(certificate))
    withdraw(certificate)
    assert client.get(address).status_code == 404


def test_with_an_account_the_list_is_there(world, sign_in):
    certificate = given(world, Volunteer("Luc", "luc@example.org", SIRI.hours), register(world.bergen, world.kari))
    assert link(certificate) in sign_in(world.luc).get(MINE).content.decode()
    assert "No certificate has been offered to ola@example.org" in sign_in(world.ola).get(MINE).content.decode()


def test_a_mail_that_could_not_be_sent_is_sent_later(world, monkeypatch):
    certificate, later = offered(world), []

    def away(*_args, **_more):
        raise SMTPServerDisconnected

    class Queue:
        def enqueue(self, **told):
            later.append(told["certificate"])

    monkeypatch.setattr("dugnad.certificates.tasks.EmailMessage.send", away)
    for task in (tasks.send_offer, tasks.send_given, tasks.send_revoked):
        monkeypatch.setattr(type(task), "using", lambda self, **_more: Queue())
    tasks.send_offer.call(certificate=str(certificate.pk))
    consent(certificate)
    tasks.send_given.call(certificate=str(certificate.pk))
    revoke(act(world.kari), certificate, reason="Twice.")
    tasks.send_revoked.call(certificate=str(certificate.pk))
    assert later == [str(certificate.pk)] * 3


def test_what_is_over_is_not_mailed(world):
    certificate = given(world)
    withdraw(certificate)
    for task in (tasks.send_offer, tasks.send_given, tasks.send_revoked):
        task.call(certificate=str(certificate.pk))
    tasks.send_all_of.call(certificate=str(certificate.pk), language="en")
    assert mail.outbox == []

"""What was given can be taken back with a reason; what was only offered, without one."""

import pytest
from django.core import mail

from dugnad.certificates.actions.answer import withdraw
from dugnad.certificates.actions.revoke import revoke
from dugnad.certificates.models import Certificate
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from tests.certificates.making import given, link, offered
from tests.world import act, register

WHY = "Another Siri was meant."


def test_the_page_says_that_it_is_revoked_and_why(world, client):
    certificate = revoke(act(world.kari), given(world), reason=f" {WHY} ")
    page = client.get(certificate.get_absolute_url()).content.decode()
    assert "Revoked" in page and WHY in page and "A valid certificate" not in page


def test_the_paper_and_the_file_are_not_handed_out_any_more(world, client):
    certificate = revoke(act(world.kari), given(world), reason=WHY)
    assert [client.get(f"{certificate.get_absolute_url()}{name}").status_code for name in ("certificate.pdf", "credential.json")] == [404, 404]


def test_it_needs_a_reason(world, sign_in):
    certificate = given(world)
    page = sign_in(world.kari).post(f"{certificate.get_absolute_url()}revoke/", {"reason": "\u202e"})
    assert page.status_code == 422 and Certificate.objects.get().state == "given"
    with pytest.raises(Refused, match="Say why"):
        revoke(act(world.kari), certificate, reason=" ")


def test_the_volunteer_is_told_by_mail(world, sign_in):
    certificate = given(world)
    page = sign_in(world.kari).post(f"{certificate.get_absolute_url()}revoke/", {"reason": WHY}, follow=True)
    assert mail.outbox[-1].to == ["siri@example.org"] and WHY in mail.outbox[-1].body and link(certificate) in mail.outbox[-1].body
    assert "It is revoked" in page.content.decode()


def test_the_volunteer_reads_why_and_may_withdraw_it_altogether(world, client):
    certificate = revoke(act(world.kari), given(world), reason=WHY)
    assert WHY in client.get(link(certificate)).content.decode()
    withdraw(certificate)
    certificate.refresh_from_db()
    assert (certificate.state, certificate.revoked_because, certificate.name) == ("withdrawn", "", "")


def test_an_offer_is_taken_back_without_a_reason_and_forgotten(world, sign_in):
    certificate = offered(world)
    page = sign_in(world.kari).post(f"{certificate.get_absolute_url()}revoke/", follow=True)
    certificate.refresh_from_db()
    assert (certificate.state, certificate.name, certificate.email) == ("cancelled", "", "") and "taken back" in page.content.decode()
    assert "took this offer back" in sign_in(world.kari).get(link(certificate)).content.decode()


def test_once_is_enough(world):
    certificate = revoke(act(world.kari), given(world), reason=WHY)
    with pytest.raises(NotAllowed):
        revoke(act(world.kari), certificate, reason=WHY)


def test_other_sections_revoke_nothing_of_bergen(world):
    with pytest.raises(NotAllowed):
        revoke(act(world.ola), given(world), reason=WHY)


def test_the_journal_says_who_did_it(world):
    certificate = revoke(act(world.kari), given(world), reason=WHY)
    line = journal.of(certificate).last()
    assert (line.verb, line.actor, line.data) == ("certificate.revoked", world.kari.pk, {})


def test_who_was_revoked_may_be_offered_anew(world):
    certificate = revoke(act(world.kari), given(world), reason=WHY)
    assert offered(world, activity=certificate.activity).state == "offered"


def test_what_the_unit_offered_is_listed_with_what_became_of_it(world, sign_in):
    given(world)
    revoke(act(world.kari), given(world), reason=WHY)
    withdraw(given(world))
    offered(world)
    page = sign_in(world.kari).get("/units/no-berg-esn/certificates/").content.decode()
    for words in (
        "certificate given by ESN Bergen, still to be answered: 1",
        "Given",
        "Revoked",
        "Withdrawn by the volunteer",
        "Waits for an answer",
        "Name deleted",
    ):
        assert words in page, words


def test_a_list_says_what_will_be_there(world, sign_in):
    assert "Offer the first" in sign_in(world.kari).get("/units/no-berg-esn/certificates/").content.decode()


def test_a_long_list_has_pages(world, sign_in, monkeypatch):
    monkeypatch.setattr("dugnad.certificates.views.giving.EACH", 1)
    for _time in range(2):
        offered(world)
    pages = [sign_in(world.kari).get(f"/units/no-berg-esn/certificates/?page={n}").content.decode() for n in (1, 2)]
    assert "?page=2" in pages[0] and "?page=1" in pages[1]


def test_a_list_asks_the_database_as_often_for_many_as_for_one(world, sign_in, django_assert_num_queries):
    client = sign_in(world.kari)
    offered(world)
    client.get("/units/no-berg-esn/certificates/")
    for _time in range(5):
        given(world)
    with django_assert_num_queries(10):
        client.get("/units/no-berg-esn/certificates/")


def test_an_activity_has_its_own_list_also_for_a_co_organiser(world, sign_in):
    activity = register(world.bergen, world.kari, organisers=(world.oslo,))
    offered(world, activity=activity)
    offered(world)
    for person, many in ((world.kari, 1), (world.marianne, 1), (world.ola, 0)):
        page = sign_in(person).get(f"/activities/{activity.pk}/certificates/")
        assert len(page.context["page"].object_list) == many, person
    assert sign_in(world.luc).get(f"/activities/{activity.pk}/certificates/").status_code == 404


def test_the_pages_of_unit_and_activity_lead_there(world, sign_in):
    activity = register(world.bergen, world.kari)
    client = sign_in(world.kari)
    assert "/units/no-berg-esn/certificates/" in client.get("/units/no-berg-esn/").content.decode()
    assert f"/activities/{activity.pk}/certificates/" in client.get(f"/activities/{activity.pk}/").content.decode()

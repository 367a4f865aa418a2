"""Offices: invited by mail, taken by a link that works once, ended at once."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client

from dugnad.access.actor import SYSTEM
from dugnad.access.checks import may
from dugnad.access.rules import Can
from dugnad.access.tokens import make
from dugnad.core.errors import NotAllowed, Refused
from dugnad.directory import actions
from dugnad.directory.actions.invite import hashed
from dugnad.directory.tasks import send_invitation
from dugnad.network.models import Invitation, Office, Person, Unit
from tests.world import PASSWORD, act

TODAY = date.today()


def invited(world, by=None, unit=None, email="new@example.org", role="local", **more):
    return actions.invite(act(by or world.kari), unit or world.bergen, email, role, since=TODAY, **more)


def test_a_coordinator_invites_a_colleague_by_mail(world, sign_in):
    sign_in(world.kari).post("/units/no-berg-esn/offices/", {"email": "new@example.org", "role": "local", "since": str(TODAY)})
    assert mail.outbox[0].to == ["new@example.org"] and "/join/" in mail.outbox[0].body and "ESN Bergen" in mail.outbox[0].subject


def test_somebody_new_takes_the_office_with_the_link(world, client):
    _invitation, secret = invited(world)
    answer = client.post(f"/join/{secret}/", {"name": "Nina", "password": "a-very-long-one"})
    assert answer.status_code == 302 and Office.objects.held_on().filter(person__email="new@example.org", unit=world.bergen).exists()


def test_the_link_works_once(world, client):
    _invitation, secret = invited(world)
    client.post(f"/join/{secret}/", {"name": "Nina", "password": "a-very-long-one"})
    assert client.get(f"/join/{secret}/").status_code == 404


def test_a_weak_password_is_refused_and_the_name_is_kept(world, client):
    _invitation, secret = invited(world)
    answer = client.post(f"/join/{secret}/", {"name": "Nina", "password": "short"})
    assert answer.status_code == 422 and b"Nina" in answer.content


def test_somebody_known_signs_in_first_and_then_takes_it(world, client, sign_in):
    _invitation, secret = invited(world, by=world.marianne, email="ola@example.org")
    assert client.get(f"/join/{secret}/").status_code == 302
    sign_in(world.ola).post(f"/join/{secret}/")
    assert Office.objects.held_on().filter(person=world.ola, unit=world.bergen).exists()


def test_signed_in_as_somebody_else_one_is_told_whose_it_is(world, sign_in):
    _invitation, secret = invited(world, by=world.marianne, email="ola@example.org")
    answer = sign_in(world.luc).get(f"/join/{secret}/")
    assert answer.status_code == 409 and b"ola@example.org" in answer.content and b"/accounts/logout/" in answer.content
    sign_in(world.luc).post(f"/join/{secret}/")
    assert not Office.objects.held_on().filter(unit=world.bergen, person__in=[world.luc, world.ola]).exists()


def test_an_invitation_to_a_unit_that_closed_is_over(world, client):
    _invitation, secret = invited(world)
    Unit.objects.filter(pk=world.bergen.pk).update(closed_on=TODAY)
    answer = client.post(f"/join/{secret}/", {"name": "Nina", "password": "a-very-long-one"})
    assert answer.status_code == 404 and not Person.objects.filter(email="new@example.org").exists()


def test_the_mail_is_in_the_language_that_the_invited_person_chose(world, sign_in):
    Person.objects.filter(pk=world.ola.pk).update(language="fr")
    sign_in(world.kari).post("/units/no-berg-esn/offices/", {"email": "ola@example.org", "role": "local", "since": str(TODAY)})
    assert "invitation" in mail.outbox[0].subject and "Votre" in mail.outbox[0].subject


def test_an_expired_link_says_so(world, client):
    invitation, secret = invited(world)
    Invitation.objects.filter(pk=invitation.pk).update(expires_at="2020-01-01T00:00Z")
    assert b"over" in client.get(f"/join/{secret}/").content
    with pytest.raises(Refused, match="too old"):
        actions.accept(invitation, name="Nina", password="a-very-long-one")


def test_a_name_is_needed(world):
    with pytest.raises(Refused, match="name"):
        actions.accept(invited(world)[0], name=" ", password="a-very-long-one")


def test_a_deactivated_person_takes_no_office(world):
    invitation, _secret = invited(world, by=world.marianne, unit=world.oslo, email="anna@example.org")
    with pytest.raises(Refused, match="deactivated"):
        actions.accept(invitation)


def test_sent_anew_the_old_link_works_no_more(world):
    invitation, secret = invited(world)
    fresh = actions.resend(act(world.kari), invitation)
    invitation.refresh_from_db()
    assert invitation.secret_hash == hashed(fresh) != hashed(secret)


def test_the_mail_sent_twice_is_the_same_mail_and_its_link_opens(world, client):
    invitation, secret = invited(world)
    for _time in range(2):
        send_invitation.enqueue(invitation=str(invitation.pk), site="http://testserver", language="nb")
    assert len({message.body for message in mail.outbox}) == 1 and len(mail.outbox) == 2
    assert f"http://testserver/join/{secret}/" in mail.outbox[0].body
    assert client.get(f"/join/{secret}/").status_code == 200


def test_no_row_of_the_database_holds_the_secret(world):
    invitation, secret = invited(world)
    assert secret not in str(Invitation.objects.filter(pk=invitation.pk).values().get())


def test_no_mail_is_sent_for_an_invitation_that_is_over(world):
    invitation, _secret = invited(world)
    actions.withdraw_invitation(act(world.kari), invitation)
    send_invitation.enqueue(invitation=str(invitation.pk), site="http://testserver", language="en")
    assert mail.outbox == []


def test_a_withdrawn_invitation_is_over(world):
    invitation, _secret = invited(world)
    actions.withdraw_invitation(act(world.kari), invitation)
    with pytest.raises(Refused):
        actions.resend(act(world.kari), invitation)


@pytest.mark.parametrize(
    ("by", "unit", "role"),
    [("kari", "oslo", "local"), ("kari", "norway", "national"), ("marianne", "top", "board"), ("aud", "top", "board"), ("luc", "bergen", "local")],
)
def test_nobody_gives_an_office_beyond_the_own_reach(world, by, unit, role):
    with pytest.raises(NotAllowed):
        invited(world, by=getattr(world, by), unit=getattr(world, unit), role=role)


@pytest.mark.parametrize(
    ("by", "unit", "role"), [("kari", "bergen", "local"), ("marianne", "norway", "national"), ("ines", "top", "board"), ("bo", "norway", "auditor")]
)
def test_within_the_own_reach_one_invites(world, by, unit, role):
    assert invited(world, by=getattr(world, by), unit=getattr(world, unit), role=role)[0].role == role


def test_a_section_has_no_board(world):
    with pytest.raises(Refused, match="no such office"):
        invited(world, role="board")
    with pytest.raises(Refused, match="no such office"):
        actions.appoint(SYSTEM, world.ola, world.bergen, "board", since=TODAY)


def test_nobody_is_invited_twice_or_to_what_they_hold(world):
    invited(world)
    with pytest.raises(Refused, match="invited already"):
        invited(world)
    with pytest.raises(Refused, match="already"):
        invited(world, email="kari@example.org")
    with pytest.raises(Refused, match="already"):
        actions.appoint(SYSTEM, world.kari, world.bergen, "local", since=TODAY)


def test_an_office_does_not_end_before_it_begins(world):
    with pytest.raises(Refused, match="before"):
        invited(world, until=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="before"):
        actions.appoint(SYSTEM, world.ola, world.bergen, "local", since=TODAY, until=TODAY)


def test_an_ended_office_ends_rights_sessions_and_tokens_at_once(world, sign_in):
    session = sign_in(world.kari)
    _token, secret = make(act(world.kari), world.kari, "mine", "write", _in_days(3))
    office = Office.objects.get(person=world.kari)
    actions.end_office(act(world.marianne), office)
    assert session.get("/units/no-berg-esn/register/").status_code == 302
    assert Client().get("/api/v1/units", headers={"Authorization": f"Bearer {secret}"}).status_code == 401


def test_signed_in_with_the_office_the_form_opens(world, sign_in):
    assert sign_in(world.kari).get("/units/no-berg-esn/register/").status_code == 200


def test_a_local_coordinator_ends_only_the_own_office(world):
    with pytest.raises(NotAllowed):
        actions.end_office(act(world.kari), Office.objects.get(person=world.ola))
    assert actions.end_office(act(world.kari), Office.objects.get(person=world.kari)).until == TODAY


def test_an_office_with_an_end_ahead_is_ended_today(world):
    office = actions.appoint(SYSTEM, world.ola, world.bergen, "local", since=TODAY - timedelta(days=9), until=TODAY + timedelta(days=90))
    assert actions.end_office(act(world.marianne), office).until == TODAY


def test_an_office_ends_by_itself_on_a_later_day(world, sign_in):
    office, tomorrow = Office.objects.get(person=world.kari), TODAY + timedelta(days=1)
    answer = sign_in(world.marianne).post(f"/offices/{office.pk}/end/", {"day": tomorrow}, follow=True)
    assert "The office of Kari ends on" in answer.content.decode()
    assert may(act(world.kari), Can.REGISTER, world.bergen)
    assert not Office.objects.held_on(tomorrow).filter(pk=office.pk).exists()


def test_an_earlier_day_puts_the_record_right(world):
    office, day = Office.objects.get(person=world.kari), TODAY - timedelta(days=40)
    assert actions.end_office(act(world.marianne), office, day).until == day
    assert not may(act(world.kari), Can.REGISTER, world.bergen)


@pytest.mark.parametrize(("day", "says"), [("1999-01-01", "ends before it begins"), ("soon", "That day does not exist"), ("", "Please fill this in")])
def test_a_wrong_day_is_said_at_the_field(world, sign_in, day, says):
    answer = sign_in(world.marianne).post(f"/offices/{Office.objects.get(person=world.kari).pk}/end/", {"day": day})
    assert (answer.status_code, says in answer.content.decode()) == (422, True)


def test_an_office_that_has_ended_is_not_ended_again(world, sign_in):
    office = Office.objects.get(person=world.nora)
    answer = sign_in(world.marianne).post(f"/offices/{office.pk}/end/", {"day": TODAY})
    assert (answer.status_code, b"ended already" in answer.content) == (422, True)
    assert Office.objects.get(pk=office.pk).until == office.until


def test_a_deactivated_person_is_out_at_once(world, sign_in):
    session = sign_in(world.kari)
    assert session.get("/desk/").status_code == 200
    actions.deactivate(act(world.bo), world.kari)
    assert session.get("/desk/").status_code == 302 and not Client().login(email="kari@example.org", password=PASSWORD)


def test_a_reactivated_person_may_sign_in_again(world):
    actions.deactivate(act(world.bo), world.kari)
    actions.reactivate(act(world.bo), world.kari)
    assert Person.objects.get(pk=world.kari.pk).is_active


def test_nobody_deactivates_themself(world):
    with pytest.raises(NotAllowed):
        actions.deactivate(act(world.bo), world.bo)


def test_a_profile_is_edited_by_the_own_coordinator(world, sign_in):
    page = {
        "name": "ESN Bergen",
        "city": "Bergen",
        "address": "",
        "email": "post@example.org",
        "website": "",
        "lat": "60.39",
        "lon": "5.32",
        "timezone": "Europe/Oslo",
        "currency": "NOK",
    }
    assert sign_in(world.kari).post("/units/no-berg-esn/edit/", page).status_code == 302
    world.bergen.refresh_from_db()
    assert world.bergen.email == "post@example.org"


@pytest.mark.parametrize(("field", "value"), [("timezone", "Mars/Base"), ("currency", "XXQ"), ("lat", "95"), ("lon", "nan"), ("email", "nobody")])
def test_an_impossible_profile_is_refused_at_the_field(world, sign_in, field, value):
    page = {"name": "ESN Bergen", "lat": "60", "lon": "5", "timezone": "Europe/Oslo", "currency": "NOK"} | {field: value}
    answer = sign_in(world.kari).post("/units/no-berg-esn/edit/", page)
    assert answer.status_code == 422 and f'id="id_{field}_error"'.encode() in answer.content


def test_a_renamed_unit_is_called_so_in_every_language(world):
    actions.edit_unit(act(world.marianne), world.norway, name="Noreg")
    world.norway.refresh_from_db()
    assert str(world.norway) == "Noreg"


def test_the_directory_says_who_and_since_when(world, client):
    page = client.get("/directory/?q=Bergen").content.decode()
    assert "Kari" in page and "Jan 1, 2020" in page and "Ola" not in page


def test_addresses_are_for_those_who_may(world, client, sign_in):
    assert b"ola@example.org" not in client.get(f"/people/{world.ola.pk}/").content
    assert b"ola@example.org" in sign_in(world.marianne).get(f"/people/{world.ola.pk}/").content


def test_a_token_is_made_on_the_page_and_shown_once(world, sign_in):
    session = sign_in(world.kari)
    answer = session.post("/account/tokens/", {"name": "script", "scope": "read", "days": "5"})
    secret = re.search(r"dugnad_[\w-]+", answer.content.decode())[0]
    assert secret not in session.get("/account/tokens/").content.decode()


def _in_days(days):
    from django.utils import timezone

    return timezone.now() + timedelta(days=days)

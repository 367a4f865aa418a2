"""Units are added, closed and opened again by those above."""

from datetime import date, timedelta

import pytest

from dugnad.access.checks import may
from dugnad.access.rules import Can
from dugnad.core.errors import NotAllowed, Refused
from dugnad.directory.actions import add_unit, close_unit, reopen_unit
from dugnad.network.belongings import wholes
from dugnad.network.models import Level, Office, Unit
from tests.world import act, register

ADD = "/units/no/add/"
TROMSO = {"level": "", "name": "ESN Tromsø", "code": "NO-TROM-ESN", "city": "Tromsø", "timezone": "Europe/Oslo", "currency": "NOK"}


def level(key):
    return Level.objects.get(key=key)


@pytest.fixture
def signed_in(client):
    def as_(person):
        client.force_login(person, backend="dugnad.access.backend.SignIn")
        return client

    return as_


def test_a_national_coordinator_adds_a_section_and_invites_its_first_coordinator(world, signed_in):
    answer = signed_in(world.marianne).post(ADD, TROMSO | {"level": level("section").pk}, follow=True)
    assert "ESN Tromsø is there. Invite its first coordinator." in answer.content.decode()
    added = Unit.objects.get(code="NO-TROM-ESN")
    assert (added.country, added.parent) == ("NO", world.norway)
    assert set(wholes([added.pk], date(2026, 3, 1))) == {added.pk, world.norway.pk, world.nep.pk, world.top.pk}


def test_the_form_begins_with_what_the_country_says(world, signed_in):
    page = signed_in(world.marianne).get(ADD).content.decode()
    assert all(text in page for text in ('value="NO-"', 'value="Europe/Oslo"', 'value="NOK"'))


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("code", "no-berg-esn", "There is a unit with this code already."),
        ("code", "NO/TROM", "letters, numbers, underscores or hyphens"),
        ("name", "", "Please fill this in."),
        ("timezone", "Europe/Tromso", "There is no such time zone"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_is_lost(world, signed_in, field, value, says):
    answer = signed_in(world.marianne).post(ADD, TROMSO | {"level": level("section").pk, field: value})
    assert (answer.status_code, says in answer.content.decode(), "Tromsø" in answer.content.decode()) == (422, True, True)


def test_below_a_section_nothing_is_added(world, signed_in):
    assert "Nothing lies below such a unit." in signed_in(world.ines).get("/units/no-berg-esn/add/").content.decode()


def test_the_committee_adds_countries_and_platforms_but_no_section_beside_them(world):
    assert add_unit(act(world.ines), world.top, level("platform"), "ARC", "Arctic").level.groups
    with pytest.raises(Refused, match="cannot lie there"):
        add_unit(act(world.ines), world.top, level("section"), "XX", "Nowhere")


def test_a_national_coordinator_adds_nothing_to_another_country(world):
    with pytest.raises(NotAllowed):
        add_unit(act(world.marianne), world.france, level("section"), "FR-X", "ESN X")


def test_a_closed_section_registers_nothing_more_and_its_offices_end(world, signed_in):
    register(world.bergen, world.kari)
    signed_in(world.marianne).post("/units/no-berg-esn/close/", {"day": date.today()})
    assert not may(act(world.kari), Can.REGISTER, world.bergen)
    assert not Office.objects.held_on().filter(unit=world.bergen).exists()
    assert ">1<" in signed_in(world.marianne).get("/units/no-berg-esn/").content.decode()


def test_an_opened_one_is_there_again(world):
    close_unit(act(world.marianne), world.bergen, date.today())
    assert reopen_unit(act(world.marianne), world.bergen).closed_on is None


@pytest.mark.parametrize(("day", "says"), [(date.today() + timedelta(days=1), "on the day itself"), (date.today(), "closed already")], ids=["ahead", "twice"])
def test_what_cannot_be_closed(world, day, says):
    if "already" in says:
        close_unit(act(world.marianne), world.bergen, date.today())
    with pytest.raises(Refused, match=says):
        close_unit(act(world.marianne), world.bergen, day)


def test_a_country_is_closed_after_its_sections_and_opened_before_them(world):
    with pytest.raises(Refused, match="units below it first"):
        close_unit(act(world.ines), world.france, date.today())
    close_unit(act(world.ines), world.paris, date.today())
    close_unit(act(world.ines), world.france, date.today())
    with pytest.raises(Refused, match="above it first"):
        reopen_unit(act(world.ines), world.paris)


def test_the_pages_say_why_not(world, signed_in):
    close_unit(act(world.ines), world.paris, date.today())
    close_unit(act(world.ines), world.france, date.today())
    assert "Open the unit above it first." in signed_in(world.ines).post("/units/fr-pari-esn/close/").content.decode()
    assert "Close the units below it first." in signed_in(world.ines).post("/units/no/close/", {"day": date.today()}).content.decode()
    assert "It is open again." in signed_in(world.ines).post("/units/fr/close/", follow=True).content.decode()

"""The directory answers "who is the coordinator of X, and since when"."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dugnad.access.actor import SYSTEM
from dugnad.directory import actions
from dugnad.network.actions import add
from dugnad.network.models import Level, Office, Person, Unit


@pytest.mark.parametrize("asked", ["Bergen", "BERGEN", "bérgen", "no-berg-esn", "Norway", "Norge", "Kari", "kári"])
def test_a_unit_is_found_by_its_name_country_or_person_without_regard_to_case_and_accents(world, client, asked):
    page = client.get("/directory/", {"q": asked}).content.decode()
    assert "ESN Bergen" in page and "Kari" in page and "ESN Paris" not in page


def test_letters_that_do_not_decompose_are_found_too(world, client):
    add(Level.objects.get(key="section"), "NO-TROM-ESN", "ESN Tromsø", parent=world.norway, country="NO", city="Tromsø")
    assert "ESN Tromsø" in client.get("/directory/?q=tromso").content.decode()


def test_each_country_stands_before_its_sections(world, client):
    page = client.get("/directory/?q=no").content.decode()
    assert page.index("/units/no/") < page.index("/units/no-berg-esn/") < page.index("/units/no-oslo-esn/")


def test_nothing_found_says_so(world, client):
    assert "Nobody found for “xyzzy”" in client.get("/directory/?q=xyzzy").content.decode()


def test_an_empty_chair_is_said_with_its_day(world, client):
    actions.end_office(SYSTEM, Office.objects.get(person=world.kari))
    assert "no coordinator since" in client.get("/directory/?q=bergen").content.decode()


def test_a_held_chair_is_not_called_empty(world, client):
    page = client.get("/directory/?q=bergen").content.decode()
    assert "no coordinator since" not in page and "Jan 1, 2020" in page


def test_an_auditor_is_no_coordinator(world, client):
    actions.end_office(SYSTEM, Office.objects.get(person=world.marianne))
    actions.appoint(SYSTEM, world.ola, world.norway, "auditor", since=date.today())
    page = client.get("/directory/?q=marianne").content.decode() + client.get("/directory/?q=norge").content.decode()
    assert "no coordinator since" in page


def test_an_office_of_tomorrow_is_not_shown_today(world, client):
    actions.appoint(SYSTEM, world.luc, world.bergen, "local", since=date.today() + timedelta(days=1))
    assert "Luc" not in client.get("/directory/?q=bergen").content.decode()


def test_addresses_of_people_are_for_those_who_may_and_the_units_own_for_everybody(world, client, sign_in):
    Unit.objects.filter(pk=world.bergen.pk).update(email="bergen@section.example")
    page = client.get("/directory/?q=bergen").content.decode()
    assert "kari@example.org" not in page and "bergen@section.example" in page
    assert "kari@example.org" in sign_in(world.marianne).get("/directory/?q=bergen").content.decode()
    assert "kari@example.org" not in sign_in(world.luc).get("/directory/?q=bergen").content.decode()


@pytest.mark.parametrize("start", ["-1", "x", "٣", "9" * 40, ""])
def test_an_impossible_page_is_a_page(world, client, start):
    assert client.get("/directory/", {"from": start}).status_code == 200


def test_one_turns_the_pages_in_both_directions(world, client):
    _sections(world, 130)
    page = client.get("/directory/?from=60").content.decode()
    assert "61 to 120 of" in page and 'rel="prev" href="?"' in page and 'rel="next" href="?from=120"' in page


def _sections(world, count):
    level = Level.objects.get(key="section")
    for number in range(count):
        unit = add(level, f"NO-X{number}-ESN", f"Section {number:03}", parent=world.norway, country="NO")
        person = Person.objects.create(email=f"p{number}@example.org", name=f"Person {number}")
        Office.objects.create(person=person, unit=unit, role="local", since=date(2024, 1, 1))


@pytest.mark.parametrize("count", [1, 3, 300])
def test_the_queries_do_not_grow_with_the_rows(world, sign_in, count):
    _sections(world, count)
    client = sign_in(world.marianne)
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/directory/?q=section").status_code == 200
    assert len(asked) <= 12


def test_the_second_page_goes_on_where_the_first_ended(world, client):
    _sections(world, 70)
    first, second = (client.get(f"/directory/?q=section+0&from={start}").content.decode() for start in (0, 60))
    assert "Section 059" in first and "Section 060" not in first
    assert "Section 060" in second and "Section 059" not in second


@pytest.mark.parametrize(
    "address", ["/units/%00/", "/units/%00/offices/", "/units/%00/register/", "/units/%00/edit/", "/directory/?q=%00", "/join/%00/", "/units/no-such/offices/"]
)
def test_an_impossible_address_is_answered(world, sign_in, address):
    assert sign_in(world.kari).get(address).status_code in (200, 404)

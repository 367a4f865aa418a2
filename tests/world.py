"""A small named world, built once per run: three sections, two countries, a platform, and somebody in every office."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from allauth.account.models import EmailAddress

from dugnad.access.actor import Actor, acting
from dugnad.activities import actions
from dugnad.activities.actions.vocabularies import load
from dugnad.activities.details import Details
from dugnad.activities.models import Activity, Term
from dugnad.core.ids import uuid7
from dugnad.criteria.actions import load as load_rubric
from dugnad.network.actions import add
from dugnad.network.defaults import load_defaults
from dugnad.network.models import Level, Office, Person, Role, Unit

PASSWORD = "a-long-password"
PEOPLE = {
    "kari": (Role.LOCAL, "NO-BERG-ESN"),
    "ola": (Role.LOCAL, "NO-OSLO-ESN"),
    "marianne": (Role.NATIONAL, "NO"),
    "luc": (Role.LOCAL, "FR-PARI-ESN"),
    "ines": (Role.COMMITTEE, "INT"),
    "bo": (Role.BOARD, "INT"),
    "aud": (Role.AUDITOR, "INT"),
    "nora": (Role.LOCAL, "NO-BERG-ESN"),
    "anna": (Role.LOCAL, "NO-BERG-ESN"),
}


def on(day: date, clock: time = time(12)) -> Any:
    """For a with statement: what happens inside happens at that hour (UTC) of that day."""
    return patch("django.utils.timezone.now", return_value=datetime.combine(day, clock, UTC))


class World(SimpleNamespace):
    """Units and people by name."""


def build() -> None:
    """Fill an empty database."""
    load()
    load_rubric()
    top = load_defaults("Test network")
    section = Level.objects.get(key="section")
    for code, city, currency in (("NO-BERG-ESN", "Bergen", "NOK"), ("NO-OSLO-ESN", "Oslo", "NOK"), ("FR-PARI-ESN", "Paris", "EUR")):
        country = Unit.objects.get(code=code[:2])
        place = {"lat": country.lat, "lon": country.lon, "timezone": country.timezone}
        add(section, code, f"ESN {city}", parent=country, city=city, country=code[:2], currency=currency, **place)
    for name, (role, code) in PEOPLE.items():
        person = Person.objects.create_user(f"{name}@example.org", PASSWORD, name=name.title(), is_active=name != "anna")
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        until = date.today() - timedelta(days=30) if name == "nora" else None
        Office.objects.create(person=person, unit=Unit.objects.get(code=code), role=role, since=date(2020, 1, 1), until=until)
    assert top.code == "INT"


def read() -> World:
    """The world as it stands in the database."""
    units = {unit.code: unit for unit in Unit.objects.all()}
    people = {person.name.lower(): person for person in Person.objects.all()}
    named = {"top": "INT", "norway": "NO", "france": "FR", "bergen": "NO-BERG-ESN", "oslo": "NO-OSLO-ESN", "paris": "FR-PARI-ESN", "nep": "NEP"}
    return World(**{name: units[code] for name, code in named.items()}, **{name: people[name] for name in PEOPLE})


def act(person: Person, via: str = "web") -> Actor:
    return acting(Person.objects.get(pk=person.pk), via)


def term(kind: str, key: str) -> Term:
    return Term.objects.get(vocabulary__kind=kind, vocabulary__until=None, key=key)


def details(**changes: Any) -> Details:
    """Valid details: a clean-up in Bergen on 14 March 2026."""
    known = {
        "title": "Clean-up at the fjord",
        "starts_on": date(2026, 3, 14),
        "cause": term("cause", "environment"),
        "summary": "We picked litter.",
        "place": "Bergen",
        "volunteers": 10,
        "international_students": 20,
        "local_students": 5,
        "people_helped": 0,
        "hours_per_meeting": Decimal(2),
    }
    known |= changes
    known.setdefault("ends_on", known["starts_on"])
    return Details(**known)


def register(unit: Unit, by: Person, **changes: Any) -> Activity:
    """Register an activity of the unit, as that person."""
    return actions.register(act(by), uuid7(), unit, details(**changes))

"""Sections in real cities, universities, and offices held by clearly made-up people."""

import random
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from dugnad.cli.sample.facts import facts
from dugnad.core import marks
from dugnad.network.actions import BEGINNING
from dugnad.network.models import Belonging, Brand, Level, Office, Person, Role, Unit, University

PASSWORD = "dugnad-demo"
LOGINS = {
    Role.LOCAL: ("local@example.org", "NO-BERG-ESN"),
    Role.NATIONAL: ("national@example.org", "NO"),
    Role.COMMITTEE: ("committee@example.org", "INT"),
    Role.BOARD: ("board@example.org", "INT"),
    Role.AUDITOR: ("auditor@example.org", "INT"),
}
FLAVOURS = {
    "nordic": "NO SE DK FI IS EE LV LT",
    "germanic": "DE AT CH NL BE LU LI GB IE",
    "latin": "FR ES IT PT RO MT MD",
    "slavic": "PL CZ SK SI HR RS BG UA RU ME MK BA",
}
QUARTERS = [
    ("", 0, 0), ("North", 0.05, 0.01), ("South", -0.05, -0.01), ("East", 0.01, 0.08), ("West", -0.01, -0.08), ("Harbour", -0.03, 0.06), ("Hill", 0.04, -0.06),
    ("Old Town", 0.01, 0.02), ("Campus", 0.06, 0.05), ("Park", -0.06, 0.04), ("Mill", 0.03, 0.09), ("Station", -0.02, 0.03), ("Bridge", -0.05, 0.08), ("Island", 0.06, -0.03),
]  # fmt: skip


BRANDS: dict[str, dict[str, Any]] = {
    "INT": {"footer": "Sample data: a made-up federation"},
    "NO": {"colour": "#BA0C2F", "languages": ["nb", "en"]},
    "FR": {"colour": "#0055A4", "languages": ["fr", "en"]},
}


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its weight: how busy it is beside the others, and from and until when."""

    unit: Unit
    weight: float
    first_month: int
    last_month: int


def brands() -> None:
    """What is printed of samples says so; two countries have a colour of their own."""
    Brand.objects.bulk_create(Brand(unit=unit, **BRANDS[unit.code]) for unit in Unit.objects.filter(code__in=BRANDS))


def sections(top: Unit, rng: random.Random) -> list[Section]:
    """About five hundred sections below their countries, and the universities that they serve."""
    level = Level.objects.get(key="section")
    countries = {unit.code: unit for unit in Unit.objects.filter(level__key="country")}
    rows = facts("cities")
    before: Counter[tuple[str, str]] = Counter()
    units = []
    for row in rows:
        units.append(_unit(level, row, countries[row["country"]], before[row["country"], row["city"]]))
        before[row["country"], row["city"]] += 1
    Unit.objects.bulk_create(units)
    for unit in units:
        assert unit.parent is not None
        unit.path = f"{unit.parent.path}{unit.pk}/"
    Unit.objects.bulk_update(units, ["path"], batch_size=200)
    Belonging.objects.bulk_create(Belonging(member=unit, whole=unit.parent, since=BEGINNING) for unit in units)
    marks.touch("belongings")
    _universities(units, rng)
    return [Section(unit, *_busy(rng)) for unit in units]


def _unit(level: Level, row: dict[str, Any], country: Unit, in_city: int) -> Unit:
    """The first section of a city has its name; the others say in which quarter they are, and lie there."""
    quarter, north, east = QUARTERS[in_city]
    code, name = f"{row['country']}-{row['code']}-ESN", f"ESN {row['city']} {quarter}".strip()
    place = {"city": row["city"], "country": row["country"], "lat": round(row["lat"] + north, 3), "lon": round(row["lon"] + east, 3)}
    email = f"{row['code'].lower()}.{row['country'].lower()}@example.org"
    return Unit(level=level, code=code, name=name, parent=country, timezone=country.timezone, currency=country.currency, email=email, **place)


def _busy(rng: random.Random) -> tuple[float, int, int]:
    """Many small sections and a few big ones; some began late, some fell silent."""
    now = date.today().year * 12 + date.today().month - 1
    first = now - 72 if rng.random() < 0.7 else now - rng.randrange(4, 60)
    last = now + 12 if rng.random() < 0.9 else max(first + 3, now - rng.randrange(5, 40))
    weight = 0.0 if rng.random() < 0.02 else rng.lognormvariate(0, 0.8)
    return weight, first, last


def _universities(units: list[Unit], rng: random.Random) -> None:
    served = defaultdict(list)
    for unit in units:
        served[unit.country, unit.city].append(unit)
    made = [University(id=_id(rng), name=row["name"], city=row["city"], country=row["country"]) for row in facts("universities")]
    University.objects.bulk_create(made)
    through = University.units.through
    through.objects.bulk_create(through(university_id=one.pk, unit_id=unit.pk) for one in made for unit in served[one.country, one.city])


def people(top: Unit, found: list[Section], rng: random.Random, today: date) -> dict[int, UUID]:
    """Who held which office when; the local coordinator of today by unit."""
    persons: list[Person] = []
    offices: list[Office] = []
    hashed = make_password(PASSWORD)
    special = {(role, code): email for role, (email, code) in LOGINS.items()}
    countries = list(Unit.objects.filter(level__key="country"))
    chairs = [(Role.LOCAL, one.unit) for one in found] + [(Role.NATIONAL, unit) for unit in countries]
    chairs += [(role, top) for role in (Role.COMMITTEE, Role.COMMITTEE, Role.BOARD, Role.BOARD, Role.AUDITOR)]
    for role, unit in chairs:
        email = special.pop((role, unit.code), "")
        _hold(persons, offices, role, unit, rng, today, email, hashed if email else "!")
    Person.objects.bulk_create(persons)
    Office.objects.bulk_create(offices)
    logins = [person for person in persons if person.password != "!"]
    EmailAddress.objects.bulk_create(EmailAddress(user=p, email=p.email, verified=True, primary=True) for p in logins)
    return {office.unit_id: office.person_id for office in offices if office.until is None and office.role == Role.LOCAL}


def _id(rng: random.Random) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)


def _hold(persons: list[Person], offices: list[Office], role: str, unit: Unit, rng: random.Random, today: date, email: str, password: str) -> None:
    """One or two terms; one chair in twelve is empty today."""
    turn = date(today.year - rng.randrange(0, 2), rng.choice([3, 6, 9]), 1)
    if turn >= today:
        turn = date(today.year - 1, 9, 1)
    before = _person(unit, rng, len(persons), "", "!")
    persons.append(before)
    offices.append(Office(id=_id(rng), person=before, unit=unit, role=role, since=turn - timedelta(days=365 + rng.randrange(300)), until=turn))
    if email or rng.random() > 1 / 12:
        now = _person(unit, rng, len(persons), email, password)
        persons.append(now)
        offices.append(Office(id=_id(rng), person=now, unit=unit, role=role, since=turn))


def _person(unit: Unit, rng: random.Random, number: int, email: str, password: str) -> Person:
    flavour = next((name for name, codes in FLAVOURS.items() if unit.country in codes.split()), "other")
    names = facts("names")[flavour]
    first, family = rng.choice(names["first"]), rng.choice(names["family"])
    plain = re.sub(r"[^a-z.]", "", unicodedata.normalize("NFKD", f"{first}.{family}".lower()))
    return Person(id=_id(rng), name=f"{first} {family}", email=email or f"{plain}.{number}@example.org", password=password)

"""Sample contacts at universities, and a round of letters of thanks with its drafts."""

import random
from datetime import date

from django.db import transaction

from dugnad.access.actor import acting
from dugnad.cli.sample.facts import facts
from dugnad.core.errors import Refused
from dugnad.core.periods import month_of, of_term, term_of
from dugnad.network.models import Person, Unit, University
from dugnad.recognition.actions.rounds import plan
from dugnad.recognition.languages import of_country
from dugnad.recognition.models import Contact, Profile

COUNTRY, ABROAD = "NO", 12
POSITIONS = ["International office", "Vice-rector for education", "Head of student affairs"]


@transaction.atomic
def thanks(rng: random.Random, today: date) -> None:
    """Contacts at the universities of one country and a dozen others; the country's coordinator has drafted letters about last term."""
    mine = list(University.objects.filter(country=COUNTRY).order_by("city", "name"))
    others = list(University.objects.exclude(country=COUNTRY).order_by("country", "city", "name"))
    chosen = [*mine, *rng.sample(others, min(ABROAD, len(others)))]
    Profile.objects.bulk_create(Profile(university=one, languages=[of_country(one.country)]) for one in chosen)
    contacts = [_contact(one, number, rng) for number, one in enumerate(chosen) if number % 5 != 4]
    Contact.objects.bulk_create(contacts)
    unit = Unit.objects.get(code=COUNTRY)
    term = of_term(term_of(month_of(today)) - 1)
    by = Person.objects.get(email="national@example.org")
    try:
        plan(acting(by, "cli"), unit, name="Thanks for the last term", first_month=term.first, last_month=term.last)
    except Refused:  # a small sample has nothing to thank for
        return


def _contact(university: University, number: int, rng: random.Random) -> Contact:
    names = facts("names")["nordic" if university.country == COUNTRY else "other"]
    name = f"{rng.choice(names['first'])} {rng.choice(names['family'])}"
    return Contact(university=university, name=name, position=rng.choice(POSITIONS), email=f"international.{number}@example.org", first=True)

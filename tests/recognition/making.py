"""Universities, contacts, a round and its letters in the named world."""

from typing import Any

from dugnad.core.periods import parse_month
from dugnad.network.models import University
from dugnad.recognition.actions.letters import approve
from dugnad.recognition.actions.rounds import plan
from dugnad.recognition.models import Contact, Letter, Round
from tests.world import act, register

SPRING = {"first_month": parse_month("2026-01"), "last_month": parse_month("2026-06")}


def university(name: str = "University of Bergen", *units: Any, city: str = "Bergen", country: str = "NO") -> University:
    made = University.objects.create(name=name, city=city, country=country)
    made.units.set(units)
    return made


def contact(of: University, email: str = "rector@uib.example.org", **more: Any) -> Contact:
    return Contact.objects.create(university=of, **({"name": "Liv Rektor", "position": "Rector", "email": email, "first": True} | more))


def served(world: Any) -> University:
    """Bergen's university, with a contact; served by ESN Bergen, which has done something in spring 2026."""
    made = university("University of Bergen", world.bergen)
    contact(made)
    register(world.bergen, world.kari, people_helped=40)
    return made


def drafted(world: Any, by: str = "marianne", **more: Any) -> Round:
    """A round of Norway with a letter to Bergen's university."""
    served(world)
    return again(world, by, **more)


def again(world: Any, by: str = "marianne", **more: Any) -> Round:
    return plan(act(getattr(world, by)), more.pop("unit", world.norway), **({"name": "Spring 2026"} | SPRING | more))


def approved(world: Any, many: int = 1) -> Round:
    """All letters of a round approved; several universities in Bergen if asked for."""
    served(world)
    for number in range(1, many):
        contact(university(f"School {number:03d}", world.bergen), f"school{number:03d}@example.org")
    of = again(world)
    approve(act(world.marianne), of, of.letters.values_list("pk", flat=True))
    return of


def only(of: Round) -> Letter:
    return of.letters.select_related("round__made_by", "unit", "university").get()

"""Cases in the named world: Kari asks for Bergen, Marianne (Norway) and the committee review; Ines has a colleague there, France a coordinator."""

from datetime import date
from typing import Any

from dugnad.activities.models import Activity
from dugnad.figures import reading
from dugnad.network.models import Office, Person, Role, Unit
from dugnad.review.actions.ask import ask
from dugnad.review.actions.give import give
from dugnad.review.actions.look import take
from dugnad.review.models import Case, Review
from tests.world import act, register

GOOD = {"people_helped": 30, "outcome": "Thirty bags less in the fjord.", "learnt": "Tell the municipality two weeks ahead."}


def somebody(name: str, role: str, unit: Unit, *, since: date = date(2020, 1, 1), until: date | None = None) -> Person:
    person = Person.objects.filter(name=name).first() or Person.objects.create_user(f"{name.lower()}@example.org", "a-long-password", name=name)
    Office.objects.create(person=person, unit=unit, role=role, since=since, until=until)
    return person


def committee(world: Any) -> Person:
    """A colleague of Ines."""
    return somebody("Cleo", Role.COMMITTEE, world.top)


def asked(world: Any, *, twice: bool = False, **changes: Any) -> Case:
    """Kari asks for the label of an activity of Bergen."""
    case = ask(act(world.kari), register(world.bergen, world.kari, **GOOD | changes))
    Case.objects.filter(pk=case.pk).update(twice=twice)
    return fresh(case)


def fresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def points(case: Case, each: int | None = 2, **others: int | None) -> dict[str, tuple[int | None, str]]:
    """So many for each criterion, others for some."""
    return {one.key: (others.get(one.key, each), "") for one in case.rubric.criteria.all()}


def gave(person: Person, case: Case, outcome: str = "label", *, words: str = "Say who was helped.", each: int | None = 2, **others: int | None) -> Case:
    """That person takes the case and gives this."""
    review = Review.objects.in_hand().filter(case=case, reviewer=person).first() or take(act(person), case)
    revision = Activity.objects.get(pk=case.activity_id).revision
    give(act(person), review, outcome=outcome, words=words, scores=points(case, each, **others), revision=revision)
    return fresh(case)


def label_of(case: Case) -> str:
    label = Activity.objects.select_related("label").get(pk=case.activity_id).label
    return label.key if label else ""


def figures(unit: Unit, label: str = "") -> Any:
    """All figures of a unit, or those of a label."""
    return reading.total(reading.Question((unit.pk,), facet="label" if label else "", value=label or None))

"""What there is to thank universities for: figures, coordinators and examples, for all of a round in a handful of questions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Window
from django.db.models.functions import Coalesce, RowNumber

from dugnad.activities.models import Activity, CountsFor, Photo
from dugnad.activities.vocabulary import Words, words
from dugnad.core.periods import Period, first_day, of_term, term_of
from dugnad.figures import reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.network.models import Office, Role, Unit, University
from dugnad.recognition.models import Contact

SHOWN = ("activities", "volunteers", "volunteer_hours", "international_students", "local_students", "people_helped")
EXAMPLES, OF_EACH = 2, 3
SOON = 3  # months of a term, after which its letters are being thought of
OFFICES = (Role.LOCAL, Role.NATIONAL, Role.COMMITTEE, Role.BOARD)


@dataclass
class Thanked:
    """One university with something to thank for."""

    university: University
    units: list[Unit]
    figures: Measures
    people: list[dict[str, str]] = field(default_factory=list)
    examples: list[dict[str, Any]] = field(default_factory=list)
    contact: Contact | None = None


def term_due(month: int) -> Period:
    """For which months letters are due: those of the running term when it is half over, up to now; else the term before."""
    running = of_term(term_of(month))
    return Period(running.first, month) if month - running.first >= SOON else of_term(term_of(month) - 1)


def thanked(sections: Sequence[Unit], period: Period) -> list[Thanked]:
    """Every university that these sections serve and that had its part in an activity of the period, the sections with most first."""
    served = _served(sections)
    ids = tuple(unit.pk for unit in sections)
    figures = reading.by(reading.Question(ids, period), "unit") if ids else {}
    joint = _joint(ids, period)
    busy = {unit.pk for unit in sections if figures.get(unit.pk, NOTHING).activities > 0}
    people, examples = _people(busy, period), _examples(busy, period)
    known, found = words(), []
    for university, units in served:
        own = sorted((unit for unit in units if unit.pk in busy), key=lambda unit: (-figures[unit.pk].activities, unit.name))
        if own:
            sums = _sum([unit.pk for unit in own], figures, joint)
            found.append(Thanked(university, own, sums, _in_order(own, people), _best(own, examples, known), _contact(university)))
    return found


def _served(sections: Sequence[Unit]) -> list[tuple[University, list[Unit]]]:
    by_id = {unit.pk: unit for unit in sections}
    links = defaultdict(list)
    for university, unit in University.units.through.objects.filter(unit_id__in=list(by_id)).values_list("university_id", "unit_id"):
        links[university].append(by_id[unit])
    rows = University.objects.filter(pk__in=list(links)).select_related("profile").prefetch_related("contacts").order_by("name", "pk")
    return [(row, links[row.pk]) for row in rows]


def _joint(units: tuple[int, ...], period: Period) -> list[tuple[set[int], Measures]]:
    """Activities that count for several of the units, with what each of them counts: it must be thanked for once."""
    if len(units) < 2:
        return []
    within = CountsFor.objects.filter(unit__in=units, starts_on__gte=first_day(period.first), starts_on__lt=first_day(period.last + 1))
    many = list(within.values("activity").annotate(n=Count("unit")).filter(n__gt=1).values_list("activity", flat=True))
    of: dict[Any, set[int]] = defaultdict(set)
    for activity, unit in CountsFor.objects.filter(activity__in=many, unit__in=units).values_list("activity_id", "unit_id"):
        of[activity].add(unit)
    together = reading.each(many, reading.Question(units, period)) if many else {}
    return [(own, Measures(*(value // len(own) for value in together[activity]))) for activity, own in of.items() if activity in together]


def _sum(units: list[int], figures: dict[int, Measures], joint: Iterable[tuple[set[int], Measures]]) -> Measures:
    total = sum((figures[unit] for unit in units), NOTHING)
    for own, sums in joint:
        again = len(own.intersection(units)) - 1
        if again > 0:
            total = total - Measures(*(value * again for value in sums))
    return total


def _people(units: Iterable[int], period: Period) -> dict[int, list[dict[str, str]]]:
    """Who coordinated in the units in any part of the period, by unit: the longest in office first."""
    begins, ends = first_day(period.first), first_day(period.last + 1)
    held = Office.objects.filter(Q(until=None) | Q(until__gt=begins), unit__in=units, since__lt=ends, role__in=OFFICES, person__is_active=True)
    found: dict[int, list[dict[str, str]]] = defaultdict(list)
    for office in held.exclude(person__name="").select_related("person").order_by("since", "person__name"):
        found[office.unit_id].append({"name": office.person.name, "role": office.role})
    return found


def _in_order(units: list[Unit], people: dict[int, list[dict[str, str]]]) -> list[dict[str, str]]:
    """Each person once for each unit."""
    found: dict[tuple[str, int], dict[str, str]] = {}
    for unit in units:
        for one in people.get(unit.pk, []):
            found.setdefault((one["name"], unit.pk), one | {"unit": str(unit)})
    return list(found.values())


def _examples(units: Iterable[int], period: Period) -> dict[int, list[Activity]]:
    """The best few of each unit: with a photo, then the most people."""
    seen = Photo.objects.filter(activity=OuterRef("pk"), hidden_at=None)
    size = Coalesce(F("people_helped"), 0) + Coalesce(F("volunteers"), 0) + Coalesce(F("international_students"), 0)
    rows = Activity.objects.registered().filter(unit__in=units, failed=False).during(period).annotate(photo=Exists(seen), size=size)
    rank = Window(RowNumber(), partition_by=F("unit"), order_by=[F("photo").desc(), F("size").desc(), F("pk").asc()])
    found: dict[int, list[Activity]] = defaultdict(list)
    for activity in rows.annotate(rank=rank).filter(rank__lte=OF_EACH).select_related("cause").order_by("unit", "rank"):
        found[activity.unit_id].append(activity)
    return found


def _best(units: list[Unit], examples: dict[int, list[Activity]], known: Words) -> list[dict[str, Any]]:
    """Two, of different causes if there are."""
    ranked: list[Any] = [one for unit in units for one in examples.get(unit.pk, [])]
    ranked.sort(key=lambda one: (not one.photo, -one.size, one.pk))
    chosen = ranked[:1]
    chosen += [one for one in ranked[1:] if one.cause_id != ranked[0].cause_id][:1] or ranked[1:2]
    return [_example(one, known) for one in chosen[:EXAMPLES]]


def _example(activity: Activity, known: Words) -> dict[str, Any]:
    return {
        "id": str(activity.pk),
        "title": activity.title,
        "day": activity.starts_on.isoformat(),
        "place": activity.place,
        "motif": known.terms[known.counts_as.get(activity.cause_id, activity.cause_id)].motif or "none",
        "volunteers": activity.volunteers or 0,
        "people_helped": activity.people_helped or 0,
    }


def _contact(university: University) -> Contact | None:
    return next(iter(university.contacts.all()), None)

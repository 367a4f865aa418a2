"""What is compared of every need, kept at hand: read anew when a need, a word or a belonging changed."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.core import marks
from dugnad.needs.alike import Facts, Likeness, alike, between, common
from dugnad.needs.models import Need
from dugnad.needs.words import significant
from dugnad.network.belongings import wholes
from dugnad.network.models import Unit, named

MARKS = ("needs", "vocabulary", "belongings", "units")


@dataclass(frozen=True, slots=True)
class Line:
    """A need in a list: what it is called, and where."""

    key: UUID
    title: str
    unit: int
    path: str
    names: dict[str, str]
    name: str

    @property
    def where(self) -> str:
        return named(self.names, self.name)


@dataclass(frozen=True)
class Index:
    """The facts of each need by its id, what it is called, the open ones with the newest first, and the words that say nothing."""

    facts: dict[UUID, Facts]
    lines: dict[UUID, Line]
    open: dict[UUID, Line]
    common: frozenset[str]
    platforms: dict[int, str]


_kept: dict[str, tuple[object, Index]] = {}


def index() -> Index:
    """All needs as they stand now."""
    name, state = str(connection.settings_dict["NAME"]), (timezone.localdate(), *(marks.current(mark) for mark in MARKS))
    if name not in _kept or _kept[name][0] != state:
        _kept[name] = (state, _load(timezone.localdate()))
    return _kept[name][1]


def open_within(unit: Unit) -> list[Line]:
    """The open needs of a unit and those below it, or of a platform's countries, the newest first: asks nothing of the database."""
    known = index()
    return [line for line in known.open.values() if line.path.startswith(unit.path) or unit.pk in known.facts[line.key].platforms]


def like_need(need: Need) -> list[Likeness]:
    """The needs that are like this one, the most alike first."""
    known = index()
    return alike(known.facts[need.pk], known.facts.values(), known.common)


def like_activity(activity: Activity) -> list[Likeness]:
    """The open needs that this activity could have answered: of its theme or with its words, those of its country first."""
    known = index()
    one = of_activity(activity)
    found = (between(one, known.facts[key], known.common) for key in known.open)
    return sorted((likeness for likeness in found if likeness.theme or likeness.words), key=lambda likeness: (not likeness.country, *likeness.order))


def of_activity(activity: Activity) -> Facts:
    """What an activity says, compared as a need is."""
    said = significant(f"{activity.title}. {activity.summary}. {activity.outcome}")
    return Facts(activity.pk, words().key(activity.cause_id), words=said, unit=activity.unit_id, country=activity.unit.country)


def _load(today: date) -> Index:
    known, grouped = words(), defaultdict[Any, set[str]](set)
    for need, term in Need.groups.through.objects.values_list("need_id", "term_id"):
        grouped[need].add(known.key(term))
    platforms = {unit.pk: str(unit) for unit in Unit.objects.filter(level__groups=True)}
    near: dict[int, frozenset[int]] = {}
    facts, lines, still_open = dict[UUID, Facts](), dict[UUID, Line](), dict[UUID, Line]()
    rows = Need.objects.values_list("pk", "unit_id", "unit__country", "theme_id", "said", "state", "title", "unit__path", "unit__names", "unit__name")
    for pk, unit, country, theme, said, state, title, *place in rows:
        if unit not in near:
            near[unit] = frozenset(wholes([unit], today)) & platforms.keys()
        facts[pk] = Facts(pk, known.key(theme), frozenset(grouped[pk]), dict(said), unit, country, near[unit])
        lines[pk] = Line(pk, title, unit, *place)
        if state == Need.State.OPEN:
            still_open[pk] = lines[pk]
    return Index(facts, lines, still_open, common(facts.values()), platforms)

"""Which needs an idea answers: those for which somebody named it, and those with which it has a theme and words in common.

Both are compared as two needs are. Nothing follows from a likeness but an offer, with its reason; naming is left to people.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from dugnad.activities.vocabulary import words
from dugnad.ideas import showing
from dugnad.ideas.models import Idea, Named
from dugnad.ideas.showing import Shown
from dugnad.needs.alike import Facts, Likeness, between
from dugnad.needs.index import index, like_need
from dugnad.needs.models import Need
from dugnad.needs.reasons import why
from dugnad.needs.told import LOOKED_AT, SHOWN
from dugnad.needs.words import significant

NEWEST = 500  # so many are compared


@dataclass(frozen=True)
class Answering:
    """An idea on the page of a need: what became of it, and why it stands there. `named`: the row by which it was named, there or for a need like it."""

    shown: Shown
    named: Named | None = None
    why: str = ""


def said_of(idea: Idea) -> list[tuple[str, str]]:
    """The stems of what it is about, each with the word as written. Its steps and its material say how, not what for."""
    return list(significant(f"{idea.title}. {idea.summary}. {idea.why}. {idea.answers}").items())


def themes_of(idea: Idea) -> set[str]:
    """The keys of its causes, as they count now."""
    return {words().key(term.pk) for term in idea.causes.all()}


def facts_of(idea: Idea, themes: Collection[str], theme: str) -> Facts:
    """What is compared: an idea has several themes, a need one."""
    return Facts(idea.pk, theme if theme in themes else "", words=dict(idea.said), unit=idea.unit_id, country=idea.unit.country)


def fits(likeness: Likeness) -> bool:
    """A theme alone is shared by too many, and so is a word."""
    return bool(likeness.theme) and likeness.enough


def needs_like(idea: Idea, among: Collection[UUID]) -> list[Likeness]:
    """Of these needs those of its themes or with its words; those of its country first."""
    known, themes = index(), themes_of(idea)
    facts = (known.facts[key] for key in among if key in known.facts)
    found = (between(facts_of(idea, themes, one.theme), one, known.common) for one in facts)
    return sorted((one for one in found if one.theme or one.words), key=lambda one: (not one.country, *one.order))


def ideas_like(need: Facts, ideas: Any) -> list[Likeness]:
    """Of the newest of these ideas (`of_theme`) those of its theme or with its words, the most alike first (1 query)."""
    known = index()
    rows = ideas.newest()[:NEWEST].values_list("pk", "its_theme", "said", "unit_id", "unit__country")
    compared = (Facts(pk, need.theme if same else "", words=dict(said), unit=unit, country=country) for pk, same, said, unit, country in rows)
    found = (between(need, one, known.common) for one in compared)
    return sorted((one for one in found if one.theme or one.words), key=lambda one: one.order)


def of_theme(need: Facts, ideas: Any) -> Any:
    """The ideas, each with whether the theme of the need is one of its causes."""
    return ideas.of_theme(words().behind("cause", need.theme))


def at_need(need: Need) -> dict[str, list[Answering]]:
    """Ideas that are named for it, those that are named for needs like it, and those that fit though nobody has named them (6 queries)."""
    known = index()
    likes = {one.key: one for one in like_need(need)[:LOOKED_AT]}
    rows = list(Named.objects.in_sight().filter(need__in=[need.pk, *likes]).select_related("need__unit"))
    here = {row.idea_id: row for row in rows if row.need_id == need.pk}
    there = _there(rows, here, list(likes))
    facts = known.facts[need.pk]
    unnamed = of_theme(facts, Idea.objects.published()).filter(its_theme=True).exclude(pk__in=[*here, *there])
    fitting = [one for one in ideas_like(facts, unnamed) if fits(one)][:SHOWN]
    shown = {one.idea.pk: one for one in showing.many([*here, *there, *(one.key for one in fitting)])}
    return {
        "ideas": sorted((Answering(shown[key], row) for key, row in here.items()), key=lambda one: -one.shown.results.times),
        "ideas_elsewhere": [Answering(shown[key], row, why(likes[row.need_id], known.platforms)) for key, row in there.items()],
        "ideas_fitting": [Answering(shown[one.key], None, why(one, known.platforms)) for one in fitting],
    }


def _there(rows: list[Named], here: Collection[UUID], likes: list[UUID]) -> dict[UUID, Named]:
    """Each idea once, with the need that is most alike."""
    found: dict[UUID, Named] = {}
    for row in sorted((row for row in rows if row.need_id in likes and row.idea_id not in here), key=lambda row: likes.index(row.need_id)):
        found.setdefault(row.idea_id, row)
    return dict(list(found.items())[:SHOWN])

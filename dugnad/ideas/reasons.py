"""Why an idea is proposed to somebody: each reason says so in words, or nothing.

REASONS is the one place where they stand.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dugnad.core import marks
from dugnad.core.periods import Period, month_of
from dugnad.figures import reading
from dugnad.ideas import yours
from dugnad.ideas.models import Adaptation, Idea
from dugnad.ideas.recipe import season_of
from dugnad.ideas.yours import Yours
from dugnad.network.models import Unit
from dugnad.web.templatetags.web import number

NEWEST, PROPOSED = 500, 3


@dataclass(frozen=True)
class About:
    """The section for which ideas are looked for, and what it needs. `tried` are the ideas that somebody in its country has adapted."""

    unit: Unit
    today: date
    volunteers: int
    own: frozenset[UUID]
    tried: frozenset[UUID]
    yours: Yours


Reason = Callable[[About, Idea], str]


def need_like_yours(about: About, idea: Idea) -> str:
    """Somebody there misses what it brings."""
    return yours.said(about.yours, idea)


def your_size(about: About, idea: Idea) -> str:
    """As many as the section usually is."""
    if idea.people > about.volunteers:
        return ""
    return ngettext("%(n)s person is enough, and you are usually %(own)s", "%(n)s people are enough, and you are usually %(own)s", idea.people) % {
        "n": number(idea.people),
        "own": number(about.volunteers),
    }


def in_season(about: About, idea: Idea) -> str:
    """It can be ready while it is its time."""
    ready = season_of(about.today + timedelta(days=idea.ready_in))
    return _("it is its season when you are ready") if idea.seasons and ready in idea.seasons else ""


def not_tried(about: About, idea: Idea) -> str:
    """New where the section is."""
    return "" if idea.pk in about.tried else _("nobody in your country has tried it yet")


REASONS: list[tuple[int, Reason]] = [(3, need_like_yours), (2, your_size), (2, in_season), (1, not_tried)]


@marks.steady()
def about(unit: Unit, today: date) -> About:
    """What is known of a section (3 queries; its needs are at hand)."""
    now = month_of(today)
    sums = reading.total(reading.Question((unit.pk,), Period(now - 11, now), only=("activities", "volunteers")))
    usual = round(sums.volunteers / sums.activities) if sums.activities else 5
    country = Adaptation.objects.standing().filter(activity__unit__country=unit.country).values_list("idea_id", flat=True)
    own = Adaptation.objects.standing().filter(activity__unit=unit).values_list("idea_id", flat=True)
    return About(unit, today, max(usual, 1), frozenset(own), frozenset(country), yours.of(unit))


def newest() -> list[Idea]:
    """Among which is chosen, with their causes and the needs that they answer (3 queries)."""
    return list(Idea.objects.published().select_related("unit").prefetch_related("causes", "named").newest()[:NEWEST])


@marks.steady()
def proposed(of: About, ideas: list[Idea], *, seed: Any = "") -> list[tuple[Idea, list[str]]]:
    """Three that fit best and that the section has neither written nor adapted, each of another family; among equals another each month."""
    found = []
    for idea in ideas:
        if idea.unit_id == of.unit.pk or idea.pk in of.own:
            continue
        said = [(weight, text) for weight, reason in REASONS if (text := reason(of, idea))]
        if said:
            turn = sha256(f"{seed}{of.unit.pk}{idea.pk}".encode()).hexdigest()
            found.append((-sum(weight for weight, _text in said), turn, idea, [text for _weight, text in said]))
    chosen: list[tuple[Idea, list[str]]] = []
    families: set[UUID] = set()
    for _score, _turn, idea, texts in sorted(found, key=lambda row: row[:2]):
        family = {key for key in (idea.pk, idea.parent_id) if key}
        if len(chosen) < PROPOSED and not family & families:
            chosen.append((idea, texts))
            families |= family
    return chosen

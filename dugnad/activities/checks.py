"""The self-check: the rubric's questions on the form of the record, and an activity as the rules of the criteria read it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __

from dugnad.activities.details import Details
from dugnad.criteria.facts import Facts
from dugnad.criteria.models import Criterion
from dugnad.criteria.rubric import held
from dugnad.criteria.suggestion import Suggestion, suggest

ANSWERS = [("yes", __("yes")), ("partly", __("partly")), ("no", __("no"))]
PREFIX = "check_"


class Check(forms.ChoiceField):
    """One question; the person may leave it."""

    def __init__(self, criterion: Criterion) -> None:
        super().__init__(label=criterion.ask, choices=ANSWERS, widget=forms.RadioSelect, required=False)
        self.error_messages["invalid_choice"] = __("Answer yes, partly or no; or leave it.")


def fields() -> dict[str, Check]:
    """The questions of the rubric that holds, by the name of their field."""
    now = held()
    return {f"{PREFIX}{one.key}": Check(one) for one in now.asked} if now else {}


def answers(given: dict[str, Any]) -> dict[str, str]:
    """By the key of the criterion, those that were answered."""
    return {name.removeprefix(PREFIX): str(value) for name, value in given.items() if name.startswith(PREFIX) and value}


def initial(details: Details) -> dict[str, str]:
    """The fields for what was answered before."""
    return {f"{PREFIX}{key}": answer for key, answer in details.checks.items()}


def reads_like(details: Details, *, photos: int = 0) -> Suggestion | None:
    """What an activity reads like; None before a rubric is adopted."""
    now = held()
    return suggest(facts(details, photos=photos), now) if now else None


def facts(details: Details, *, photos: int = 0) -> Facts:
    """The activity as plain data."""
    kinds = [term.vocabulary.kind for term in details.tags]
    return Facts(
        **{name: getattr(details, name) for name in ("title", "summary", "outcome", "learnt", "meetings")},
        **{name: getattr(details, name) for name in ("local_students", "international_students", "volunteers", "people_helped")},
        hours=float(details.meetings * (details.hours_per_meeting or 0)),
        partners=len(details.partners),
        links=len(details.links),
        photos=photos,
        goods=len(details.goods),
        money=details.money_amount is not None,
        actions=kinds.count("action"),
        goals=kinds.count("objective") + kinds.count("sdg"),
        answers=details.checks,
    )

"""The good examples: activities whose label stands, narrowed by what somebody asks for."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as __

from dugnad.activities.finding import with_words
from dugnad.activities.models import Activity, CountsFor
from dugnad.activities.vocabulary import words
from dugnad.label.reasons import marks_of, sentence
from dugnad.label.steps import step_of, steps
from dugnad.network.models import Unit
from dugnad.review.models import Award
from dugnad.web.fields import Text

PAGE = 20
MOST_PAGES = 10_000


@dataclass(frozen=True)
class Example:
    """One award, with what the list says of it."""

    award: Award
    reason: str
    step: int
    steps: int


def standing() -> QuerySet[Award]:
    """Every award that stands, of an activity that is in the register; one for each activity."""
    return Award.objects.filter(revoked_at=None, activity__state=Activity.State.REGISTERED)


def countries() -> list[Unit]:
    """The units right below the whole network."""
    return list(Unit.objects.filter(parent__isnull=False, parent__parent=None, level__groups=False).order_by("name"))


class ExamplesForm(forms.Form):
    """What is asked for; its address is the question."""

    q = Text(label=__("Words"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))
    cause = forms.ChoiceField(label=__("Cause"), required=False)
    country = forms.ChoiceField(label=__("Country"), required=False)
    step = forms.ChoiceField(label=__("Step"), required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=MOST_PAGES, widget=forms.HiddenInput)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        known = words()
        self.countries = {unit.code.lower(): unit for unit in countries()}
        choices = {
            "cause": [(known.key(term.pk), str(term)) for term in known.current.get("cause", [])],
            "country": [(code, str(unit)) for code, unit in self.countries.items()],
            "step": [(term.key, str(term)) for term in steps()],
        }
        for name, found in choices.items():
            self.fields[name].choices = [("", __("All")), *found]  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.quiet = True  # type: ignore[attr-defined]


class Asked:
    """The examples that are asked for, a page at a time, the newest first."""

    def __init__(self, data: Any) -> None:
        self.form = ExamplesForm(data)
        self.answers = self.form.cleaned_data if self.form.is_valid() else {}

    @cached_property
    def rows(self) -> QuerySet[Award]:
        if self.form.errors:
            return Award.objects.none()
        found, known = standing(), words()
        if cause := self.answers["cause"]:
            found = found.filter(activity__cause_id__in=known.behind("cause", cause))
        if step := self.answers["step"]:
            found = found.filter(step_id__in=known.behind("label", step))
        if country := self.answers["country"]:
            counted = CountsFor.objects.filter(activity=OuterRef("activity"), unit=self.form.countries[country])
            found = found.filter(Exists(counted.values("activity_id")))
        if text := self.answers["q"]:
            found = found.filter(activity__in=with_words(Activity.objects.all(), text).values("pk"))
        return found

    @cached_property
    def many(self) -> int:
        return self.rows.count()

    @property
    def number(self) -> int:
        """Of the page; one that is not there is the last."""
        return min(self.answers.get("page") or 1, self.pages)

    @property
    def pages(self) -> int:
        return max(1, -(-self.many // PAGE))

    @property
    def before(self) -> int:
        return self.number - 1

    @property
    def after(self) -> int:
        return self.number + 1

    @property
    def narrowed(self) -> bool:
        return any(value for name, value in self.answers.items() if name != "page")

    def page(self) -> list[Example]:
        first = (self.number - 1) * PAGE
        return shown(list(self.rows.select_related("activity__unit").order_by("-given_at", "-pk")[first : first + PAGE]))


def shown(awards: list[Award]) -> list[Example]:
    """With their reasons (1 query)."""
    marks = marks_of(awards)
    return [Example(award, sentence(marks[award.pk]), *step_of(award.step_id)) for award in awards]

"""What reviewers and authors write: points and words for each criterion of the case's own rubric, an answer, a reason, a reply."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __

from dugnad.criteria.models import Criterion, Rubric
from dugnad.network.models import Person, Unit
from dugnad.review.models import Case
from dugnad.web.fields import cleaned

UNKNOWN = "?"
LONGEST = 3000


class Words(forms.CharField):
    """Several lines of plain text: markup in it is shown as it was typed."""

    def __init__(self, *, rows: int = 4, **known: Any) -> None:
        super().__init__(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **known)

    def to_python(self, value: Any) -> str:
        return cleaned(super().to_python(value) or "")


class ReviewForm(forms.Form):
    """One choice of points and one comment for each criterion; then the outcome, and words for the whole."""

    outcome = forms.ChoiceField(
        label=__("What follows"), choices=Case.Outcome.choices, widget=forms.RadioSelect, error_messages={"required": __("Choose what follows.")}
    )
    words = Words(label=__("To the author"), required=False, help_text=__("What is good, and what is missing. Needed unless it carries the label."))
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, rubric: Rubric, revision: int) -> None:
        super().__init__(data, initial={"revision": revision})
        self.criteria: list[Criterion] = list(rubric.criteria.all())
        choices = [*((str(points), str(points)) for points in range(rubric.most + 1)), (UNKNOWN, __("cannot tell"))]
        for one in self.criteria:
            self.fields[f"points_{one.key}"] = forms.ChoiceField(
                label=str(one), choices=choices, widget=forms.RadioSelect, error_messages={"required": __("Give points, or say that you cannot tell.")}
            )
            self.fields[f"says_{one.key}"] = Words(label=__("Comment"), required=False, rows=2)

    def rows(self) -> Iterator[tuple[Criterion, forms.BoundField, forms.BoundField]]:
        """Each criterion with its two fields."""
        for one in self.criteria:
            yield one, self[f"points_{one.key}"], self[f"says_{one.key}"]

    def scores(self) -> Mapping[str, tuple[int | None, str]]:
        """As the action takes them."""
        told = self.cleaned_data
        points = {one.key: told[f"points_{one.key}"] for one in self.criteria}
        return {key: (None if value == UNKNOWN else int(value), told[f"says_{key}"]) for key, value in points.items()}


class AnswerForm(forms.Form):
    """What the author answers."""

    text = Words(
        label=__("Your answer"),
        help_text=__("What you changed or added, or why it is right as it is."),
    )


class ReasonForm(forms.Form):
    """Why a label is revoked."""

    reason = Words(label=__("Why"), help_text=__("Everybody may read it."), error_messages={"required": __("Say why: everybody may read it.")})


class AssignForm(forms.Form):
    """Which colleague looks at it."""

    person = forms.ModelChoiceField(label=__("Ask a colleague"), queryset=Person.objects.none())

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = Person.objects.filter(pk__in=[person.pk for person in people]).order_by("name")  # type: ignore[attr-defined]


class ReplyForm(forms.Form):
    """Words to be used again, for a unit and those below it."""

    unit = forms.ModelChoiceField(label=__("For the reviewers of"), queryset=Unit.objects.none())
    name = forms.CharField(label=__("Name"), max_length=80, help_text=__("By which you find it: “Who was helped?”"))
    text = Words(label=__("Words"))

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["unit"].initial = units.first()

    def clean_name(self) -> str:
        return cleaned(self.cleaned_data["name"])

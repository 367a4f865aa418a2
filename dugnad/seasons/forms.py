"""What is asked about a season, its boards and a flag."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import Lines, Month, Text
from dugnad.activities.vocabulary import words
from dugnad.seasons.models import BoardRule, Stage

MEASURES = {
    "activities": __("activities"),
    "volunteers": __("volunteers"),
    "volunteer_minutes": __("volunteer time"),
    "international_students": __("international students"),
    "local_students": __("local students"),
    "people_helped": __("people helped"),
}


class SeasonForm(forms.Form):
    """When, by which rules."""

    name = Text(label=__("Name"), max_length=120)
    first_month = Month(label=__("First month"), required=True)
    last_month = Month(label=__("Last month"), required=True)
    counts_until = forms.DateField(
        label=__("Counts what is registered until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=__("The boards freeze at the end of that day."),
    )
    rules = forms.CharField(label=__("Rules in plain words"), widget=forms.Textarea(attrs={"rows": 6}), max_length=5000)

    def clean_counts_until(self) -> date:
        day: date = self.cleaned_data["counts_until"]
        if not 1980 <= day.year <= 2100:
            raise forms.ValidationError(_("Check the year."))
        return day

    def clean_rules(self) -> str:
        return str(Lines().to_python(self.cleaned_data["rules"]))


class NewSeasonForm(SeasonForm):
    """And under which address."""

    key = forms.SlugField(label=__("Address"), max_length=60, help_text=__("Small letters, digits and hyphens: spring-2027."))
    field_order = ("name", "key")


class RuleForm(forms.Form):
    """What a board ranks by."""

    kind = forms.ChoiceField(label=__("Ranks by"), choices=BoardRule.Kind.choices)
    measure = forms.ChoiceField(label=__("Of what"), choices=list(MEASURES.items()), help_text=__("Breadth and people helped per hour have their own."))
    cause = forms.ChoiceField(label=__("Only of one cause"), required=False)
    reason = Text(label=__("Why it changes"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cause"].choices = [("", _("all causes")), *((term.key, str(term)) for term in words().current.get("cause", []))]  # type: ignore[attr-defined]


class StageForm(forms.ModelForm):  # type: ignore[type-arg]
    """The months of a stage, and how many of each go on."""

    first_month, last_month = Month(label=__("First month"), required=True), Month(label=__("Last month"), required=True)
    advancing = forms.IntegerField(label=__("So many of each league go on"), required=False, min_value=1, max_value=100, help_text=__("Empty: all of them."))

    class Meta:
        model = Stage
        fields = ("name", "first_month", "last_month", "advancing")


class FlagForm(forms.Form):
    """Does it count, and why not?"""

    counts = forms.ChoiceField(label=__("Does it count?"), choices=[("yes", __("it counts")), ("no", __("it stays out of the boards"))])
    note = Text(label=__("Note"), required=False, max_length=300)

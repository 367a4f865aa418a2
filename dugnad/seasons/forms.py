"""What is asked about a season, its boards, a flag, and numbers of students."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import Month
from dugnad.activities.forms.importing import FileForm
from dugnad.activities.vocabulary import words
from dugnad.seasons.models import BoardRule, Stage
from dugnad.web.fields import Day, Lines, Text

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
    counts_until = Day(
        label=__("Counts what is registered until"),
        help_text=__("A day after the last month. The boards freeze as they stood at the end of that day."),
    )
    rules = forms.CharField(
        label=__("Rules in plain words"), widget=forms.Textarea(attrs={"rows": 6}), max_length=5000, help_text=__("What is it about, who may win what?")
    )

    def clean_rules(self) -> str:
        return str(Lines().to_python(self.cleaned_data["rules"]))


class NewSeasonForm(SeasonForm):
    """And under which address."""

    key = forms.SlugField(label=__("Address"), max_length=60, help_text=__("Small letters, digits and hyphens: spring-2027."))
    field_order = ("name", "key")

    def clean_key(self) -> str:
        return str(self.cleaned_data["key"]).lower()


class ChangeSeasonForm(SeasonForm):
    """And why, once it is published."""

    reason = Text(label=__("Why it changes"), required=False, max_length=300, help_text=__("Needed once the season is published; everybody reads it."))


class RuleForm(forms.Form):
    """What a board ranks by."""

    kind = forms.ChoiceField(label=__("Ranks by"), choices=BoardRule.Kind.choices)
    measure = forms.ChoiceField(
        label=__("Of what"), choices=list(MEASURES.items()), help_text=__("Breadth, people helped per hour and the share with the label have their own.")
    )
    cause = forms.ChoiceField(label=__("Only of one cause"), required=False)
    reason = Text(label=__("Why it changes"), required=False, max_length=300, help_text=__("Needed once the season is published; everybody reads it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = words()
        causes = [(known.key(term.pk), str(term)) for term in known.current.get("cause", [])]
        self.fields["cause"].choices = [("", _("all causes")), *causes]  # type: ignore[attr-defined]


class StageForm(forms.ModelForm):  # type: ignore[type-arg]
    """The months of a stage, whether sizes are ranked apart, and how many go on."""

    first_month, last_month = Month(label=__("First month"), required=True), Month(label=__("Last month"), required=True)
    leagues = forms.BooleanField(label=__("Large and small ones are ranked apart"), required=False)
    advancing = forms.IntegerField(
        label=__("So many go on to the next stage"),
        required=False,
        min_value=1,
        max_value=100,
        help_text=__("Of each list; whoever shares the last of these places goes on too. Empty: all of them."),
    )

    class Meta:
        model = Stage
        fields = ("name", "first_month", "last_month", "leagues", "advancing")
        labels = {"name": __("Name")}


class FlagForm(forms.Form):
    """Does it count, and why not?"""

    counts = forms.ChoiceField(
        label=__("Does it count on the boards?"),
        choices=[("yes", __("it counts")), ("no", __("it stays out of the boards"))],
        widget=forms.RadioSelect,
        initial="yes",
    )
    note = Text(label=__("Note"), required=False, max_length=300, help_text=__("Its coordinators read it. Needed if it stays out."))
    alike = forms.BooleanField(label=__("The same answer for all of these"), required=False)


class StudentsForm(FileForm):
    """The file, and what its numbers are."""

    year = forms.IntegerField(label=__("Year"), help_text=__("2013 for the academic year 2013/14."))
    source = Text(label=__("Source"), max_length=200, help_text=__("It stands beside every rank: “Eurostat, educ_uoe_mobs02” for example."))
    field_order = ("year", "source", "file")

"""What addresses ask: of the search and of the transfers. What is wrong is said at its field, and not asked for."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import pgettext_lazy

from dugnad.activities.forms.fields import Month
from dugnad.core.periods import Period, written


class SearchForm(forms.Form):
    """Words and facets, as the address has them. What is wrong is said at its field, and not asked for."""

    q = forms.CharField(label=__("Words"), required=False, max_length=200)
    people = forms.TypedChoiceField(label=__("people"), required=False, coerce=int, empty_value=None)
    budget = forms.TypedChoiceField(label=__("money"), required=False, coerce=int, empty_value=None)
    within = forms.TypedChoiceField(label=__("time"), required=False, coerce=int, empty_value=None)
    cause = forms.ChoiceField(label=__("Cause"), required=False)
    effort = forms.TypedChoiceField(label=__("Effort"), required=False, coerce=int, empty_value=None)
    season = forms.ChoiceField(label=__("Season"), required=False)
    language = forms.ChoiceField(label=__("Language"), required=False)
    country = forms.ChoiceField(label=__("Country of origin"), required=False)
    answers = forms.ChoiceField(label=__("Answers a need in"), required=False)
    tried = forms.ChoiceField(label=pgettext_lazy("idea", "Tried"), required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def __init__(self, data: Any, *, choices: dict[str, list[tuple[Any, str]]]) -> None:
        super().__init__(data)
        for name, offered in choices.items():
            field: Any = self.fields[name]
            field.choices = offered

    def clean_q(self) -> str:
        return str(self.cleaned_data["q"]).replace("\x00", " ")


class TransfersForm(forms.Form):
    """Which months, and between which countries."""

    def __init__(self, data: Any, *, usual: Period, countries: list[tuple[str, str]]) -> None:
        told = {name: value for name, value in data.items() if value}
        open_ends = {} if {"first", "last"} & told.keys() else {"first": written(usual.first), "last": written(usual.last)}
        super().__init__(open_ends | told)
        self.usual = usual
        choices = [("", _("any country")), *countries]
        self.fields["first"] = Month(label=__("First month"))
        self.fields["last"] = Month(label=__("Last month"))
        for name, label in (("origin", __("From")), ("target", __("To"))):
            self.fields[name] = forms.ChoiceField(label=label, required=False, choices=choices)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        data["first"] = data.get("first") or min(self.usual.first, data.get("last") or self.usual.first)
        data["last"] = data.get("last") or max(self.usual.last, data["first"])
        if data["last"] < data["first"]:
            self.add_error("last", _("It lies before the first month."))
        elif data["last"] - data["first"] >= 12 * 20:
            self.add_error("first", _("At most twenty years at once."))
        return data

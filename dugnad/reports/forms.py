"""What is asked about a report, a section of it, and its examples."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import Month
from dugnad.core.periods import Period
from dugnad.reports import themes
from dugnad.web.fields import Text, cleaned


class ReportForm(forms.Form):
    """Which months, which theme, what it is called and which language it speaks."""

    first_month = Month(label=__("First month"), required=True)
    last_month = Month(label=__("Last month"), required=True)
    theme = forms.ChoiceField(label=__("What it is about"), required=False)
    title = Text(label=__("Title"), required=False, max_length=120, help_text=__("Empty: made from the unit and the months."))
    language = forms.ChoiceField(label=__("Language of the report"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = themes.choices()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, last = said.get("first_month"), said.get("last_month")
        if first is not None and last is not None:
            if last < first:
                self.add_error("last_month", _("It ends before it begins."))
            else:
                said["period"] = Period(first, last)
        return said

    @property
    def said(self) -> dict[str, Any]:
        """What the actions take."""
        return {name: self.cleaned_data[name] for name in ("period", "theme", "title", "language")}


class SectionForm(forms.Form):
    """The editor's own words."""

    title = Text(label=__("Title"), required=False, max_length=120)
    text = forms.CharField(
        label=__("Your text"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=__("It stands before the figures, which the report says by itself. An empty line begins a new paragraph."),
    )

    def clean_text(self) -> str:
        return cleaned(self.cleaned_data["text"].replace("\r\n", "\n"))


class ExamplesForm(forms.Form):
    """Some of the best documented activities, and others by their address."""

    activities = forms.MultipleChoiceField(
        label=__("Best documented"), required=False, widget=forms.CheckboxSelectMultiple, help_text=__("Choose none, and the report chooses by itself.")
    )
    other = forms.CharField(
        label=__("Other activities"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=__("The address of each activity’s page, one on each line."),
    )

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["activities"].choices = offered  # type: ignore[attr-defined]

    def clean_other(self) -> list[UUID]:
        found = []
        for line in self.cleaned_data["other"].split():
            try:
                found.append(UUID(line.rstrip("/").rpartition("/")[2]))
            except ValueError:
                raise forms.ValidationError(_("“%(line)s” is not the address of an activity."), params={"line": line[:80]}) from None
        return found

    @property
    def chosen(self) -> list[UUID]:
        return [UUID(one) for one in self.cleaned_data["activities"]] + self.cleaned_data["other"]

"""What is asked about universities, contacts, rounds, letters and templates."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import Month
from dugnad.activities.forms.importing import FileForm
from dugnad.network.models import Unit
from dugnad.recognition.filling import BadTemplate, check
from dugnad.recognition.languages import LANGUAGES
from dugnad.recognition.models import Template
from dugnad.web.fields import Text, cleaned

MOST_TEXT = 6000


class Lined(forms.CharField):
    """Text with its lines and empty lines, cleaned."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return cleaned("\n".join((super().to_python(value) or "").splitlines()))


class UniversitiesForm(FileForm):
    """The register of charters, or any table of universities."""


class UniversityForm(forms.Form):
    """Where it is and how it likes to be written to."""

    street = Text(label=__("Street"), required=False, max_length=160)
    postal_code = Text(label=__("Postal code"), required=False, max_length=40)
    website = forms.CharField(label=__("Website"), required=False, max_length=200, validators=[URLValidator(schemes=["http", "https"])])
    languages = forms.MultipleChoiceField(
        label=__("Languages in which it likes to be written to"), choices=LANGUAGES, required=False, widget=forms.CheckboxSelectMultiple
    )


class ServingForm(forms.Form):
    """Which unit."""

    unit = forms.ModelChoiceField(label=__("Section"), queryset=Unit.objects.none())

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class ContactForm(forms.Form):
    """Somebody at a university."""

    name = Text(label=__("Name"), max_length=120)
    position = Text(label=__("Position"), required=False, max_length=120)
    email = forms.EmailField(label=__("E-mail"), required=False)
    language = forms.ChoiceField(label=__("Language"), required=False, choices=[("", __("the university's")), *LANGUAGES])
    salutation = Text(
        label=__("Salutation"), required=False, max_length=120, help_text=__("As it should stand in a letter, if not the usual one: Dear Professor Hansen,")
    )
    first = forms.BooleanField(label=__("Letters go to this contact"), required=False)


class RoundForm(forms.Form):
    """Period, units, template and language."""

    name = Text(label=__("Name"), required=False, max_length=120, help_text=__("For yourselves: Spring 2026. Empty: its months."))
    first_month = Month(label=__("First month"), required=True)
    last_month = Month(label=__("Last month"), required=True)
    template = forms.ModelChoiceField(
        label=__("Template"),
        required=False,
        queryset=Template.objects.none(),
        empty_label=__("the packaged words"),
        help_text=__("Your own templates and those of the units above you."),
    )
    language = forms.ChoiceField(label=__("Language"), required=False, choices=[("", __("each university's own")), *LANGUAGES])
    sections = forms.ModelMultipleChoiceField(
        label=__("Sections"),
        required=False,
        queryset=Unit.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=__("None chosen: all that serve a university."),
    )

    def __init__(self, *args: Any, unit: Unit, sections: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["template"].queryset = Template.objects.filter(unit__in=unit.ancestor_ids)  # type: ignore[attr-defined]
        keys = [one.pk for one in sections]
        self.fields["sections"].queryset = Unit.objects.filter(pk__in=keys)  # type: ignore[attr-defined]
        if len(keys) < 2:
            del self.fields["sections"]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("first_month") and said.get("last_month") and said["last_month"] < said["first_month"]:
            self.add_error("last_month", _("It ends before it begins."))
        return said


class LetterForm(forms.Form):
    """One letter: its words, where it goes, whom it names."""

    subject = Text(label=__("Subject"), max_length=200)
    body = Lined(
        label=__("Text"),
        widget=forms.Textarea(attrs={"rows": 16}),
        max_length=MOST_TEXT,
        help_text=__("{figures}, {examples} and {people} stand on lines of their own."),
    )
    people = forms.MultipleChoiceField(label=__("Coordinators who are named"), required=False, widget=forms.CheckboxSelectMultiple)
    email = forms.EmailField(label=__("E-mail"), required=False, help_text=__("Without an address the letter is printed and posted."))
    address = Lined(label=__("Address"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, *args: Any, people: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = [(one, one) for one in people]  # type: ignore[attr-defined]
        if not people:
            del self.fields["people"]


class TemplateForm(forms.Form):
    """A template in one language; a field that does not exist is said with its line."""

    subject = Text(label=__("Subject"), max_length=200)
    body = Lined(label=__("Text"), widget=forms.Textarea(attrs={"rows": 18, "data-fields": "fields"}), max_length=MOST_TEXT)

    def clean_subject(self) -> str:
        return self._checked("subject")

    def clean_body(self) -> str:
        return self._checked("body")

    def _checked(self, name: str) -> str:
        text: str = self.cleaned_data[name]
        try:
            check(text)
        except BadTemplate as wrong:
            raise forms.ValidationError(str(wrong)) from None
        return text


class NameForm(forms.Form):
    """How a template is called."""

    name = Text(label=__("Name"), max_length=80)


class TurnForm(forms.Form):
    """What became of a letter."""

    state = forms.ChoiceField(choices=[(state, state) for state in ("drafted", "approved", "sent", "bounced", "answered", "withdrawn")])
    why = Text(required=False, max_length=300)

"""What is asked about a need, its evidence, what answered it, and what became of it."""

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import TermChoice, TermChoices
from dugnad.activities.vocabulary import words
from dugnad.needs.actions.evidence import FIRST_YEAR
from dugnad.needs.details import PLAIN, Proof, Said
from dugnad.needs.models import Need
from dugnad.network.models import Unit
from dugnad.web.fields import Text
from dugnad.web.picking import PickForm

LONGEST = 4000


def _told(label: Any, help_text: Any = "", *, rows: int = 3, required: bool = False) -> Text:
    return Text(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), required=required, help_text=help_text)


class Year(forms.IntegerField):
    """The year of an official figure: one that has begun."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 4}), **kwargs)
        self.error_messages["invalid"] = _("Write the year like 2025.")

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is not None and not FIRST_YEAR <= value <= timezone.localdate().year:
            raise forms.ValidationError(_("Check the year: it lies between %(first)d and today."), params={"first": FIRST_YEAR})


class Address(Text):
    """A web address."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "placeholder": "https://"}), **kwargs)

    def validate(self, value: str) -> None:
        super().validate(value)
        if value:
            try:
                URLValidator(schemes=["http", "https"])(value)
            except forms.ValidationError:
                raise forms.ValidationError(_("This is not a web address; write it like https://example.org.")) from None


class EvidenceForm(forms.Form):
    """A link, or an official figure with its year and source; or both."""

    figure = Text(label=__("An official figure"), max_length=60, required=False, help_text=__("With its unit: 23 %, 1 in 5, 41,000 people."))
    year = Year(label=__("Its year"), required=False)
    source = Text(label=__("Its source"), max_length=200, required=False, help_text=__("Who counted: the statistical office, the municipality, a study."))
    address = Address(label=__("A link"), max_length=500, required=False, help_text=__("Where others can read it."))
    text = Text(label=__("What does it show?"), max_length=300, required=False)
    needed = True

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        asked = self.needed or data.get("year") or data.get("source") or data.get("text")
        if asked and not data.get("address") and not data.get("figure") and not self.errors.keys() & {"address", "figure"}:
            self.add_error("address" if self.needed else "figure", _("Give a link or a figure."))
        if data.get("figure"):
            if not data.get("source") and "source" not in self.errors:
                self.add_error("source", _("Who says so? A figure needs its source."))
            if data.get("year") is None and "year" not in self.errors:
                self.add_error("year", _("Of which year is it? A figure without its year says little."))
        return data

    @property
    def proof(self) -> Proof | None:
        """What was checked; None where nothing is said."""
        said = {name: self.cleaned_data[name] for name in EvidenceForm.base_fields}
        return Proof(**said) if said["figure"] or said["address"] else None


class WhatForm(forms.Form):
    """What a need says. `standing`: old words in it may stay."""

    title = Text(label=__("What is missing?"), max_length=160, help_text=__("In one line: “Elderly people eat alone all week”."))
    theme = TermChoice("cause", label=__("Which theme?"), widget=forms.RadioSelect, empty_label=None)
    groups = TermChoices(
        "group", label=__("Who is affected?"), help_text=__("One or several. By theme, people and words, needs like this one are found elsewhere.")
    )
    who = _told(__("Tell it in a few sentences"), __("Who misses what, where, and since when? Also in a rich country somebody does."), required=True)
    place = Text(label=__("Where?"), max_length=160, required=False, help_text=__("A town, a quarter, a school."))
    would_help = _told(__("What would help?"), __("What could neighbours and students do here that nobody does?"))
    tried = _told(__("What has been tried?"), __("By you, the municipality, others; also what did not work."))

    def __init__(self, *args: Any, standing: Said | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("theme", "groups"):
            self.fields[name].offer((standing.theme, *standing.groups) if standing else ())  # type: ignore[attr-defined]
        for name in ("title", "theme", "who"):
            self.fields[name].quiet = True  # type: ignore[attr-defined]
        self.fields["groups"].quiet = True  # type: ignore[attr-defined]
        self.fields["groups"].required = True

    @property
    def said(self) -> Said:
        data = self.cleaned_data
        return Said(theme=data["theme"], groups=tuple(data["groups"]), **{name: data[name] for name in PLAIN})


class RecordForm(WhatForm, EvidenceForm):
    """A new need, and its first evidence if there is some."""

    needed = False
    field_order = ("title", "theme", "groups", "who", "place", "would_help", "tried", "figure", "year", "source", "address", "text")


class AmendForm(WhatForm):
    """A change, with the revision that the person saw."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2_000_000_000)


class ReviewForm(forms.Form):
    """Is it still so?"""

    reason = Text(
        label=__("What has changed?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=__("A sentence for the history; leave it empty if all is as it was."),
    )


class CloseForm(forms.Form):
    """What came of it."""

    result = _told(
        __("What came of it?"), __("Was it answered, did others take it over, or was it no need after all? Those with a need like it read this."), required=True
    )


class AnswerForm(PickForm):
    """Which activity answered the need, or which need the activity answered; and how."""

    note = Text(label=__("How did it answer the need?"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}))


class FilterForm(forms.Form):
    """Which needs are asked for; the address is the question."""

    q = Text(label=__("Words"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))
    unit = forms.ChoiceField(label=__("Where"), required=False)
    theme = TermChoice("cause", label=__("Theme"), required=False, empty_label=__("all themes"))
    group = TermChoice("group", label=__("Who is affected"), required=False, empty_label=__("everybody"))
    state = forms.ChoiceField(
        label=__("State"),
        required=False,
        choices=[("", __("open")), ("white", __("open, without any activity")), ("closed", __("closed")), ("all", __("open and closed"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("theme", "group"):
            self.fields[name].offer(())  # type: ignore[attr-defined]
        self.asked_unit = self._unit()
        countries = list(Unit.objects.filter(parent__parent=None, parent__isnull=False, level__groups=False, country__in=Need.objects.values("unit__country")))
        others = [self.asked_unit] if self.asked_unit and self.asked_unit not in countries else []
        units = sorted(countries, key=str) + others
        self.fields["unit"].choices = [("", _("everywhere")), *((unit.code, str(unit)) for unit in units)]  # type: ignore[attr-defined]

    def _unit(self) -> Unit | None:
        """By its code in any case; the code as it is written is put in its place."""
        asked = str(self.data.get("unit", "")).strip()[:120].replace("\x00", "")
        found: Unit | None = Unit.objects.select_related("level").filter(code__iexact=asked).first() if asked else None
        if found:
            self.data = {**dict(self.data.items()), "unit": found.code}
        return found

    @property
    def theme_key(self) -> str:
        return words().key(self.cleaned_data["theme"].pk)

"""What is asked: of an idea, of whoever adapts it, and of whoever searches."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import Amount, Count, TermChoices
from dugnad.activities.vocabulary import words
from dugnad.core.ids import uuid7
from dugnad.core.letters import folded
from dugnad.ideas.finding import among
from dugnad.ideas.languages import LANGUAGES
from dugnad.ideas.models import Effort, Idea, Season
from dugnad.network.models import Unit
from dugnad.web.fields import Day, Lines, Text
from dugnad.web.picking import UUIDS

LONG = 6000
LISTED = 4  # ideas that are named when a title is not quite one of theirs


def paragraphs(label: Any, rows: int = 4, *, help_text: Any = "", required: bool = False, most: int = LONG) -> Text:
    return Text(label=label, required=required, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), help_text=help_text)


def lines(label: Any, rows: int = 4, *, help_text: Any = "") -> Lines:
    return Lines(label=label, required=False, max_length=LONG, widget=forms.Textarea(attrs={"rows": rows}), help_text=help_text)


class Address(Text):
    """An idea by the address of its page, or by its title."""

    def clean(self, value: Any) -> Idea | None:
        text = super().clean(value)
        key = UUIDS.search(text)
        found = Idea.objects.filter(pk=UUID(key[0])).first() if key else self._called(text)
        if found is None and text:
            raise forms.ValidationError(_("There is no such idea; write its title, or paste the address of its page."))
        return found

    def _called(self, text: str) -> Idea | None:
        """The published one with this title; ValidationError names those with like words."""
        near = among(text, Idea.objects.published())[:LISTED] if text else []
        exact = [one for one in near if folded(one.title) == folded(text)]
        if near and len(exact) != 1:
            titles = ", ".join(_("“%(word)s”") % {"word": one.title} for one in near)
            raise forms.ValidationError(
                _("No single idea is called so. Is it one of these: %(titles)s? Write its whole title, or paste the address of its page."),
                params={"titles": titles},
            )
        return exact[0] if exact else None

    def prepare_value(self, value: Any) -> Any:
        return value.get_absolute_url() if isinstance(value, Idea) else value


class IdeaForm(forms.Form):
    """A recipe. Two answers are enough for a draft; the more, the easier it is to follow."""

    title = Text(label=__("What is the idea called?"), max_length=120)
    summary = paragraphs(__("The idea in two sentences"), 3, required=True, most=600)
    why = paragraphs(__("Why it works"), 3)
    steps = lines(__("Steps"), 6, help_text=__("One on each line, in the order in which they are done."))
    people = Count(label=__("People who do it"), min_value=1, max_value=1000, help_text=__("So many are enough."))
    hours = Amount(label=__("Hours for each of them"), max_value=Decimal(99), max_digits=4, decimal_places=1)
    ready_in = Count(label=__("Days of preparation"), max_value=1000, help_text=__("7 means: it can be next week."))
    budget = Count(label=__("Money needed, in euro"), max_value=1_000_000, help_text=__("0 if it costs nothing."))
    effort = forms.TypedChoiceField(label=__("Effort"), choices=Effort.choices, coerce=int, widget=forms.RadioSelect, initial=Effort.SMALL)
    causes = TermChoices("cause", label=__("Causes"))
    seasons = forms.MultipleChoiceField(
        label=__("When in the year?"), choices=Season.choices, required=False, widget=forms.CheckboxSelectMultiple, help_text=__("None ticked: at any time.")
    )
    material = lines(__("Material"), 3, help_text=__("One thing on each line."))
    answers = paragraphs(__("Which need does it answer?"), 2)
    risks = paragraphs(__("What can go wrong, and what helps"), 3)
    adapting = paragraphs(__("Tips for adapting it"), 3, help_text=__("What others may change, and what they should not."))
    language = forms.ChoiceField(label=__("Language of this text"), choices=LANGUAGES)
    parent = Address(
        label=__("It comes from another idea"), required=False, max_length=200, help_text=__("Its title, or the address of its page. Its lineage is drawn.")
    )

    QUIET = ("people", "hours", "ready_in", "budget", "causes")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["causes"].offer(())  # type: ignore[attr-defined]
        for name in self.QUIET:
            self.fields[name].quiet = True  # type: ignore[attr-defined]

    def clean_causes(self) -> Any:
        if not self.cleaned_data["causes"]:
            raise forms.ValidationError(_("Tick at least one."))
        return self.cleaned_data["causes"]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        for name, otherwise in (("people", 5), ("ready_in", 7), ("budget", 0)):
            if name in data and data[name] is None:
                data[name] = otherwise
        return data


class ChangeForm(IdeaForm):
    """The same, with the revision that the person saw."""

    revision = forms.IntegerField(widget=forms.HiddenInput, max_value=2_000_000_000)


def initial(idea: Idea) -> dict[str, Any]:
    """The form's answers for an idea as it stands."""
    known = words()
    plain = {name: getattr(idea, name) for name in IdeaForm.base_fields if name != "causes"}
    return plain | {"revision": idea.revision, "causes": [known.key(term.pk) for term in idea.causes.all()]}


class UnitForm(forms.Form):
    """For which of one's units?"""

    unit = forms.ChoiceField(label=__("For which unit?"))

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.code: unit for unit in units}
        self.fields["unit"].choices = [(code, str(unit)) for code, unit in self.units.items()]  # type: ignore[attr-defined]

    def clean_unit(self) -> Unit:
        return self.units[self.cleaned_data["unit"]]


class AdaptForm(UnitForm):
    """Where and when. Everything else comes from the idea."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    starts_on = Day(label=__("When?"))
    place = Text(label=__("Where?"), max_length=160, required=False)
    title = Text(label=__("What do you call it?"), max_length=200)

    def clean_id(self) -> UUID:
        return self.cleaned_data["id"] or uuid7()

    def clean_starts_on(self) -> date:
        day: date = self.cleaned_data["starts_on"]
        if day.year > date.today().year + 3:
            raise forms.ValidationError(_("Check the year."))
        return day

"""The one form of the record: six answers are enough, all else folds open."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities import checks, money
from dugnad.activities.details import Details
from dugnad.activities.forms.fields import Amount, Count, TermChoice, TermChoices, Units
from dugnad.activities.models import Term
from dugnad.activities.vocabulary import words
from dugnad.core.periods import FIRST_YEAR
from dugnad.network.models import Unit
from dugnad.web.fields import Day, Lines, Links, Text

PEOPLE = ("volunteers", "international_students", "local_students", "people_helped")
SAME = ("title", "summary", "outcome", "learnt", "place", "online", "hours_per_meeting", "volunteer_hours", *PEOPLE)


class ActivityForm(forms.Form):
    """Give `unit` (the leading organiser) and `today` at its place; an import of old lists may lack counts.

    `standing` is what is said already: old words that stand in it may stay; `judged`: a review has said what it is.
    """

    title = Text(label=__("What did you do?"), max_length=200, help_text=__("A short title, as you would tell a friend."))
    starts_on = Day(label=__("When?"))
    place = Text(label=__("Where?"), max_length=160, required=False)
    cause = TermChoice("cause", label=__("For which cause?"), widget=forms.RadioSelect, empty_label=None)
    volunteers = Count(label=__("Volunteers"))
    international_students = Count(label=__("International students"))
    local_students = Count(label=__("Local students"))
    people_helped = Count(label=__("People helped"))
    summary = Text(label=__("What happened, in one sentence?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), required=False)

    ends_on = Day(label=__("Last day"), required=False, help_text=__("Leave it empty if it was one day."))
    meetings = Count(label=__("Number of meetings"), min_value=1, max_value=1000, help_text=__("Weekly help from January to March is about 12 meetings."))
    hours_per_meeting = Amount(label=__("Hours per meeting"), max_value=Decimal(24), max_digits=6)
    volunteer_hours = Amount(
        label=__("Volunteer hours in all"), max_value=Decimal(1_000_000), help_text=__("Volunteers × meetings × hours. Correct it if you know better.")
    )
    online = forms.BooleanField(label=__("It took place online"), required=False)
    type = TermChoice("type", label=__("Type"), required=False, empty_label=__("Not said"))
    actions = TermChoices("action", label=__("What kind of action was it?"))
    objectives = TermChoices("objective", label=__("Objectives"))
    sdgs = TermChoices("sdg", label=__("Sustainable Development Goals"), help_text=__("Suggested from the objectives; tick those that fit."))
    organisers = Units(
        label=__("Other organising units"), required=False, help_text=__("Codes or names, separated by commas. It counts for each, and once for all together.")
    )
    partners = Lines(label=__("Outside partners"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}), help_text=__("One on each line."))
    money_amount = Amount(label=__("Money collected"))
    money_currency = forms.CharField(label=__("Currency"), max_length=3, required=False)
    money_receiver = Text(label=__("For whom?"), max_length=160, required=False)
    outcome = Text(label=__("What came of it?"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 3}), required=False)
    learnt = Text(
        label=__("What did you learn?"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=__("Also from a failure: nobody coming is an honest record."),
    )
    failed = forms.BooleanField(label=__("It did not work out"), required=False)
    regular = forms.BooleanField(
        label=__("It is a regular activity"),
        required=False,
        help_text=__("For ourselves rather than for others, like a party or a board meeting. It is welcome here, and counted apart."),
    )
    links = Links(label=__("Links"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2}), help_text=__("One web address on each line."))

    def __init__(
        self, *args: Any, unit: Unit, today: date, people_needed: bool = True, standing: Details | None = None, judged: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.unit, self.today, self.people_needed, self.standing = unit, today, people_needed, standing
        old = standing.terms if standing else ()
        self._offer(old)
        self.fields |= checks.fields()
        if judged:
            del self.fields["regular"]
        self.measures = [*words().current.get("measure", []), *(t for t in old if t.vocabulary.kind == "measure" and t.vocabulary.until)]
        for term in self.measures:
            label = f"{term} ({term.unit_name})" if term.unit_name else str(term)
            self.fields[good(term)] = Amount(label=label, decimal_places=3)
        for name in ("volunteers", "international_students", "local_students", "people_helped", "title", "place"):
            self.fields[name].quiet = True  # type: ignore[attr-defined]

    def fill(self, data: Any, unit: Unit) -> None:
        """The same form for the next row of a file: making its fields anew would cost more than all the rest."""
        self.data, self.unit, self._errors = data, unit, None

    @property
    def good_fields(self) -> list[forms.BoundField]:
        return [self[good(term)] for term in self.measures]

    @property
    def check_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(checks.PREFIX)]

    @property
    def planned(self) -> bool:
        """Does it end in the future?"""
        return bool(self.cleaned_data["ends_on"] > self.today)

    def clean_starts_on(self) -> date:
        day: date = self.cleaned_data["starts_on"]
        if not FIRST_YEAR <= day.year <= self.today.year + 3:
            raise forms.ValidationError(
                _("Check the year: it must lie between %(first)s and %(last)s."), params={"first": FIRST_YEAR, "last": self.today.year + 3}
            )
        return day

    def clean_money_currency(self) -> str:
        currency = str(self.cleaned_data["money_currency"] or "").strip().upper()
        if currency and self.cleaned_data.get("money_amount") and currency not in money.currencies():
            raise forms.ValidationError(_("No such currency; write its three letters, like EUR or NOK."))
        return currency

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        start = data.get("starts_on")
        if start:
            data["ends_on"] = end = data.get("ends_on") or start
            if end < start:
                self.add_error("ends_on", _("The last day lies before the first."))
            elif end - start > timedelta(days=366):
                self.add_error("ends_on", _("That is longer than a year: register each year, or each term, on its own."))
            elif end <= self.today and self.people_needed:
                self._ask_for_people(data)
        if data.get("money_amount") and not data.get("money_currency"):
            data["money_currency"] = self.unit.currency
        return data

    def details(self) -> Details:
        """What was checked, as the actions take it."""
        data = self.cleaned_data
        goods = [(term, data[good(term)]) for term in self.measures if data.get(good(term))]
        return Details(
            **{name: data[name] for name in SAME},
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            cause=data["cause"],
            type=data["type"],
            meetings=data["meetings"] or 1,
            money_amount=data["money_amount"],
            money_currency=data["money_currency"] if data["money_amount"] else "",
            money_receiver=data["money_receiver"],
            failed=data["failed"],
            regular=data["regular"] if "regular" in data else bool(self.standing and self.standing.regular),
            checks=checks.answers(data),
            partners=tuple(data["partners"].splitlines()),
            links=tuple(data["links"].splitlines()),
            tags=self._tags(),
            goods=tuple(goods),
            organisers=tuple(unit for unit in data["organisers"] if unit.pk != self.unit.pk),
        )

    def so_far(self) -> Details:
        """What can be read of it while it is still typed: an answer that is missing or wrong counts as none."""
        none: dict[str, Any] = {
            name: [] if isinstance(field, TermChoices | Units) else "" if isinstance(field, forms.CharField) else None for name, field in self.fields.items()
        }
        self.cleaned_data = none | {"starts_on": self.today, "ends_on": self.today} | self.cleaned_data
        return self.details()

    def _tags(self) -> tuple[Term, ...]:
        return (*self.cleaned_data["actions"], *self.cleaned_data["objectives"], *self.cleaned_data["sdgs"])

    def _offer(self, standing: Iterable[Term]) -> None:
        for field in self.fields.values():
            if isinstance(field, TermChoice | TermChoices):
                field.offer(standing)

    def _ask_for_people(self, data: dict[str, Any]) -> None:
        if all(data.get(name) is None for name in PEOPLE) and not any(name in self.errors for name in PEOPLE):
            self.add_error("volunteers", _("How many people? Fill in at least one of the four; nobody is 0."))


class AmendForm(ActivityForm):
    """The same, with the reason and the revision that the person saw."""

    reason = Text(label=__("Why do you change it?"), max_length=500, required=False, help_text=__("Kept in the history of the activity."))
    revision = forms.IntegerField(widget=forms.HiddenInput)


def initial(details: Details) -> dict[str, Any]:
    """The form's answers for an activity as it stands."""
    values: dict[str, Any] = {name: getattr(details, name) for name in SAME}
    values |= {"starts_on": details.starts_on, "ends_on": details.ends_on if details.ends_on != details.starts_on else None}
    known = words()
    values |= {
        "cause": known.written(details.cause),
        "type": details.type and known.written(details.type),
        "meetings": details.meetings,
        "failed": details.failed,
        "regular": details.regular,
    }
    values |= {"money_amount": details.money_amount, "money_currency": details.money_currency, "money_receiver": details.money_receiver}
    values |= {"partners": "\n".join(details.partners), "links": "\n".join(details.links)}
    values["organisers"] = ", ".join(unit.code for unit in details.organisers)
    for field, kind in (("actions", "action"), ("objectives", "objective"), ("sdgs", "sdg")):
        values[field] = [known.written(term) for term in details.tags if known.kind(term.pk) == kind]
    return values | checks.initial(details) | {good(term): amount.normalize() for term, amount in details.goods}


def good(term: Term) -> str:
    """The name of the field for an amount of this measure."""
    return f"good_{words().written(term)}"

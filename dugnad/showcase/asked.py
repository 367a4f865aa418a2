"""A question to the list, read from its address: the address is the question."""

from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.rules import Can
from dugnad.activities.finding import with_words
from dugnad.activities.forms.fields import Month, UnitCode
from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.core.periods import ALWAYS, Period
from dugnad.network.models import Unit
from dugnad.web.fields import Text

FACETS = ("cause", "objective", "sdg", "type", "action", "measure", "label", "origin")


class AskedForm(forms.Form):
    q = Text(label=__("Words"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))
    unit = UnitCode(label=__("Unit"), required=False)
    cause = forms.ChoiceField(label=__("Cause"), required=False)
    type = forms.ChoiceField(label=__("Type"), required=False)
    sdg = forms.ChoiceField(label=__("Goal"), required=False)
    action = forms.ChoiceField(label=__("Kind of action"), required=False)
    objective = forms.ChoiceField(label=__("Objective"), required=False)
    measure = forms.ChoiceField(label=__("Goods and deeds"), required=False)
    label = forms.ChoiceField(label=__("Label"), required=False)
    origin = forms.ChoiceField(label=__("Made from an idea of"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields["from"], self.fields["to"] = Month(label=__("From")), Month(label=__("To"))
        known = words()
        for facet in FACETS:
            old = data.get(facet, "")
            terms = [(known.key(t.pk), f"{t.key} · {t}" if facet == "sdg" else str(t)) for t in known.current.get(facet, [])]
            extra = [(old, known.said(facet, old))] if known.behind(facet, old) and old not in dict(terms) else []
            self.fields[facet].choices = [("", __("All")), *terms, *extra]  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.quiet = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("from"), self.cleaned_data.get("to")
        if first and last and last < first:
            self.add_error("to", _("It lies before the first month."))
        return self.cleaned_data


class Asked:
    """The rows that are asked for, and the words that say so."""

    def __init__(self, data: Any, actor: Actor) -> None:
        self.data, self.actor = data, actor
        self.form = AskedForm(data)
        self.form.is_valid()
        self.answers = self.form.cleaned_data if not self.form.errors else {}

    @property
    def unit(self) -> Unit | None:
        return self.answers.get("unit")

    @property
    def period(self) -> Period:
        return Period(self.answers.get("from") or ALWAYS.first, self.answers.get("to") or ALWAYS.last)

    @property
    def facets(self) -> dict[str, str]:
        return {facet: self.answers[facet] for facet in FACETS if self.answers.get(facet)}

    @property
    def words(self) -> str:
        return self.answers.get("q") or ""

    @property
    def narrowed(self) -> bool:
        """Is anything asked for but all of it?"""
        return any(self.answers.values())

    @property
    def key(self) -> str:
        """The question without its page."""
        return urlencode([(name, self.data.get(name, "")) for name in sorted(self.form.fields)], errors="replace")

    @property
    def before(self) -> str:
        """The cursor of the page, if it is one."""
        return "_".join(map(str, self._cursor() or ()))

    @property
    def figure(self) -> bool:
        """Is it a question that the accounts answer: a unit, a period, at most one facet?"""
        return not self.words and len(self.facets) <= 1

    @cached_property
    def rows(self) -> Any:
        """All registered activities that are asked for."""
        return self._older_than(None)

    def page(self, number: int) -> Any:
        """The next rows after the cursor, newest first."""
        found = self._older_than(self._cursor()).select_related("unit", "cause")
        return found.order_by("-counts_for__starts_on", "-counts_for__activity_id")[:number]

    def _older_than(self, before: tuple[date, UUID] | None) -> Any:
        if self.form.errors:
            return Activity.objects.none()
        found = allowed(self.actor, Can.SEE_ACTIVITY, Activity.objects.registered())
        if self.period != ALWAYS:
            found = found.during(self.period)
        for facet, key in self.facets.items():
            found = found.tagged(facet, words().behind(facet, key))
        if self.words:
            found = with_words(found, self.words)
        return found.counted_for(self.unit or self._top, before) if self._top else found

    def cursor(self, row: Activity) -> str:
        return f"{row.starts_on}_{row.pk}"

    @property
    def said(self) -> str:
        """The first of what it is narrowed to, in words."""
        return next((words().said(facet, key) for facet, key in self.facets.items()), "")

    @cached_property
    def _top(self) -> Unit | None:
        return Unit.objects.filter(parent=None).first()

    def _cursor(self) -> tuple[date, UUID] | None:
        day, _sep, pk = str(self.data.get("before", "")).partition("_")
        try:
            return date.fromisoformat(day), UUID(pk)
        except ValueError:
            return None

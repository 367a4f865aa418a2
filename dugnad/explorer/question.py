"""A question to the figures, read from its address: the address is the question."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.fields import Month
from dugnad.core.periods import ALWAYS, Period, month_of, year
from dugnad.explorer.compared import SeveralUnits, typed
from dugnad.figures.labels import LABELS
from dugnad.network.models import Unit
from dugnad.web.fields import Day

MEASURES = LABELS
PARTS = {
    "month": __("month"),
    "unit": __("unit below"),
    "cause": __("cause"),
    "objective": __("objective"),
    "sdg": __("goal"),
    "type": __("type"),
    "action": __("kind of action"),
    "measure": __("goods and deeds"),
    "label": __("label"),
    "origin": __("country of the idea"),
}
ACROSS = {
    "": __("nothing"),
    "cause": __("causes"),
    "unit": __("units below"),
}
CHARTS = {
    "": __("what fits best"),
    "series": __("columns over time"),
    "stacked": __("stacked columns"),
    "multiples": __("small charts side by side"),
    "ranked": __("ranked bars"),
    "heat": __("shaded grid"),
    "map": __("map"),
}
ASKED = ("measure", "by", "across", "span", "from", "to", "as_of", "chart")
SPANS = {
    "whole": __("this year, whole months"),
    "year": __("this year so far"),
    "twelve": __("the last twelve whole months"),
    "last": __("last year"),
    "always": __("all years"),
    "own": __("from … to …"),
}


class QuestionForm(forms.Form):
    """Every answer has a default, so an empty question is one: how many activities in the whole months of this year?"""

    unit = SeveralUnits(label=__("Unit or platform"), required=False)
    measure = forms.ChoiceField(label=__("What"), choices=list(MEASURES.items()), required=False)
    by = forms.ChoiceField(label=__("By"), choices=list(PARTS.items()), required=False)
    across = forms.ChoiceField(label=__("Side by side"), choices=list(ACROSS.items()), required=False)
    chart = forms.ChoiceField(label=__("Drawn as"), choices=list(CHARTS.items()), required=False)
    span = forms.ChoiceField(label=__("When"), choices=list(SPANS.items()), required=False)
    as_of = Day(
        label=__("As it stood on"),
        required=False,
        help_text=__("Empty: as it stands now."),
    )

    def __init__(self, data: Any) -> None:
        asked = data.copy()
        if asked.get("from") or asked.get("to"):
            asked["span"] = "own"
        for name, value in (("measure", "activities"), ("by", "month"), ("span", "whole")):
            if not asked.get(name):
                asked[name] = value
        super().__init__(asked)
        self.fields["from"], self.fields["to"] = Month(label=__("From")), Month(label=__("To"))
        for field in self.fields.values():
            field.quiet = field.help_text == ""  # type: ignore[attr-defined]

    def clean_as_of(self) -> date | None:
        day: date | None = self.cleaned_data["as_of"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("That day has not come yet."))
        return day

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("from"), self.cleaned_data.get("to")
        if first and last and last < first:
            self.add_error("to", _("It lies before the first month."))
        by, across, units = (self.cleaned_data.get(name) for name in ("by", "across", "unit"))
        if across and by != "unit" and units and len(units) > 1:
            self.add_error("across", _("Several units stand side by side already; ask one of them alone for that."))
        elif across == "cause" and by not in ("month", "unit", None):
            self.add_error("across", _("Causes can stand side by side by month or by unit."))
        elif across == "unit" and by == "unit":
            self.add_error("across", _("The units are the rows already."))
        return self.cleaned_data


class Question:
    """What is asked: of which units, what, when, by what, beside what, and as it stood on which day."""

    def __init__(self, data: Any, *, site: str = "") -> None:
        self.form, self.site = QuestionForm(data), site
        self.right = self.form.is_valid()
        answers = self.form.cleaned_data
        top = Unit.objects.select_related("level").filter(parent=None) if not answers.get("unit") else ()
        self.units: list[Unit] = answers.get("unit") or list(top[:1])
        self.today = self.units[0].today if self.units else timezone.localdate()
        self.measure: str = answers.get("measure", "activities")
        self.by: str = answers.get("by", "month")
        self.across: str = answers.get("across", "")
        self.chart: str = answers.get("chart", "")
        self.as_of: date | None = answers.get("as_of")
        self.span: str = answers.get("span", "whole")
        self.period = self._period(answers)

    @property
    def unit(self) -> Unit | None:
        """The one that is asked, or the first of several."""
        return self.units[0] if self.units else None

    @property
    def typed(self) -> list[str]:
        return typed(self.form["unit"].value() or [])

    @property
    def several(self) -> bool:
        """Do the units stand side by side, as columns?"""
        return len(self.units) > 1 and self.by != "unit"

    @property
    def summed_twice(self) -> bool:
        """Rows that are units of the reader's choice have no sum: what they did together would be in it twice."""
        return len(self.units) > 1 and self.by == "unit"

    def _period(self, answers: dict[str, Any]) -> Period:
        now = month_of(self.today)
        if self.span == "own" and self.right:
            return Period(answers.get("from") or ALWAYS.first, answers.get("to") or ALWAYS.last)
        this, last = year(self.today.year), year(self.today.year - 1)
        whole = Period(this.first, now - 1) if now > this.first else last  # in January no month of it is over
        spans = {"whole": whole, "year": Period(this.first, now), "twelve": Period(now - 12, now - 1), "last": last}
        return spans.get(self.span, ALWAYS)

    @property
    def known(self) -> int:
        """The month that runs: today's, or that of the day as of which it is asked."""
        return month_of(self.as_of or self.today)

    @property
    def fair(self) -> bool:
        """Can it be set beside the same months a year before: has it both ends, and were all its months over?"""
        return self.period.first != ALWAYS.first and self.period.last < self.known

    @property
    def column(self) -> str:
        """What the numbers of the rows are."""
        return _("amount") if self.by == "measure" else str(MEASURES[self.measure])

    @property
    def key(self) -> str:
        """The same question has the same key."""
        codes = ",".join(unit.code for unit in self.units)
        return f"{codes}:{self.measure}:{self.by}:{self.across}:{self.period}:{self.as_of or ''}"

    @property
    def drawn(self) -> str:
        """The same picture has the same key."""
        return f"{self.key}:{self.chart}:{self.site}:{self.address}"

    @property
    def address(self) -> str:
        """The question as the part of an address that others can open."""
        told = [(name, self.form.data.get(name, "")) for name in ASKED]
        return urlencode([("unit", unit.code) for unit in self.units if self.form.data.get("unit")] + [(name, value) for name, value in told if value])

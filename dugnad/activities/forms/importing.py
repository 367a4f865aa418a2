"""The file to import, and what its columns mean."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.activity import ActivityForm, good
from dugnad.activities.vocabulary import words
from dugnad.core.tables import Table

OTHERS = {"source": __("Number of the activity"), "status": __("Status (cancelled ones are left out)")}


class FileForm(forms.Form):
    file = forms.FileField(
        label=__("Spreadsheet"),
        help_text=__("CSV, XLSX or ODS, at most 10 MB."),
        widget=forms.FileInput(
            attrs={
                "accept": ".csv,.tsv,.txt,.xlsx,.ods,.xls",
                "data-most": 10_000_000,
                "data-too-large": __("This file is larger than 10 MB. Cut it into parts, or ask whoever runs the server to import it."),
            }
        ),
    )


class WaysForm(forms.Form):
    """What holds for rows that do not say it themselves."""

    title = forms.CharField(label=__("Title of rows that name none"), max_length=200, required=False)
    cause = forms.ChoiceField(label=__("Cause of rows that name none"), required=False)
    dates = forms.ChoiceField(
        label=__("Dates like 03/04/2026"),
        required=False,
        choices=[("", __("as found out")), ("day first", __("the day stands first: 3 April")), ("month first", __("the month stands first: 4 March"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        causes = [(term.key, str(term)) for term in words().current.get("cause", [])]
        self.fields["cause"].choices = [("", __("none: such rows need another look")), *causes]  # type: ignore[attr-defined]


def mapping_choices(table: Table, chosen: dict[str, str], answers: Iterable[str]) -> list[dict[str, Any]]:
    """Each column with its first values, and the answers that it could be."""
    known = {good(term): f"{term} ({term.unit_name})" if term.unit_name else str(term) for term in words().current.get("measure", [])}
    labels = [(name, OTHERS.get(name) or known.get(name) or ActivityForm.base_fields[name].label) for name in answers]
    return [
        {"heading": heading, "chosen": chosen.get(heading, ""), "answers": labels, "values": [row.get(heading, "")[:60] for _number, row in table.rows[:3]]}
        for heading in table.headings
    ]

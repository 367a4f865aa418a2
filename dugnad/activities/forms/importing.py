"""The file to import, and what its columns mean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __

from dugnad.activities.forms.activity import ActivityForm
from dugnad.activities.importing.mapping import SYNONYMS
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


def mapping_choices(table: Table, mapping: dict[str, str]) -> list[dict[str, Any]]:
    """Each column with its first values, and the answers that it could be."""
    answers = [(name, OTHERS.get(name) or ActivityForm.base_fields[name].label) for name in SYNONYMS]
    return [
        {"heading": heading, "chosen": mapping.get(heading, ""), "answers": answers, "values": [row.get(heading, "")[:60] for _number, row in table.rows[:3]]}
        for heading in table.headings
    ]

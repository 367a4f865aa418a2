"""What the form's page needs, however one comes to it."""

from typing import Any

from dugnad.activities.forms import ActivityForm
from dugnad.activities.vocabulary import words
from dugnad.network.models import Unit

FOLDS = {
    "when": ("ends_on", "meetings", "hours_per_meeting", "volunteer_hours", "online"),
    "what": ("type", "actions", "objectives", "sdgs"),
    "who": ("organisers", "partners"),
    "collected": ("money_amount", "money_currency", "money_receiver"),
    "learnt": ("outcome", "learnt", "failed", "links"),
}


def context(form: ActivityForm, unit: Unit, **more: Any) -> dict[str, Any]:
    """The form with its folds: one that holds an error, or an answer in an edit, stands open."""
    suggested = {term.key: term.sdgs for term in words().current.get("objective", [])}
    causes: Any = form.fields["cause"]
    folds = {name: any(field in form.errors for field in fields) for name, fields in FOLDS.items()}
    folds["collected"] = folds["collected"] or any(name.startswith("good_") for name in form.errors)
    return {"form": form, "unit": unit, "folds": folds, "suggested": suggested, "causes": causes.terms.items(), **more}

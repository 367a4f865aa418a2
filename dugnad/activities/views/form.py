"""What the form's page needs, however one comes to it."""

from typing import Any

from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dugnad.activities.checks import PREFIX, reads_like
from dugnad.activities.forms import ActivityForm
from dugnad.activities.vocabulary import words
from dugnad.criteria import telling
from dugnad.network.models import Unit

FOLDS = {
    "when": ("ends_on", "meetings", "hours_per_meeting", "volunteer_hours", "online"),
    "what": ("type", "actions", "objectives", "sdgs"),
    "who": ("organisers", "partners"),
    "collected": ("money_amount", "money_currency", "money_receiver"),
    "learnt": ("outcome", "learnt", "failed", "links"),
    "check": ("regular",),
}


def context(form: ActivityForm, unit: Unit, **more: Any) -> dict[str, Any]:
    """The form with its folds: one that holds an error, or an answer in an edit, stands open."""
    suggested = {term.key: term.sdgs for term in words().current.get("objective", [])}
    causes: Any = form.fields["cause"]
    folds = {name: any(field in form.errors for field in fields) for name, fields in FOLDS.items()}
    folds["check"] = folds["check"] or any(name.startswith(PREFIX) for name in form.errors)
    folds["collected"] = folds["collected"] or any(name.startswith("good_") for name in form.errors)
    return {"form": form, "unit": unit, "folds": folds, "suggested": suggested, "causes": causes.terms.items(), **more}


def checked(request: HttpRequest, form: ActivityForm, page: dict[str, Any]) -> HttpResponse:
    """What is typed so far, read by the criteria: the answer alone for a script, else the page with it. Nothing is kept, nothing is wrong yet."""
    form.is_valid()
    found = reads_like(form.so_far())
    reads = found and {
        "kind": found.kind,
        "head": telling.head(found),
        "because": telling.because(found),
        "would": telling.would(found),
        "instead": found.named[0].instead if found.kind == "regular" and found.named else "",
    }
    if request.headers.get("X-Part") == "reads":
        return render(request, "activities/reads.html", {"reads": reads})
    form._errors = ErrorDict()  # type: ignore[assignment]
    return render(request, "activities/form.html", page | {"reads": reads, "folds": {**page["folds"], "check": True}})

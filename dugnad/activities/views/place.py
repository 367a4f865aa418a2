"""Where a unit belongs: one page, three short forms."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.activities.actions import place as actions
from dugnad.activities.forms.place import JoinForm, LeaveForm, MoveForm
from dugnad.activities.tasks import recount_unit
from dugnad.core.errors import Refused
from dugnad.network.models import Unit
from dugnad.web.refusals import say
from dugnad.web.verbs import shows_and_takes

VERBS: dict[str, tuple[Any, Any]] = {"move": (MoveForm, actions.move), "join": (JoinForm, actions.join), "leave": (LeaveForm, actions.leave)}


@signed_in
@shows_and_takes
def place(request: HttpRequest, code: str) -> HttpResponse:
    """What it belonged to and when; and the change, which is counted anew by the worker."""
    unit = find(request, Can.PLACE_UNIT, Unit.objects.select_related("parent__level"), code__iexact=code)
    what = request.POST.get("what", "")
    forms = {name: form(request.POST if name == what else None, unit=unit, prefix=name) for name, (form, _verb) in VERBS.items()}
    if what in forms and forms[what].is_valid() and _changed(request, unit, what, forms[what]):
        return redirect("place-unit", code=unit.code.lower())
    wrong = what in forms and bool(forms[what].errors)
    spans = unit.belongings.select_related("whole__level").order_by("-since", "whole__name")
    return render(request, "activities/place.html", {"unit": unit, "forms": forms, "spans": spans}, status=422 if wrong else 200)


def _changed(request: HttpRequest, unit: Unit, what: str, form: Any) -> bool:
    try:
        since = VERBS[what][1](actor_of(request), unit, **form.cleaned_data)
    except Refused as no:
        say(form, no)
        return False
    recount_unit.enqueue(unit=unit.pk, since=str(since))
    messages.success(request, _("Saved. What was registered since that day is counted anew within minutes."))
    return True

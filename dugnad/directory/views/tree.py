"""Adding a unit to the tree, closing one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.directory import actions
from dugnad.directory.actions.tree import levels_below
from dugnad.directory.forms import CloseForm, NewUnitForm
from dugnad.network.models import Unit
from dugnad.web.verbs import shows_and_takes


@signed_in
@shows_and_takes
def add(request: HttpRequest, code: str) -> HttpResponse:
    """A section of a country, a country or platform of the network."""
    parent = find(request, Can.ADD_UNIT, Unit.objects.select_related("level"), code__iexact=code)
    levels = levels_below(parent)
    form = NewUnitForm(request.POST or None, parent=parent, levels=levels) if levels else None
    if form and request.method == "POST" and form.is_valid():
        try:
            unit = actions.add_unit(actor_of(request), parent, **form.cleaned_data)
        except Refused as no:
            form.add_error(no.field, str(no))
        else:
            messages.success(request, _("%(unit)s is there. Invite its first coordinator.") % {"unit": unit})
            return redirect("offices", code=unit.code.lower())
    return render(request, "directory/add.html", {"unit": parent, "form": form}, status=422 if form and form.errors else 200)


@signed_in
@shows_and_takes
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Close it, or open a closed one again."""
    unit = find(request, Can.CLOSE_UNIT, Unit.objects.all(), code__iexact=code)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and (unit.closed_on or form.is_valid()):
        try:
            _turn(request, unit, form)
            return redirect(unit)
        except Refused as no:
            form.add_error(no.field, str(no)) if form.is_valid() else messages.error(request, str(no))
    return render(request, "directory/close.html", {"unit": unit, "form": form}, status=422 if form.errors else 200)


def _turn(request: HttpRequest, unit: Unit, form: CloseForm) -> None:
    if unit.closed_on:
        actions.reopen_unit(actor_of(request), unit)
        messages.success(request, _("It is open again. Invite its coordinators."))
    else:
        actions.close_unit(actor_of(request), unit, form.cleaned_data["day"])
        messages.success(request, _("It is closed; what was registered still counts."))

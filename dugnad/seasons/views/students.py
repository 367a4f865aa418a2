"""Numbers of international students: the list for everybody, loading them for the committee."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.core.tables import opened
from dugnad.network.models import Unit
from dugnad.seasons.actions.students import load_students
from dugnad.seasons.explained import academic
from dugnad.seasons.forms import StudentsForm
from dugnad.seasons.students import students as known
from dugnad.web.verbs import reads, shows_and_takes

MOST_BYTES = 10_000_000


@reads
def students(request: HttpRequest) -> HttpResponse:
    """What a unit and those right below it divide by this year, with year and source; and which of them have no number yet."""
    units = list(Unit.objects.open().filter(level__groups=False).order_by("level__rank", "name"))
    found = known(units, timezone.localdate().year)
    top = next((unit for unit in units if unit.parent_id is None), None)
    whole = {unit.parent_id for unit in units}
    groups = [unit for unit in units if unit.pk in whole and unit != top]
    chosen = next((unit for unit in groups if unit.code.upper() == request.GET.get("within", "").upper()), top)
    listed = [unit for unit in units if chosen and chosen.pk in (unit.pk, unit.parent_id)]
    page: dict[str, Any] = {
        "rows": [(unit, found[unit.pk], academic(found[unit.pk].year)) for unit in listed if unit.pk in found],
        "without": [unit for unit in listed if unit.pk not in found],
        "total": found.get(top.pk) if top else None,
        "top": top,
        "groups": groups,
        "chosen": chosen,
        "may_load": allowed(actor_of(request), Can.LOAD_STUDENTS, Unit.objects.filter(parent=None)).exists(),
    }
    return render(request, "seasons/students.html", page)


@signed_in
@shows_and_takes
def load(request: HttpRequest) -> HttpResponse:
    """A file, a year and a source; what was passed over is said."""
    top = find(request, Can.LOAD_STUDENTS, Unit.objects.filter(parent=None))
    form = StudentsForm(request.POST or None, request.FILES or None)
    page: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            if said["file"].size > MOST_BYTES:
                raise Refused("too-large", _("This file is larger than 10 MB."), field="file")
            table = opened(said["file"].read(), said["file"].name)
            page["report"] = load_students(actor_of(request), top, table, year=said["year"], source=said["source"])
        except Refused as no:
            form.add_error(no.field or "file", str(no))
        else:
            messages.success(request, _("%(n)s numbers are in.") % {"n": page["report"].created + page["report"].changed + page["report"].unchanged})
            if not page["report"].skipped:
                return redirect("students")
    return render(request, "seasons/load.html", page, status=422 if form.errors else 200)

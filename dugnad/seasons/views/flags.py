"""The queue of flagged activities, for those who look at them."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.seasons.actions.flags import answer, like
from dugnad.seasons.forms import FlagForm
from dugnad.seasons.models import Flag
from dugnad.seasons.reasons import why_flagged, with_reasons
from dugnad.web.verbs import reads, shows_and_takes

PAGE, ALIKE = 25, 60


@signed_in
@reads
def flags(request: HttpRequest) -> HttpResponse:
    """What I may look at: one row for each unit and reason, since they are often answered together."""
    mine = allowed(actor_of(request), Can.LOOK_AT_FLAG, Flag.objects.waiting().select_related("activity__unit__parent", "activity__cause"))
    waiting = list(mine.order_by("activity__unit__parent__name", "activity__unit__name", "activity__unit", "kind", "found_at", "pk"))
    groups = [list(own) for _of, own in groupby(waiting, key=lambda flag: (flag.activity.unit_id, flag.kind))]
    page = Paginator(groups, PAGE).get_page(request.GET.get("page"))
    rows = [{"flag": own[0], "why": why_flagged(own[0]), "more": len(own) - 1} for own in page]
    told: dict[str, Any] = {"rows": rows, "page": page, "many": len({flag.activity_id for flag in waiting})}
    return render(request, "seasons/flags.html", told | {"units": len({flag.activity.unit_id for flag in waiting})})


@signed_in
@shows_and_takes
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them: what it says, why it was flagged, and the answer; for all of the same unit and reason, if one likes."""
    found = find(request, Can.LOOK_AT_FLAG, Flag.objects.select_related("activity__unit__parent", "activity__cause", "looked_by"), pk=pk)
    actor = actor_of(request)
    others = list(like(actor, found).select_related("activity")) if found.state == Flag.State.OPEN else []
    form = FlagForm(request.POST or None)
    if not others:
        del form.fields["alike"]
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            many = answer(actor, found, counts=said["counts"] == "yes", note=said["note"], alike=said.get("alike", False))
        except Refused as no:
            form.add_error(no.field, str(no))
        else:
            thanks = ngettext("Thank you. The boards follow at once.", "Thank you for all %(n)s. The boards follow at once.", many)
            messages.success(request, thanks % {"n": many})
            return redirect("flags")
    page = {"flag": found, "reasons": with_reasons(found.activity.flags.order_by("pk")), "others": with_reasons(others[:ALIKE]), "many": len(others)}
    return render(request, "seasons/look.html", page | {"form": form}, status=422 if form.errors else 200)

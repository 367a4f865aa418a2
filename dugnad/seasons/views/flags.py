"""The queue of flagged activities, for those who look at them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.seasons import explained
from dugnad.seasons.actions.flags import answer
from dugnad.seasons.forms import FlagForm
from dugnad.seasons.models import Flag
from dugnad.web.verbs import reads, shows_and_takes

PAGE = 25


@signed_in
@reads
def flags(request: HttpRequest) -> HttpResponse:
    """What I may look at, the longest waiting first."""
    mine = allowed(actor_of(request), Can.LOOK_AT_FLAG, Flag.objects.select_related("activity__unit", "activity__cause"))
    page = Paginator(mine.filter(state=Flag.State.OPEN, activity__state="registered").order_by("found_at", "pk"), PAGE).get_page(request.GET.get("page"))
    rows = [(flag, explained.why_flagged(flag)) for flag in page]
    return render(request, "seasons/flags.html", {"rows": rows, "page": page})


@signed_in
@shows_and_takes
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them: what it says, why it was flagged, and the answer."""
    found = find(request, Can.LOOK_AT_FLAG, Flag.objects.select_related("activity__unit", "activity__cause", "looked_by"), pk=pk)
    form = FlagForm(request.POST or None, initial={"counts": "yes"})
    if request.method == "POST" and form.is_valid():
        try:
            answer(actor_of(request), found, counts=form.cleaned_data["counts"] == "yes", note=form.cleaned_data["note"])
        except Refused as no:
            form.add_error(no.field, str(no))
        else:
            messages.success(request, _("Thank you. The boards follow at once."))
            return redirect("flags")
    reasons = [(flag, explained.why_flagged(flag)) for flag in found.activity.flags.order_by("pk")]
    return render(request, "seasons/look.html", {"flag": found, "reasons": reasons, "form": form}, status=422 if form.errors else 200)

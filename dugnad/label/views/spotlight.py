"""The committee chooses the activity of the month from candidates, each with its reasons."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.core.periods import month_of
from dugnad.label.actions import spotlight as acts
from dugnad.label.candidates import candidates
from dugnad.label.examples import standing
from dugnad.label.forms import SpotlightForm
from dugnad.label.models import Spotlight
from dugnad.network.models import Unit
from dugnad.review.models import Award
from dugnad.web.verbs import shows_and_takes


@signed_in
@shows_and_takes
def choose(request: HttpRequest) -> HttpResponse:
    """First the candidates; with one of them in the address, its form. Any other labelled activity can be chosen by its label's address, too."""
    top = find(request, Can.CHOOSE_SPOTLIGHT, Unit.objects.filter(parent=None))
    now = month_of(timezone.localdate())
    chosen = list(Spotlight.objects.filter(month__gte=now).select_related("activity").order_by("month"))
    free = now + 1 if any(one.month == now for one in chosen) else now
    award, form = _asked(request), SpotlightForm(request.POST if request.method == "POST" else None, initial={"month": free})
    if award and request.method == "POST" and form.is_valid():
        try:
            acts.choose(actor_of(request), top, award.activity, form.cleaned_data["month"], words=form.cleaned_data["words"])
        except Refused as no:
            form.add_error(no.field if no.field in form.fields else None, str(no))
        else:
            messages.success(request, _("“%(title)s” is in the spotlight.") % {"title": award.activity.title})
            return redirect("good-examples")
    page: dict[str, Any] = {
        "award": award,
        "form": form,
        "chosen": chosen,
        "candidates": [] if award else candidates(now),
    }
    return render(request, "label/spotlight_choose.html", page, status=422 if form.errors else 200)


@require_POST
@signed_in
def clear(request: HttpRequest) -> HttpResponse:
    """Take an activity out of the spotlight again."""
    top = find(request, Can.CHOOSE_SPOTLIGHT, Unit.objects.filter(parent=None))
    month = request.POST.get("month", "")
    if month.isascii() and month.isdigit() and len(month) < 6:
        acts.clear(actor_of(request), top, int(month))
        messages.success(request, _("Nothing is in the spotlight of that month any more."))
    return redirect("choose-spotlight")


def _asked(request: HttpRequest) -> Award | None:
    """The award that is chosen, if it stands."""
    try:
        pk = UUID(request.GET.get("award", ""))
    except ValueError:
        return None
    return standing().select_related("activity__unit").filter(pk=pk).first()

"""Adapt this: a planned activity with everything filled in."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.ids import uuid7
from dugnad.ideas.actions.adapt import adapt as adapt_it
from dugnad.ideas.forms import AdaptForm
from dugnad.ideas.models import Idea, Stall
from dugnad.ideas.own import units_of
from dugnad.web.refusals import done
from dugnad.web.verbs import shows_and_takes


@signed_in
@shows_and_takes
def adapt(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Where and when; with `?stall=` it is promised at a market session."""
    idea = find(request, Can.JOIN_IDEA, Idea.objects.select_related("unit__parent", "made_from"), pk=pk)
    actor, stall = actor_of(request), _stall(request, idea)
    units = units_of(actor, Can.REGISTER)
    form = AdaptForm(request.POST if request.method == "POST" else None, units=units, initial=_proposed(idea, units))
    if request.method == "POST" and form.is_valid() and (made := done(form, lambda: adapt_it(actor, idea, **form.cleaned_data, stall=stall))):
        messages.success(request, _("Planned. Report its results afterwards, and they appear at the idea."))
        return redirect(stall.market if stall else made.activity)
    return render(request, "ideas/adapt.html", {"idea": idea, "form": form, "units": units, "stall": stall}, status=422 if form.errors else 200)


def _proposed(idea: Idea, units: list[Any]) -> dict[str, Any]:
    """The day on which it can be ready."""
    language = (get_language() or "en").split("-")[0]
    text = idea.translations.filter(language=language).first() or idea
    first = units[0] if units else None
    return {
        "id": uuid7(),
        "unit": first.code if first else "",
        "title": text.title,
        "place": first.city if first else "",
        "starts_on": timezone.localdate() + timedelta(days=max(idea.ready_in, 1)),
    }


def _stall(request: HttpRequest, idea: Idea) -> Stall | None:
    asked = request.GET.get("stall", "")
    return Stall.objects.filter(pk=int(asked), idea=idea).select_related("market").first() if asked.isascii() and asked.isdigit() and len(asked) < 18 else None

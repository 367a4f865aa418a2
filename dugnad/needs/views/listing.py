"""The list of needs, with the map of white spots."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of
from dugnad.access.rules import Can
from dugnad.activities.vocabulary import words
from dugnad.needs.forms import FilterForm
from dugnad.needs.models import Need
from dugnad.needs.overview import asked, overview
from dugnad.network.models import Unit
from dugnad.web.verbs import reads

PAGE = 20


@reads
def needs(request: HttpRequest) -> HttpResponse:
    """A sentence, a map, a table, and the needs that are asked for."""
    form = FilterForm(request.GET)
    found = asked(form, timezone.localdate()) if form.is_valid() else Need.objects.none()
    page = Paginator(found.with_answers().select_related("unit").prefetch_related("groups"), PAGE).get_page(request.GET.get("page"))
    actor, known = actor_of(request), words()
    own = Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants])
    told = {
        "form": form,
        "page": page,
        "rows": [(need, known.terms[need.theme_id]) for need in page],
        "overview": overview(found),
        "narrowed": any(value for name, value in request.GET.items() if name in form.fields),
        "may_record": list(allowed(actor, Can.RECORD_NEED, own)) if actor.grants else [],
    }
    return render(request, "needs/needs.html", told, status=422 if form.errors else 200)

"""The public page of a local need, with what the parts above the needs know of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of, find
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.ideas.answering import at_need
from dugnad.ideas.own import ideas_of
from dugnad.needs.models import Need
from dugnad.needs.told import about
from dugnad.network.models import Person, Unit
from dugnad.web.verbs import reads


@reads
def need(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everybody reads it; those who keep it see its history."""
    found = find(request, Can.SEE_NEED, Need.objects.select_related("unit__parent"), pk=pk)
    page, actor = about(found) | at_need(found), actor_of(request)
    if actor.known:
        page["may_change"] = may(actor, Can.CHANGE_NEED, found)
        own = Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants])
        page["may_answer"] = found.is_open and (page["may_change"] or allowed(actor, Can.REGISTER, own).exists())
        page["may_name"] = found.is_open and (page["may_change"] or ideas_of(actor).exists())
        if page["may_change"]:
            lines = list(journal.of(found))
            names = Person.objects.in_bulk([line.actor for line in lines if line.actor])
            page["history"] = [(line, names.get(line.actor)) for line in lines]
    return render(request, "showcase/need.html", page)

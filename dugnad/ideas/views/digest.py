"""Asking for the monthly mail, and ending it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from dugnad.access.doors import actor_of, signed_in
from dugnad.ideas.actions import digest as actions
from dugnad.ideas.forms import UnitForm
from dugnad.ideas.models import Following, Idea, Subscriber
from dugnad.ideas.proposing import proposed
from dugnad.network.models import Unit
from dugnad.web.refusals import done
from dugnad.web.verbs import shows_and_takes


@signed_in
@shows_and_takes
def digest(request: HttpRequest) -> HttpResponse:
    """For which unit; what it would propose today; what one follows."""
    actor = actor_of(request)
    units = list(Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants]))
    own = Subscriber.objects.filter(person=actor.person_id).select_related("unit").first()
    first = own.unit if own else units[0] if units else None
    form = UnitForm(request.POST if request.method == "POST" else None, units=units, initial={"unit": first.code if first else ""})
    if request.method == "POST" and "stop" in request.POST:
        actions.unsubscribe(actor.person)
        messages.success(request, _("Ended. You get no more of these mails."))
        return redirect("ideas-digest")
    if request.method == "POST" and form.is_valid() and done(form, lambda: actions.subscribe(actor, form.cleaned_data["unit"])):
        messages.success(request, _("You get it once a month, from now on."))
        return redirect("ideas-digest")
    page = {
        "form": form,
        "units": units,
        "own": own,
        "unit": first,
        "three": proposed(first, timezone.localdate()) if first else [],
        "followed": Idea.objects.published().filter(pk__in=Following.objects.filter(person=actor.person_id).values("idea")).select_related("unit"),
    }
    return render(request, "ideas/mail.html", page, status=422 if form.errors else 200)


@csrf_exempt  # a mail program asks without a page; the person is signed
@shows_and_takes
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Opening it changes nothing; saying so does."""
    person = actions.person_in(token)
    if person is None:
        raise Http404
    if request.method == "POST":
        actions.unsubscribe(person)
    return render(request, "ideas/stop.html", {"done": request.method == "POST"})

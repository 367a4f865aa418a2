"""Writing an idea: from scratch, from an activity, as a version of another; changing, publishing, withdrawing it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.interrupted import keeps_typing
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.core.errors import Refused
from dugnad.ideas.actions import write as actions
from dugnad.ideas.forms import ChangeForm, IdeaForm, UnitForm, initial
from dugnad.ideas.languages import NAMES
from dugnad.ideas.models import Idea
from dugnad.ideas.own import units_of
from dugnad.network.models import Unit
from dugnad.web.refusals import done
from dugnad.web.verbs import reads, shows_and_takes


@signed_in
@reads
def choose(request: HttpRequest) -> HttpResponse:
    """For which unit? Straight on when there is only one."""
    units = units_of(actor_of(request), Can.WRITE_IDEA)
    if len(units) == 1:
        return redirect("idea-new", code=units[0].code.lower())
    return render(request, "ideas/choose.html", {"units": units})


@keeps_typing
@signed_in
@shows_and_takes
def new(request: HttpRequest, code: str) -> HttpResponse:
    """A draft of a unit."""
    unit = find(request, Can.WRITE_IDEA, Unit.objects.all(), code__iexact=code)
    language = (get_language() or "en").split("-")[0]
    typed = request.POST if request.method == "POST" else request.typed  # type: ignore[attr-defined]
    form = IdeaForm(typed or None, initial={"language": language if language in NAMES else "en", "people": 5, "ready_in": 7, "budget": 0})
    if request.method == "POST":
        form = IdeaForm(request.POST)
        if form.is_valid() and (made := done(form, lambda: actions.write(actor_of(request), unit, **form.cleaned_data))):
            if "publish" in request.POST:
                actions.publish(actor_of(request), made)
                messages.success(request, _("Everybody sees it now."))
            return redirect(made)
    return render(request, "ideas/form.html", {"unit": unit, "form": form}, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same form, filled."""
    idea = find(request, Can.CHANGE_IDEA, Idea.objects.select_related("unit", "parent"), pk=pk)
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=initial(idea))
    if request.method == "POST" and form.is_valid() and done(form, lambda: actions.change(actor_of(request), idea, **form.cleaned_data)):
        if "publish" in request.POST:
            actions.publish(actor_of(request), idea)
        messages.success(request, _("Saved."))
        return redirect(idea)
    return render(request, "ideas/form.html", {"unit": idea.unit, "idea": idea, "form": form}, status=422 if form.errors else 200)


@signed_in
@require_POST
def publish(request: HttpRequest, pk: UUID) -> HttpResponse:
    idea = find(request, Can.CHANGE_IDEA, Idea.objects.all(), pk=pk)
    actions.publish(actor_of(request), idea)
    messages.success(request, _("Everybody sees it now."))
    return redirect(idea)


@signed_in
@shows_and_takes
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Asked once; afterwards the page offers to publish it again."""
    idea = find(request, Can.CHANGE_IDEA, Idea.objects.select_related("unit"), pk=pk)
    if request.method == "POST":
        actions.withdraw(actor_of(request), idea)
        messages.success(request, _("Withdrawn. Whoever may change it can publish it again."))
        return redirect(idea)
    return render(request, "ideas/withdraw.html", {"idea": idea, "made": idea.adaptations.standing().count()})


@signed_in
@require_POST
def of_activity(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One click: the draft, ready to be completed."""
    activity = find(request, Can.SEE_ACTIVITY, Activity.objects.select_related("unit"), pk=pk)
    try:
        idea = actions.of_activity(actor_of(request), activity)
    except Refused as no:
        messages.error(request, str(no))
        return redirect(activity)
    return redirect("idea-change", pk=idea.pk) if idea.state == Idea.State.DRAFT else redirect(idea)


@signed_in
@shows_and_takes
def version(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One's own version of an idea: a draft that knows where it comes from."""
    idea = find(request, Can.JOIN_IDEA, Idea.objects.select_related("unit"), pk=pk)
    actor = actor_of(request)
    units = units_of(actor, Can.WRITE_IDEA)
    form = UnitForm(request.POST if request.method == "POST" else None, units=units, initial={"unit": units[0].code if units else ""})
    if request.method == "POST" and form.is_valid() and (made := done(form, lambda: actions.version_of(actor, idea, form.cleaned_data["unit"]))):
        messages.success(request, _("A draft with everything filled in: change what is different with you, and publish it."))
        return redirect("idea-change", pk=made.pk)
    return render(request, "ideas/version.html", {"idea": idea, "form": form}, status=422 if form.errors else 200)

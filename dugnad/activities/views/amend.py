"""Amending, reporting results, withdrawing: each with the reason that is kept."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.interrupted import keeps_typing
from dugnad.access.rules import Can
from dugnad.activities import actions
from dugnad.activities import details as known
from dugnad.activities.forms import AmendForm, ReasonForm
from dugnad.activities.forms.activity import initial
from dugnad.activities.models import Activity
from dugnad.activities.views.form import checked, context
from dugnad.core.errors import Refused
from dugnad.web.refusals import say
from dugnad.web.verbs import shows_and_takes


@keeps_typing
@signed_in
@shows_and_takes
def amend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what was said; both versions are shown if somebody else was faster."""
    return _edit(request, pk, results=False)


@keeps_typing
@signed_in
@shows_and_takes
def results(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A planned activity has happened: say how it went, and it counts."""
    return _edit(request, pk, results=True)


@signed_in
@shows_and_takes
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for the reason, then take it out of every figure."""
    activity = find(request, Can.WITHDRAW, Activity.objects.select_related("unit"), pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.withdraw(actor_of(request), activity, reason=form.cleaned_data["reason"])
        messages.success(request, _("The activity is withdrawn; it no longer counts anywhere."))
        return redirect(activity)
    return render(request, "activities/withdraw.html", {"activity": activity, "form": form}, status=422 if form.errors else 200)


def _edit(request: HttpRequest, pk: UUID, *, results: bool) -> HttpResponse:
    activity = find(request, Can.AMEND, Activity.objects.select_related("unit", "cause__vocabulary", "type__vocabulary"), pk=pk)
    now = known.of(activity)
    first = initial(now) | {"revision": activity.revision}
    typed = request.POST or request.typed  # type: ignore[attr-defined]
    stands: dict[str, Any] = {"standing": now, "judged": activity.judged_at is not None}
    form = AmendForm(typed, unit=activity.unit, today=activity.unit.today, initial=first, **stands)
    page: dict[str, Any] = context(form, activity.unit, activity=activity, id=activity.pk, results=results)
    if request.method != "POST":
        return render(request, "activities/form.html", page)
    if "check" in request.POST:
        return checked(request, form, page)
    if not form.is_valid():
        return render(request, "activities/form.html", page, status=422)
    try:
        _save(request, activity, form, results=results)
    except Refused as no:
        if no.code == "changed-meanwhile":
            return _both(request, activity, form, page, str(no))
        say(form, no)
        return render(request, "activities/form.html", page, status=422)
    return redirect(f"{activity.get_absolute_url()}{'?just=1' if results else ''}")


def _save(request: HttpRequest, activity: Activity, form: AmendForm, *, results: bool) -> None:
    actor, details, revision = actor_of(request), form.details(), form.cleaned_data["revision"]
    if results:
        actions.report_results(actor, activity, details, revision=revision)
        return
    actions.amend(actor, activity, details, reason=form.cleaned_data["reason"], revision=revision)
    messages.success(request, _("Your change is saved, and the figures have followed."))


def _both(request: HttpRequest, activity: Activity, form: AmendForm, page: dict[str, Any], says: str) -> HttpResponse:
    """Theirs beside yours; saving again now saves yours."""
    activity.refresh_from_db()
    theirs, yours = known.plain(known.of(activity)), known.plain(form.details())
    names = sorted(name for name in theirs.keys() | yours.keys() if theirs.get(name) != yours.get(name))
    form.data = request.POST.copy()
    form.data.update({"revision": str(activity.revision)})
    both = [(name, theirs.get(name, "–"), yours.get(name, "–")) for name in names]
    return render(request, "activities/form.html", page | {"both": both, "says": says}, status=409)

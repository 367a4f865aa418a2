"""What a good activity is, for everybody to read; the next version, for the committee to write."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.criteria import actions
from dugnad.criteria.forms import CriterionForm, StepsForm
from dugnad.criteria.models import Criterion, Rubric
from dugnad.criteria.rubric import held
from dugnad.network.models import Unit
from dugnad.web.refusals import done
from dugnad.web.verbs import reads, shows_and_takes


@reads
def criteria(request: HttpRequest) -> HttpResponse:
    """The version that holds, or an earlier one."""
    version = request.GET.get("version", "")
    adopted = Rubric.objects.exclude(adopted_at=None)
    if version and not (version.isdecimal() and len(version) < 6):
        raise Http404
    rubric = get_object_or_404(adopted, version=version) if version else None
    now = held()
    found = rubric or (now and now.rubric)
    may_edit = allowed(actor_of(request), Can.EDIT_RUBRIC, Unit.objects.all()).exists()
    draft = Rubric.objects.filter(adopted_at=None).first() if may_edit else None
    page = {"rubric": found, "old": bool(rubric and now and rubric.pk != now.rubric.pk), "versions": adopted, "may_edit": may_edit, "draft": draft}
    return render(request, "criteria/criteria.html", page)


@signed_in
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin the next version."""
    _top(request)
    actions.begin(actor_of(request))
    return redirect("rubric-draft")


@signed_in
@shows_and_takes
def draft(request: HttpRequest) -> HttpResponse:
    """The draft as a whole, with its steps."""
    rubric = _draft(request)
    form = StepsForm(request.POST or None, rubric=rubric, labels={})
    if request.method == "POST" and form.is_valid() and done(form, lambda: actions.set_steps(actor_of(request), rubric, form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect("rubric-draft")
    page = {"rubric": rubric, "form": form}
    return render(request, "criteria/draft.html", page, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def criterion(request: HttpRequest, key: str = "") -> HttpResponse:
    """One criterion of the draft; without a key a new one."""
    rubric = _draft(request)
    found = get_object_or_404(Criterion, rubric=rubric, key=key) if key else None
    form = CriterionForm(request.POST or None, rubric=rubric, criterion=found)
    if request.method == "POST" and form.is_valid() and done(form, lambda: actions.write(actor_of(request), rubric, found, **form.given())):
        messages.success(request, _("Saved."))
        return redirect("rubric-draft")
    page: dict[str, Any] = {"form": form, "rubric": rubric, "criterion": found}
    return render(request, "criteria/criterion.html", page, status=422 if form.errors else 200)


@signed_in
@require_POST
def decide(request: HttpRequest, what: str) -> HttpResponse:
    """Adopt the draft, throw it away, or take out one criterion."""
    rubric, actor = _draft(request), actor_of(request)
    try:
        if what == "adopt":
            actions.adopt(actor, rubric)
            messages.success(request, _("Version %(version)s holds from now on.") % {"version": rubric.version})
            return redirect("criteria")
        if what == "discard":
            actions.discard(actor, rubric)
            messages.success(request, _("The draft is thrown away."))
            return redirect("criteria")
        actions.drop(actor, get_object_or_404(Criterion, rubric=rubric, key=request.POST.get("key", "")[:40]))
        messages.success(request, _("Taken out of the draft."))
    except Refused as no:
        messages.error(request, str(no))
    return redirect("rubric-draft")


def _top(request: HttpRequest) -> Unit:
    top: Unit = find(request, Can.EDIT_RUBRIC, Unit.objects.all())
    return top


def _draft(request: HttpRequest) -> Rubric:
    _top(request)
    return get_object_or_404(Rubric, adopted_at=None)

"""What a good activity is, for everybody to read; the next version, for the committee to write."""

from collections.abc import Callable
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
from dugnad.criteria.changes import changes
from dugnad.criteria.forms import CriterionForm, StepsForm, UncountedForm
from dugnad.criteria.models import Criterion, Rubric, Uncounted
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
    form = StepsForm(request.POST or None, rubric=rubric)
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
    form = CriterionForm(request.POST or None, rubric=rubric, of=found)
    return _written(request, form, lambda: actions.write(actor_of(request), rubric, found, **form.given()), rubric, found, _("Add a criterion"))


@signed_in
@shows_and_takes
def uncounted(request: HttpRequest, key: str = "") -> HttpResponse:
    """One of the kinds that the draft does not count; without a key a new one."""
    rubric = _draft(request)
    found = get_object_or_404(Uncounted, rubric=rubric, key=key) if key else None
    form = UncountedForm(request.POST or None, of=found)
    return _written(request, form, lambda: actions.write_uncounted(actor_of(request), rubric, found, **form.given()), rubric, found, _("Add a kind"))


def _written(request: HttpRequest, form: Any, act: Callable[[], object], rubric: Rubric, found: object, new: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("Saved."))
        return redirect("rubric-draft")
    return render(request, "criteria/one.html", {"form": form, "rubric": rubric, "title": found or new}, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def decide(request: HttpRequest, what: str) -> HttpResponse:
    """Adopt the draft, or throw it away: first what that means, then the button."""
    rubric, now = _draft(request), held()
    if request.method != "POST":
        told = changes(rubric, now.rubric) if now else None
        return render(request, "criteria/decide.html", {"rubric": rubric, "what": what, "changes": told})
    verbs = {"adopt": actions.adopt, "discard": actions.discard}
    thanks = {"adopt": _("Version %(version)s holds from now on.") % {"version": rubric.version}, "discard": _("The draft is thrown away.")}
    try:
        verbs[what](actor_of(request), rubric)
    except Refused as no:
        messages.error(request, str(no))
        return redirect("rubric-draft")
    messages.success(request, thanks[what])
    return redirect("criteria")


@signed_in
@require_POST
def drop(request: HttpRequest, what: str) -> HttpResponse:
    """Take one criterion out of the draft, or one of the kinds that it does not count."""
    rubric, key = _draft(request), request.POST.get("key", "")[:40]
    try:
        if what == "criterion":
            actions.drop(actor_of(request), get_object_or_404(Criterion, rubric=rubric, key=key))
        else:
            actions.drop_uncounted(actor_of(request), get_object_or_404(Uncounted, rubric=rubric, key=key))
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

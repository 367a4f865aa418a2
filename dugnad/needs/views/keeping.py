"""Recording a need and amending it, its evidence, its yearly review, closing it and opening it again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.interrupted import keeps_typing
from dugnad.access.rules import Can
from dugnad.activities.vocabulary import words
from dugnad.core.errors import Refused
from dugnad.core.ids import uuid7
from dugnad.needs import actions, details
from dugnad.needs.details import PLAIN, Said
from dugnad.needs.forms import AmendForm, CloseForm, EvidenceForm, RecordForm, ReviewForm, WhatForm
from dugnad.needs.models import Evidence, Need
from dugnad.network.models import Unit
from dugnad.web.refusals import done, say
from dugnad.web.verbs import shows_and_takes

ROWS = Need.objects.select_related("unit", "theme__vocabulary")
FOLDS = {"tried": ("would_help", "tried"), "evidence": tuple(EvidenceForm.base_fields)}


@keeps_typing
@signed_in
@shows_and_takes
def record(request: HttpRequest, code: str) -> HttpResponse:
    """A new need of a unit. The id in the form makes a second sending harmless."""
    unit = find(request, Can.RECORD_NEED, Unit.objects.select_related("level"), code__iexact=code)
    form = RecordForm(request.POST or request.typed, initial={"place": unit.city})  # type: ignore[attr-defined]
    id = _given(form.data.get("id"))
    if request.method == "POST" and form.is_valid() and (made := done(form, lambda: actions.record(actor_of(request), id, unit, form.said, form.proof))):
        messages.success(request, _("The need is recorded. Below are those like it, and what was done about them."))
        return redirect(made)
    return _shown(request, form, unit=unit, id=id)


@keeps_typing
@signed_in
@shows_and_takes
def amend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what it says; both versions are shown if somebody else was faster."""
    need = find(request, Can.CHANGE_NEED, ROWS, pk=pk)
    if not need.is_open:
        return closed(request, need)
    now = details.of(need)
    form = AmendForm(request.POST or request.typed, standing=now, initial=_initial(now) | {"revision": need.revision})  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            actions.amend(actor_of(request), need, form.said, revision=form.cleaned_data["revision"])
        except Refused as no:
            if no.code == "changed-meanwhile":
                return _both(request, need, form, no)
            say(form, no)
        else:
            messages.success(request, _("Saved."))
            return redirect(need)
    return _shown(request, form, unit=need.unit, need=need)


@signed_in
@shows_and_takes
def evidence(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One piece more."""
    need = find(request, Can.CHANGE_NEED, ROWS, pk=pk)
    form = EvidenceForm(request.POST or None)
    return _form(request, need, form, "needs/evidence.html", lambda: actions.add_evidence(actor_of(request), need, form.proof))  # type: ignore[arg-type]


@signed_in
@require_POST
def withdraw_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Off the page."""
    found = find(request, Can.CHANGE_NEED, Need.objects.all(), evidence=pk)
    return _done(request, found, lambda: actions.withdraw_evidence(actor_of(request), Evidence.objects.select_related("need").get(pk=pk)))


@signed_in
@require_POST
def restore_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """On the page again."""
    found = find(request, Can.CHANGE_NEED, Need.objects.all(), evidence=pk)
    return _done(request, found, lambda: actions.restore_evidence(actor_of(request), Evidence.objects.select_related("need").get(pk=pk)))


@signed_in
@shows_and_takes
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Is it still so?"""
    need = find(request, Can.CHANGE_NEED, ROWS, pk=pk)
    form = ReviewForm(request.POST or None)
    return _form(request, need, form, "needs/review.html", lambda: actions.review(actor_of(request), need, note=form.cleaned_data["reason"]))


@signed_in
@shows_and_takes
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came of it."""
    need = find(request, Can.CHANGE_NEED, ROWS, pk=pk)
    form = CloseForm(request.POST or None)
    return _form(request, need, form, "needs/close.html", lambda: actions.close(actor_of(request), need, result=form.cleaned_data["result"]))


@signed_in
@require_POST
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is there again."""
    need = find(request, Can.CHANGE_NEED, Need.objects.all(), pk=pk)
    return _done(request, need, lambda: actions.reopen(actor_of(request), need))


def _form(request: HttpRequest, need: Need, form: Any, template: str, act: Any) -> HttpResponse:
    """A page with one form about an open need."""
    if not need.is_open:
        return closed(request, need)
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("Saved."))
        return redirect(need)
    return render(request, template, {"need": need, "form": form}, status=422 if form.errors else 200)


def _done(request: HttpRequest, need: Need, act: Any) -> HttpResponse:
    try:
        act()
        messages.success(request, _("Saved."))
    except Refused as no:
        messages.error(request, str(no))
    return redirect(need)


def closed(request: HttpRequest, need: Need) -> HttpResponse:
    """Somebody was faster."""
    messages.info(request, _("This need is closed. Open it again first."))
    return redirect(need)


def _shown(request: HttpRequest, form: WhatForm, **more: Any) -> HttpResponse:
    themes: Any = form.fields["theme"]
    folds = {name: any(field in form.errors or form[field].value() for field in fields if field in form.fields) for name, fields in FOLDS.items()}
    return render(
        request,
        "needs/form.html",
        {"form": form, "folds": folds, "themes": themes.terms.items(), **more},
        status=more.pop("status", 422 if form.errors else 200),
    )


def _both(request: HttpRequest, need: Need, form: AmendForm, no: Refused) -> HttpResponse:
    """Theirs beside yours; saving again now saves yours."""
    need.refresh_from_db()
    theirs, yours = _initial(details.of(need)), _initial(form.said)
    both = [(form[name].label, _written(theirs[name]), _written(yours[name])) for name in theirs if theirs[name] != yours[name]]
    form.data = request.POST.copy()
    form.data["revision"] = str(need.revision)  # type: ignore[index]
    return _shown(request, form, unit=need.unit, need=need, both=both, says=str(no), status=409)


def _initial(said: Said) -> dict[str, Any]:
    known = words()
    texts = {name: getattr(said, name) for name in PLAIN}
    return texts | {"theme": known.written(known.terms[said.theme.pk]), "groups": [known.written(known.terms[term.pk]) for term in said.groups]}


def _written(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else value or "–"


def _given(text: Any) -> UUID:
    try:
        return UUID(str(text))
    except ValueError:
        return uuid7()

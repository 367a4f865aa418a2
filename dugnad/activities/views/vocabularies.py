"""The words of the network, for everybody to read and for the committee to edit."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.activities.actions import words as verbs
from dugnad.activities.forms.vocabulary import MappingForm, NewTermForm, TermForm, VersionForm
from dugnad.activities.models import Term, Vocabulary
from dugnad.activities.tasks import recount_terms
from dugnad.core.errors import Refused
from dugnad.network.models import Unit
from dugnad.web.verbs import reads, shows_and_takes


@reads
def vocabularies(request: HttpRequest) -> HttpResponse:
    """Every version of every kind."""
    return render(request, "activities/vocabularies.html", {"vocabularies": Vocabulary.objects.order_by("kind", "-since")})


@reads
def vocabulary(request: HttpRequest, key: str) -> HttpResponse:
    """The words of one version, and what the old ones count as."""
    found = get_object_or_404(Vocabulary, key=key)
    terms = found.terms.select_related("mapping__new", "parent").order_by("position")
    may_edit = allowed(actor_of(request), Can.EDIT_VOCABULARY, Unit.objects.all()).exists()
    return render(request, "activities/vocabulary.html", {"vocabulary": found, "terms": terms, "may_edit": may_edit})


@signed_in
@shows_and_takes
def term(request: HttpRequest, pk: int) -> HttpResponse:
    """Edit one word."""
    found = _term(request, pk)
    first: dict[str, Any] = {"limit": found.limit}
    first |= {f"name_{code}": text for code, text in found.names.items()} | {f"help_{code}": text for code, text in found.helps.items()}
    form = TermForm(request.POST or None, initial=first)

    def save() -> None:
        verbs.edit_term(actor_of(request), found, names=form.texts("name"), helps=form.texts("help"), limit=form.cleaned_data["limit"])

    return _saved(request, form, save, found.vocabulary, heading=str(found))


@signed_in
@shows_and_takes
def add(request: HttpRequest, key: str) -> HttpResponse:
    """Add a word."""
    _top(request)
    found = get_object_or_404(Vocabulary, key=key)
    form = NewTermForm(request.POST or None)

    def save() -> None:
        given = form.cleaned_data
        verbs.add_term(actor_of(request), found, key=given["key"], names=form.texts("name"), helps=form.texts("help"), limit=given["limit"])

    return _saved(request, form, save, found, heading=_("Add a word"))


@signed_in
@shows_and_takes
def mapping(request: HttpRequest, pk: int) -> HttpResponse:
    """What an old word counts as; the worker posts anew what it concerns."""
    found = _term(request, pk)
    form = MappingForm(request.POST or None, old=found, initial={"new": getattr(getattr(found, "mapping", None), "new_id", None)})

    def save() -> None:
        verbs.map_term(actor_of(request), found, form.cleaned_data["new"])
        recount_terms.enqueue(terms=[found.pk])

    return _saved(request, form, save, found.vocabulary, heading=str(found))


@signed_in
@shows_and_takes
def publish(request: HttpRequest, key: str) -> HttpResponse:
    """Begin a new version."""
    _top(request)
    found = get_object_or_404(Vocabulary, key=key)
    form = VersionForm(request.POST or None)

    def save() -> None:
        verbs.publish(actor_of(request), found, **form.cleaned_data)

    return _saved(request, form, save, found, heading=_("Begin a new version"))


def _saved(request: HttpRequest, form: Form, save: Callable[[], None], found: Vocabulary, *, heading: str) -> HttpResponse:
    """Ask again at the field, or save and go back to the words."""
    if request.method == "POST" and form.is_valid():
        try:
            save()
        except Refused as no:
            form.add_error(no.field, str(no))
        else:
            messages.success(request, _("Saved."))
            return redirect("vocabulary", key=found.key)
    page = {"form": form, "vocabulary": found, "heading": heading}
    return render(request, "activities/term.html", page, status=422 if form.errors else 200)


def _term(request: HttpRequest, pk: int) -> Term:
    _top(request)
    return get_object_or_404(Term.objects.select_related("vocabulary", "mapping"), pk=pk)


def _top(request: HttpRequest) -> Unit:
    top: Unit = find(request, Can.EDIT_VOCABULARY, Unit.objects.all())
    return top

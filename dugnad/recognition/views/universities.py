"""Universities: the list and a page of each for everybody; contacts for those who serve them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.core.letters import folded
from dugnad.core.tables import opened
from dugnad.network.models import Office, Unit, University
from dugnad.recognition.actions import universities as actions
from dugnad.recognition.composing import profile_of
from dugnad.recognition.forms import ContactForm, ServingForm, UniversitiesForm, UniversityForm
from dugnad.recognition.languages import LANGUAGES, of_country
from dugnad.recognition.models import Contact, Letter
from dugnad.recognition.queries import called
from dugnad.web.verbs import reads, shows_and_takes

PAGE, MOST_BYTES, TOLD = 50, 10_000_000, 200
NAMES = dict(LANGUAGES)


@reads
def listing(request: HttpRequest) -> HttpResponse:
    """Found by name, city or code, in a country; those that a section serves, or all."""
    asked = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    country = request.GET.get("country", "").replace("\x00", "").upper()[:2]
    every = request.GET.get("all") == "1"
    rows = University.objects.filter(country=country) if country else University.objects.all()
    rows = called(rows if every else rows.filter(units__isnull=False).distinct(), asked).select_related("profile").prefetch_related("units")
    page = Paginator(rows.order_by("country", "city", "name", "pk"), PAGE).get_page(request.GET.get("page"))
    told: dict[str, Any] = {
        "page": page,
        "many": page.paginator.count,
        "asked": asked,
        "country": country,
        "every": every,
        "countries": University.objects.order_by("country").values_list("country", flat=True).distinct(),
        "may_load": allowed(actor_of(request), Can.LOAD_UNIVERSITIES, Unit.objects.filter(parent=None)).exists(),
    }
    return render(request, "recognition/universities.html", told)


@reads
def university(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Where it is, who serves it, whom to thank; and for those who serve it, its contacts and letters."""
    found = get_object_or_404(University.objects.select_related("profile"), pk=pk)
    actor, profile = actor_of(request), profile_of(found)
    units = list(found.units.select_related("parent").order_by("name"))
    spoken = (profile.languages if profile else []) or [of_country(found.country)]
    mine = _mine(actor, found)
    page = {
        "university": found,
        "profile": profile,
        "languages": [NAMES[code] for code in spoken if code in NAMES],
        "units": units,
        "offices": Office.objects.held_on().filter(unit__in=units).select_related("person", "unit").order_by("unit__name", "since"),
        "contacts": allowed(actor, Can.SEE_CONTACT, Contact.objects.filter(university=found)).distinct() if actor.known else [],
        "letters": _letters(actor, found),
        "may_edit": may(actor, Can.EDIT_UNIVERSITY, found) if actor.known else False,
        "mine": mine,
        "served_by_mine": [unit for unit in units if actor.known and unit in mine_of(actor)],
    }
    page["form"] = ServingForm(units=mine) if mine.exists() else None
    return render(request, "recognition/university.html", page)


def _letters(actor: Actor, found: University) -> Any:
    """The letters that this reader handles, or that go out in the name of the reader's unit."""
    if not actor.grants:
        return []
    return allowed(actor, Can.HANDLE_LETTER, Letter.objects.filter(university=found).select_related("round", "unit")).order_by("-round__made_at")


def mine_of(actor: Actor) -> Any:
    """The units for which the actor says what they serve."""
    return allowed(actor, Can.SERVE_UNIVERSITY, Unit.objects.filter(level__groups=False))


def _mine(actor: Actor, found: University) -> Any:
    """The actor's units in the country that do not serve it yet: those of its city first, all of the country otherwise."""
    if not actor.known:
        return Unit.objects.none()
    near = mine_of(actor).filter(country=found.country, parent__parent__isnull=False).exclude(universities=found)
    there = [pk for pk, city in near.values_list("pk", "city") if folded(city) == folded(found.city)]
    return near.filter(pk__in=there).order_by("name") if there else near.order_by("name")


@signed_in
@shows_and_takes
def load(request: HttpRequest) -> HttpResponse:
    """A file; what was done with its rows, and why."""
    top = find(request, Can.LOAD_UNIVERSITIES, Unit.objects.filter(parent=None))
    form = UniversitiesForm(request.POST or None, request.FILES or None)
    page: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > MOST_BYTES:
                raise Refused("too-large", _("This file is larger than 10 MB."), field="file")
            page["report"] = report = actions.load_universities(actor_of(request), top, opened(file.read(), file.name))
        except Refused as no:
            form.add_error("file", str(no))
        else:
            page |= {"lines": report.told[:TOLD], "more": max(0, len(report.told) - TOLD)}
    return render(request, "recognition/load.html", page, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Its address and languages."""
    found = find(request, Can.EDIT_UNIVERSITY, University.objects.select_related("profile"), pk=pk)
    profile = profile_of(found)
    now = {"street": profile.street, "postal_code": profile.postal_code, "languages": profile.languages} if profile else {}
    form = UniversityForm(request.POST or None, initial=now | {"website": found.website})
    if request.method == "POST" and form.is_valid():
        actions.describe(actor_of(request), found, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("university", found.pk)
    return render(request, "recognition/university_edit.html", {"university": found, "form": form}, status=422 if form.errors else 200)


@signed_in
@require_POST
def serve(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One of my units serves it."""
    return _serving(request, pk, actions.serve, _("%(unit)s serves %(university)s."))


@signed_in
@require_POST
def leave(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One of my units serves it no longer."""
    return _serving(request, pk, actions.leave, _("%(unit)s no longer serves %(university)s."))


def _serving(request: HttpRequest, pk: UUID, act: Callable[[Actor, Unit, University], None], said: str) -> HttpResponse:
    found = get_object_or_404(University, pk=pk)
    units = mine_of(actor_of(request))
    if not units.exists():
        raise Http404
    form = ServingForm(request.POST, units=units)
    if form.is_valid():
        unit = form.cleaned_data["unit"]
        try:
            act(actor_of(request), unit, found)
            messages.success(request, said % {"unit": unit, "university": found})
        except Refused as no:
            messages.error(request, str(no))
    else:
        messages.error(request, _("Choose one of your sections from the list."))
    return redirect("university", found.pk)


@signed_in
@shows_and_takes
def add_contact(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody new."""
    found = find(request, Can.EDIT_UNIVERSITY, University.objects.all(), pk=pk)
    return _contact(request, found, None, ContactForm(request.POST or None))


@signed_in
@shows_and_takes
def contact(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What has changed of somebody known."""
    known = find(request, Can.SEE_CONTACT, Contact.objects.select_related("university"), pk=pk)
    found = find(request, Can.EDIT_UNIVERSITY, University.objects.all(), pk=known.university_id)
    now = {name: getattr(known, name) for name in ContactForm.base_fields}
    return _contact(request, found, known, ContactForm(request.POST or None, initial=now))


def _contact(request: HttpRequest, found: University, known: Contact | None, form: Form) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        actions.keep_contact(actor_of(request), found, known, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("university", found.pk)
    page = {"university": found, "contact": known, "form": form}
    return render(request, "recognition/contact.html", page, status=422 if form.errors else 200)


@signed_in
@require_POST
def forget(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Nothing of the person stays."""
    known = find(request, Can.SEE_CONTACT, Contact.objects.select_related("university"), pk=pk)
    actions.forget_contact(actor_of(request), known)
    messages.success(request, _("The contact is removed."))
    return redirect("university", known.university_id)

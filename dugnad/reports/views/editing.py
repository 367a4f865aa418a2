"""Making a report: begun, its sections moved and rewritten, its examples chosen; published, renewed, thrown away."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.core.periods import month_of
from dugnad.documents.press import PrintError
from dugnad.network.models import Unit
from dugnad.reports import actions, documents, examples
from dugnad.reports.content.made import titled
from dugnad.reports.forms import ExamplesForm, ReportForm, SectionForm
from dugnad.reports.models import Report, Section
from dugnad.reports.views.public import PPI, content_of
from dugnad.web.refusals import done
from dugnad.web.verbs import shows_and_takes

HOW = ("up", "down", "show", "hide")
DRAFTS = Report.objects.select_related("unit__level")


@signed_in
@shows_and_takes
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """A new report of a unit: of last year unless one says otherwise."""
    unit = find(request, Can.MAKE_REPORT, Unit.objects.select_related("level"), code__iexact=code)
    year = unit.today.year - 1
    form = ReportForm(request.POST or None, initial={"first_month": year * 12, "last_month": year * 12 + 11, "language": get_language()})
    if request.method == "POST" and form.is_valid():
        made = done(form, lambda: actions.begin(actor_of(request), unit, **form.said))
        if made:
            return redirect("report-edit", made.slug)
    return render(request, "reports/begin.html", {"unit": unit, "form": form}, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Its sections, and its pages as they are now."""
    found = find(request, Can.CHANGE_REPORT, DRAFTS, slug=slug)
    form = ReportForm(request.POST or None, initial={name: getattr(found, name) for name in ReportForm.base_fields})
    if request.method == "POST" and form.is_valid():
        changed = done(form, lambda: actions.change(actor_of(request), found, **form.said))
        if changed:
            messages.success(request, _("Saved."))
            return redirect("report-edit", changed.slug)
    page = {"report": found, "title": titled(found), "form": form, "sections": list(found.sections.all()), "pages": _pages(found)}
    return render(request, "reports/edit.html", page | {"over": found.last_month < month_of(found.unit.today)}, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def section(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Title and text of a section, beside what it says by itself."""
    found, one = _section(request, slug, kind)
    form = SectionForm(request.POST or None, initial={"title": one.title, "text": one.text})
    if request.method == "POST" and form.is_valid() and done(form, lambda: actions.rewrite(actor_of(request), one, **form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect("report-edit", found.slug)
    made = next((shown for shown in content_of(found)["sections"] if shown["kind"] == kind), None)
    return render(
        request,
        "reports/section.html",
        {"report": found, "title": titled(found), "section": one, "form": form, "made": made},
        status=422 if form.errors else 200,
    )


@signed_in
@require_POST
def arrange(request: HttpRequest, slug: str, kind: str, how: str) -> HttpResponse:
    """One place up or down; shown or left out. One comes back to the same section."""
    if how not in HOW:
        raise Http404
    found, one = _section(request, slug, kind)
    actor = actor_of(request)
    if how in ("up", "down"):
        actions.move(actor, one, up=how == "up")
    else:
        actions.show(actor, one, shown=how == "show")
    return redirect(f"/reports/{found.slug}/edit/#{kind}")


@signed_in
@shows_and_takes
def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Which activities stand as examples."""
    found = find(request, Can.CHANGE_REPORT, DRAFTS, slug=slug)
    near = examples.candidates(found, found.unit.today)
    chosen = examples.chosen(found, near) if found.examples.exists() else []
    best = examples.best(near, examples.OFFERED)
    rows = [*chosen, *(one for one in best if one.pk not in {row.pk for row in chosen})]
    offered = [(str(one.pk), f"{one.title} · {one.unit}") for one in rows]
    form = ExamplesForm(request.POST or None, offered=offered, initial={"activities": [str(one.pk) for one in chosen]})
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose(actor_of(request), found, form.chosen)
        except Refused as no:
            form.add_error(no.field, str(no))
        else:
            messages.success(request, _("Saved."))
            return redirect("report-edit", found.slug)
    return render(request, "reports/examples.html", {"report": found, "title": titled(found), "form": form}, status=422 if form.errors else 200)


@signed_in
@require_POST
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """From now on it stands as it stands."""
    found = find(request, Can.CHANGE_REPORT, DRAFTS, slug=slug)
    try:
        actions.publish(actor_of(request), found)
    except Refused as no:
        messages.error(request, str(no))
        return redirect("report-edit", found.slug)
    messages.success(request, _("It is published: everybody can read it, and its figures no longer move."))
    return redirect(found)


@signed_in
@require_POST
def renew(request: HttpRequest, slug: str) -> HttpResponse:
    """A draft of the next edition."""
    found = find(request, Can.RENEW_REPORT, DRAFTS, slug=slug)
    made = actions.renew(actor_of(request), found)
    return redirect("report-edit", made.slug)


@signed_in
@shows_and_takes
def discard(request: HttpRequest, slug: str) -> HttpResponse:
    """Asked once, then gone."""
    found = find(request, Can.CHANGE_REPORT, DRAFTS, slug=slug)
    if request.method == "POST":
        actions.discard(actor_of(request), found)
        messages.success(request, _("The draft is thrown away."))
        return redirect("reports")
    return render(request, "reports/discard.html", {"report": found, "title": titled(found)})


def _section(request: HttpRequest, slug: str, kind: str) -> tuple[Report, Section]:
    found = find(request, Can.CHANGE_REPORT, DRAFTS, slug=slug)
    one = get_object_or_404(Section, report=found, kind=kind)
    one.report = found
    return found, one


def _pages(found: Report) -> dict[str, Any]:
    """How many pages and slides there are just now."""
    try:
        return {what: range(1, len(documents.pages(found, content_of(found), what, "png", ppi=PPI[what])) + 1) for what in PPI}
    except PrintError:
        return {}

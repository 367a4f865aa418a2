"""Rounds of letters: planning one, and what one does with all its letters."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.core.periods import month_of
from dugnad.documents.press import PrintError
from dugnad.network.models import Unit
from dugnad.recognition.actions import letters as handling
from dugnad.recognition.actions import rounds as actions
from dugnad.recognition.actions.send import ask_to_send
from dugnad.recognition.documents import whole
from dugnad.recognition.forms import RoundForm
from dugnad.recognition.gathering import term_due
from dugnad.recognition.models import Letter, Round
from dugnad.recognition.tasks import send_letters
from dugnad.web.refusals import say
from dugnad.web.verbs import reads, shows_and_takes

PAGE = 100
State = Letter.State


@signed_in
@reads
def listing(request: HttpRequest) -> HttpResponse:
    """The rounds that I handle, the newest first."""
    actor = actor_of(request)
    counts = {state: Count("letters", filter=Q(letters__state=state)) for state in State.values}
    rounds = allowed(actor, Can.HANDLE_ROUND, Round.objects.select_related("unit").annotate(**counts, all=Count("letters")))
    page = {
        "rounds": rounds.order_by("-made_at")[:PAGE],
        "sent": sum(getattr(one, state) for one in rounds for state in (State.SENT, State.ANSWERED)),
        "units": allowed(actor, Can.WRITE_LETTERS, Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants])),
    }
    return render(request, "recognition/rounds.html", page)


@signed_in
@shows_and_takes
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """Period, units, template and language; the drafts are there at once."""
    unit = find(request, Can.WRITE_LETTERS, Unit.objects.select_related("level"), code__iexact=code)
    sections = actions.sections_of(unit)
    due = term_due(month_of(unit.today))
    form = RoundForm(request.POST or None, unit=unit, sections=sections, initial={"first_month": due.first, "last_month": due.last})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.plan(actor_of(request), unit, **form.cleaned_data)
        except Refused as no:
            say(form, no)
        else:
            many = made.letters.count()
            messages.success(request, ngettext("%(n)s draft is written.", "%(n)s drafts are written.", many) % {"n": many})
            return redirect(made)
    page = {"unit": unit, "form": form, "sections": sections}
    return render(request, "recognition/plan.html", page, status=422 if form.errors else 200)


@signed_in
@reads
def round(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Its letters by what became of them, and what can be done with all of them."""
    found = _mine(request, pk)
    states = found.letters.by_state()
    asked = request.GET.get("state", "")
    letters = found.letters.select_related("university", "unit").defer("told")
    page = Paginator(letters.filter(state=asked) if asked in State.values else letters, PAGE).get_page(request.GET.get("page"))
    told: dict[str, Any] = {
        "round": found,
        "page": page,
        "states": [(state, state.label, states[state]) for state in State if states.get(state)],
        "asked": asked,
        "all": sum(states.values()),
        "drafts": states.get(State.DRAFTED, 0),
        "approved": states.get(State.APPROVED, 0),
        "to_send": found.letters.waiting().count(),
        "unknown": found.letters.filter(state=State.SENDING).select_related("university"),
        "gone": states.get(State.SENT, 0) + states.get(State.ANSWERED, 0),
        "bare": found.letters.given().count() == 0,
    }
    told["to_post"] = told["approved"] - told["to_send"]
    return render(request, "recognition/round.html", told)


@signed_in
@require_POST
def approve(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Those that are ticked, or all drafts."""
    found = _mine(request, pk)
    chosen = found.letters.filter(state=State.DRAFTED).values_list("pk", flat=True) if "all" in request.POST else _ticked(request)
    many = handling.approve(actor_of(request), found, chosen)
    said = ngettext("%(n)s letter is approved.", "%(n)s letters are approved.", many) if many else _("Tick the drafts that you have read, then approve them.")
    (messages.success if many else messages.info)(request, said % {"n": many} if many else said)
    return redirect(found)


def _ticked(request: HttpRequest) -> list[UUID]:
    """What is no number of a letter was not ticked on our page."""
    found = []
    for text in request.POST.getlist("letter"):
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


@signed_in
@require_POST
def send(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The worker sends; pressing it twice sends nothing twice."""
    found, actor = _mine(request, pk), actor_of(request)
    try:
        many = ask_to_send(actor, found)
    except Refused as no:
        messages.error(request, str(no))
    else:
        send_letters.enqueue(of=str(found.pk), by=str(actor.person_id))
        messages.success(request, ngettext("%(n)s letter is on its way.", "%(n)s letters are on their way.", many) % {"n": many})
    return redirect(found)


@signed_in
@require_POST
def posted(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The approved ones without an address were posted."""
    found = _mine(request, pk)
    many = handling.given_by_post(actor_of(request), found)
    messages.success(request, ngettext("%(n)s letter was posted.", "%(n)s letters were posted.", many) % {"n": many})
    return redirect(found)


@signed_in
@require_POST
def remake(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Drafts that nobody has edited are written anew."""
    found = _mine(request, pk)
    again, new = actions.remake(actor_of(request), found)
    messages.success(request, _("%(again)s drafts were written anew, %(new)s are new.") % {"again": again, "new": new})
    return redirect(found)


@signed_in
@require_POST
def discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """As long as nothing of it was approved."""
    found = _mine(request, pk)
    try:
        actions.discard(actor_of(request), found)
    except Refused as no:
        messages.error(request, str(no))
        return redirect(found)
    messages.success(request, _("The round is thrown away."))
    return redirect("letters")


@signed_in  # type: ignore[arg-type]
@reads
def print_all(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The letters of the round as one PDF: the approved ones and those that went out, or one state."""
    found = _mine(request, pk)
    state = request.GET.get("state", "")
    letters = found.letters.select_related("unit", "university", "round")
    letters = letters.filter(state=state) if state in State.values else letters.exclude(state__in=[State.DRAFTED, State.WITHDRAWN])
    if not letters.exists():
        messages.info(request, _("There is nothing to print yet: approve letters first."))
        return redirect(found)
    try:
        file, kind = whole(letters)
    except PrintError:
        messages.error(request, _("The letters could not be printed. Try again in a minute; if it stays so, tell whoever runs the server."))
        return redirect(found)
    return FileResponse(file, as_attachment=True, filename=f"{slugify(found.name) or 'letters'}.{kind}")


def _mine(request: HttpRequest, pk: UUID) -> Round:
    found: Round = find(request, Can.HANDLE_ROUND, Round.objects.select_related("unit__level", "template", "made_by"), pk=pk)
    return found

"""One letter: as it will be read, its words, and what became of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from dugnad.access.checks import may
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.documents.press import PrintError
from dugnad.recognition.actions import letters as actions
from dugnad.recognition.actions.send import decide as decided
from dugnad.recognition.documents import document, pages
from dugnad.recognition.forms import LetterForm, TurnForm
from dugnad.recognition.models import Letter
from dugnad.web.verbs import reads, shows_and_takes

State = Letter.State
WORDS = Letter.objects.select_related("round__unit", "round__made_by", "unit", "university")
EDITABLE = (State.DRAFTED, State.APPROVED)
# What is offered, in this order, in each state.
OFFERED = {
    State.DRAFTED: [State.APPROVED, State.WITHDRAWN],
    State.APPROVED: [State.SENT, State.DRAFTED, State.WITHDRAWN],
    State.SENT: [State.ANSWERED, State.BOUNCED, State.WITHDRAWN],
    State.BOUNCED: [State.DRAFTED, State.WITHDRAWN],
    State.ANSWERED: [State.WITHDRAWN],
}


@signed_in
@reads
def letter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """As a picture of the sheet, with the same words for those who do not see it."""
    found = _seen(request, pk)
    handles = may(actor_of(request), Can.HANDLE_LETTER, found)
    page = {
        "letter": found,
        "handles": handles,
        "editable": handles and found.state in EDITABLE,
        "offered": [(state, said(state)) for state in OFFERED.get(State(found.state), [])] if handles else [],
        "history": journal.of(found).order_by("-id")[:20] if handles else [],
        "pages": range(1, len(_sheets(found, 20)) + 1),
    }
    return render(request, "recognition/letter.html", page)


def _sheets(found: Letter, ppi: float) -> list[bytes]:
    """Its pages as pictures; none while the press cannot print, since the words can be read without."""
    try:
        return pages(found, ppi)
    except PrintError:
        return []


def said(state: str) -> str:
    """What a button says."""
    return {
        State.APPROVED: _("Approve it"),
        State.DRAFTED: _("Make it a draft again"),
        State.SENT: _("It was given by post or by hand"),
        State.ANSWERED: _("It was answered"),
        State.BOUNCED: _("It came back"),
        State.WITHDRAWN: pgettext("a letter", "Withdraw it"),
    }[State(state)]


@signed_in
@shows_and_takes
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Its words, where it goes, whom it names."""
    found = find(request, Can.HANDLE_LETTER, WORDS.all(), pk=pk)
    if found.state not in EDITABLE:
        messages.info(request, _("This letter has been sent. It stays as it is; withdraw it if it is wrong."))
        return redirect(found)
    people = [actions.key_of(one) for one in found.told["people"]]
    now = {"subject": found.subject, "body": found.body, "email": found.email, "address": found.address, "people": people}
    form = LetterForm(request.POST or None, initial=now, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit(actor_of(request), found, **form.cleaned_data)
        except Refused as no:
            messages.error(request, str(no))
        else:
            messages.success(request, _("Saved. Read it once more and approve it."))
        return redirect(found)
    return render(request, "recognition/letter_edit.html", {"letter": found, "form": form}, status=422 if form.errors else 200)


@signed_in
@reads
def printed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The letter as PDF."""
    found = _seen(request, pk)
    try:
        content = document([found])
    except PrintError:
        messages.error(request, _("The letter could not be printed. Try again in a minute; if it stays so, tell whoever runs the server."))
        return redirect(found)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{found.code}.pdf"'
    return answer


@signed_in
@reads
def page(request: HttpRequest, pk: UUID, page: int) -> HttpResponse:
    """A page of the letter as a picture."""
    drawn = _sheets(_seen(request, pk), 110)
    if not 1 <= page <= len(drawn):
        raise Http404
    answer = HttpResponse(drawn[page - 1], content_type="image/png")
    answer["Cache-Control"] = "private, no-store"
    return answer


def _seen(request: HttpRequest, pk: UUID) -> Letter:
    """For those who handle it, and those in whose unit's name it is written."""
    found: Letter = find(request, Can.SEE_LETTER, WORDS.all(), pk=pk)
    of_mine = any(found.unit.path.startswith(grant.path) for grant in actor_of(request).grants)
    if not of_mine and not may(actor_of(request), Can.HANDLE_LETTER, found):
        raise Http404
    return found


@signed_in
@require_POST
def turn(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What became of it."""
    found = find(request, Can.HANDLE_LETTER, WORDS.all(), pk=pk)
    form = TurnForm(request.POST)
    if form.is_valid():
        try:
            actions.turn(actor_of(request), found, form.cleaned_data["state"], why=form.cleaned_data["why"])
        except Refused as no:
            messages.error(request, str(no))
    else:
        messages.error(request, _("Say what became of the letter with one of the buttons."))
    return redirect(found)


@signed_in
@require_POST
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Was it sent? Somebody has looked."""
    found = find(request, Can.HANDLE_LETTER, WORDS.all(), pk=pk)
    if request.POST.get("sent") not in ("yes", "no"):
        messages.error(request, _("Say whether it was sent."))
        return redirect(found.round)
    try:
        decided(actor_of(request), found, sent=request.POST["sent"] == "yes")
    except Refused as no:
        messages.error(request, str(no))
    return redirect(found.round)

"""Saying something at an idea: thanks, a question, an answer, a note; following; translating. What is wrong is said on the idea's page."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.interrupted import keeps_typing
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.ideas.actions import talk as actions
from dugnad.ideas.languages import NAMES
from dugnad.ideas.models import Idea, Remark
from dugnad.ideas.own import countries_of
from dugnad.ideas.talking import NoteForm, RemarkForm, TranslationForm
from dugnad.ideas.views.idea import PARTS, shown
from dugnad.web.refusals import done
from dugnad.web.verbs import shows_and_takes


@signed_in
@require_POST
def thank(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Once; the same button takes it back."""
    idea = _joined(request, pk)
    actions.thank(actor_of(request), idea, yes="no" not in request.POST)
    return redirect(idea)


@signed_in
@require_POST
def follow(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What happens at it stands in the monthly mail."""
    idea, yes = _joined(request, pk), "no" not in request.POST
    actions.follow(actor_of(request), idea, yes=yes)
    if yes:
        messages.success(request, _("You follow it. What happens at it stands in the monthly mail, if you ask for one."))
    return redirect(idea)


@signed_in
@require_POST
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    idea = _joined(request, pk)
    form = RemarkForm(request.POST, prefix="question")
    if form.is_valid() and done(form, lambda: actions.ask(actor_of(request), idea, **form.cleaned_data)):
        return redirect(f"{idea.get_absolute_url()}#questions")
    return shown(request, idea, {"question": form})


@signed_in
@require_POST
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    idea, actor = _joined(request, pk), actor_of(request)
    form = NoteForm(request.POST, prefix="note", countries=countries_of(actor))
    if form.is_valid() and done(form, lambda: actions.note(actor, idea, **form.cleaned_data)):
        return redirect(f"{idea.get_absolute_url()}#notes")
    return shown(request, idea, {"note": form})


@signed_in
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    question = Remark.objects.in_sight().filter(pk=pk, kind=Remark.Kind.QUESTION).first()
    if question is None:
        raise Http404
    question.idea = _joined(request, question.idea_id)
    prefix = f"answer-{pk}"
    form = RemarkForm(request.POST, prefix=prefix)
    if form.is_valid() and done(form, lambda: actions.answer(actor_of(request), question, **form.cleaned_data)):
        return redirect(f"{question.idea.get_absolute_url()}#remark-{pk}")
    return shown(request, question.idea, {prefix: form})


@signed_in
@require_POST
def turn(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a remark back, or put it back."""
    remark = find(request, Can.TAKE_BACK_REMARK, Remark.objects.select_related("idea"), pk=pk)
    act = actions.put_back if "back" in request.POST else actions.take_back
    try:
        act(actor_of(request), remark)
    except Refused as no:
        messages.error(request, str(no))
    else:
        messages.success(request, _("It is there again.") if "back" in request.POST else _("Taken back. You can put it back where it stood."))
    return redirect(f"{remark.idea.get_absolute_url()}#remark-{pk}")


@keeps_typing
@signed_in
@shows_and_takes
def translate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Field by field, with the original beside."""
    idea = _joined(request, pk)
    typed = request.POST if request.method == "POST" else request.typed  # type: ignore[attr-defined]
    form = TranslationForm(typed or None, idea=idea, initial=_standing(request, idea))
    if request.method == "POST":
        form = TranslationForm(request.POST, idea=idea)
        if form.is_valid() and done(form, lambda: actions.translate(actor_of(request), idea, language=form.cleaned_data["language"], **form.texts())):
            messages.success(request, _("Thank you. Whoever reads this language reads your translation now."))
            return redirect(f"{idea.get_absolute_url()}?lang={form.cleaned_data['language']}")
    pairs = [(form[name], getattr(idea, name)) for name in form.fields if name != "language"]
    return render(request, "ideas/translate.html", {"idea": idea, "form": form, "pairs": pairs}, status=422 if form.errors else 200)


def _standing(request: HttpRequest, idea: Idea) -> dict[str, Any]:
    """The translation that is there, in the asked language or the reader's."""
    own = (get_language() or "en").split("-")[0]
    asked = request.GET.get("into", own)
    language = asked if asked in NAMES and asked != idea.language else next(code for code in (own, *NAMES) if code != idea.language)
    there: dict[str, Any] = dict(idea.translations.filter(language=language).values().first() or {})
    return {"language": language} | {name: value for name, value in there.items() if name != "language"}


def _joined(request: HttpRequest, pk: UUID) -> Any:
    return find(request, Can.JOIN_IDEA, Idea.objects.select_related(*PARTS), pk=pk)

"""Templates of letters: the list, and the editor with its fields and a preview of real letters."""

from base64 import b64encode
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.core.periods import Period, month_of
from dugnad.documents.press import PrintError
from dugnad.network.models import Network, Unit
from dugnad.recognition.actions import templates as actions
from dugnad.recognition.actions.rounds import sections_of
from dugnad.recognition.codes import LENGTH
from dugnad.recognition.composing import Words, packaged, texts_of, write
from dugnad.recognition.documents import pages
from dugnad.recognition.filling import BLOCKS, FIELDS
from dugnad.recognition.forms import NameForm, TemplateForm
from dugnad.recognition.gathering import thanked
from dugnad.recognition.languages import KNOWN, LANGUAGES
from dugnad.recognition.models import Letter, Round, Template
from dugnad.web.verbs import reads, shows_and_takes

PREVIEWED, SHARP = 3, 96
NO_CODE = "0" * LENGTH  # a preview proves nothing
LOOKED_AT = 12  # sections whose universities may serve as examples


@signed_in
@reads
def listing(request: HttpRequest) -> HttpResponse:
    """Those that I may edit, and the packaged words."""
    actor = actor_of(request)
    page = {
        "templates": allowed(actor, Can.EDIT_TEMPLATE, Template.objects.select_related("unit")).order_by("unit__name", "name"),
        "units": allowed(actor, Can.WRITE_LETTERS, Unit.objects.filter(pk__in=[grant.unit_id for grant in actor.grants])),
        "languages": [(code, name, packaged(code)) for code, name in LANGUAGES],
        "first": LANGUAGES[0][0],
    }
    return render(request, "recognition/templates.html", page)


@signed_in
@shows_and_takes
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """A copy of the packaged words under a name."""
    unit = find(request, Can.WRITE_LETTERS, Unit.objects.all(), code__iexact=code)
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            template = actions.begin(actor_of(request), unit, **form.cleaned_data)
        except Refused as no:
            form.add_error(no.field, str(no))
        else:
            return redirect("template-edit", template.pk, LANGUAGES[0][0])
    return render(request, "recognition/begin.html", {"unit": unit, "form": form}, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def edit(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """Its words in one language; “Preview” fills what is typed with real letters and saves nothing."""
    template = find(request, Can.EDIT_TEMPLATE, Template.objects.select_related("unit"), pk=pk)
    if language not in KNOWN:
        raise Http404
    own = texts_of(template)[language]
    form = TemplateForm(request.POST or None, initial={"subject": own.subject, "body": own.body})
    if request.method == "POST" and form.is_valid() and "preview" not in request.POST:
        actions.word(actor_of(request), template, language, **form.cleaned_data)
        messages.success(request, _("Saved. New rounds use these words; drafts can be written anew with them."))
        return redirect("template-edit", template.pk, language)
    typed = form.cleaned_data if form.is_bound and form.is_valid() else {"subject": own.subject, "body": own.body}
    page: dict[str, Any] = {
        "template": template,
        "form": form,
        "language": language,
        "languages": LANGUAGES,
        "fields": [*FIELDS.items(), *BLOCKS.items()],
        "previews": [] if form.errors else _previews(actor_of(request), template, language, **typed),
    }
    return render(request, "recognition/template.html", page, status=422 if form.errors else 200)


def _previews(actor: Actor, template: Template, language: str, subject: str, body: str) -> list[dict[str, Any]]:
    """The last twelve months of some real universities, in these words, as they would be printed; nothing of it is kept."""
    last = month_of(timezone.localdate())
    of = Round(unit=template.unit, name=template.name, first_month=last - 11, last_month=last, language=language, made_by=actor.person)
    network, texts = Network.objects.get().name, {language: Words(subject, body)}
    found = []
    for one in thanked(sections_of(template.unit)[:LOOKED_AT], Period(of.first_month, of.last_month))[:PREVIEWED]:
        letter = write(Letter(round=of, university=one.university, code=NO_CODE), one, texts, of, network, 0)
        found.append({"university": one.university, "letter": letter, "picture": _picture(letter)})
    return found


def _picture(letter: Letter) -> str:
    """Its first page, to stand in the page itself; empty when it cannot be printed just now."""
    try:
        return f"data:image/png;base64,{b64encode(pages(letter, SHARP)[0]).decode()}"
    except PrintError:
        return ""

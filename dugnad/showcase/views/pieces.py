"""The pieces of an activity: all formats at once, each as a file, and all of them in one."""

from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of, find
from dugnad.access.rules import Can
from dugnad.activities.models import Activity, Organiser
from dugnad.network.brands import brand_of
from dugnad.network.models import Unit
from dugnad.showcase.pieces.answers import as_file, as_zip, file_name, prints
from dugnad.showcase.pieces.arts import Art
from dugnad.showcase.pieces.formats import CARD, OF_AN_ACTIVITY
from dugnad.showcase.pieces.forms import WIDE, PieceForm, language_of, languages
from dugnad.showcase.pieces.of_activity import arts_of, job_of, photo_of, wording_of
from dugnad.web.verbs import reads


class Asked(NamedTuple):
    """An activity, and how its pieces are wanted."""

    activity: Activity
    arts: list[Art]
    form: PieceForm
    may_word: bool

    @property
    def language(self) -> str:
        return language_of(self.form)


@reads
@prints
def pieces(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The gallery."""
    asked, site = _asked(request, pk), site_of(request)
    page: dict[str, Any] = {"activity": asked.activity, "form": asked.form, "may_word": asked.may_word, "photo": photo_of(asked.activity), "wide": WIDE}
    if page["photo"]:
        page["high"] = round(WIDE * page["photo"].height / max(page["photo"].width, 1))
    if asked.form.is_valid():
        art, name = asked.form.cleaned_data["art"], file_name(asked.activity.title)
        page |= {"art": art, "address": _address(request, asked), "file": name, "site": site}
        with translation.override(asked.language):
            job = job_of(asked.activity, art, CARD, asked.form.worded(wording_of(asked.activity)), site=site)
        page |= {"alt": job.data["alt"], "proof": job.data.get("proof"), "formats": list(OF_AN_ACTIVITY.values())}
    return render(request, "showcase/pieces.html", page | {"arts": asked.arts}, status=200 if asked.form.is_valid() else 422)


@reads
@prints
def piece(request: HttpRequest, pk: UUID, name: str, kind: str) -> HttpResponseBase:
    """One file: `quilt-square.png`."""
    asked = _asked(request, pk)
    art, _dash, key = name.partition("-")
    form = OF_AN_ACTIVITY.get(key)
    if form is None or kind not in form.kinds or art not in [one.key for one in asked.arts] or not asked.form.is_valid():
        raise Http404
    with translation.override(asked.language):
        job = job_of(asked.activity, art, form, asked.form.worded(wording_of(asked.activity)), site=site_of(request))
    public = not asked.may_word and asked.activity.state == Activity.State.REGISTERED
    return as_file(request, job, form, kind, public=public)  # type: ignore[arg-type]


@reads
@prints
def everything(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All formats of the chosen art direction, and their words."""
    asked, site = _asked(request, pk), site_of(request)
    if not asked.form.is_valid():
        raise Http404
    art = asked.form.cleaned_data["art"]
    with translation.override(asked.language):
        wording = asked.form.worded(wording_of(asked.activity))
        jobs = [(f"{art}-{form.key}", job_of(asked.activity, art, form, wording, site=site), form) for form in OF_AN_ACTIVITY.values()]
        return as_zip(f"{asked.activity.title} {art}", jobs)


def _asked(request: HttpRequest, pk: UUID) -> Asked:
    """What the person may see and is not withdrawn, and what of it they may put into other words."""
    rows = Activity.objects.exclude(state=Activity.State.WITHDRAWN).select_related("unit")
    activity: Activity = find(request, Can.SEE_ACTIVITY, rows, pk=pk)
    actor = actor_of(request)
    parts = Organiser.objects.filter(activity=activity).exclude(state=Organiser.State.DECLINED)
    units = Unit.objects.filter(Q(pk=activity.unit_id) | Q(pk__in=parts.values("unit_id")))
    may_word = actor.known and allowed(actor, Can.WORD_PIECES, units).exists()
    offered, language = languages(brand_of(activity.unit)), request.GET.get("lang", "")
    with translation.override(language if language in dict(offered) else translation.get_language()):
        arts, wording = arts_of(activity, photo_of(activity)), wording_of(activity)
    return Asked(activity, arts, PieceForm(request.GET, arts=arts, offered=offered, wording=wording, may_word=may_word), may_word)


def _address(request: HttpRequest, asked: Asked) -> str:
    """What differs from what the record says, as the files of the gallery are asked for it."""
    said = {name: str(value) for name, value in asked.form.data.items() if name in request.GET or name in ("lang", "x", "y")}
    usual = {"x": "50", "y": "50", "art": said.get("art")}
    return urlencode({name: value for name, value in said.items() if name in asked.form.fields and usual.get(name) != value})


def site_of(request: HttpRequest) -> str:
    """The address under which the person has come here."""
    return f"{request.scheme}://{request.get_host()}"

"""The pieces of a unit and its months: infographic, five squares, banner; and the card that is shown for its page elsewhere."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.forms import BoundField
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation

from dugnad.access.checks import may
from dugnad.access.doors import actor_of
from dugnad.access.rules import Can
from dugnad.core.periods import Period, written
from dugnad.documents.press import Job
from dugnad.network.brands import brand_of
from dugnad.network.models import Unit
from dugnad.showcase.found import unit_of
from dugnad.showcase.pieces.answers import as_file, as_zip, file_name, prints
from dugnad.showcase.pieces.forms import WORDS, SpanForm, language_of, languages
from dugnad.showcase.pieces.of_unit import PIECES, Piece, Told, job_of, pieces_of, this_period, wording_of
from dugnad.showcase.pieces.told import span
from dugnad.showcase.views.pieces import site_of
from dugnad.web.verbs import reads


class Asked(NamedTuple):
    """A unit, and for which months and how its pieces are wanted."""

    unit: Unit
    form: SpanForm
    may_word: bool

    @property
    def language(self) -> str:
        return language_of(self.form)

    @property
    def told(self) -> Told:
        """The asked months; a missing end is that of this year."""
        usual = this_period(self.unit.today)
        first, last = self.form.cleaned_data["from"], self.form.cleaned_data["to"]
        first = usual.first if first is None else first
        return Told(self.unit, Period(first, max(usual.last, first) if last is None else last))

    def job(self, told: Told, piece: Piece, site: str) -> Job:
        return job_of(told, piece, self.form.worded(piece.words, wording_of(told, piece)), site=site)

    def address(self, piece: Piece | None = None) -> str:
        """What differs from what is usual, as the files are asked for it: of one piece its own words, else all of them."""
        said = {name: str(self.form[name].value()) for name in self.form.fields if self.form[name].value()}
        of_all = {name for name in said if "-" not in name}
        own = set(said) if piece is None else of_all | {f"{piece.words}-{word}" for word in WORDS}
        return urlencode({name: value for name, value in said.items() if name in own})


class Shown(NamedTuple):
    """A piece in the gallery: its words for those who do not see it, its address, and the fields of its words, once for those that share them."""

    piece: Piece
    alt: str
    address: str
    fields: list[BoundField]

    @property
    def typed(self) -> bool:
        """Does anything stand in them?"""
        return any(field.value() for field in self.fields)


@reads
@prints
def pieces(request: HttpRequest, code: str) -> HttpResponse:
    """The gallery."""
    asked, site = _asked(request, code), site_of(request)
    page: dict[str, Any] = {"unit": asked.unit, "form": asked.form, "may_word": asked.may_word}
    if asked.form.is_valid():
        with translation.override(asked.language):
            told = asked.told
            shown = list(_shown(asked, told, site))
        page |= {"pieces": shown, "span": span(told.period), "address": asked.address(), "file": file_name(f"{asked.unit} {span(told.period)}")}
    return render(request, "showcase/unit-pieces.html", page, status=200 if asked.form.is_valid() else 422)


def _shown(asked: Asked, told: Told, site: str) -> Iterator[Shown]:
    before: set[str] = set()
    for one in pieces_of(told):
        fields = [] if one.words in before else asked.form.beside(one.words, wording_of(told, one))
        before.add(one.words)
        yield Shown(one, asked.job(told, one, site).data["alt"], asked.address(one), fields)


@reads
@prints
def piece(request: HttpRequest, code: str, name: str, kind: str) -> HttpResponseBase:
    """One file: `infographic-a4.pdf`."""
    asked, wanted = _asked(request, code), PIECES.get(name)
    if wanted is None or kind not in wanted.form.kinds or not asked.form.is_valid():
        raise Http404
    with translation.override(asked.language):
        told = asked.told
        if wanted not in pieces_of(told):
            raise Http404
        return as_file(request, asked.job(told, wanted, site_of(request)), wanted.form, kind, public=not asked.may_word)  # type: ignore[arg-type]


@reads
@prints
def everything(request: HttpRequest, code: str) -> HttpResponse:
    """All of them, and their words."""
    asked, site = _asked(request, code), site_of(request)
    if not asked.form.is_valid():
        raise Http404
    with translation.override(asked.language):
        told = asked.told
        jobs = [(piece.key, asked.job(told, piece, site), piece.form) for piece in pieces_of(told)]
        if not jobs:
            raise Http404
        return as_zip(f"{asked.unit} {span(told.period)}", jobs)


@reads
@prints
def card(request: HttpRequest) -> HttpResponseBase:
    """The share card of the whole network, for every page that has no closer one."""
    top = Unit.objects.filter(parent=None, level__groups=False).first()
    if top is None:
        raise Http404
    return unit_card(request, top.code)


@reads
@prints
def unit_card(request: HttpRequest, code: str) -> HttpResponseBase:
    """The share card of a unit's page: its year so far."""
    unit, wanted = unit_of(code), PIECES["card"]
    told = Told(unit, this_period(unit.today))
    job = job_of(told, wanted, wording_of(told, wanted), site=site_of(request))
    return as_file(request, job, wanted.form, "png", public=True)


def _asked(request: HttpRequest, code: str) -> Asked:
    unit, actor = unit_of(code), actor_of(request)
    may_word = actor.known and may(actor, Can.WORD_PIECES, unit)
    usual = this_period(unit.today)
    offered = languages(brand_of(unit))
    words = dict.fromkeys(one.words for one in PIECES.values()) if may_word else ()
    form = SpanForm(request.GET, offered=offered, words=words, first=written(usual.first), last=written(usual.last))
    return Asked(unit, form, may_word)

"""A unit on other sites: pictures and frames that are live, themable, kept for some minutes, and track nobody."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.html import format_html

from dugnad.figures.kept import kept
from dugnad.network.brands import Look, brand_of
from dugnad.network.models import Unit
from dugnad.showcase.embedding import COUNTED, HIGH, KINDS, WIDE, Theme, drawn
from dugnad.showcase.found import unit_of
from dugnad.showcase.views.pieces import site_of
from dugnad.web.contrast import HEX
from dugnad.web.middleware import FRAMED
from dugnad.web.verbs import reads

NOTHING_ELSE = "default-src 'none'; frame-ancestors *"


@reads
def embeds(request: HttpRequest, code: str) -> HttpResponse:
    """The page that gives the snippets; what is chosen on it stands in its address."""
    unit = unit_of(code)
    look = brand_of(unit)
    theme, language, measure = _theme(request, look), _language(request, look), _measure(request)
    asked = f"theme={'dark' if theme.dark else 'light'}&lang={language}" + (f"&colour={theme.colour.lstrip('#')}" if theme.colour else "")
    shown = [_snippets(request, unit, what, asked + (f"&of={measure}" if what == "counter" else "")) for what in KINDS]
    page = {"unit": unit, "shown": shown, "theme": theme, "language": language, "measure": measure, "counted": COUNTED, "languages": settings.LANGUAGES}
    return render(request, "showcase/embeds.html", page)


def _snippets(request: HttpRequest, unit: Unit, what: str, asked: str) -> dict[str, Any]:
    place = f"/units/{unit.code.lower()}/embeds/{what}"
    site, title = site_of(request), f"{unit}: {KINDS[what]}"
    frame = format_html('<iframe src="{}{}/?{}" title="{}" width="{}" height="{}" loading="lazy"></iframe>', site, place, asked, title, WIDE, HIGH[what])
    image = format_html(
        '<a href="{}{}"><img src="{}{}.svg?{}" alt="{}" width="{}" height="{}"></a>', site, unit.get_absolute_url(), site, place, asked, title, WIDE, HIGH[what]
    )
    return {"what": what, "label": KINDS[what], "frame": frame, "image": image, "src": f"{place}.svg?{asked}", "width": WIDE, "height": HIGH[what]}


@reads
def picture(request: HttpRequest, code: str, what: str) -> HttpResponse:
    """The SVG: for pages that take pictures only."""
    answer = HttpResponse(_drawn(request, code, what)["svg"], content_type="image/svg+xml; charset=utf-8")
    answer["Content-Security-Policy"] = NOTHING_ELSE
    return _shared(answer)


@reads
def frame(request: HttpRequest, code: str, what: str) -> HttpResponse:
    """The same in a frame, where its links can be followed."""
    answer = render(request, "showcase/framed.html", _drawn(request, code, what))
    answer["Content-Security-Policy"] = FRAMED
    return _shared(answer)


def _drawn(request: HttpRequest, code: str, what: str) -> dict[str, Any]:
    """What stands in the address decides alone: not who asks, nor in which language their browser is."""
    if what not in KINDS:
        raise Http404
    unit = unit_of(code)
    look = brand_of(unit)
    theme, language, measure, site = _theme(request, look), _language(request, look), _measure(request), site_of(request)
    with translation.override(language):
        svg = kept("embed", lambda: drawn(what, unit, theme, site, measure), on=(unit.pk, what, theme, measure, site))
        return {"svg": svg, "language": language, "dark": theme.dark, "title": f"{unit}: {KINDS[what]}"}


def _shared(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "public, max-age=300"
    return answer


def _theme(request: HttpRequest, look: Look) -> Theme:
    """The asked colour, else the brand's; what is none is not asked for."""
    colour = "#" + request.GET.get("colour", "").lstrip("#")
    return Theme(dark=request.GET.get("theme") == "dark", colour=colour.upper() if HEX.fullmatch(colour) else look.colour)


def _language(request: HttpRequest, look: Look) -> str:
    asked, known = request.GET.get("lang", ""), dict(settings.LANGUAGES)
    return asked if asked in known else next((code for code in look.languages if code in known), settings.LANGUAGE_CODE)


def _measure(request: HttpRequest) -> str:
    asked = request.GET.get("of", "")
    return asked if asked in COUNTED else "activities"

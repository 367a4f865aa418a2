"""Reports for everybody: the list, a report as a page, as a PDF, as slides."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.paginator import Paginator
from django.db.models.fields.json import KT
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of, find
from dugnad.access.rules import Can
from dugnad.activities.models import Activity, Photo
from dugnad.documents.press import PrintError
from dugnad.figures.kept import kept
from dugnad.figures.proofs import shown
from dugnad.network.models import Unit
from dugnad.reports import documents
from dugnad.reports.content.made import content, titled
from dugnad.reports.models import Report
from dugnad.web.verbs import reads

PAGE = 30
WHAT = ("report", "slides")
PPI = {"report": 96, "slides": 96}


@reads
def reports(request: HttpRequest) -> HttpResponse:
    """The current editions, the newest first; one's own drafts before them."""
    actor = actor_of(request)
    rows = Report.objects.select_related("unit").defer("frozen")
    unit = Unit.objects.filter(code__iexact=request.GET["unit"]).first() if request.GET.get("unit") else None
    listed = rows.current().annotate(told=KT("frozen__title")).order_by("-published_at")
    if request.GET.get("unit"):
        listed = listed.filter(unit=unit)
    drafts = allowed(actor, Can.CHANGE_REPORT, rows).order_by("-changed_at")[:PAGE] if actor.grants else []
    page = Paginator(listed, PAGE).get_page(request.GET.get("page"))
    titles = [one.told for one in page]  # type: ignore[attr-defined]
    told = {"page": page, "rows": list(zip(page, titles, strict=True)), "drafts": [(one, titled(one)) for one in drafts], "unit": unit}
    near = [unit.pk] if unit else [grant.unit_id for grant in actor.grants]
    mine = allowed(actor, Can.MAKE_REPORT, Unit.objects.filter(pk__in=near)) if actor.grants else []
    return render(request, "reports/reports.html", told | {"may_begin": mine})


@reads
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """All of it on one page."""
    found = find(request, Can.SEE_REPORT, Report.objects.select_related("unit__level", "earlier"), slug=slug)
    made = content_of(found)
    actor = actor_of(request)
    page: dict[str, Any] = {
        "report": found,
        "content": made,
        "rtl": get_language_info(found.language)["bidi"],
        "sections": made["sections"],
        "proof": shown(found.proof) if found.proof else "",
        "newer": Report.objects.published().filter(earlier=found).first(),
        "draft": allowed(actor, Can.CHANGE_REPORT, Report.objects.filter(earlier=found)).first() if actor.known else None,
        "may_change": actor.known and may(actor, Can.CHANGE_REPORT, found),
        "may_renew": actor.known and may(actor, Can.RENEW_REPORT, found),
        **shown_still(made),
    }
    return render(request, "reports/report.html", page)


def prints(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What cannot be printed just now is said in one sentence; it is nobody's mistake who reads it."""

    @wraps(view)
    def inner(request: HttpRequest, **asked: Any) -> HttpResponse:
        try:
            return view(request, **asked)
        except PrintError:
            return HttpResponse(_("This report is too large to be printed just now. Its page can be read all the same."), status=503, content_type="text/plain")

    return inner


@reads
@prints
def pdf(request: HttpRequest, slug: str, what: str) -> HttpResponse:
    """The print, or the slides, as one PDF."""
    found = find(request, Can.SEE_REPORT, Report.objects.select_related("unit"), slug=slug)
    answer = HttpResponse(printed(found, what, "pdf")[0], content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{found.slug}{"" if what == "report" else "-slides"}.pdf"'
    return answer


@reads
@prints
def picture(request: HttpRequest, slug: str, what: str, number: int) -> HttpResponse:
    """One page or slide as a picture."""
    found = find(request, Can.SEE_REPORT, Report.objects.select_related("unit"), slug=slug)
    pages = printed(found, what, "png")
    if not 1 <= number <= len(pages):
        raise Http404
    answer = HttpResponse(pages[number - 1], content_type="image/png")
    answer["Content-Disposition"] = f'inline; filename="{found.slug}-{what}-{number}.png"'
    answer["Cache-Control"] = "private, max-age=300" if found.published_at is None else "public, max-age=86400"
    return answer


def content_of(found: Report) -> Any:
    """What was frozen, or what the figures say now."""
    if found.frozen is not None:
        return found.frozen
    return kept("report", lambda: content(found, found.unit.today), on=(found.pk, found.changed_at))


def printed(found: Report, what: str, kind: Any) -> list[bytes]:
    """The finished pages."""
    if what not in WHAT:
        raise Http404
    return documents.pages(found, content_of(found), what, kind, ppi=PPI[what])


def shown_still(made: Any) -> dict[str, Any]:
    """Of the activities that the report tells of: which have a page, and which photos are still shown."""
    items = [item for section in made["sections"] for block in section["blocks"] if block["kind"] in ("examples", "lessons") for item in block["items"]]
    open_ = Activity.objects.registered().filter(pk__in=[item["id"] for item in items]).values_list("pk", flat=True)
    photos = Photo.objects.filter(pk__in=[item["photo"] for item in items if item["photo"]], hidden_at=None)
    return {"open": {str(pk) for pk in open_}, "photos": {str(photo.pk): photo for photo in photos}}

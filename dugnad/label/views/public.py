"""The page of a label that an activity carries or carried, its badge, and its credential: the same for everybody."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.html import format_html

from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.certificates import checking, issuer
from dugnad.certificates.actions.badge import badge_of
from dugnad.certificates.badge import organisers
from dugnad.certificates.models import Badge
from dugnad.certificates.views.public import ORDER
from dugnad.core.errors import Refused
from dugnad.label.drawing import alt, png, stands, svg
from dugnad.label.reasons import marks_of, sentence
from dugnad.label.steps import step_of
from dugnad.network.models import Unit
from dugnad.review.models import Award
from dugnad.web.verbs import reads

KINDS = {"svg": "image/svg+xml; charset=utf-8", "png": "image/png"}
NOTHING_ELSE = "default-src 'none'"
MINUTES = 300


@reads
def award(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which activity, which step, why, since when; or that it does not stand any more, and why."""
    found = _found(pk)
    page: dict[str, Any] = {"award": found, "activity": found.activity, "stands": stands(found), "alt": alt(found)}
    if found.activity.state == Activity.State.REGISTERED:
        page |= _about(found)
    if stands(found) and actor_of(request).known:
        page["may_choose"] = allowed(actor_of(request), Can.CHOOSE_SPOTLIGHT, Unit.objects.filter(parent=None)).exists()
        page["may_revoke"] = may(actor_of(request), Can.REVOKE_AWARD, found)
    return render(request, "label/award.html", page)


def _about(found: Award) -> dict[str, Any]:
    marks = marks_of([found])[found.pk]
    step, steps = step_of(found.step_id)
    kept = Badge.objects.filter(award=found).select_related("key").first()
    address = issuer.address(found.get_absolute_url())
    return {
        "step": step,
        "steps": steps,
        "label": words().terms[found.step_id],
        "marks": marks,
        "reason": sentence(marks),
        "most": found.case.rubric.most,
        "reviews": found.case.reviews.filter(round=found.case.round, given_at__isnull=False, dropped_at=None).count(),
        "units": organisers(found.activity),
        "badge": kept,
        "proved": kept is None or checking.proved(kept),
        "issuer": issuer.name(),
        "snippet": format_html('<a href="{}"><img src="{}badge.svg" alt="{}" width="128" height="128"></a>', address, address, alt(found)),
    }


@reads
def badge(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """The badge for any page; struck through once the label is void, so that no copy of the address goes on praising."""
    if kind not in KINDS:
        raise Http404
    found = _found(pk)
    drawn = svg(found)
    etag = f'"{sha256(f"{kind}{drawn}".encode()).hexdigest()[:32]}"'
    answer = get_conditional_response(request, etag=etag) or HttpResponse(png(found) if kind == "png" else drawn, content_type=KINDS[kind])
    answer["ETag"], answer["Cache-Control"] = etag, f"public, max-age={MINUTES}"
    answer["Content-Security-Policy"], answer["Access-Control-Allow-Origin"] = NOTHING_ELSE, "*"
    return answer


@reads
def credential(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The signed credential of a label that stands: made when it is first asked for, and the same ever after."""
    found = _found(pk)
    if not stands(found):
        raise Http404
    try:
        kept = (Badge.objects.filter(award=found).first() or badge_of(found)).credential
    except Refused as no:
        return HttpResponse(str(no), status=503, content_type="text/plain; charset=utf-8")
    document = {name: kept[name] for name in ORDER if name in kept}
    answer = JsonResponse(document, json_dumps_params={"indent": 2, "ensure_ascii": False}, content_type="application/vc")
    answer["Content-Disposition"] = f'attachment; filename="label-{found.pk}.json"'
    answer["Access-Control-Allow-Origin"], answer["Cache-Control"] = "*", f"public, max-age={MINUTES}"
    return answer


def _found(pk: UUID) -> Award:
    """Public, whoever asks: of a withdrawn activity the page says that, and nothing else."""
    found = Award.objects.select_related("activity__unit", "case__rubric", "step").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found

"""What everybody may look at who has the code; and where anybody checks a credential."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of, find
from dugnad.access.rules import Can
from dugnad.certificates import checking, issuer
from dugnad.certificates.documents import says
from dugnad.certificates.forms import CheckForm
from dugnad.certificates.models import Certificate
from dugnad.certificates.views import prints
from dugnad.web.verbs import reads, shows_and_takes

State = Certificate.State
ORDER = (
    "@context",
    "id",
    "type",
    "name",
    "issuer",
    "validFrom",
    "awardedDate",
    "credentialSubject",
    "evidence",
    "credentialStatus",
    "proof",
)  # as people read it


@reads
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Valid, revoked (by whom and why), or withdrawn (and nothing else). A code typed otherwise leads to its page."""
    exact = checking.code_in(code)
    found = find(request, Can.SEE_CERTIFICATE, Certificate.objects.select_related("unit", "activity", "key"), code=exact)
    if exact != code:
        return redirect(found)
    page: dict[str, Any] = {"certificate": found, "may_revoke": may(actor_of(request), Can.REVOKE_CERTIFICATE, found)}
    if found.state != State.WITHDRAWN:
        page |= {"says": says(found), "proved": checking.proved(found), "issuer": issuer.name()}
    return prints.private(render(request, "certificates/certificate.html", page))


@reads
def pdf(request: HttpRequest, code: str) -> HttpResponse:
    """The paper."""
    return prints.answer(_given(request, code), "pdf")


@reads
def png(request: HttpRequest, code: str) -> HttpResponse:
    """The paper as a picture, for its page."""
    return prints.answer(_given(request, code), "png")


@reads
def credential(request: HttpRequest, code: str) -> HttpResponse:
    """The signed credential, as a file to keep in a wallet or to send."""
    found = _given(request, code)
    kept = found.credential or {}
    document = {name: kept[name] for name in ORDER if name in kept}
    answer = JsonResponse(document, json_dumps_params={"indent": 2, "ensure_ascii": False}, content_type="application/vc")
    answer["Content-Disposition"] = f'attachment; filename="credential-{found.code}.json"'
    answer["Access-Control-Allow-Origin"] = "*"
    return prints.private(answer)


@shows_and_takes
def check(request: HttpRequest) -> HttpResponse:
    """A code leads to its page; a credential is compared with what was signed."""
    form = CheckForm(request.POST or None, request.FILES or None)
    page: dict[str, Any] = {"form": form, "issuer": issuer.name()}
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        if award := checking.award_in(text):
            return redirect(f"/label/{award}/")
        if code := checking.code_in(text):
            known = allowed(actor_of(request), Can.SEE_CERTIFICATE, Certificate.objects.filter(code=code)).first()
            if known:
                return redirect(known)
            page["verdict"] = checking.Verdict("unknown")
        else:
            page["verdict"] = checking.checked(text)
    return prints.private(render(request, "certificates/check.html", page, status=422 if form.errors else 200))


def _given(request: HttpRequest, code: str) -> Certificate:
    found: Certificate = find(request, Can.SEE_CERTIFICATE, Certificate.objects.select_related("unit", "activity"), code=code)
    if found.state != State.GIVEN:
        raise Http404
    return found

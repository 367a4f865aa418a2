"""The paper as an answer: a PDF to keep, or a picture for the page."""

from typing import Literal

from django.http import HttpResponse
from django.utils.translation import gettext as _

from dugnad.certificates.documents import paper
from dugnad.certificates.models import Certificate
from dugnad.documents.press import PrintError, printed

KINDS = {"pdf": "application/pdf", "png": "image/png"}


def answer(certificate: Certificate, kind: Literal["pdf", "png"]) -> HttpResponse:
    """Never kept by anybody on the way: it may be withdrawn tomorrow."""
    try:
        content = printed(paper(certificate), kind, ppi=110)[0]
    except PrintError:
        return private(HttpResponse(_("This could not be printed just now. Try again in a minute."), status=503, content_type="text/plain"))
    answer = HttpResponse(content, content_type=KINDS[kind])
    if kind == "pdf":
        answer["Content-Disposition"] = f'inline; filename="certificate-{certificate.code}.pdf"'
    return private(answer)


def private(answer: HttpResponse) -> HttpResponse:
    """About a person: for whoever has the address, not for search engines and caches."""
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return answer

"""What the volunteer sees by the link in the mail: exactly what would be published, to agree to or to decline; later, to withdraw."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.certificates import issuer
from dugnad.certificates.actions import answer
from dugnad.certificates.documents import says
from dugnad.certificates.links import by_secret
from dugnad.certificates.models import Certificate
from dugnad.certificates.tasks import send_given
from dugnad.certificates.views import prints
from dugnad.core.errors import Refused
from dugnad.web.verbs import reads, shows_and_takes

State = Certificate.State
ANSWERS: dict[str, Callable[[Certificate], Certificate]] = {"agree": answer.consent, "decline": answer.decline, "withdraw": answer.withdraw}


@shows_and_takes
def yours(request: HttpRequest, secret: str) -> HttpResponse:
    """Nothing happens by opening it: an answer is a button."""
    found = by_secret(secret)
    if found is None:
        return prints.private(render(request, "certificates/over.html", status=404))
    if request.method == "POST":
        return prints.private(_answered(request, found, secret))
    waits = found.state == State.OFFERED and found.expires_at > timezone.now()
    page: dict[str, Any] = {"certificate": found, "secret": secret, "waits": waits, "page": issuer.address(found.get_absolute_url())}
    if found.name:
        page["says"] = says(found)
    return prints.private(render(request, "certificates/yours.html", page, status=200 if found.name else 410))


@reads
def preview(request: HttpRequest, secret: str) -> HttpResponse:
    """The paper as it would be, were it agreed to now."""
    found = by_secret(secret)
    if found is None or found.state not in (State.OFFERED, State.GIVEN):
        raise Http404
    found.answered_at = found.answered_at or timezone.now()
    return prints.answer(found, "png")


def _answered(request: HttpRequest, found: Certificate, secret: str) -> HttpResponse:
    act = ANSWERS.get(request.POST.get("answer", ""))
    if act is None:
        messages.error(request, _("Choose one of the answers."))
    else:
        try:
            now = act(found)
        except Refused as no:
            messages.error(request, str(no))
        else:
            if now.state == State.GIVEN:
                send_given.enqueue(certificate=str(now.pk))
                messages.success(request, _("It is yours: published, and signed."))
    return redirect("your-certificate", secret=secret)

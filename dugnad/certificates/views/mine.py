"""All certificates of a person, who needs no account: by a link that is sent to the address to which they were offered."""

from hashlib import sha256
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.certificates.forms import AddressForm
from dugnad.certificates.links import address_in, secret_of
from dugnad.certificates.models import Certificate
from dugnad.certificates.tasks import send_all_of
from dugnad.certificates.views import prints
from dugnad.web.verbs import reads, shows_and_takes

KEPT = "certificates-of"
HOUR, BETWEEN = 3600, 600


@shows_and_takes
def mine(request: HttpRequest) -> HttpResponse:
    """The list for whoever proved an address within the hour, or has an account with it; for everybody else, the way to it."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _ask(form.cleaned_data["email"])
        messages.info(request, _("If there are certificates for this address, a link to them is on its way. It works for a day."))
        return redirect("my-certificates")
    emails = _proved(request)
    rows = list(Certificate.objects.of(emails).select_related("unit", "activity")) if emails else []
    page: dict[str, Any] = {"emails": emails, "rows": [(row, secret_of(row)) for row in rows], "form": form, "now": timezone.now()}
    return prints.private(render(request, "certificates/mine.html", page, status=422 if form.errors else 200))


@reads
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The link in the mail: for an hour this browser sees the list."""
    email = address_in(token)
    if not email:
        return prints.private(render(request, "certificates/over.html", status=404))
    request.session[KEPT] = [email, timezone.now().timestamp()]
    return redirect("my-certificates")


def _ask(email: str) -> None:
    """At most one mail in ten minutes, and the same answer whether there is something or not."""
    if cache.add(f"certificates-asked:{sha256(email.encode()).hexdigest()}", 1, BETWEEN) and (found := Certificate.objects.of([email]).first()):
        send_all_of.enqueue(certificate=str(found.pk), language=get_language() or "en")


def _proved(request: HttpRequest) -> list[str]:
    kept, since = request.session.get(KEPT, ("", 0))
    by_link = [kept] if kept and timezone.now().timestamp() - since < HOUR else []
    by_account = EmailAddress.objects.filter(user=request.user, verified=True) if request.user.is_authenticated else EmailAddress.objects.none()
    return list(dict.fromkeys([*by_link, *(email.lower() for email in by_account.values_list("email", flat=True))]))

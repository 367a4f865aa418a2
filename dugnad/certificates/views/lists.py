"""A whole list of volunteers: read, shown as it was understood, and only then offered."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.certificates.actions.offer import offer_to_all
from dugnad.certificates.forms import ListForm
from dugnad.certificates.lists import Found, as_text, volunteers
from dugnad.certificates.tasks import send_offer
from dugnad.certificates.views.giving import chosen
from dugnad.core.errors import Refused
from dugnad.network.models import Unit
from dugnad.web.verbs import shows_and_takes

MOST_BYTES = 10_000_000


@signed_in
@shows_and_takes
def offer(request: HttpRequest, code: str) -> HttpResponse:
    """What is wrong is said row by row, and the list stands in the form to be put right there, even if it came as a file."""
    unit = find(request, Can.OFFER_CERTIFICATE, Unit.objects.select_related("parent"), code__iexact=code)
    form = ListForm(request.POST or None, request.FILES or None, unit=unit, chosen=chosen(request, unit))
    page: dict[str, Any] = {"unit": unit, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            found = _read(form)
            if found.volunteers and "really" in request.POST:
                return _done(request, unit, form, found)
            page["found"] = found if found.volunteers else None
        except Refused as no:
            form.add_error("text" if no.field not in form.fields else no.field, f"{no.data['email']}: {no}" if "email" in no.data else str(no))
    return render(request, "certificates/offer_list.html", page, status=422 if form.errors else 200)


def _read(form: ListForm) -> Found:
    """The text, or the file as if it had been pasted."""
    said = form.cleaned_data
    text = said["text"]
    if file := said["file"]:
        if file.size > MOST_BYTES:
            raise Refused("too-large", form.fields["file"].widget.attrs["data-too-large"], field="file")
        text = as_text(file.read(), file.name)
        form.data = {**form.data.dict(), "text": text}  # type: ignore[attr-defined]
    found = volunteers(text)
    for says in found.wrong:
        form.add_error("text", says)
    return Found() if found.wrong else found


def _done(request: HttpRequest, unit: Unit, form: ListForm, found: Found) -> HttpResponse:
    with transaction.atomic():  # nobody is offered one without being asked
        made = offer_to_all(actor_of(request), unit, form.chosen, found.volunteers, language=form.cleaned_data["language"])
        for certificate in made:
            send_offer.enqueue(certificate=str(certificate.pk))
    before = len(found.volunteers) - len(made)
    says = ngettext("%(n)s volunteer is asked by mail.", "%(n)s volunteers are asked by mail.", len(made)) % {"n": len(made)}
    if before:
        says += " " + ngettext("%(n)s had been asked before.", "%(n)s had been asked before.", before) % {"n": before}
    messages.success(request, says)
    return redirect("certificates", code=unit.code.lower())

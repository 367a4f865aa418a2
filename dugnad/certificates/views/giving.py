"""For coordinators: what their unit offered, offering one, and taking one back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.checks import allowed, may
from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.certificates.actions.offer import ask_again
from dugnad.certificates.actions.offer import offer as offer_one
from dugnad.certificates.actions.revoke import revoke as take_back
from dugnad.certificates.forms import OfferForm, RevokeForm, activity_of
from dugnad.certificates.models import Certificate
from dugnad.certificates.tasks import send_offer, send_revoked
from dugnad.core.errors import Refused
from dugnad.network.models import Unit
from dugnad.web.refusals import say
from dugnad.web.verbs import reads, shows_and_takes

EACH = 50
State = Certificate.State


@signed_in
@reads
def of_unit(request: HttpRequest, code: str) -> HttpResponse:
    """All that the unit offered, the newest first."""
    unit = find(request, Can.LIST_CERTIFICATES, Unit.objects.select_related("parent"), code__iexact=code)
    return _listed(request, unit, Certificate.objects.filter(unit=unit))


@signed_in
@reads
def of_activity(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Those of one activity, offered by any of its organisers that the person speaks for."""
    activity = Activity.objects.select_related("unit__parent").filter(pk=pk).exclude(state=Activity.State.PLANNED).first()
    if activity is None:
        raise Http404
    organisers = Unit.objects.filter(Q(pk=activity.unit_id) | Q(joint__activity=activity) & ~Q(joint__state="declined")).distinct()
    mine = list(allowed(actor_of(request), Can.LIST_CERTIFICATES, organisers).select_related("parent"))
    if not mine:
        raise Http404
    unit = next((one for one in mine if one.pk == activity.unit_id), mine[0])
    return _listed(request, unit, Certificate.objects.filter(activity=activity, unit__in=mine), activity)


@signed_in
@shows_and_takes
def offer(request: HttpRequest, code: str) -> HttpResponse:
    """One volunteer."""
    unit = find(request, Can.OFFER_CERTIFICATE, Unit.objects.select_related("parent"), code__iexact=code)
    form = OfferForm(request.POST or None, unit=unit, chosen=chosen(request, unit))
    if request.method == "POST" and form.is_valid():
        try:
            made = offer_one(actor_of(request), unit, form.chosen, form.volunteer, language=form.cleaned_data["language"])
        except Refused as no:
            say(form, no)
        else:
            send_offer.enqueue(certificate=str(made.pk))
            messages.success(request, _("%(name)s is asked by mail. The certificate is given once the answer is yes.") % {"name": made.name})
            return redirect("certificates", code=unit.code.lower())
    return render(request, "certificates/offer.html", {"unit": unit, "form": form}, status=422 if form.errors else 200)


@signed_in
@shows_and_takes
def revoke(request: HttpRequest, code: str) -> HttpResponse:
    """A given certificate with a reason; an offer that waits, without."""
    found = find(request, Can.REVOKE_CERTIFICATE, Certificate.objects.select_related("unit"), code=code)
    form = RevokeForm(request.POST or None)
    given = found.state == State.GIVEN
    if request.method == "POST" and (form.is_valid() or not given):
        try:
            now = take_back(actor_of(request), found, reason=form.cleaned_data.get("reason", "") if given else "")
        except Refused as no:
            say(form, no)
        else:
            if now.state == State.REVOKED:
                send_revoked.enqueue(certificate=str(now.pk))
            messages.success(request, _("It is revoked; whoever checks it reads why.") if now.state == State.REVOKED else _("The offer is taken back."))
            return redirect("certificates", code=now.unit.code.lower())
    page = {"certificate": found, "form": form, "given": given}
    return render(request, "certificates/revoke.html", page, status=422 if given and form.errors else 200)


@signed_in
@require_POST
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """The mail once more."""
    found = find(request, Can.REVOKE_CERTIFICATE, Certificate.objects.select_related("unit"), code=code)
    try:
        ask_again(actor_of(request), found)
    except Refused as no:
        messages.error(request, str(no))
    else:
        send_offer.enqueue(certificate=str(found.pk))
        messages.success(request, _("%(name)s is asked once more.") % {"name": found.name})
    return redirect("certificates", code=found.unit.code.lower())


def chosen(request: HttpRequest, unit: Unit) -> Activity | None:
    """The activity from whose page one came, if the unit may speak of it."""
    pk = activity_of(request.GET.get("activity", ""))
    return Activity.objects.registered().organised_by(unit).filter(pk=pk).first() if pk else None


def _listed(request: HttpRequest, unit: Unit, rows: Any, activity: Activity | None = None) -> HttpResponse:
    page = Paginator(rows.select_related("activity", "unit"), EACH).get_page(request.GET.get("page"))
    counts = dict(rows.order_by().values_list("state").annotate(many=Count("pk")))
    told = {
        "unit": unit,
        "activity": activity,
        "page": page,
        "given": counts.get(State.GIVEN, 0),
        "waiting": counts.get(State.OFFERED, 0),
        "may_offer": may(actor_of(request), Can.OFFER_CERTIFICATE, unit) and (activity is None or activity.state == Activity.State.REGISTERED),
    }
    return render(request, "certificates/list.html", told)

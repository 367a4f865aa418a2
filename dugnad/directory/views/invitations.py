"""An invitation: accept it by its link, send it anew, withdraw it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import NotAllowed, Refused
from dugnad.directory import actions
from dugnad.directory.actions.invite import hashed
from dugnad.directory.forms import AcceptForm
from dugnad.directory.views.units import send
from dugnad.network.models import Invitation, Person
from dugnad.web.refusals import say
from dugnad.web.verbs import shows_and_takes


@shows_and_takes
def accept(request: HttpRequest, secret: str) -> HttpResponse:
    """Somebody new chooses a password; somebody known signs in first and takes the office."""
    invitation = Invitation.objects.waiting().select_related("unit", "invited_by").filter(secret_hash=hashed(secret)).first()
    if invitation is None:
        return render(request, "directory/over.html", status=404)
    known = Person.objects.filter(email=invitation.email).first()
    if known and request.user != known:
        if request.user.is_authenticated:  # sending on to the sign-in would come straight back
            says = _("It is for %(email)s, and you are signed in as somebody else. Sign out, then open the link again.") % {"email": invitation.email}
            return render(request, "directory/accept.html", {"invitation": invitation, "other": says}, status=409)
        return redirect_to_login(request.get_full_path())
    form = None if known else AcceptForm(request.POST or None)
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            person = actions.accept(invitation, **(form.cleaned_data if form else {}))
        except NotAllowed:
            return render(request, "directory/over.html", status=404)  # the unit has closed since
        except Refused as no:
            if form is None:
                return render(request, "directory/over.html", {"says": str(no)}, status=409)
            say(form, no)
        else:
            login(request, person, backend="dugnad.access.backend.SignIn")
            messages.success(request, _("Welcome. This is your desk."))
            return redirect("desk")
    return render(request, "directory/accept.html", {"invitation": invitation, "form": form}, status=422 if form and form.errors else 200)


@signed_in
@require_POST
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The link works no more."""
    found = find(request, Can.SEE_INVITATION, Invitation.objects.waiting().select_related("unit"), pk=pk)
    actions.withdraw_invitation(actor_of(request), found)
    messages.success(request, _("The invitation is withdrawn."))
    return redirect("offices", code=found.unit.code.lower())


@signed_in
@require_POST
def resend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A new link, by mail."""
    found = find(request, Can.SEE_INVITATION, Invitation.objects.waiting().select_related("unit"), pk=pk)
    actions.resend(actor_of(request), found)
    send(request, found)
    messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": found.email})
    return redirect("offices", code=found.unit.code.lower())

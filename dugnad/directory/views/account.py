"""One's own account: name, language, addresses, tokens."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.models import Token
from dugnad.access.rules import Can
from dugnad.access.tokens import make
from dugnad.access.tokens import revoke as end
from dugnad.directory import actions
from dugnad.directory.forms import PersonForm, TokenForm
from dugnad.network.models import Office, Person
from dugnad.web.verbs import shows_and_takes


@signed_in
@shows_and_takes
def account(request: HttpRequest) -> HttpResponse:
    """Name and language; the rest is a link away."""
    person = Person.objects.get(pk=request.user.pk)
    now = {"name": person.name, "language": person.language or "en", "wants_milestones": person.wants_milestones}
    form = PersonForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        actions.edit_person(actor_of(request), person, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("account")
    offices = Office.objects.held_on().filter(person=person).select_related("unit")
    return render(request, "directory/account.html", {"form": form, "person": person, "offices": offices}, status=422 if form.errors else 200)


@signed_in
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out on every device, and end every token."""
    actions.sign_out_everywhere(actor_of(request), Person.objects.get(pk=request.user.pk))
    logout(request)
    messages.success(request, _("You are signed out everywhere; your tokens work no more."))
    return redirect("account_login")


@signed_in
@shows_and_takes
def tokens(request: HttpRequest) -> HttpResponse:
    """Tokens of one's programs; a new one is shown once."""
    form, secret = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        until = timezone.now() + timedelta(days=form.cleaned_data["days"])
        person = Person.objects.get(pk=request.user.pk)
        _token, secret = make(actor_of(request), person, form.cleaned_data["name"], form.cleaned_data["scope"], until)
    own = Token.objects.filter(person=Person.objects.get(pk=request.user.pk)).order_by("-made_at")[:100]
    return render(request, "directory/tokens.html", {"form": form, "secret": secret, "tokens": own}, status=422 if form.errors else 200)


@signed_in
@require_POST
def revoke(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The token works no more."""
    end(actor_of(request), find(request, Can.USE_TOKEN, Token.objects.all(), pk=pk))
    messages.success(request, _("The token works no more."))
    return redirect("tokens")

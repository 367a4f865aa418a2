"""How a unit looks on what is made for it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dugnad.access.doors import actor_of, find, signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import Refused
from dugnad.directory import actions
from dugnad.directory.forms import BrandForm
from dugnad.network.brands import Look, brand_above, brand_of
from dugnad.network.models import Brand, Unit
from dugnad.web.contrast import contrast, readable
from dugnad.web.verbs import shows_and_takes

PAPER = "#F6F0E4"


@signed_in
@shows_and_takes
def brand(request: HttpRequest, code: str) -> HttpResponse:
    """The form, with what is inherited, and the unit's card as it looks now."""
    unit = find(request, Can.EDIT_BRAND, Unit.objects.select_related("parent"), code__iexact=code)
    own = Brand.objects.filter(unit=unit).first() or Brand(unit=unit)
    form = BrandForm(request.POST or None, request.FILES or None, brand=own, above=brand_above(unit))
    if request.method == "POST" and form.is_valid() and _saved(request, unit, form):
        messages.success(request, _("Saved. Everything that is made from now on looks so."))
        return redirect("brand", code=unit.code.lower())
    page = {"unit": unit, "form": form, "own": own} | _shown(brand_of(unit))
    return render(request, "directory/brand.html", page, status=422 if form.errors else 200)


def _saved(request: HttpRequest, unit: Unit, form: BrandForm) -> bool:
    said: dict[str, Any] = dict(form.cleaned_data)
    logo = said.pop("logo")
    try:
        actions.edit_brand(actor_of(request), unit, logo=logo, size=logo.size if logo else 0, **said)
    except Refused as no:
        form.add_error(no.field, str(no))
        return False
    return True


def _shown(look: Look) -> dict[str, Any]:
    """The colour as it is, and as it is used for words on paper, so that they can be read."""
    if not look.colour:
        return {"look": look}
    used = readable(look.colour, PAPER)
    return {
        "look": look,
        "used": used,
        "corrected": used.lower() != look.colour.lower(),
        "ratio": contrast(look.colour, PAPER),
        "ratio_used": contrast(used, PAPER),
    }

"""The market: every idea, by words and facets; the address is the search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dugnad.access.doors import actor_of
from dugnad.ideas import asking, shelf, showing
from dugnad.ideas.search import PAGE, search
from dugnad.web.verbs import reads


@reads
def ideas(request: HttpRequest) -> HttpResponse:
    """A page of ideas; what is wrong in the address is said at its field."""
    form, wanted = asking.read(request.GET)
    found = search(wanted)
    page = {
        "form": form,
        "wanted": wanted,
        "found": found,
        "many": len(shelf.shelf().keys),
        "ideas": showing.many(found.ideas),
        "facets": asking.facets(form, found),
        "doable": [form[name] for name in ("people", "budget", "within")],
        "pages": -(-found.total // PAGE),
        "may_write": bool(actor_of(request).grants),
    }
    return render(request, "ideas/ideas.html", page, status=422 if form.errors else 200)

"""Good examples: what carries the label, with the reason in a sentence, so that others can do it too."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of
from dugnad.access.rules import Can
from dugnad.label.examples import Asked
from dugnad.label.spotlight import lit
from dugnad.network.models import Unit
from dugnad.web.verbs import reads


@reads
def examples(request: HttpRequest) -> HttpResponse:
    """The newest label first, a page at a time."""
    asked = Asked(request.GET)
    page: dict[str, Any] = {
        "asked": asked,
        "rows": asked.page(),
        "lit": None if asked.narrowed or asked.number > 1 else lit(),
        "may_choose": actor_of(request).known and allowed(actor_of(request), Can.CHOOSE_SPOTLIGHT, Unit.objects.filter(parent=None)).exists(),
    }
    return render(request, "label/examples.html", page, status=422 if asked.form.errors else 200)

"""About: what this is, and the definition of every figure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dugnad.activities.vocabulary import words
from dugnad.web.verbs import reads


@reads
def about(request: HttpRequest) -> HttpResponse:
    """The limits are the vocabulary's own."""
    known = words()
    return render(request, "showcase/about.html", {"counts": known.current.get("count", []), "causes": known.current.get("cause", [])})

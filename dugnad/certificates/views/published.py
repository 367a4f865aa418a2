"""What a program needs to check a credential without us: who signs, with which keys, and what is void."""

from hashlib import sha256
from typing import Any

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from dugnad.certificates import issuer as issued
from dugnad.certificates import statuses
from dugnad.certificates.actions.keys import sign
from dugnad.certificates.models import SigningKey
from dugnad.web.verbs import reads

HOUR, MINUTES = 3600, 300


@reads
def issuer(request: HttpRequest) -> HttpResponse:
    """Who signs, in words: the keys with their days, and how to check."""
    page = {
        "name": issued.name(),
        "keys": SigningKey.objects.order_by("-number"),
        "lists": range(1, statuses.lists() + 1) if SigningKey.objects.exists() else [],
    }
    return render(request, "certificates/issuer.html", page)


@reads
def profile(request: HttpRequest) -> HttpResponse:
    """The same for programs: the issuer's profile of Open Badges 3.0."""
    return _open(issued.profile())


@reads
def keys(request: HttpRequest) -> HttpResponse:
    """The DID document."""
    return _open(issued.document())


@reads
def status(request: HttpRequest, number: int) -> HttpResponse:
    """The signed list of what is void. It is signed anew when something else is void, and every hour."""
    key = SigningKey.objects.last()
    if key is None or not 1 <= number <= statuses.lists():
        raise Http404
    now, cache = timezone.now().replace(minute=0, second=0, microsecond=0), caches["pictures"]
    places = statuses.void(number)
    told = sha256(repr(places).encode()).hexdigest()
    asked = f"certificates-status:{number}:{key.number}:{told}:{now.isoformat()}:{issued.name()}"
    found: dict[str, Any] | None = cache.get(asked)
    if found is None:
        found = sign(statuses.status_list(number, places, now), key, now)
        cache.set(asked, found, HOUR)
    return _open(found, content_type="application/vc")


def _open(document: dict[str, Any], content_type: str = "application/json") -> HttpResponse:
    answer = JsonResponse(document, json_dumps_params={"indent": 2, "ensure_ascii": False}, content_type=content_type)
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Cache-Control"] = f"public, max-age={MINUTES}"
    return answer

"""The published lists of which certificates are void: one bit for each, at a place drawn at random, so that the list tells nothing else.

https://www.w3.org/TR/vc-bitstring-status-list/
"""

import gzip
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from dugnad.certificates import issuer
from dugnad.certificates.models import Certificate
from dugnad.certificates.proof import CREDENTIALS

LENGTH = 131_072  # the least that the standard asks for: a place hides among many
VALID = timedelta(days=7)


def list_address(index: int) -> str:
    return issuer.address(f"/certificates/status/{index // LENGTH + 1}/")


def place_in(index: int) -> int:
    return index % LENGTH


def free_place() -> int:
    """A place that nobody has, in the list that is being filled: up to half."""
    taken = Certificate.objects.filter(status_index__isnull=False)
    base = taken.count() // (LENGTH // 2) * LENGTH
    while taken.filter(status_index=(index := base + secrets.randbelow(LENGTH))).exists():
        pass
    return index


def lists() -> int:
    """How many there are; the first is there from the beginning."""
    last = Certificate.objects.filter(status_index__isnull=False).order_by("-status_index").values_list("status_index", flat=True).first()
    return (last or 0) // LENGTH + 1


def status_list(number: int, now: datetime) -> dict[str, Any]:
    """The list as it is now, before it is signed; good for a week, so that nobody shows an old one."""
    first = (number - 1) * LENGTH
    void = Certificate.objects.void().filter(status_index__gte=first, status_index__lt=first + LENGTH)
    where = issuer.address(f"/certificates/status/{number}/")
    return {
        "@context": [CREDENTIALS],
        "id": where,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer.name(),
        "validFrom": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "validUntil": (now + VALID).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "credentialSubject": {
            "id": f"{where}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": bits(place_in(index or 0) for index in void.values_list("status_index", flat=True)),
        },
    }


def bits(places: Iterable[int]) -> str:
    """The first bit is the highest of the first byte."""
    field = bytearray(LENGTH // 8)
    for place in places:
        field[place // 8] |= 0x80 >> place % 8
    return "u" + urlsafe_b64encode(gzip.compress(bytes(field), mtime=0)).decode().rstrip("=")

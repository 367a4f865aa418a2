"""The published lists of which certificates and badges are void: one bit for each, at a place drawn at random, so that the list tells nothing else.

What is void is asked of the certificates and awards themselves, each time.

https://www.w3.org/TR/vc-bitstring-status-list/
"""

import gzip
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from dugnad.certificates import issuer
from dugnad.certificates.models import Badge, Certificate, Place
from dugnad.certificates.proof import CREDENTIALS

LENGTH = 131_072  # the least that the standard asks for: a place hides among many
VALID = timedelta(days=7)


def list_address(index: int) -> str:
    return issuer.address(f"/certificates/status/{index // LENGTH + 1}/")


def place_in(index: int) -> int:
    return index % LENGTH


def free_place() -> int:
    """A place that nobody had before, in the list that is being filled: up to half."""
    base = Place.objects.count() // (LENGTH // 2) * LENGTH
    while not Place.objects.get_or_create(number=(index := base + secrets.randbelow(LENGTH)))[1]:
        pass
    return index


def entry(index: int) -> dict[str, str]:
    """Where a credential says that its status stands."""
    return {
        "id": f"{list_address(index)}#{place_in(index)}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(place_in(index)),
        "statusListCredential": list_address(index),
    }


def lists() -> int:
    """How many there are; the first is there from the beginning."""
    last = Place.objects.order_by("-number").values_list("number", flat=True).first()
    return (last or 0) // LENGTH + 1


def void(number: int) -> list[int]:
    """The places in a list of what does not stand any more, in order."""
    within = {"status_index__gte": (number - 1) * LENGTH, "status_index__lt": number * LENGTH}
    found = (rows.void().filter(**within).values_list("status_index", flat=True) for rows in (Certificate.objects, Badge.objects))
    return sorted(place_in(index or 0) for indices in found for index in indices)


def status_list(number: int, places: Collection[int], now: datetime) -> dict[str, Any]:
    """The list as it is now, before it is signed; good for a week, so that nobody shows an old one."""
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
            "encodedList": bits(places),
        },
    }


def bits(places: Iterable[int]) -> str:
    """The first bit is the highest of the first byte."""
    field = bytearray(LENGTH // 8)
    for place in places:
        field[place // 8] |= 0x80 >> place % 8
    return "u" + urlsafe_b64encode(gzip.compress(bytes(field), mtime=0)).decode().rstrip("=")

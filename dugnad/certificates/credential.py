"""The Open Badges 3.0 credential of a certificate, before it is signed."""

from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from dugnad.certificates import issuer
from dugnad.certificates.models import Certificate
from dugnad.certificates.proof import CREDENTIALS, OPEN_BADGES
from dugnad.certificates.statuses import entry


def instant(at: datetime) -> str:
    """2026-11-25T19:30:00Z."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def credential(certificate: Certificate) -> dict[str, Any]:
    """What is published of the volunteer is the name, and of the address only a fingerprint, by which one can prove that it is one's own."""
    assert certificate.answered_at is not None and certificate.status_index is not None
    page = issuer.address(certificate.get_absolute_url())
    unit = {"id": issuer.address(certificate.unit.get_absolute_url()), "type": ["Profile"], "name": certificate.unit.name}
    about: dict[str, Any] = {
        "@context": [CREDENTIALS, OPEN_BADGES],
        "id": page,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": certificate.title,
        "issuer": issuer.brief(),
        "validFrom": instant(certificate.answered_at),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [_name(certificate), _address(certificate)],
            **({"role": certificate.part} if certificate.part else {}),
            "activityStartDate": f"{certificate.since}T00:00:00Z",
            "activityEndDate": f"{certificate.until}T00:00:00Z",
            "achievement": {
                "id": f"{page}#achievement",
                "type": ["Achievement"],
                "achievementType": "CommunityService",
                "name": certificate.title,
                "description": described(certificate),
                "criteria": {"narrative": f"{certificate.unit.name} confirms the voluntary work and its hours."},
                "creator": unit,
                **({"tag": certificate.skills} if certificate.skills else {}),
                "resultDescription": [{"id": f"{page}#hours", "type": ["ResultDescription"], "name": "Hours of voluntary work", "resultType": "Result"}],
            },
            "result": [{"type": ["Result"], "resultDescription": f"{page}#hours", "value": plain(certificate.hours)}],
        },
        "credentialStatus": entry(certificate.status_index),
    }
    if certificate.activity is not None:
        record = {"id": issuer.address(certificate.activity.get_absolute_url()), "type": ["Evidence"], "name": certificate.title}
        about["evidence"] = [record]
    return about


def described(certificate: Certificate) -> str:
    """In English, for programs; people read the page and the paper, each in their language."""
    days = f"on {certificate.since}" if certificate.since == certificate.until else f"from {certificate.since} to {certificate.until}"
    return f"{plain(certificate.hours)} hours of voluntary work with {certificate.unit.name}, {days}."


def plain(hours: Decimal | None) -> str:
    """12.50 → 12.5."""
    return f"{(hours or Decimal(0)).normalize():f}"


def fingerprint(email: str, salt: str) -> str:
    return "sha256$" + sha256((email + salt).encode()).hexdigest()


def _name(certificate: Certificate) -> dict[str, Any]:
    return {"type": "IdentityObject", "hashed": False, "identityHash": certificate.name, "identityType": "name"}


def _address(certificate: Certificate) -> dict[str, Any]:
    known = {"salt": certificate.salt, "identityHash": fingerprint(certificate.email, certificate.salt)}
    return {"type": "IdentityObject", "hashed": True, "identityType": "emailAddress", **known}

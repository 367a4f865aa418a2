"""The links by which a volunteer, who needs no account, comes to what is theirs. They are made from the server's key; no row holds them."""

from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from dugnad.certificates import issuer
from dugnad.certificates.models import Certificate

DAY = 24 * 3600


def secret_of(certificate: Certificate) -> str:
    """Of one certificate, for ever: by it one answers, and later withdraws."""
    return f"{certificate.pk.hex}-{_proof(certificate.pk)}"


def by_secret(secret: str) -> Certificate | None:
    key, _dash, proof = secret.partition("-")
    try:
        pk = UUID(hex=key)
    except ValueError:
        return None
    if len(key) != 32 or not constant_time_compare(proof, _proof(pk)):
        return None
    return Certificate.objects.select_related("unit", "activity", "offered_by").filter(pk=pk).first()


def yours(certificate: Certificate) -> str:
    """The whole address, for a mail."""
    return issuer.address(reverse("your-certificate", args=[secret_of(certificate)]))


def all_of(certificate: Certificate) -> str:
    """For a day, the address of all certificates of the same person."""
    return issuer.address(reverse("certificates-link", args=[_stamped().sign(certificate.pk.hex)]))


def address_in(token: str) -> str:
    """The e-mail address that such a link opens; empty when it is too old, or none."""
    try:
        pk = UUID(hex=_stamped().unsign(token, max_age=DAY))
    except (BadSignature, ValueError):
        return ""
    return Certificate.objects.filter(pk=pk).values_list("email", flat=True).first() or ""


def _proof(pk: UUID) -> str:
    return salted_hmac("dugnad.certificate", pk.hex, algorithm="sha256").hexdigest()[:40]


def _stamped() -> TimestampSigner:
    return TimestampSigner(salt="dugnad.certificates")

"""Who signs: this network, under an address that follows from the server's own (did:web), with all its keys that are trusted."""

from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings

from dugnad.certificates.models import SigningKey
from dugnad.certificates.proof import CREDENTIALS, OPEN_BADGES
from dugnad.network.models import Network


def name() -> str:
    """did:web:dugnad.example.org: anybody finds the keys at /.well-known/did.json there."""
    return f"did:web:{quote(urlsplit(settings.SITE).netloc, safe='')}"


def method(key: SigningKey) -> str:
    """The address of a key."""
    return f"{name()}#key-{key.number}"


def address(path: str) -> str:
    """An address that lasts: the server's public one, whatever name it was reached by."""
    return settings.SITE.rstrip("/") + path


def brief() -> dict[str, Any]:
    """As it stands in each credential."""
    network = Network.objects.first()
    return {"id": name(), "type": ["Profile"], "name": network.name if network else "Dugnad", "url": address("/")}


def profile() -> dict[str, Any]:
    """The published profile of the issuer."""
    says = "Volunteers' certificates are offered by the units of this network, published only with the volunteer's consent, and signed by the network."
    return {"@context": [CREDENTIALS, OPEN_BADGES], **brief(), "description": says, "otherIdentifier": _also()}


def _also() -> list[dict[str, Any]]:
    return [{"type": "IdentifierEntry", "identifier": address("/certificates/issuer/"), "identifierType": "systemId"}]


def document() -> dict[str, Any]:
    """The DID document: every key, since an old one still proves what it signed; but for those that others may have had."""
    keys = list(SigningKey.objects.trusted())
    methods = [{"id": method(key), "type": "Multikey", "controller": name(), "publicKeyMultibase": key.public} for key in keys]
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": name(),
        "alsoKnownAs": [address("/certificates/issuer/")],
        "verificationMethod": methods,
        "assertionMethod": [one["id"] for one in methods],
    }

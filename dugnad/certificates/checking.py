"""Is a credential that somebody shows the one that was given, and does it still stand?

A stranger's document is compared, word for word, with what was signed; it is never taken apart as linked data, which a few
kilobytes made for the purpose could keep busy for hours.
"""

import json
import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from dugnad.certificates import issuer, keys
from dugnad.certificates.models import Badge, Certificate, SigningKey
from dugnad.certificates.proof import holds

READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{16}")
ADDRESS = re.compile(rf"https?://[^/]+/certificates/({CODE.pattern})/")
BADGE = re.compile(r"https?://[^/]+/label/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?")
PUBLIC = ("given", "revoked", "withdrawn")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`genuine`, `revoked`, `withdrawn`, `distrusted` (signed with a key that others may have had), `altered` (it is not what was signed),
    `unknown` (not given here), `unreadable`."""

    says: str
    certificate: Certificate | None = None
    badge: Badge | None = None
    issuer: str = ""
    key: SigningKey | None = None


def code_in(text: str) -> str:
    """The code that somebody typed, or whose address was pasted; empty if it is something else."""
    text = text.strip().partition("?")[0].rstrip("/").rpartition("/")[2]
    code = text.upper().translate(READ_AS) if len(text) < 60 else ""
    return code if CODE.fullmatch(code) else ""


def checked(text: str) -> Verdict:
    """What to say of a credential."""
    try:
        shown = json.loads(text.strip().removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return Verdict("unreadable")
    if not isinstance(shown, dict) or not isinstance(shown.get("id"), str):
        return Verdict("unreadable")
    if (award := award_in(shown["id"])) is not None:
        return _badge(shown, award)
    found = _named(shown["id"])
    if found is None:
        return Verdict("unknown", issuer=_issuer(shown))
    if found.state == Certificate.State.WITHDRAWN:
        return Verdict("withdrawn", found)
    key = _distrusted(shown, found)
    if not proved(found) or (key is None and not same(shown, found.credential)):
        return Verdict("altered", found)
    if found.state == Certificate.State.REVOKED:
        return Verdict("revoked", found)
    return Verdict("distrusted" if key else "genuine", found, key=key)


def award_in(text: str) -> UUID | None:
    """The award of the label whose address was pasted, or that a credential names."""
    found = BADGE.fullmatch(text.strip())
    return UUID(found[1]) if found else None


def _badge(shown: dict[str, Any], award: UUID) -> Verdict:
    found = Badge.objects.select_related("award__activity__unit", "award__step", "key").filter(award=award).first()
    if found is None:
        return Verdict("unknown", issuer=_issuer(shown))
    key = _distrusted(shown, found)
    if not proved(found) or (key is None and not same(shown, found.credential)):
        return Verdict("altered", badge=found)
    if Badge.objects.void().filter(pk=found.pk).exists():
        return Verdict("void-badge", badge=found)
    return Verdict("distrusted" if key else "genuine", badge=found, key=key)


def proved(certificate: Certificate | Badge) -> bool:
    """Does the signature still hold over what we keep? If not, somebody has been at the database."""
    assert certificate.key is not None and certificate.credential is not None
    return holds(certificate.credential, keys.read(certificate.key.public))


def said_in(credential: dict[str, Any]) -> dict[str, Any]:
    """What it says, without the proof."""
    return {name: value for name, value in credential.items() if name != "proof"}


def _distrusted(shown: dict[str, Any], found: Certificate | Badge) -> SigningKey | None:
    """The key that is trusted no more with which a file was signed that says what was given. (Its signature would prove nothing.)"""
    proof = shown.get("proof")
    method = proof.get("verificationMethod") if isinstance(proof, dict) else None
    if not same(_undated(shown), _undated(found.credential or {})):
        return None
    return next((key for key in SigningKey.objects.compromised() if issuer.method(key) == method), None)


def _undated(credential: dict[str, Any]) -> dict[str, Any]:
    """What stays the same in it when it is signed anew."""
    return {name: value for name, value in credential.items() if name not in ("proof", "validFrom", "awardedDate")}


def same(shown: Any, kept: Any) -> bool:
    """One document, in whatever order its members stand."""
    try:
        return json.dumps(shown, sort_keys=True) == json.dumps(kept, sort_keys=True)
    except RecursionError:
        return False


def _named(address: str) -> Certificate | None:
    """By the code in its address; whether the address is the one that was signed, the comparison says."""
    code = ADDRESS.fullmatch(address)
    return Certificate.objects.select_related("unit", "activity", "key").filter(code=code[1], state__in=PUBLIC).first() if code else None


def _issuer(shown: dict[str, Any]) -> str:
    """Who says to have given it, for the person to ask there."""
    said = shown.get("issuer")
    named = said.get("id") if isinstance(said, dict) else said
    return named[:200] if isinstance(named, str) else ""

"""Signing a document so that it can be checked without asking us: the Data Integrity proof eddsa-rdfc-2022.

What is signed is not the text but what it says: the statements (RDF) that it makes by the packaged words, in one canonical
order. https://www.w3.org/TR/vc-di-eddsa/
"""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pyld import jsonld

from dugnad.certificates.base58 import decoded, encoded

CREDENTIALS, OPEN_BADGES = "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
FILES = {CREDENTIALS: "credentials-v2.json", OPEN_BADGES: "open-badges-3.0.3.json"}
HERE = Path(__file__).parent / "contexts"
Document = Mapping[str, Any]


def signed(document: Document, private: Ed25519PrivateKey, method: str, created: str) -> dict[str, Any]:
    """The document with its proof. `method` is the published address of the key."""
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": created,
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    }
    return {**document, "proof": {**proof, "proofValue": "z" + encoded(private.sign(_said(document, proof)))}}


def holds(document: Document, public: Ed25519PublicKey) -> bool:
    """Was exactly this signed with that key? Only for documents of our own making: of a stranger's this could take for ever."""
    proof = dict(document["proof"])
    try:
        public.verify(decoded(proof.pop("proofValue")[1:]), _said({name: value for name, value in document.items() if name != "proof"}, proof))
    except (InvalidSignature, ValueError):
        return False
    return True


def _said(document: Document, proof: Document) -> bytes:
    return _hash({"@context": document["@context"], **proof}) + _hash(document)


def _hash(document: Document) -> bytes:
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": _load}
    return sha256(jsonld.normalize(dict(document), options).encode()).digest()


def _load(address: str, _options: Any = None) -> dict[str, Any]:
    """Only what is packaged: nothing is ever fetched."""
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": _context(address)}


@cache
def _context(address: str) -> Any:
    return json.loads((HERE / FILES[address]).read_text(encoding="utf-8"))

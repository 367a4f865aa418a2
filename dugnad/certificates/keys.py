"""Keys that sign: the public half in the database and on the issuer's pages, the private half in a file that only the server may read."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat, load_pem_private_key
from django.conf import settings
from django.utils.translation import gettext as _

from dugnad.certificates.base58 import decoded, encoded
from dugnad.core.errors import Refused

ED25519 = b"\xed\x01"  # what a Multikey of this kind begins with


def folder() -> Path:
    return Path(settings.HOME) / "keys"


def new_private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


def written(public: Ed25519PublicKey) -> str:
    """As a Multikey: z6Mk…"""
    return "z" + encoded(ED25519 + public.public_bytes(Encoding.Raw, PublicFormat.Raw))


def read(public: str) -> Ed25519PublicKey:
    """The key that was written so."""
    return Ed25519PublicKey.from_public_bytes(decoded(public[1:]).removeprefix(ED25519))


def keep(private: Ed25519PrivateKey) -> Path:
    """Into a new file that nobody else may read, and that is on the disk before the database says so."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    path = _path(written(private.public_key()))
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        file.flush()
        os.fsync(file.fileno())
    return path


def private_of(public: str) -> Ed25519PrivateKey:
    """The private half; Refused where its file is not on this machine."""
    path = _path(public)
    try:
        found = load_pem_private_key(path.read_bytes(), None)
    except (OSError, ValueError):
        found = None
    if not isinstance(found, Ed25519PrivateKey) or written(found.public_key()) != public:
        raise Refused("no-key", _("The key that signs certificates is not on this server. Whoever runs it puts the folder “keys” back from the backup."))
    return found


def _path(public: str) -> Path:
    return folder() / f"certificates-{public}.pem"

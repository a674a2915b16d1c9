"""Signs badge payloads and checks the signatures: Ed25519, so that a booth that can check cannot forge."""

from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from showcase.qr.payload import BadgePayload, SignedPayload, write_token

_PREFIX: Final = b"SHOWCASE-BADGE-v1\0"
"""Nothing else that is ever signed with the same key can pass for a badge."""
_LIST_PREFIX: Final = b"SHOWCASE-LIST-v1\0"
"""And no badge can pass for a list that a station is to trust."""


class Signer:
    """Signs badges with an event's private key.

    Args:
        private_key: from `showcase.qr.keys`.
    """

    def __init__(self, private_key: Ed25519PrivateKey) -> None:
        self._private_key = private_key

    @property
    def public_key(self) -> bytes:
        """Return the 32 bytes with which anyone can check."""
        return self._private_key.public_key().public_bytes_raw()

    def sign(self, payload: BadgePayload) -> str:
        """Return the token of a payload: 221 digits."""
        return write_token(payload, self._private_key.sign(_PREFIX + payload.to_bytes()))

    def sign_list(self, content: bytes) -> bytes:
        """Return the signature (64 bytes) of a list for stations, such as that of revoked badges."""
        return self._private_key.sign(_LIST_PREFIX + content)


def verify(signed: SignedPayload, public_key: bytes) -> bool:
    """Tell whether the signature was made with the private half of a public key (32 bytes).

    OpenSSL refuses a signature whose number S is not below the group order, so a badge has no second signature.
    """
    return _verified(public_key, signed.signature, _PREFIX + signed.payload.to_bytes())


def verify_list(content: bytes, signature: bytes, public_key: bytes) -> bool:
    """Tell whether a list for stations was signed with the private half of a public key (32 bytes)."""
    return _verified(public_key, signature, _LIST_PREFIX + content)


def _verified(public_key: bytes, signature: bytes, signed: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, signed)
    except (InvalidSignature, ValueError):
        return False
    return True

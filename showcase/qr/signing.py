"""Signs badge payloads and checks the signatures: Ed25519, so that a booth that can check cannot forge."""

from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from showcase.qr.payload import BadgePayload, SignedPayload, write_token

_PREFIX: Final = b"SHOWCASE-BADGE-v1\0"
"""Nothing else that is ever signed with the same key can pass for a badge."""


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


def verify(signed: SignedPayload, public_key: bytes) -> bool:
    """Tell whether the signature was made with the private half of a public key (32 bytes).

    OpenSSL refuses a signature whose number S is not below the group order, so a badge has no second signature.
    """
    try:
        key = Ed25519PublicKey.from_public_bytes(public_key)
        key.verify(signed.signature, _PREFIX + signed.payload.to_bytes())
    except (InvalidSignature, ValueError):
        return False
    return True

"""Makes an event's key pair and keeps its private half sealed with a passphrase: Argon2id, then AES-256-GCM."""

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from showcase.errors import DamagedFile, PassphraseError

_METHOD: Final = "argon2id-aes256gcm"
_MEMORY: Final = 64 * 1024
"""KiB. With the two below it is the second recommended choice of RFC 9106, section 4: about 0.2 s for each guess."""
_PASSES: Final = 3
_LANES: Final = 4
_MOST_MEMORY: Final = 1024 * 1024
_MOST_PASSES: Final = 64
"""The parameters stand in the event file, and a file from somebody else must not make the program eat all memory."""


@dataclass(frozen=True, slots=True)
class SealedKey:
    """A key pair at rest: the public key (32 bytes), the private key sealed, and how it was sealed (plain JSON)."""

    public_key: bytes
    data: bytes
    parameters: Mapping[str, str | int]


def generate() -> Ed25519PrivateKey:
    """Return a new private key."""
    return Ed25519PrivateKey.generate()


def seal(private_key: Ed25519PrivateKey, passphrase: str) -> SealedKey:
    """Seal a private key with a passphrase, bound to its public half."""
    public_key = private_key.public_key().public_bytes_raw()
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    key = _derive(passphrase, salt, _MEMORY, _PASSES, _LANES)
    data = AESGCM(key).encrypt(nonce, private_key.private_bytes_raw(), public_key)
    parameters: dict[str, str | int] = {
        "method": _METHOD,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
        "memory_kib": _MEMORY,
        "passes": _PASSES,
        "lanes": _LANES,
    }
    return SealedKey(public_key, data, parameters)


def unseal(sealed: SealedKey, passphrase: str) -> Ed25519PrivateKey:
    """Return the private key.

    Raises:
        PassphraseError: the passphrase is wrong.
        DamagedFile: what says how it was sealed makes no sense.
    """
    try:
        memory, passes, lanes = (int(sealed.parameters[name]) for name in ("memory_kib", "passes", "lanes"))
        salt, nonce = (bytes.fromhex(str(sealed.parameters[name])) for name in ("salt", "nonce"))
        known = sealed.parameters["method"] == _METHOD and memory <= _MOST_MEMORY and passes <= _MOST_PASSES
        if not known:
            raise DamagedFile("qr.key_damaged")
        private = AESGCM(_derive(passphrase, salt, memory, passes, lanes)).decrypt(
            nonce, sealed.data, sealed.public_key
        )
        return Ed25519PrivateKey.from_private_bytes(private)
    except InvalidTag:
        raise PassphraseError("qr.passphrase_wrong") from None
    except (KeyError, ValueError, OverflowError) as error:
        raise DamagedFile("qr.key_damaged") from error


def _derive(passphrase: str, salt: bytes, memory: int, passes: int, lanes: int) -> bytes:
    """Return 32 bytes. The passphrase is composed first: input methods spell ế in one or in three characters."""
    kdf = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
    return kdf.derive(unicodedata.normalize("NFC", passphrase).encode())

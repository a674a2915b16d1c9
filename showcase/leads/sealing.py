"""Contacts that open only with a badge: a station carries everybody's, and can read those whose badge it was shown.

A badge's 16 random bytes are never in a station's file before it was scanned. They make the key (HKDF-SHA-256, RFC
5869) of its card (AES-256-GCM), and a digest of them, from which they cannot be found, says where the card lies.
"""

import hashlib
import json
import secrets
import uuid
from collections.abc import Mapping
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from showcase.leads.records import Card
from showcase.people.kinds import Role

_SUBJECT: Final = b"SHOWCASE-SUBJECT-v1\0"
_CARD: Final = b"SHOWCASE-CARD-v1\0"
_PERSON: Final = b"SHOWCASE-PERSON-v1\0"
_SUBJECT_BYTES: Final = 16
"""Half a SHA-256: no two of all badges there will ever be share one."""
_NONCE_BYTES: Final = 12
_TEXTS: Final = ("job_title", "organisation", "place")
_LINES: Final = ("person", "family_name", "given_name", "name", "country", "number", "email", "phone")


def subject_of(badge_id: uuid.UUID) -> str:
    """Return how facts and lists name a badge."""
    return hashlib.sha256(_SUBJECT + badge_id.bytes).digest()[:_SUBJECT_BYTES].hex()


def person_of(person_id: uuid.UUID) -> str:
    """Return how a card names a person, so that their badges can be told to belong together and nothing else."""
    return hashlib.sha256(_PERSON + person_id.bytes).digest()[:_SUBJECT_BYTES].hex()


def seal(badge_id: uuid.UUID, card: Card) -> bytes:
    """Return a card that opens with its badge alone."""
    values = {name: getattr(card, name) for name in (*_TEXTS, *_LINES, "role", "languages")}
    plain = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(_key(badge_id)).encrypt(nonce, plain, subject_of(badge_id).encode())


def open_card(badge_id: uuid.UUID, sealed: bytes) -> Card | None:
    """Return the card, or None when it is not that of this badge or was changed."""
    try:
        nonce, data = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        plain = AESGCM(_key(badge_id)).decrypt(nonce, data, subject_of(badge_id).encode())
    except (InvalidTag, ValueError):
        return None
    return _card(json.loads(plain))


def _card(values: Mapping[str, Any]) -> Card:
    parts: dict[str, Any] = {name: values[name] for name in (*_TEXTS, *_LINES)}
    return Card(**parts, role=Role(values["role"]), languages=tuple(values["languages"]))


def _key(badge_id: uuid.UUID) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=_CARD).derive(badge_id.bytes)

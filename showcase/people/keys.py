"""The key pair that signs an event's badges: made once, kept in the event file under the organiser's passphrase."""

from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from showcase.errors import PassphraseError, RefusedError
from showcase.people.entities import SigningKey
from showcase.qr import keys
from showcase.qr.signing import Signer

MIN_PASSPHRASE: Final = 8
"""Characters. Argon2id makes every guess slow, but nothing saves a shorter one."""


def make_signing_key(session: Session, passphrase: str) -> Signer:
    """Make the event's key pair, keep it sealed with the passphrase, and return it unlocked.

    Raises:
        PassphraseError: when the passphrase is too short.
        RefusedError: when the event has a key in use.
    """
    if len(passphrase) < MIN_PASSPHRASE:
        raise PassphraseError("people.passphrase_short", limit=MIN_PASSPHRASE)
    if _current(session) is not None:
        raise RefusedError("people.key_exists")
    private = keys.generate()
    sealed = keys.seal(private, passphrase)
    last = session.execute(select(func.max(SigningKey.key_id))).scalar_one() or 0
    session.add(
        SigningKey(
            key_id=last + 1,
            public_key=sealed.public_key,
            sealed_private_key=sealed.data,
            sealing=sealed.parameters,
        )
    )
    session.flush()
    return Signer(private)


def unlock_signer(session: Session, passphrase: str) -> Signer:
    """Return the event's signer.

    Raises:
        PassphraseError: when the passphrase is wrong, or there is no key yet.
    """
    key = _current(session)
    if key is None:
        raise PassphraseError("people.key_missing")
    sealed = keys.SealedKey(key.public_key, key.sealed_private_key, key.sealing)
    return Signer(keys.unseal(sealed, passphrase))


def get_signer(session: Session, passphrase: str) -> Signer:
    """Return the event's signer, making its key pair when this is the first badge.

    Raises:
        PassphraseError: when the passphrase is wrong or, for a new key, too short.
    """
    return make_signing_key(session, passphrase) if _current(session) is None else unlock_signer(session, passphrase)


def current_key_id(session: Session) -> int:
    """Return the id of the key in use.

    Raises:
        PassphraseError: when there is none yet.
    """
    key = _current(session)
    if key is None:
        raise PassphraseError("people.key_missing")
    return key.key_id


def _current(session: Session) -> SigningKey | None:
    statement = select(SigningKey).where(SigningKey.retired_at.is_(None)).order_by(SigningKey.key_id.desc())
    return session.scalars(statement.limit(1)).first()

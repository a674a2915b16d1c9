"""The passphrase of the event's signing key in the window: given once, it is known until the window is closed."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from showcase.errors import PassphraseError

if TYPE_CHECKING:
    from showcase.app import App

T = TypeVar("T")
_proven: Final[dict[uuid.UUID, str]] = {}
"""Event -> the passphrase that proved right; in memory alone."""


@dataclass(frozen=True, slots=True)
class KeyState:
    """Whether somebody has to type: the passphrase is known, or there is no key yet and one is chosen."""

    is_known: bool
    is_new: bool


def key_state(app: App) -> KeyState:
    """Return what is to be asked for before a badge can be issued."""
    from showcase.people.queries import has_signing_key

    with app.reading() as session:
        is_new = not has_signing_key(session)
    return KeyState(not is_new and bool(_known(_event(app))), is_new)


def with_passphrase(app: App, typed: str, work: Callable[[str], T]) -> T:
    """Do what needs the passphrase: the one typed, else the one given before, else that of the system's keyring.

    One that proves right is known from now on, one that proves wrong no longer.

    Raises:
        PassphraseError: when there is none, or it is wrong.
    """
    event = _event(app)
    passphrase = typed or _known(event)
    if not passphrase:
        raise PassphraseError("desk.passphrase_needed")
    try:
        done = work(passphrase)
    except PassphraseError:
        _proven.pop(event, None)
        raise
    _proven[event] = passphrase
    return done


def forget_passphrases() -> None:
    """Know none any more, as the window is closed."""
    _proven.clear()


def _known(event: uuid.UUID) -> str:
    from showcase.people.keyrings import recall

    return _proven.get(event) or recall(event) or ""


def _event(app: App) -> uuid.UUID:
    from showcase.catalogue.queries import get_event

    with app.reading() as session:
        return get_event(session).id

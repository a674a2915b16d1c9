"""The passphrase of an event's signing key in the keyring of the system, for those who asked to have it kept there."""

import contextlib
import uuid
from typing import Final

SERVICE: Final = "Showcase badges"
"""Under which the keyring keeps passphrases, one for each event."""


def recall(event: uuid.UUID) -> str | None:
    """Return the passphrase that is kept for an event; where there is no keyring, nobody has to know."""
    import keyring
    from keyring.errors import KeyringError

    with contextlib.suppress(KeyringError):
        return keyring.get_password(SERVICE, str(event))
    return None

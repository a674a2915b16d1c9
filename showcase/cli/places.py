"""Which event a command works on, and who knows its passphrase."""

import getpass
import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from showcase.app import App, open_app
from showcase.catalogue.queries import get_event
from showcase.cli.output import Output
from showcase.errors import InputError, MissingFile, PassphraseError
from showcase.people.keyrings import SERVICE, recall
from showcase.people.queries import has_signing_key

DEFAULT_EVENT: Final = "event.showcase"
"""Name of the event that a command makes in the folder it runs in, when none is given and none was open before."""


def event_path(asked: Namespace) -> Path:
    """Return the event asked for, else the one in this folder, else the last one of the window."""
    if asked.event:
        return Path(asked.event)
    from showcase.settings import load

    here = Path(DEFAULT_EVENT)
    last = load().last_event
    return Path(last) if last and not here.exists() and Path(last).is_file() else here


@contextmanager
def opened(asked: Namespace, output: Output, *, create: bool = False, read_only: bool = False) -> Iterator[App]:
    """Open the event of a command.

    With `create` the event is made when there is none; when the command then fails, it goes again.

    Raises:
        FileError: when the event cannot be used, or there is none to read from.
    """
    path = event_path(asked)
    is_new = not path.exists()
    if is_new and not create:
        raise MissingFile("cli.event_missing", path=str(path))
    app = open_app(path, create=create, read_only=read_only)
    try:
        yield app
    except BaseException:
        app.close()
        if is_new:
            remove_event(path)
        raise
    app.close()
    if is_new:
        output.say("event_made", path=str(path.absolute()))


def remove_event(path: Path) -> None:
    """Take away an event that was made a moment ago, with its backups."""
    shutil.rmtree(path.with_name(f"{path.name}.backups"), ignore_errors=True)
    for file in (path, *(path.with_name(path.name + tail) for tail in ("-wal", "-shm", "-journal"))):
        file.unlink(missing_ok=True)


def passphrase(asked: Namespace, app: App, output: Output, *, needed: str) -> str:
    """Return the passphrase of the event's signing key: from a file, SHOWCASE_PASSPHRASE, the keyring or a prompt.

    Args:
        asked: what was typed.
        app: the event's.
        output: asks.
        needed: key of what is said when there is none: what it is needed for, and that nothing was done.

    Raises:
        PassphraseError: when there is none and nobody to ask.
        InputError: when the file with it cannot be read.
    """
    if asked.passphrase_file:
        return _from_file(asked.passphrase_file)
    if "SHOWCASE_PASSPHRASE" in os.environ:
        return os.environ["SHOWCASE_PASSPHRASE"]
    with app.reading() as session:
        event, is_new = get_event(session).id, not has_signing_key(session)
    return recall(event) or _from_prompt(output, needed, is_new=is_new)


def _from_file(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as reason:
        raise InputError("cli.passphrase_file", file=str(path)) from reason
    return lines[0] if lines else ""


def _from_prompt(output: Output, needed: str, *, is_new: bool) -> str:
    if not sys.stdin.isatty():
        raise PassphraseError(needed)
    output.wipe()
    if not is_new:
        return getpass.getpass(output.text("passphrase_ask"), sys.stderr)
    output.complain(output.text("passphrase_new"))
    while True:
        first = getpass.getpass(output.text("passphrase_ask"), sys.stderr)
        if first == getpass.getpass(output.text("passphrase_again"), sys.stderr):
            return first
        output.complain(output.text("passphrase_differs"))


def require_keyring() -> None:
    """See that the system has a keyring.

    Raises:
        PassphraseError: when it has none.
    """
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.get_password(SERVICE, "")
    except KeyringError as reason:
        raise PassphraseError("cli.no_keyring") from reason


def remember_passphrase(app: App, right: str) -> None:
    """Keep a passphrase that has proved right in the keyring of the system.

    Raises:
        PassphraseError: when there is no keyring.
    """
    import keyring
    from keyring.errors import KeyringError

    with app.reading() as session:
        event = str(get_event(session).id)
    try:
        keyring.set_password(SERVICE, event, right)
    except KeyringError as reason:
        raise PassphraseError("cli.no_keyring") from reason

"""The composition root: a front end asks for an App and gets everything that works on one event, without Qt."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

import showcase.people.indexing  # noqa: F401  # people are then found too
from showcase.catalogue.event import start_event
from showcase.messages import LANGUAGES
from showcase.settings import Settings, load
from showcase.store.backup import copy_event
from showcase.store.database import Database
from showcase.store.opening import create_event, open_event
from showcase.store.refusals import plain_os_failures


class App:
    """An open event and the settings of this machine."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.database = database
        self.settings = settings

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Write to the event; see `showcase.store.database.Database.transaction`."""
        with self.database.transaction() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Read from the event."""
        with self.database.reading() as session:
            yield session

    def close(self) -> None:
        """Put the event file away."""
        self.database.close()


def create_file(path: Path, languages: Sequence[str], values: Mapping[str, str]) -> None:
    """Make an event file with its values, and the folder it lies in; when anything fails, nothing is left.

    Args:
        path: the file.
        languages: of the content, the fallback first.
        values: by the keys of `showcase.catalogue.event.set_event`.

    Raises:
        FileError: when there is such a file already, or it cannot be written.
        InputError: when a value cannot be taken.
    """
    made = [folder for folder in path.parents if not folder.exists()]
    try:
        with plain_os_failures(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        _new(path, languages, values).close()
    except BaseException:
        for folder in made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def open_app(path: Path, *, create: bool = False, read_only: bool = False) -> App:
    """Open an event file.

    Args:
        path: the file.
        create: make an empty event when there is no such file.
        read_only: write nothing, not even migrations.

    Raises:
        FileError: when the file cannot be used; it is as it was.
    """
    if create and not path.exists():
        return App(_new(path, LANGUAGES, {}), load())
    return App(open_event(path, read_only=read_only), load())


def open_copy(path: Path, copy: Path) -> App:
    """Copy an event and open the copy to read: whatever becomes of the event, the copy is whole.

    Args:
        path: the event file; nothing is written to it.
        copy: where the copy comes to stand; its folder is made.

    Raises:
        FileError: when the event cannot be used or the copy not be written; then there is no copy.
    """
    open_event(path, read_only=True).close()  # what is no event is not copied
    with plain_os_failures(copy):
        copy.parent.mkdir(parents=True, exist_ok=True)
    copy_event(path, copy)
    return open_app(copy, read_only=True)


def _new(path: Path, languages: Sequence[str], values: Mapping[str, str]) -> Database:
    """Make an empty event; a file without its event is of no use, so it goes when that fails."""
    database = create_event(path)
    try:
        with database.transaction() as session:
            start_event(session, languages=languages, values=values)
    except BaseException:
        database.close()
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    return database

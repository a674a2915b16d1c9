"""What goes wrong while SQLAlchemy works on a file, as sentences a person can act on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from showcase.store.refusals import of_sqlite, plain_sqlite_failures


@contextmanager
def plain_failures(path: Path, latest_backup: Callable[[Path], Path | None]) -> Iterator[None]:
    """Raise a FileError for what SQLite or the system refuse while an event is worked on; bugs stay as they are.

    Args:
        path: the event file.
        latest_backup: finds the way back for a damaged file.
    """
    try:
        with plain_sqlite_failures(path, latest_backup):
            yield
    except DBAPIError as error:
        known = of_sqlite(path, error.orig, latest_backup)
        if known is None:
            raise
        raise known from error

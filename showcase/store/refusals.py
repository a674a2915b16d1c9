"""What SQLite and the system say went wrong, as sentences a person can act on.

SQLAlchemy is not needed here: it takes longer to load than a first picture.
"""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from showcase.errors import DamagedFile, DiskFull, FileError, LockedFile, MissingFile, ReadOnly

_PRIMARY: Final = 0xFF
"""The low byte of an extended result code is the primary one (sqlite.org/rescode.html)."""
_BY_CODE: Final[Mapping[int, tuple[type[FileError], str]]] = {
    sqlite3.SQLITE_BUSY: (LockedFile, "store.file_locked"),
    sqlite3.SQLITE_LOCKED: (LockedFile, "store.file_locked"),
    sqlite3.SQLITE_READONLY: (ReadOnly, "store.file_read_only"),
    sqlite3.SQLITE_PERM: (ReadOnly, "store.file_read_only"),
    sqlite3.SQLITE_CANTOPEN: (ReadOnly, "store.file_read_only"),
    sqlite3.SQLITE_FULL: (DiskFull, "store.disk_full"),
    sqlite3.SQLITE_IOERR: (FileError, "store.disk_failed"),
}
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


@contextmanager
def plain_sqlite_failures(path: Path, latest_backup: Callable[[Path], Path | None]) -> Iterator[None]:
    """Raise a FileError for what SQLite refuses while a file is worked on; bugs stay as they are.

    Args:
        path: the file.
        latest_backup: finds the way back for a damaged file.
    """
    try:
        yield
    except sqlite3.Error as error:
        known = of_sqlite(path, error, latest_backup)
        if known is None:
            raise
        raise known from error


@contextmanager
def plain_os_failures(path: Path) -> Iterator[None]:
    """Raise a FileError for what the system refuses when a file or folder is made."""
    try:
        yield
    except OSError as error:
        raise of_system(path, error) from error


def of_system(path: Path, error: OSError) -> FileError:
    """Return what an error of the system means for a file."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull("store.disk_full", path=str(path))
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return MissingFile("store.folder_missing", folder=str(path.parent))
    return ReadOnly("store.file_read_only", path=str(path))


def damaged(path: Path, backup: Path | None) -> DamagedFile:
    """Return the error for a damaged event, with the way back where there is one."""
    if backup is None:
        return DamagedFile("store.file_damaged", path=str(path))
    return DamagedFile("store.file_damaged_backup", path=str(path), backup=str(backup))


def of_sqlite(
    path: Path, error: BaseException | None, latest_backup: Callable[[Path], Path | None]
) -> FileError | None:
    """Return what an error of SQLite means for a file, None for what is a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return MissingFile("store.file_moved", path=str(path))
    primary = code & _PRIMARY
    if primary in _DAMAGED:
        return damaged(path, latest_backup(path))
    if primary not in _BY_CODE:
        return None
    kind, key = _BY_CODE[primary]
    return kind(key, path=str(path))

"""Verified copies of an event beside it, thinned as they age."""

import datetime as dt
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from showcase.errors import DamagedFile, LockedFile
from showcase.files import written_beside
from showcase.progress import Progress, no_progress
from showcase.settings import load
from showcase.store.failures import plain_failures
from showcase.store.refusals import plain_os_failures

_DAYS: Final = 30
"""Of the older ones the last of each day stays for so long."""
_PAGES: Final = 1024
"""Copied at a time; between two steps others can write."""

_BUSY_S: Final = 5.0
"""How long a copy waits for another program that writes, looking again after each pause."""
_PAUSE_S: Final = 0.1


def folder_of(path: Path) -> Path:
    """Return the folder of an event's backups."""
    return path.with_name(f"{path.name}.backups")


def list_backups(path: Path) -> list[Path]:
    """Return the backups of an event, the newest first."""
    return sorted(folder_of(path).glob("*.showcase"), reverse=True)


def latest_backup(path: Path) -> Path | None:
    """Return the newest backup of an event."""
    return next(iter(list_backups(path)), None)


def back_up(path: Path, reason: str) -> Path:
    """Copy an event file, which may be in use, and return the copy, verified.

    Args:
        path: the event.
        reason: why, as part of the name: import, migration, rolling.

    Raises:
        DiskFull, ReadOnly: the copy cannot be written.
        LockedFile: another program writes for longer than some seconds.
        DamagedFile: the event or the copy is not whole.
    """
    folder = folder_of(path)
    with plain_os_failures(path):
        folder.mkdir(exist_ok=True)
    moment = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
    target = folder / f"{moment}-{reason}.showcase"
    with (
        plain_failures(path, lambda _path: None),
        plain_os_failures(path),
        written_beside(target, suffix=".part") as temporary,
    ):
        _copy(path, temporary)
    thin(path)
    return target


def copy_event(path: Path, target: Path) -> None:
    """Copy an event file, which may be in use, to another place, verified; what is there is replaced.

    Raises:
        DiskFull, ReadOnly: the copy cannot be written.
        LockedFile: another program writes for longer than some seconds.
        DamagedFile: the event or the copy is not whole.
    """
    with (
        plain_failures(path, latest_backup),
        plain_os_failures(target),
        written_beside(target, suffix=".part") as temporary,
    ):
        _copy(path, temporary)


def drop_backup(backup: Path) -> None:
    """Remove a copy that turned out not to be needed, and the folder when it was the first."""
    backup.unlink(missing_ok=True)
    with suppress(OSError):  # others are in it
        backup.parent.rmdir()


def copy_open(source: sqlite3.Connection, path: Path, target: Path, progress: Progress = no_progress) -> None:
    """Copy an event that is open into a file, verified; a file that stood there stays unless all went well.

    Args:
        source: the connection on the event, whose file may have been moved away.
        path: the event, as it is named in what is raised.
        target: the file.
        progress: told (pages done, pages in all); may cancel.

    Raises:
        DiskFull, ReadOnly, MissingFile: the copy cannot be written.
        LockedFile, DamagedFile, FileError: the event cannot be read.
    """
    with plain_os_failures(target), written_beside(target, suffix=".part") as temporary:
        _copy_pages(source, path, temporary, progress)


def _copy(path: Path, target: Path) -> None:
    address = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=_BUSY_S)) as source:
        _copy_pages(source, path, target, no_progress)


def _copy_pages(source: sqlite3.Connection, path: Path, target: Path, progress: Progress) -> None:
    patience = _patience(path)

    def look(status: int, remaining: int, total: int) -> None:
        patience(status, remaining, total)
        progress(total - remaining, total)

    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy, pages=_PAGES, progress=look, sleep=_PAUSE_S)
        # The copy is one file: a journal beside it would be lost when somebody takes it along.
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DamagedFile("store.backup_damaged", path=str(path))


def _patience(path: Path) -> Callable[[int, int, int], None]:
    """Return a callback that gives up on an event that stays locked; by itself the copying would wait for ever."""
    since: float | None = None

    def look(status: int, remaining: int, total: int) -> None:
        nonlocal since
        del remaining, total
        if status not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            since = None
            return
        since = time.monotonic() if since is None else since
        if time.monotonic() - since > _BUSY_S:
            raise LockedFile("store.file_locked", path=str(path))

    return look


def thin(path: Path) -> None:
    """Remove what is no longer needed: all but the newest, and of the older ones the last of each day for a month.

    How many of the newest stay is a setting of this machine.
    """
    kept = load().backups
    oldest = (dt.datetime.now(dt.UTC) - dt.timedelta(days=_DAYS)).strftime("%Y%m%d")
    days: set[str] = set()
    for place, backup in enumerate(list_backups(path)):
        day = backup.name[:8]
        if place >= kept and (day in days or day < oldest):
            backup.unlink(missing_ok=True)
        days.add(day)

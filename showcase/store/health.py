"""Looks after an event file: whether it is whole, and that there is always a recent copy."""

import datetime as dt
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from showcase.progress import Progress, no_progress
from showcase.store.backup import back_up, latest_backup
from showcase.store.database import Database, connect
from showcase.store.failures import plain_failures
from showcase.store.refusals import damaged

ROLLING: Final = dt.timedelta(minutes=30)
"""Least time between two copies of an event that people work on."""
_STEP: Final = 20_000
"""Instructions of SQLite between two looks at whether somebody stopped the check."""


@dataclass(frozen=True, slots=True)
class Health:
    """What was found in an event file.

    Args:
        problems: what SQLite says is wrong, at most ten lines; empty when the file is whole.
        orphans: rows whose parent is missing, as "table: count".
        journal: the journal mode.
        backup: the newest backup.
        size: bytes.
    """

    problems: tuple[str, ...]
    orphans: tuple[str, ...]
    journal: str
    backup: Path | None
    size: int

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems and not self.orphans


def examine(path: Path, progress: Progress = no_progress) -> Health:
    """Read the whole file and return what is wrong with it.

    Args:
        path: the event file.
        progress: called now and then with (0, 1); it may cancel.

    Raises:
        FileError: when it cannot be read at all.
        Cancelled: from the progress.
    """
    stopped: list[BaseException] = []

    def look() -> int:
        try:
            progress(0, 1)
        except BaseException as stop:  # noqa: BLE001 - SQLite has to end its check first; it is raised again below
            stopped.append(stop)
        return len(stopped)

    with plain_failures(path, latest_backup), closing(connect(path, "ro")) as connection:
        connection.set_progress_handler(look, _STEP)
        try:
            problems = [row[0] for row in connection.execute("PRAGMA quick_check(10)") if row[0] != "ok"]
            broken = connection.execute('SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY 1').fetchall()
            journal = connection.execute("PRAGMA journal_mode").fetchone()[0]
        except sqlite3.OperationalError:
            if stopped:
                raise stopped[0] from None
            raise
    orphans = tuple(f"{table}: {count}" for table, count in broken)
    return Health(tuple(problems), orphans, str(journal), latest_backup(path), path.stat().st_size)


def care(database: Database, progress: Progress = no_progress) -> Path | None:
    """Look after an open event in the background, and return the copy that was made, if any.

    A file that was not put away properly is read whole first; a copy is made when the newest one is old and the event
    has changed since.

    Raises:
        DamagedFile: the file is not whole; no copy is made of it.
    """
    if database.was_unclean and not examine(database.path, progress).whole:
        raise damaged(database.path, latest_backup(database.path))
    newest = latest_backup(database.path)
    changed = dt.datetime.fromtimestamp(database.path.stat().st_mtime, dt.UTC)
    if newest is not None:
        copied = dt.datetime.fromtimestamp(newest.stat().st_mtime, dt.UTC)
        if changed <= copied or dt.datetime.now(dt.UTC) - copied < ROLLING:
            return None
    return back_up(database.path, "rolling")

"""Erasing in copies: the file itself is written anew, its backups too, and what else is within reach goes.

What a disk keeps in places that no file has any more is outside of what a program can see.
"""

import datetime as dt
import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import select

from showcase.catalogue.queries import get_event
from showcase.documents import jobfolder
from showcase.documents.history import list_print_jobs
from showcase.erasure.people import erase, erase_all_words, everybody
from showcase.erasure.reach import is_all_erased, mark_finished, pending, people_erased
from showcase.erasure.records import CopyKind, Left, Reason
from showcase.errors import DamagedFile, FileError, NewerFile
from showcase.files import written_beside
from showcase.paths import badges_folder, cache_folder
from showcase.people.entities import Badge
from showcase.progress import Progress, no_progress
from showcase.store.backup import copy_event, folder_of, list_backups
from showcase.store.database import Database, connect
from showcase.store.failures import plain_failures
from showcase.store.marks import SCHEMA
from showcase.store.migrate import migrate

_TAILS: Final = ("", "-wal", "-shm", "-journal")


def finish(database: Database, progress: Progress = no_progress) -> Sequence[Left]:
    """Bring to an end what was erased: write the file anew, erase in backups, delete other copies; return what is left.

    It may be done again, as after a power cut: what was erased before and not brought to an end is taken along.

    Args:
        database: the event.
        progress: told (copies done, copies in all).

    Raises:
        LockedFile, DiskFull, ReadOnly: the file cannot be written anew yet; it is erased, and this can be done again.
    """
    with database.reading() as session:
        people = people_erased(session)
        if not pending(session):
            return ()
        is_past = is_all_erased(session)
        gone = set(people)
        rows = session.execute(select(Badge.number, Badge.person_id))
        numbers = [row.number for row in rows if row.person_id in gone]
        event = get_event(session).id
        badges = [job.id for job in list_print_jobs(session, kind="badge")]
    jobfolder.clear(badges)  # what an interrupted job has of its pages can be painted again
    database.rewrite()
    left: list[Left] = []
    backups = list_backups(database.path)
    for done, backup in enumerate(backups):
        progress(done, len(backups))
        left += _erase_in_backup(backup, people, past=is_past)
    progress(len(backups), len(backups))
    for part in folder_of(database.path).glob(".*.part"):  # of a backup that was cut short
        part.unlink(missing_ok=True)
    left += _delete_kiosk_copies(event)
    _delete_badges(numbers)
    _delete_reports()
    with database.transaction() as session:
        mark_finished(session, left)
    return left


def _erase_in_backup(backup: Path, people: Sequence[uuid.UUID], *, past: bool) -> Iterator[Left]:
    """Write a backup anew without some people; one that is damaged is of no use, so it is deleted."""
    made = backup.stat().st_mtime
    try:
        with written_beside(backup, suffix=".part") as temporary:
            _copy_without(backup, temporary, people, past=past)
    except DamagedFile:
        with suppress(OSError):
            backup.unlink()
    except (FileError, OSError):
        yield _left(CopyKind.BACKUP, backup, made)


def _copy_without(backup: Path, target: Path, people: Sequence[uuid.UUID], *, past: bool) -> None:
    with plain_failures(backup, lambda _path: None):
        copy_event(backup, target)
        with closing(connect(target, "ro")) as copy:
            (schema,) = copy.execute("PRAGMA user_version").fetchone()
        if schema > SCHEMA:
            raise NewerFile("store.file_newer", path=str(backup))
        if schema < SCHEMA:
            migrate(target)
        with closing(Database(target)) as database:
            with database.transaction() as session:
                if past:
                    erase_all_words(session)
                erase(session, everybody(session) if past else people, Reason.PAST if past else Reason.ASKED)
                mark_finished(session, ())
            database.rewrite()
        with closing(connect(target, "rw")) as copy:
            copy.execute("PRAGMA journal_mode=DELETE")  # a backup is one file
            if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise DamagedFile("store.backup_damaged", path=str(backup))


def _delete_kiosk_copies(event: uuid.UUID) -> Iterator[Left]:
    """Delete the copies that kiosks of this machine read; each makes another when it opens the event again."""
    for copy in sorted((cache_folder() / "kiosk").glob("event-*.showcase")):
        if _event_of(copy) != event:
            continue
        try:
            for tail in _TAILS:
                copy.with_name(copy.name + tail).unlink(missing_ok=True)
        except OSError:
            yield _left(CopyKind.KIOSK, copy, copy.stat().st_mtime)


def _event_of(path: Path) -> uuid.UUID | None:
    with suppress(sqlite3.Error, ValueError, TypeError), closing(connect(path, "ro")) as plain:
        return uuid.UUID(plain.execute("SELECT id FROM events").fetchone()[0])
    return None


def _delete_badges(numbers: Sequence[str]) -> None:
    """Delete the files that the desk printed single badges into."""
    for number in numbers:
        for file in (*badges_folder().glob(f"{number}.pdf"), *badges_folder().glob(f"{number}-*.pdf")):
            with suppress(OSError):
                file.unlink()


def _delete_reports() -> None:
    """Delete reports of bugs: what the program was about then may stand in one."""
    for report in (cache_folder() / "bugs").glob("*.txt"):
        with suppress(OSError):
            report.unlink()


def _left(kind: CopyKind, path: Path, made: float) -> Left:
    return Left(kind, str(path), dt.datetime.fromtimestamp(made, dt.UTC))

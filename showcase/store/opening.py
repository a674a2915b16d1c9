"""Makes and opens event files, and refuses what is none, damaged, or from a newer version; the file stays as it was."""

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from showcase.errors import FileError, ForeignFile, MissingFile, NewerFile, ReadOnly
from showcase.files import written_beside
from showcase.store.backup import back_up, latest_backup
from showcase.store.database import Database, connect
from showcase.store.failures import plain_failures
from showcase.store.marks import APPLICATION_ID, SCHEMA
from showcase.store.migrate import migrate
from showcase.store.refusals import damaged, plain_os_failures

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100
"""Bytes of the header (sqlite.org/fileformat2.html, section 1.3)."""


@dataclass(frozen=True, slots=True)
class _Header:
    """What the first bytes of a file say."""

    application_id: int
    schema: int
    whole: bool
    """The file is as long as its header says."""


def create_event(path: Path) -> Database:
    """Make an event file without an event in it, and open it.

    Raises:
        FileError: when something is there already, or the file cannot be written; nothing is left behind.
    """
    if path.exists():
        raise FileError("store.file_exists", path=str(path))
    with (
        plain_failures(path, latest_backup),
        plain_os_failures(path),
        written_beside(path, suffix=".part") as temporary,
    ):
        migrate(temporary)
        with closing(connect(temporary, "rw")) as connection:
            connection.execute("VACUUM")  # the migrations leave empty pages behind
    return Database(path)


def open_event(path: Path, *, read_only: bool = False) -> Database:
    """Open an event file, after migrating one of an older version, with a backup kept.

    Args:
        path: the file.
        read_only: write nothing beside it either, as for a stick that is locked.

    Raises:
        MissingFile: there is no such file.
        ForeignFile: it is no event.
        NewerFile: a newer version of the program wrote it.
        DamagedFile: it is not whole; the sentence names the latest backup.
        ReadOnly: it cannot be written to, and was not asked for to read.
        LockedFile, DiskFull: as they say.
    """
    header = _read_header(path)
    if header.schema > SCHEMA:
        raise NewerFile("store.file_newer", path=str(path))
    if not read_only and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise ReadOnly("store.file_read_only", path=str(path))
    was_unclean = any(path.with_name(path.name + tail).exists() for tail in ("-journal", "-wal"))
    if not header.whole and not was_unclean:  # what is missing may stand in the journal
        raise damaged(path, latest_backup(path))
    with plain_failures(path, latest_backup):
        if header.schema < SCHEMA:
            if read_only:
                raise FileError("store.file_older", path=str(path))
            back_up(path, "migration")
            migrate(path)
        immutable = read_only and not os.access(path.parent, os.W_OK) and not was_unclean
        # A journal that a killed program left is played back here, which a connection that only reads may not do.
        _look(path, "rw" if was_unclean or not read_only else "ro", immutable=immutable)
    return Database(path, read_only=read_only, immutable=immutable, was_unclean=was_unclean)


def _read_header(path: Path) -> _Header:
    if path.is_dir():
        raise ForeignFile("store.file_is_folder", path=str(path))
    if not path.exists():
        raise MissingFile("store.file_missing", path=str(path))
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(_HEADER)
    except OSError as error:
        raise ReadOnly("store.file_unreadable", path=str(path)) from error
    if not start:
        raise ForeignFile("store.file_empty", path=str(path))
    if len(start) < _HEADER and _MAGIC.startswith(start[:16]):
        raise damaged(path, latest_backup(path))
    application_id = int.from_bytes(start[68:72], "big")
    if not start.startswith(_MAGIC) or application_id != APPLICATION_ID:
        if latest_backup(path) is not None:  # it was an event once
            raise damaged(path, latest_backup(path))
        raise ForeignFile("store.file_foreign", path=str(path))
    page_size = int.from_bytes(start[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages_are_valid = start[24:28] == start[92:96]
    whole = not pages_are_valid or size >= page_size * int.from_bytes(start[28:32], "big")
    return _Header(application_id, int.from_bytes(start[60:64], "big"), whole)


def _look(path: Path, mode: str, *, immutable: bool) -> None:
    """Read the event once, so that a file without one is refused now and not in the middle of the work."""
    connection = connect(path, mode, immutable=immutable)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if connection.execute("SELECT id FROM events LIMIT 1").fetchone() is None:
            raise damaged(path, latest_backup(path))
    finally:
        with suppress(Exception):
            connection.close()

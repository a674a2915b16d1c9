"""A station's own file, and the promise that the kiosk starts whatever became of it.

A damaged file is moved aside, with what could still be read of its set-up and PIN brought over into a new one. A file
that another program holds, a newer version wrote or the disk refuses stays where it is, and this start keeps its
things in another one beside it, or in a temporary folder where nothing can be written. Each is a warning in the log.
"""

import hashlib
import logging
import re
import shutil
import sqlite3
import tempfile
import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, QueuePool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from showcase.errors import DamagedFile, FileError, ForeignFile, MissingFile, NewerFile, ReadOnly
from showcase.paths import stations_folder
from showcase.store.columns import now
from showcase.store.database import connect, set_journal
from showcase.store.failures import plain_failures
from showcase.store.refusals import plain_os_failures
from showcase.text import fold
from showcase.visits.entities import StationBase

APPLICATION_ID: Final = 0x53485354
""""SHST": tells a station's file from an event and from other SQLite files."""
VERSION: Final = 1
"""Of the tables, kept in SQLite's user_version."""
ENDING: Final = ".station"
_TAILS: Final = ("-wal", "-shm", "-journal")
_UNSAFE: Final = re.compile(r"[^a-z0-9]+")
_NAME_LENGTH: Final = 32
_BRING: Final = """
INSERT INTO kept (name, value) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE name <> 'tries'
"""

_log = logging.getLogger(__name__)


def station_file(event_id: uuid.UUID, name: str, folder: Path | None = None) -> Path:
    """Return where a station of an event keeps its things; names that look alike do not share a file."""
    plain = _UNSAFE.sub("-", fold(name)).strip("-")[:_NAME_LENGTH]
    if plain != name:
        mark = hashlib.sha256(name.encode()).hexdigest()[:6]
        plain = f"{plain}-{mark}" if plain else mark
    return (folder or stations_folder()) / f"{event_id.hex}-{plain}{ENDING}"


def station_files(event_id: uuid.UUID, folder: Path | None = None) -> Sequence[Path]:
    """Return the files of all stations of an event on this machine, those that had to begin beside another too."""
    return sorted((folder or stations_folder()).glob(f"{event_id.hex}-*{ENDING}"))


def open_station(path: Path) -> "Station":
    """Open a station's file, making it when there is none. This never fails for what a disk can do."""
    try:
        return _opened(path)
    except DamagedFile as reason:
        return _begun_anew(path, reason)
    except (FileError, OSError) as reason:
        return _begun_beside(path, reason)


def read_station(path: Path) -> "Station":
    """Open a station's file to read what it counted, and nothing else: it is not made, moved or mended.

    Raises:
        FileError: as it says.
    """
    if not path.is_file():
        raise MissingFile("visits.station_missing", path=str(path))
    with _plain(path):
        _check(path)
    return Station(path)


class Station:
    """An open file of a station. Several programs may have it open at once; each transaction is whole.

    Args:
        path: the file.
        replaced: the damaged file this one stands in for.
        spare: it stands in for one that could not be used this time.
        temporary: a folder that goes when the station is closed.
    """

    def __init__(
        self, path: Path, *, replaced: Path | None = None, spare: bool = False, temporary: Path | None = None
    ) -> None:
        self.path = path
        self.replaced = replaced
        self.spare = spare
        self._temporary = temporary
        self._writing = threading.Lock()
        self._engine = create_engine(
            "sqlite://", creator=lambda: connect(path, "rw"), poolclass=QueuePool, hide_parameters=True
        )
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Write: on disk when the block ends, or not at all. For threads that may wait, never the window's.

        Raises:
            FileError: the disk is full, damaged or held by another program; nothing was written.
        """
        try:
            with self._writing, _plain(self.path), Session(self._engine) as session, session.begin():
                yield session
        except ReadOnly:
            # SQLite opens what may not be written to read it, and goes on so when it may be written again.
            self._engine.dispose()
            raise

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Read one state of the station; what the block would change is not kept.

        Raises:
            FileError: as it says.
        """
        with _plain(self.path), self._engine.connect() as connection:
            reader = connection.execution_options(station_reads=True)
            with Session(reader) as session:
                yield session

    def tidy(self) -> None:
        """Let nothing that was deleted stay readable in the journal beside the file."""
        with self._writing, _plain(self.path), closing(connect(self.path, "rw")) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)


@contextmanager
def _plain(path: Path) -> Iterator[None]:
    with plain_failures(path, lambda _path: None):
        yield


def _prepare(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    del entry
    assert isinstance(connection, sqlite3.Connection)
    set_journal(connection)
    connection.execute("PRAGMA secure_delete=ON")


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("station_reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _opened(path: Path, *, replaced: Path | None = None, spare: bool = False, temporary: Path | None = None) -> Station:
    with plain_os_failures(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():  # what was typed as a PIN is hashed in it: nobody else's to read
            path.touch(mode=0o600)
    with _plain(path):
        _check(path)
    return Station(path, replaced=replaced, spare=spare, temporary=temporary)


def _check(path: Path) -> None:
    """See that the file is a whole one of a station of this version; an empty one becomes that."""
    with closing(connect(path, "rw")) as connection:
        if not _pragma(connection, "schema_version"):
            _make(path)
        if _pragma(connection, "application_id") != APPLICATION_ID:
            raise ForeignFile("visits.station_foreign", path=str(path))
        if _pragma(connection, "user_version") > VERSION:
            raise NewerFile("store.file_newer", path=str(path))
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DamagedFile("store.file_damaged", path=str(path))
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if not set(StationBase.metadata.tables) <= tables:
            raise DamagedFile("store.file_damaged", path=str(path))


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def _make(path: Path) -> None:
    """Make the tables, unless another program has done so in between."""
    engine = create_engine("sqlite://", creator=lambda: connect(path, "rw"))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            StationBase.metadata.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID:d}")
            connection.exec_driver_sql(f"PRAGMA user_version={VERSION:d}")
    finally:
        engine.dispose()


def _begun_anew(path: Path, reason: DamagedFile) -> Station:
    aside = path.with_name(f"{path.name}.damaged-{_moment()}")
    try:
        with plain_os_failures(path):
            path.replace(aside)
            for tail in _TAILS:
                with suppress(FileNotFoundError):
                    path.with_name(path.name + tail).replace(aside.with_name(aside.name + tail))
        station = _opened(path, replaced=aside)
    except (FileError, OSError) as refused:
        return _begun_beside(path, refused)
    saved = _carry_over(aside, station)
    _log.warning(
        "the station's file was damaged (%s): moved to %s; brought over: %s", reason, aside, ", ".join(saved) or "-"
    )
    return station


def _begun_beside(path: Path, reason: Exception) -> Station:
    beside = path.with_name(f"{path.stem}~beside{ENDING}")
    try:
        station = _opened(beside, spare=True)
    except (FileError, OSError):
        folder = Path(tempfile.mkdtemp(prefix="showcase-station-"))
        station = _opened(folder / path.name, spare=True, temporary=folder)
    saved = _carry_over(path, station)
    _log.warning(
        "the station's file cannot be used (%s): this start keeps its things in %s; brought over: %s",
        reason,
        station.path,
        ", ".join(saved) or "-",
    )
    return station


def _moment() -> str:
    return f"{now():%Y%m%d-%H%M%S-%f}"


def _carry_over(source: Path, station: Station) -> list[str]:
    """Bring over what the old file kept by name, as far as it can be read, and return the names.

    Tries of the PIN that the other file has counted already stay.
    """
    rows: list[tuple[str, str]] = []
    with suppress(sqlite3.Error), closing(connect(source, "ro")) as connection:
        connection.execute("PRAGMA busy_timeout=0")
        # Row by row: what stands before the damage is kept.
        for row in connection.execute("SELECT name, value FROM kept"):
            rows.append(row)  # noqa: PERF402
    if rows:
        with closing(connect(station.path, "rw")) as connection:
            connection.executemany(_BRING, rows)
    return [name for name, _ in rows]

"""A scanner's own file: what it was given, what it noted. It is never replaced or mended behind anybody's back."""

import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import create_engine, delete, event, select, text
from sqlalchemy.orm import Session

from showcase.errors import DamagedFile, FileError, ForeignFile, MissingFile, NewerFile, RefusedError
from showcase.files import written_beside
from showcase.leads import lists
from showcase.leads.entities import Head, LeadFact, LeadWords, ScannerBase
from showcase.leads.kinds import StationKind
from showcase.leads.lists import SignedList
from showcase.leads.records import StationInfo
from showcase.store.base import Base
from showcase.store.database import connect
from showcase.store.failures import plain_failures, plain_os_failures
from showcase.text import fold
from showcase.visits.entities import Kept
from showcase.visits.kept import keep, recall
from showcase.visits.station import Station as KeptFile

APPLICATION_ID: Final = 0x53485343
""""SHSC": tells a scanner's file from an event, a kiosk's and other SQLite files."""
VERSION: Final = 1
"""Of the tables, kept in SQLite's user_version."""
ENDING: Final = ".station"
PRACTICE_ENDING: Final = ".practice"
_ME: Final = "station"
_GENERATION: Final = "generation"
_KEPT: Final = Kept.metadata.tables[Kept.__tablename__]
_TURNED: Final = select(_KEPT.c.value).where(_KEPT.c.name == _GENERATION)
_UNUSED: Final = ("ix_lead_facts_scope", "ix_lead_facts_product_id")
"""Indexes that only an event needs: a station has one scope, and every page less is a scan sooner on the disk."""
_TABLES: Final = [Base.metadata.tables[table.__tablename__] for table in (LeadFact, LeadWords)]


@dataclass(frozen=True, slots=True)
class _Me:
    """Which machine a file is of."""

    id: uuid.UUID
    name: str
    practice: bool


class Station(KeptFile):
    """An open file of a scanner. Its sessions stay in the thread that asked for them; the window's waits for none.

    Args:
        path: the file.
        info: what it is.
        practice: what it notes never counts.
    """

    def __init__(self, path: Path, info: StationInfo, *, practice: bool) -> None:
        super().__init__(path)
        self.info = info
        self.practice = practice


@dataclass(frozen=True, slots=True)
class FoundStation:
    """A scanner's file that was found."""

    path: Path
    info: StationInfo


def make_station(path: Path, station_id: uuid.UUID, name: str, signed: SignedList) -> None:
    """Make a scanner's file with a list in it; when anything fails, nothing is left.

    Raises:
        FileError: when something is there already, or it cannot be written.
    """
    if path.exists():
        raise FileError("leads.station_exists", path=str(path))
    with (
        plain_os_failures(path),
        plain_failures(path, lambda _path: None),
        written_beside(path, suffix=".part") as temporary,
    ):
        _fill(temporary, _Me(station_id, name, practice=False), signed)


def open_station(path: Path) -> Station:
    """Open a scanner's file.

    Raises:
        MissingFile, ForeignFile, NewerFile, DamagedFile, LockedFile, ReadOnly: it cannot be used, and is as it was.
    """
    with plain_failures(path, lambda _path: None):
        _check(path)
        plain = KeptFile(path)
        try:
            with plain.reading() as session:
                info, me = _info(session)
        finally:
            plain.close()
    return Station(path, info, practice=me.practice)


def list_stations(folders: Iterable[Path]) -> list[FoundStation]:
    """Return the scanners' files of some folders, by place; what is none of them is passed over."""
    found = []
    for folder in folders:
        for path in sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else ():
            with suppress(FileError):
                station = open_station(path)
                station.close()
                found.append(FoundStation(path, station.info))
    return sorted(found, key=lambda it: (it.info.kind, it.info.place, str(it.path)))


def find_station(place: str, kind: StationKind, folders: Iterable[Path]) -> Path | None:
    """Return the file of a booth or door by its name, without accents and case, or None."""
    wanted = fold(place)
    names = ((it.path, (it.info.place, it.info.name)) for it in list_stations(folders) if it.info.kind is kind)
    return next((path for path, known in names if wanted in {fold(name) for name in known}), None)


def begin_practice(station: Station) -> Station:
    """Open a file beside a scanner's in which nothing counts, emptied of what was practised before.

    It is another file and another station, which no office has registered: what is practised cannot get among what
    counts, even by a mistake of the program.

    Raises:
        RefusedError: in a practice.
        FileError: it cannot be written.
    """
    if station.practice:
        raise RefusedError("leads.practice_already")
    path = station.path.with_name(station.path.stem + PRACTICE_ENDING)
    with station.reading() as session:
        signed = lists.get(session)
        kept = {name: recall(session, name) for name in ("settings", "form")}
    for tail in ("", "-wal", "-shm", "-journal"):
        with plain_os_failures(path):
            path.with_name(path.name + tail).unlink(missing_ok=True)
    with plain_os_failures(path), plain_failures(path, lambda _path: None), written_beside(path) as temporary:
        _fill(temporary, _Me(uuid.uuid4(), station.info.name, practice=True), signed)
    practice = open_station(path)
    with practice.transaction() as session:
        for name, value in kept.items():
            if value is not None:
                keep(session, name, value)
    return practice


def copy_station(station: Station, path: Path) -> None:
    """Write a whole copy of a scanner's file, for a stick, while it goes on scanning; in place of one that is there.

    Copying the file itself would leave behind what still stands in its journal.

    Raises:
        FileError: it cannot be written; what was there is as it was.
    """
    with (
        plain_os_failures(path),
        plain_failures(path, lambda _path: None),
        written_beside(path, suffix=".part") as temporary,
        closing(connect(station.path, "ro")) as source,
        closing(connect(temporary, "rw")) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")


def generation(session: Session) -> int:
    """Return a number that grows when a file was changed by something else than its scanner's own facts."""
    return int(session.execute(_TURNED).scalar() or 0)


def turn_generation(session: Session) -> None:
    """Let an open scanner know that it has to read its file anew; what was counted in short is made again."""
    session.execute(delete(Head))
    keep(session, _GENERATION, generation(session) + 1)


def take_info(session: Session) -> StationInfo:
    """Return what a file says it is.

    Raises:
        DamagedFile: it makes no sense.
    """
    return _info(session)[0]


@contextmanager
def _building(path: Path) -> Iterator[Session]:
    """Write into a new file that nobody else has open."""
    engine = create_engine("sqlite://", creator=lambda: connect(path, "rw"))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with Session(engine) as session, session.begin():
            yield session
    finally:
        engine.dispose()


def _fill(path: Path, me: _Me, signed: SignedList) -> None:
    with _building(path) as session:
        connection = session.connection()
        Base.metadata.create_all(connection, tables=_TABLES)
        Kept.metadata.create_all(connection, tables=[_KEPT])
        ScannerBase.metadata.create_all(connection)
        for name in _UNUSED:
            session.execute(text(f"DROP INDEX {name}"))
        session.execute(text(f"PRAGMA application_id={APPLICATION_ID:d}"))
        session.execute(text(f"PRAGMA user_version={VERSION:d}"))
        keep(session, _ME, {"id": me.id.hex, "name": me.name, "practice": me.practice})
        lists.put(session, signed)


def _info(session: Session) -> tuple[StationInfo, _Me]:
    about = lists.about_of(session)
    try:
        kept = recall(session, _ME)
        me = _Me(uuid.UUID(kept["id"]), str(kept["name"]), bool(kept["practice"]))
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedFile("leads.station_damaged") from error
    return (
        StationInfo(
            id=me.id,
            kind=about.kind,
            name=me.name,
            place=about.place,
            scope=about.scope,
            exhibitor=about.exhibitor,
            event=about.event,
            capacity=about.capacity,
            roles=about.roles,
        ),
        me,
    )


def _check(path: Path) -> None:
    """See that a file is a whole one of a scanner of this version."""
    if not path.is_file():
        raise MissingFile("leads.station_missing", path=str(path))
    with closing(connect(path, "rw")) as connection:
        if _pragma(connection, "application_id") != APPLICATION_ID:
            raise ForeignFile("leads.station_foreign", path=str(path))
        if _pragma(connection, "user_version") > VERSION:
            raise NewerFile("store.file_newer", path=str(path))
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DamagedFile("store.file_damaged", path=str(path))
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    wanted = {*ScannerBase.metadata.tables, "kept", *(str(table.name) for table in _TABLES)}
    if not wanted <= tables:
        raise DamagedFile("store.file_damaged", path=str(path))


def _pragma(connection: sqlite3.Connection, name: str) -> Any:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]

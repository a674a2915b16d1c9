"""A scanner's own file: what it was given, what it noted. It is never replaced or mended behind anybody's back."""

import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine, delete, event, select, text
from sqlalchemy.orm import Session

from showcase.errors import DamagedFile, FileError, RefusedError
from showcase.files import written_beside
from showcase.leads import lists, plain
from showcase.leads.entities import Head, LeadFact, LeadWords, ScannerBase
from showcase.leads.glance import APPLICATION_ID, SETTINGS, VERSION, require_file, require_marks
from showcase.leads.lists import SignedList
from showcase.leads.plain import Me
from showcase.leads.records import StationInfo
from showcase.store.base import Base
from showcase.store.database import connect
from showcase.store.failures import plain_failures
from showcase.store.refusals import plain_os_failures
from showcase.visits.entities import Kept
from showcase.visits.kept import keep, recall
from showcase.visits.station import Station as KeptFile

PRACTICE_ENDING: Final = ".practice"
_GENERATION: Final = "generation"
_KEPT: Final = Kept.metadata.tables[Kept.__tablename__]
_TURNED: Final = select(_KEPT.c.value).where(_KEPT.c.name == _GENERATION)
_UNUSED: Final = ("ix_lead_facts_scope", "ix_lead_facts_product_id")
"""Indexes that only an event needs: a station has one scope, and every page less is a scan sooner on the disk."""
_TABLES: Final = [Base.metadata.tables[table.__tablename__] for table in (LeadFact, LeadWords)]


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
        _fill(temporary, Me(station_id, name, practice=False), signed)


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
        kept = {name: recall(session, name) for name in (SETTINGS, "form")}
    for tail in ("", "-wal", "-shm", "-journal"):
        with plain_os_failures(path):
            path.with_name(path.name + tail).unlink(missing_ok=True)
    with plain_os_failures(path), plain_failures(path, lambda _path: None), written_beside(path) as temporary:
        _fill(temporary, Me(uuid.uuid4(), station.info.name, practice=True), signed)
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


def _fill(path: Path, me: Me, signed: SignedList) -> None:
    with _building(path) as session:
        connection = session.connection()
        Base.metadata.create_all(connection, tables=_TABLES)
        Kept.metadata.create_all(connection, tables=[_KEPT])
        ScannerBase.metadata.create_all(connection)
        for name in _UNUSED:
            session.execute(text(f"DROP INDEX {name}"))
        session.execute(text(f"PRAGMA application_id={APPLICATION_ID:d}"))
        session.execute(text(f"PRAGMA user_version={VERSION:d}"))
        keep(session, plain.ME, me.as_plain())
        lists.put(session, signed)


def _info(session: Session) -> tuple[StationInfo, Me]:
    me = plain.me_from(recall(session, plain.ME))
    return plain.info_of(me, lists.about_of(session)), me


def _check(path: Path) -> None:
    """See that a file is a whole one of a scanner of this version."""
    require_file(path)
    with closing(connect(path, "rw")) as connection:
        require_marks(connection, path)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DamagedFile("store.file_damaged", path=str(path))

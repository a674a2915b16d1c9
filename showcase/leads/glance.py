"""What a scanner's file is, read with sqlite3 alone: SQLAlchemy takes longer to load than a scanner has to be ready."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from showcase.errors import DamagedFile, FileError, ForeignFile, MissingFile, NewerFile
from showcase.leads import plain
from showcase.leads.kinds import StationKind
from showcase.leads.records import StationInfo
from showcase.store.refusals import plain_sqlite_failures
from showcase.text import fold

APPLICATION_ID: Final = 0x53485343
""""SHSC": tells a scanner's file from an event, a kiosk's and other SQLite files."""
VERSION: Final = 1
"""Of the tables, kept in SQLite's user_version."""
ENDING: Final = ".station"
SETTINGS: Final = "settings"
"""Under this name a station keeps language, sound, light and who scans."""
TABLES: Final = frozenset({"lead_facts", "lead_words", "holders", "ended", "things", "heads", "kept"})
_BUSY_S: Final = 5.0
_WANTED: Final = (plain.ME, plain.ABOUT, plain.MANIFEST, plain.KEYS, SETTINGS)


@dataclass(frozen=True, slots=True)
class Glance:
    """What is known of a scanner's file at once.

    Args:
        info: what it is.
        settings: of its screen.
    """

    info: StationInfo
    settings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FoundStation:
    """A scanner's file that was found."""

    path: Path
    info: StationInfo


def glance(path: Path, *, writes: bool = False) -> Glance:
    """Return what a scanner's file is. Whether every page of it is whole is for who opens it.

    Args:
        path: the file.
        writes: see as well that it can be written now.

    Raises:
        MissingFile, ForeignFile, NewerFile, DamagedFile, LockedFile, ReadOnly: it cannot be used, and is as it was.
    """
    require_file(path)
    # What was cut short by a power cut is taken back by whoever opens it next, so this is not for reading alone.
    address = f"{path.absolute().as_uri()}?mode=rw"
    with (
        plain_sqlite_failures(path, lambda _path: None),
        closing(sqlite3.connect(address, uri=True, timeout=_BUSY_S, isolation_level=None)) as connection,
    ):
        require_marks(connection, path)
        if writes:
            connection.execute("BEGIN IMMEDIATE")
        kept = {name: value for name, value in connection.execute("SELECT name, value FROM kept") if name in _WANTED}
        if writes:
            connection.execute("ROLLBACK")
    values = {name: _read(kept.get(name)) for name in _WANTED}
    plain.manifest_from(values[plain.MANIFEST])
    plain.keys_from(values[plain.KEYS])
    info = plain.info_of(plain.me_from(values[plain.ME]), plain.about_from(values[plain.ABOUT]))
    settings = values[SETTINGS]
    return Glance(info, settings if isinstance(settings, Mapping) else {})


def list_stations(folders: Iterable[Path]) -> list[FoundStation]:
    """Return the scanners' files of some folders, by place; what is none of them is passed over."""
    found = []
    for folder in folders:
        for path in sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else ():
            with suppress(FileError):
                found.append(FoundStation(path, glance(path).info))
    return sorted(found, key=lambda it: (it.info.kind, it.info.place, str(it.path)))


def find_station(place: str, kind: StationKind, folders: Iterable[Path]) -> Path | None:
    """Return the file of a booth or door by its name, without accents and case, or None."""
    wanted = fold(place)
    names = ((it.path, (it.info.place, it.info.name)) for it in list_stations(folders) if it.info.kind is kind)
    return next((path for path, known in names if wanted in {fold(name) for name in known}), None)


def require_file(path: Path) -> None:
    """Raise MissingFile where there is no file."""
    if not path.is_file():
        raise MissingFile("leads.station_missing", path=str(path))


def require_marks(connection: sqlite3.Connection, path: Path) -> None:
    """See that a file is a scanner's, of this version, with its tables.

    Raises:
        ForeignFile, NewerFile, DamagedFile: as they say.
    """
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    if marks[0] != APPLICATION_ID:
        raise ForeignFile("leads.station_foreign", path=str(path))
    if marks[1] > VERSION:
        raise NewerFile("store.file_newer", path=str(path))
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not tables >= TABLES:
        raise DamagedFile("store.file_damaged", path=str(path))


def _read(stored: Any) -> Any:
    try:
        return None if stored is None else json.loads(stored)
    except (TypeError, ValueError) as error:
        raise DamagedFile("leads.station_damaged") from error

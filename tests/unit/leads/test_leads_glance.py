"""What a scanner's file says at a glance is what it says when it is opened, and needs no SQLAlchemy."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from showcase.errors import DamagedFile, ForeignFile, LockedFile, MissingFile, NewerFile
from showcase.leads.entities import LeadFact, LeadWords, ScannerBase
from showcase.leads.glance import TABLES, glance
from showcase.leads.station import Station
from showcase.visits.entities import Kept
from showcase.visits.kept import keep


@pytest.fixture
def station(summit: Any) -> Station:
    opened: Station = summit.open(summit.make(booth="A12"))
    return opened


def test_it_says_what_the_open_file_says(station: Station) -> None:
    with station.transaction() as session:
        keep(session, "settings", {"me": "Lan"})
    seen = glance(station.path, writes=True)
    assert seen.info == station.info
    assert seen.settings == {"me": "Lan"}


def test_it_knows_every_table() -> None:
    own = {LeadFact.__tablename__, LeadWords.__tablename__, Kept.__tablename__}
    assert own | set(ScannerBase.metadata.tables) == TABLES


def test_it_needs_no_sqlalchemy() -> None:
    code = "import sys, showcase.leads.glance; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("broken", "refused"),
    [
        ("PRAGMA application_id=1", ForeignFile),
        ("PRAGMA user_version=99", NewerFile),
        ("DROP TABLE heads", DamagedFile),
        ("DELETE FROM kept WHERE name = 'keys'", DamagedFile),
        ("UPDATE kept SET value = '[]' WHERE name = 'about'", DamagedFile),
        ("UPDATE kept SET value = 'x' WHERE name = 'manifest'", DamagedFile),
        ("UPDATE kept SET value = '7' WHERE name = 'station'", DamagedFile),
    ],
)
def test_what_cannot_be_used_is_refused(station: Station, broken: str, refused: type[Exception]) -> None:
    station.close()
    with closing(sqlite3.connect(station.path)) as connection, connection:
        connection.execute(broken)
    with pytest.raises(refused):
        glance(station.path)


def test_a_file_that_another_program_holds_is_not_ready(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.leads.glance._BUSY_S", 0.05)
    with closing(sqlite3.connect(station.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        glance(station.path)
        with pytest.raises(LockedFile):
            glance(station.path, writes=True)
        other.execute("ROLLBACK")
    glance(station.path, writes=True)


def test_no_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        glance(tmp_path / "none.station")


def test_settings_that_make_no_sense_are_none(station: Station) -> None:
    with closing(sqlite3.connect(station.path)) as connection, connection:
        connection.execute("INSERT OR REPLACE INTO kept (name, value) VALUES ('settings', ?)", (json.dumps([1]),))
    assert glance(station.path).settings == {}

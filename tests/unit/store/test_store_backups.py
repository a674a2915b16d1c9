"""Copies: verified, thinned, made when they are due."""

import datetime as dt
import os
import sqlite3
from contextlib import closing

import pytest

from showcase.catalogue.queries import count_organisations
from showcase.errors import Cancelled, DamagedFile, LockedFile
from showcase.settings import Settings, save
from showcase.store.backup import back_up, folder_of, latest_backup, list_backups, thin
from showcase.store.health import care, examine
from showcase.store.opening import open_event
from tests.factories import make_organisation


def test_a_backup_is_the_event_as_it_was(database):
    with database.transaction() as session:
        make_organisation(session)
    backup = back_up(database.path, "import")
    with database.transaction() as session:
        make_organisation(session, "Đơn vị khác")

    copy = open_event(backup)
    with copy.reading() as session:
        assert count_organisations(session) == 1
    copy.close()
    assert latest_backup(database.path) == backup
    assert [file.name for file in folder_of(database.path).iterdir()] == [backup.name]


def test_a_damaged_event_is_not_kept_as_a_backup(event_path):
    database = open_event(event_path)
    with database.transaction() as session:
        for number in range(300):
            make_organisation(session, f"Đơn vị {number}")
    database.close()
    content = bytearray(event_path.read_bytes())
    content[40_960:] = b"\xab" * (len(content) - 40_960)
    event_path.write_bytes(content)

    with pytest.raises(DamagedFile):
        back_up(event_path, "import")

    assert list(folder_of(event_path).iterdir()) == []


def test_a_copy_does_not_wait_for_ever(event_path, monkeypatch):
    monkeypatch.setattr("showcase.store.backup._BUSY_S", 0.2)
    with closing(sqlite3.connect(event_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedFile):
            back_up(event_path, "import")

    assert list_backups(event_path) == []
    assert back_up(event_path, "import").exists()


def test_old_backups_are_thinned_to_one_a_day_for_a_month(event_path):
    folder_of(event_path).mkdir()
    today = dt.datetime.now(dt.UTC)
    for days in range(60):
        for hour in ("08", "17"):
            day = (today - dt.timedelta(days=days)).strftime("%Y%m%d")
            (folder_of(event_path) / f"{day}-{hour}0000-000000-import.showcase").touch()

    thin(event_path)

    kept = [file.name[:11] for file in list_backups(event_path)]
    assert len(kept[:12]) == 12
    assert len({name[:8] for name in kept}) in {30, 31}
    assert all(name.endswith("17") for name in kept[12:])


def test_as_many_backups_stay_as_this_machine_keeps(event_path):
    save(Settings(backups=20))
    folder_of(event_path).mkdir()
    for number in range(30):
        (folder_of(event_path) / f"20250101-{number:06}-000000-import.showcase").touch()

    thin(event_path)

    assert len(list_backups(event_path)) == 20


def test_a_whole_event_has_nothing_to_say(database):
    health = examine(database.path)

    assert health.whole
    assert health.journal in {"delete", "wal"}
    assert health.backup is None


def test_rows_without_their_parent_are_found(event_path):
    with closing(sqlite3.connect(event_path)) as plain:
        plain.execute("INSERT INTO organisation_topics VALUES (x'00', x'01')")
        plain.commit()

    assert not examine(event_path).whole
    assert examine(event_path).orphans[0].startswith("organisation_topics")


def test_examining_can_be_stopped(database):
    with database.transaction() as session:
        for number in range(500):
            make_organisation(session, f"Đơn vị {number}")

    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        examine(database.path, stop)


def test_a_copy_is_made_when_the_newest_is_old_and_the_event_has_changed(database):
    first = care(database)
    assert first is not None
    assert care(database) is None

    an_hour_ago = dt.datetime.now(dt.UTC).timestamp() - 3600
    os.utime(first, (an_hour_ago, an_hour_ago))
    os.utime(database.path, (an_hour_ago - 60, an_hour_ago - 60))
    assert care(database) is None

    with database.transaction() as session:
        make_organisation(session)
    assert care(database) not in {None, first}


def test_a_damaged_event_that_was_not_put_away_is_told(database, monkeypatch):
    with database.transaction() as session:
        for number in range(300):
            make_organisation(session, f"Đơn vị {number}")
    content = bytearray(database.path.read_bytes())
    content[-60_000:] = b"\xab" * 60_000
    database.path.write_bytes(content)
    database.was_unclean = True

    with pytest.raises(DamagedFile):
        care(database)

    assert list_backups(database.path) == []

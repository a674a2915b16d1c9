"""The station's file: made, shared, and stood in for when it is damaged, held, foreign or newer."""

import multiprocessing
import sqlite3
import sys
import uuid
from contextlib import closing

import pytest

from showcase.errors import ForeignFile, MissingFile
from showcase.paths import stations_folder
from showcase.store.database import connect
from showcase.visits.kept import keep, recall
from showcase.visits.station import open_station, read_station, station_file, station_files

EVENT = uuid.UUID("019a0000-0000-7000-8000-000000000001")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "kiosk.station"


def kept_in(station, name="name"):
    with station.reading() as session:
        return recall(session, name)


def put(station, value, name="name"):
    with station.transaction() as session:
        keep(session, name, value)


def filled(path, value="A12"):
    station = open_station(path)
    put(station, value)
    station.close()
    return path


def test_names_that_look_alike_do_not_share_a_file(home):
    names = ["a12", "A12", "Đ1", "D1", "d1", "sảnh chính", "../../etc", "con", "", "🏮", "x" * 300, "x" * 301]
    files = [station_file(EVENT, name) for name in names]
    assert len({str(file).casefold() for file in files}) == len(names)
    assert {file.parent for file in files} == {stations_folder()}
    assert stations_folder().is_relative_to(home)
    assert max(len(file.name) for file in files) < 120


def test_what_is_kept_is_there_in_the_next_run(path):
    station = open_station(filled(path))
    assert kept_in(station) == "A12"
    assert kept_in(station, "other") is None
    assert (station.spare, station.replaced) == (False, None)
    station.close()


def test_facts_are_on_disk_when_a_transaction_ends(path):
    station = open_station(path)
    with station.transaction() as session:
        raw = session.connection().connection.driver_connection
        assert raw is not None
        mode = raw.execute("PRAGMA journal_mode").fetchone()[0]
        assert (mode, raw.execute("PRAGMA synchronous").fetchone()[0]) in {("wal", 2), ("delete", 3)}
        assert raw.execute("PRAGMA secure_delete").fetchone()[0] == 1
    station.close()


def test_nothing_is_written_by_an_error_or_a_reading(path):
    station = open_station(filled(path))
    with pytest.raises(ValueError, match="no"), station.transaction() as session:
        keep(session, "name", "B7")
        raise ValueError("no")
    with station.reading() as session:
        keep(session, "name", "B8")
        session.flush()
    assert kept_in(station) == "A12"
    station.close()


def spoil_head(path):
    with path.open("r+b") as file:
        file.write(b"\0" * 64)


def spoil_page(path):
    """Damage the page of a table that stands apart from what is kept by name."""
    with closing(connect(path, "rw")) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
        page, size = (
            raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'tallies'").fetchone()[0],
            raw.execute("PRAGMA page_size").fetchone()[0],
        )
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def cut(path):
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def fill_with_text(path):
    path.write_text("not a database at all\n" * 999)


def drop_table(path):
    with closing(connect(path, "rw")) as raw:
        raw.execute("DROP TABLE tallies")


@pytest.mark.parametrize("spoil", [spoil_head, spoil_page, cut, fill_with_text, drop_table])
def test_a_damaged_file_is_moved_aside_and_the_station_begins_anew(path, spoil, caplog):
    spoil(filled(path))
    content = path.read_bytes()
    station = open_station(path)
    put(station, 1, "new")
    station.close()
    assert station.path == path
    assert station.replaced is not None
    assert station.replaced.read_bytes() == content
    assert str(station.replaced) in caplog.text
    again = open_station(path)
    assert (kept_in(again, "new"), again.replaced) == (1, None)
    again.close()


@pytest.mark.parametrize("spoil", [spoil_page, drop_table])
def test_what_can_still_be_read_of_its_set_up_is_brought_over(path, spoil, caplog):
    spoil(filled(path))
    station = open_station(path)
    assert kept_in(station) == "A12"
    assert "brought over: name" in caplog.text
    station.close()


def test_a_file_that_is_held_is_left_alone(path, caplog, monkeypatch):
    monkeypatch.setattr("showcase.store.database._BUSY_S", 0.05)
    filled(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        station = open_station(path)
        put(station, 1, "new")
        assert station.spare
        assert station.path.parent == path.parent
        station.close()
    assert "cannot be used" in caplog.text
    again = open_station(path)
    assert (again.path, kept_in(again)) == (path, "A12")
    again.close()


@pytest.mark.parametrize("pragma", ["PRAGMA user_version=99", "PRAGMA application_id=7"])
def test_a_newer_file_and_a_foreign_one_are_left_alone(path, pragma, caplog):
    filled(path, "B7")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(pragma)
    content = path.read_bytes()
    station = open_station(path)
    assert (station.spare, kept_in(station)) == (True, "B7")
    put(station, 3, "tries")
    put(station, "C9")
    station.close()
    again = open_station(path)
    assert (kept_in(again), kept_in(again, "tries")) == ("B7", 3)
    again.close()
    assert path.read_bytes() == content
    assert len(caplog.records) == 2


def test_where_nothing_can_be_written_it_keeps_its_things_for_this_run(tmp_path, caplog):
    (tmp_path / "file").write_text("a file where the folder should be")
    station = open_station(tmp_path / "file" / "kiosk.station")
    put(station, 1)
    assert (kept_in(station), station.spare) == (1, True)
    folder = station.path.parent
    station.close()
    assert not folder.exists()
    assert "cannot be used" in caplog.text


def test_a_folder_in_its_place_does_not_stop_it(path, caplog):
    path.mkdir(parents=True)
    station = open_station(path)
    put(station, 1)
    station.close()
    assert station.spare
    assert caplog.records


def test_all_stations_of_an_event_are_found(tmp_path, caplog):
    other = uuid.uuid4()
    for event, name in ((EVENT, "a"), (EVENT, "b"), (other, "a")):
        filled(station_file(event, name, tmp_path))
    fill_with_text(station_file(EVENT, "b", tmp_path))
    open_station(station_file(EVENT, "b", tmp_path)).close()
    assert station_files(EVENT, tmp_path) == [station_file(EVENT, name, tmp_path) for name in "ab"]
    assert station_files(uuid.uuid4(), tmp_path / "none") == []
    assert caplog.records


def test_reading_makes_and_mends_nothing(path):
    with pytest.raises(MissingFile):
        read_station(path)
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE t (x)")
    with pytest.raises(ForeignFile):
        read_station(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_was_deleted_is_in_no_page_and_no_journal(path):
    station = open_station(path)
    put(station, "canary-5f2a")
    put(station, None)
    station.tidy()
    for file in path.parent.iterdir():
        assert b"canary" not in file.read_bytes(), file
    station.close()


def _put_often(path, barrier, value):
    barrier.wait()
    station = open_station(path)
    for number in range(20):
        put(station, number, f"{value}{number}")
    assert not station.spare
    station.close()


def test_two_programs_make_and_fill_one_file_at_once(path):
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    programs = [context.Process(target=_put_often, args=(path, barrier, name)) for name in "ab"]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0]
    station = open_station(path)
    assert [kept_in(station, f"{name}{number}") for name in "ab" for number in range(20)] == [*range(20)] * 2
    station.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes; the profile folder is private")
def test_what_holds_a_hash_is_nobody_elses_to_read(path):
    assert filled(path).stat().st_mode & 0o077 == 0

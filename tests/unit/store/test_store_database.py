"""Transactions: one writer, read-only readers, word of changes, nothing lost when the program is killed."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, text
from sqlalchemy.exc import IntegrityError

from showcase.catalogue import search
from showcase.catalogue.entities import Hall, Organisation
from showcase.catalogue.queries import count_organisations
from showcase.errors import Cancelled, DamagedFile, FileError, InputError, MissingFile, ReadOnly
from showcase.store import journal
from showcase.store.columns import new_id
from showcase.store.database import safe_for_wal, set_journal
from showcase.store.opening import open_event
from tests.factories import make_organisation
from tests.torture.faults import read_only


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 54, 0), True),
    ],
)
def test_only_fixed_versions_of_sqlite_write_ahead(tmp_path, version, safe):
    assert safe_for_wal(version) is safe
    with closing(sqlite3.connect(tmp_path / "a", isolation_level=None)) as connection:
        assert set_journal(connection, version) == ("wal" if safe else "delete")
        assert connection.execute("PRAGMA synchronous").fetchone() == (2 if safe else 3,)


def test_a_transaction_is_all_or_nothing(database):
    with pytest.raises(ZeroDivisionError), database.transaction() as session:
        make_organisation(session)
        _ = 1 / 0

    with database.reading() as session:
        assert count_organisations(session) == 0


def test_two_threads_write_one_after_the_other(database):
    def write(start):
        for number in range(start, start + 10):
            with database.transaction() as session:
                make_organisation(session, f"Đơn vị {number}")

    threads = [threading.Thread(target=write, args=(start,)) for start in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading() as session:
        assert count_organisations(session) == 30


def test_a_transaction_inside_a_transaction_is_a_bug(database):
    with database.transaction(), pytest.raises(RuntimeError), database.transaction():
        pass


def test_readers_cannot_write(database):
    with pytest.raises(FileError), database.reading() as session:
        make_organisation(session)


def test_each_reading_has_a_state_of_its_own(database):
    def counted(session):
        return session.execute(text("SELECT count(*) FROM halls")).scalar()

    with database.reading() as first, database.reading() as second:
        assert (counted(first), counted(second)) == (0, 0)
    for number in range(3):
        with database.reading() as session:
            assert counted(session) == number
        with database.transaction() as session:
            hall = {"id": new_id(), "code": f"H{number}", "name": {}, "floor": 0, "position": 0}
            session.execute(insert(Hall), [hall])
    with pytest.raises(ZeroDivisionError), database.reading() as session:
        counted(session) / 0
    with database.reading() as session:
        assert counted(session) == 3


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="shows open files on Linux alone")
def test_a_closed_event_lets_go_of_its_file(database, event_path):
    with database.reading() as first, database.reading() as second:
        assert count_organisations(first) == count_organisations(second) == 0
    held = [link.resolve() for link in Path("/proc/self/fd").iterdir()]
    assert held.count(event_path.resolve()) >= 2

    database.close()

    assert event_path.resolve() not in [link.resolve() for link in Path("/proc/self/fd").iterdir()]


def test_an_event_opened_to_read_is_not_written(event_path):
    database = open_event(event_path, read_only=True)
    with pytest.raises(RuntimeError), database.transaction():
        pass
    database.close()


def test_listeners_hear_of_changed_tables_after_the_commit(database):
    heard: list[tuple[frozenset[str], int]] = []

    def listen(tables):
        with database.reading() as session:
            heard.append((tables, count_organisations(session)))

    end = database.on_change(listen)
    with database.transaction() as session:
        make_organisation(session)
    with database.transaction() as session:
        session.execute(insert(Hall), [{"id": new_id(), "code": "H1", "name": {}, "floor": 0, "position": 0}])
    with database.transaction() as session:
        session.execute(delete(Hall))
    with database.transaction():
        pass
    end()
    with database.transaction() as session:
        make_organisation(session, "Đơn vị khác")

    assert heard == [(frozenset({"organisations"}), 1), (frozenset({"halls"}), 1), (frozenset({"halls"}), 1)]


def test_a_failed_transaction_is_not_heard_of(database):
    heard: list[frozenset[str]] = []
    database.on_change(heard.append)

    with pytest.raises(ZeroDivisionError), database.transaction() as session:
        make_organisation(session)
        _ = 1 / 0

    assert heard == []


def test_foreign_keys_are_kept(database):
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.execute(text("INSERT INTO organisation_topics VALUES ('00', '01')"))


def test_what_is_unique_stays_unique(database):
    hall = {"code": "H1", "name": {}, "floor": 0, "position": 0}
    with database.transaction() as session:
        session.execute(insert(Hall), [{"id": new_id(), **hall}])

    with pytest.raises(IntegrityError), database.transaction() as session:
        session.execute(insert(Hall), [{"id": new_id(), **hall}])

    with database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM halls")).scalar() == 1


def test_damage_that_is_met_later_is_a_sentence(database, event_path):
    with database.transaction() as session:
        for number in range(300):
            make_organisation(session, f"Đơn vị {number}")
    database.close()
    content = bytearray(event_path.read_bytes())
    content[40_960:] = b"\xab" * (len(content) - 40_960)
    event_path.write_bytes(content)

    with pytest.raises(DamagedFile), closing_event(event_path) as opened, opened.reading() as session:
        session.execute(text("SELECT sum(length(name)) FROM organisations")).scalar()
        session.execute(text("SELECT count(*) FROM search_index WHERE search_index MATCH 'don'")).scalar()


def _move(path: Path) -> None:
    path.rename(path.with_name("elsewhere.showcase"))


def _replace(path: Path) -> None:
    other = path.with_name("other.showcase")
    other.write_bytes(path.read_bytes())
    other.replace(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")
@pytest.mark.parametrize("lose", [Path.unlink, _move, _replace])
def test_nothing_is_written_into_a_file_that_is_no_longer_in_its_place(database, event_path, lose):
    with database.transaction() as session:
        make_organisation(session, "Trước")
    with database.reading() as session:
        assert count_organisations(session) == 1
    lose(event_path)

    with pytest.raises(MissingFile) as refused, database.transaction() as session:
        make_organisation(session, "Sau")
    assert refused.value.key == "store.file_moved"
    with pytest.raises(MissingFile):
        database.changed_outside()
    with database.reading() as session:
        assert count_organisations(session) == 1, "what is open can still be read"
        with pytest.raises(MissingFile), database.reading():
            pytest.fail("a second reader would have to open what stands there now")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")
def test_a_file_that_is_put_back_takes_edits_again(database, event_path):
    away = event_path.with_name("away.showcase")
    event_path.rename(away)
    with pytest.raises(MissingFile), database.transaction() as session:
        make_organisation(session, "Sau")
    away.rename(event_path)
    with database.transaction() as session:
        make_organisation(session, "Sau")
    database.close()
    with closing_event(event_path) as opened, opened.reading() as session:
        assert count_organisations(session) == 1


def test_all_that_is_open_goes_into_a_copy_also_when_its_file_is_gone(database, event_path, tmp_path):
    with database.transaction() as session:
        make_organisation(session, "Đơn vị")
    with database.reading() as session:
        assert count_organisations(session) == 1
    if sys.platform != "win32":
        event_path.unlink()
    told = []
    copy = tmp_path / "bản sao.showcase"
    database.save_copy(copy, lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0
    assert not copy.with_name(f"{copy.name}-wal").exists(), "the copy is one file"
    with closing_event(copy) as opened, opened.reading() as session:
        assert count_organisations(session) == 1


def test_a_copy_that_is_stopped_or_goes_nowhere_leaves_what_stood_there(database, event_path, tmp_path):
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    copy = tmp_path / "copy.showcase"
    copy.write_bytes(b"before")
    with pytest.raises(Cancelled):
        database.save_copy(copy, stop)
    assert copy.read_bytes() == b"before"
    assert sorted(file.name for file in tmp_path.iterdir() if "copy" in file.name) == ["copy.showcase"]
    with pytest.raises(MissingFile):
        database.save_copy(tmp_path / "no folder" / "copy.showcase")
    with pytest.raises(InputError):
        database.save_copy(event_path)
    with database.transaction() as session:
        make_organisation(session, "Vẫn mở")


def closing_event(path):
    return closing(open_event(path))


_WRITER = """
import sys
from pathlib import Path
from showcase.store.opening import open_event
from tests.factories import make_organisation
database = open_event(Path(sys.argv[1]))
number = 0
while True:
    with database.transaction() as session:
        make_organisation(session, f"Đơn vị {number}")
        make_organisation(session, f"Đôi {number}")
    number += 1
    print(number, flush=True)
"""


def test_what_was_committed_outlives_a_killed_program(event_path):
    for patience in (0.1, 0.25):
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, event_path], stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(patience)
        writer.send_signal(signal.SIGKILL)
        # The last line may have been cut in its middle; a line that ends is a commit that was told.
        told = [line for line in (first + writer.stdout.read()).splitlines(keepends=True) if line.endswith("\n")]
        writer.wait()
        writer.stdout.close()

        opened = open_event(event_path)
        with opened.reading() as session:
            count = count_organisations(session)
            assert session.execute(text("PRAGMA quick_check")).scalar() == "ok"
        opened.close()
        assert count % 2 == 0
        assert count >= 2 * int(told[-1])
        with closing(sqlite3.connect(event_path)) as plain:
            plain.execute("DELETE FROM organisations")
            plain.commit()


def test_a_file_is_written_again_when_it_may_be(blank_event):
    with tempfile.TemporaryDirectory() as folder:  # the way to those of pytest is closed to anybody but root
        path = Path(shutil.copy(blank_event, Path(folder) / "a.showcase"))
        with closing(open_event(path)) as database:
            with read_only(path), pytest.raises(ReadOnly), database.transaction() as session:
                make_organisation(session)

            with database.transaction() as session:
                make_organisation(session)


def test_what_was_deleted_is_in_no_page_of_a_file_written_anew(database):
    with database.transaction() as session:
        gone = make_organisation(session, "Qzxvằng")
        journal.forget(session)
    with database.transaction() as session:
        session.delete(session.get(Organisation, gone))
        search.reindex_all(session)
    with database.reading() as session:
        assert search.search(session, "qzxvang") == []

    with database.transaction() as session:
        journal.forget(session)
        session.connection().exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('optimize')")
    database.rewrite()

    content = database.path.read_bytes()
    assert "Qzxvằng".encode() not in content
    assert b"qzxvang" not in content
    assert not database.changed_outside()

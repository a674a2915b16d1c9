import resource
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from showcase.catalogue.queries import list_organisations
from showcase.catalogue.search import search
from showcase.errors import Cancelled, DamagedFile, FileError, InputError, LockedFile, MissingFile, UserError
from showcase.exchange.importing import ImportReport, Verdict, apply, import_list, plan_aside
from showcase.exchange.sheets import read_table
from showcase.messages import LANGUAGES, sentence
from showcase.people.queries import list_people
from showcase.store.backup import back_up, list_backups
from showcase.store.database import Database
from showcase.store.opening import create_event, open_event
from tests.factories import make_event, make_organisation
from tests.lists import EXHIBITORS, PEOPLE, PRODUCTS, TRILINGUAL, Rows, write_csv, write_xlsx


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Database]:
    database = create_event(tmp_path / "summit.showcase")
    with database.transaction() as session:
        make_event(session)
    yield database
    database.close()


@pytest.fixture
def exhibitors(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "exhibitors.csv", EXHIBITORS)


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.unchanged, report.rejected


def content(path: Path) -> list[str]:
    """Return everything an event file holds."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def many(count: int, phone: str = "") -> Rows:
    rows = [[f"E{n}", f"Sao {n}", f"A{n}", phone, "x" * 500] for n in range(count)]
    return [["id", "name", "booths", "phone", "description"], *rows]


def test_a_list_goes_in_and_a_copy_of_before_is_kept(event, exhibitors):
    before = content(event.path)
    told: list[frozenset[str]] = []
    event.on_change(told.append)
    report = import_list(event, exhibitors, "exhibitors")
    assert counts(report) == (3, 0, 0, 0)
    assert report.written
    assert (report.encoding, report.guessed) == ("UTF-8", False)
    assert report.backup is not None
    assert report.backup in list_backups(event.path)
    assert content(report.backup) == before
    assert "organisations" in told[0]
    with event.reading() as session:
        assert [hit.title for hit in search(session, "sao mai")][:1] == ["Công ty Đèn Sao Mai"]


def test_importing_alone_knows_what_everything_is_found_by():
    program = (
        "import showcase.exchange.importing; from showcase.catalogue.search import SOURCES; "
        "from showcase.catalogue.kinds import Subject; assert set(SOURCES) == set(Subject)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[3])


def test_a_trilingual_list_is_understood_in_full(event):
    report = import_list(event, TRILINGUAL, "exhibitors")
    assert counts(report) == (5, 0, 0, 0)
    assert not report.unused
    with event.reading() as session:
        found = list_organisations(session)
    assert all(set(row.name) == set(row.description) == {"vi", "en", "fr"} for row in found)
    assert {row.kind.value for row in found} == {"company", "university", "association", "province"}


def test_the_copy_is_a_way_back(event, exhibitors, tmp_path):
    report = import_list(event, exhibitors, "exhibitors")
    assert report.backup is not None
    back = tmp_path / "back.showcase"
    back.write_bytes(report.backup.read_bytes())
    database = open_event(back)
    with database.reading() as session:
        assert list_organisations(session) == []
    database.close()


@pytest.mark.parametrize("name", ["people.csv", "people.xlsx"])
def test_people_from_either_kind_of_file(event, exhibitors, tmp_path, name):
    import_list(event, exhibitors, "exhibitors")
    write = write_csv if name.endswith("csv") else write_xlsx
    path = write(tmp_path / name, PEOPLE)
    assert counts(import_list(event, path, "people")) == (4, 0, 0, 0)
    assert counts(import_list(event, path, "people")) == (0, 0, 4, 0)
    with event.reading() as session:
        people = {person.name: person for person in list_people(session)}
    # The Ð (U+00D0) of the list is an Đ (U+0110) here.
    assert (people["Đặng Văn Ế"].given_name, people["Đặng Văn Ế"].phone) == ("Ế", "+84 24 0000 002")
    assert people["Nguyễn Thị Bích Ngọc"].organisation["en"] == "Morning Star Lamps"


def test_products_after_their_exhibitors(event, exhibitors, tmp_path):
    path = write_xlsx(tmp_path / "products.xlsx", PRODUCTS)
    assert counts(import_list(event, path, "products")) == (0, 0, 0, 2)
    import_list(event, exhibitors, "exhibitors")
    assert counts(import_list(event, path, "products")) == (2, 0, 0, 0)


def test_nothing_to_write_writes_nothing(event, exhibitors):
    import_list(event, exhibitors, "exhibitors")
    before, backups = event.path.read_bytes(), list_backups(event.path)
    report = import_list(event, exhibitors, "exhibitors")
    assert counts(report) == (0, 0, 3, 0)
    assert (report.written, report.backup) == (False, None)
    assert (event.path.read_bytes(), list_backups(event.path)) == (before, backups)


def test_a_dry_run_writes_nothing(event, exhibitors):
    before = event.path.read_bytes()
    report = import_list(event, exhibitors, "exhibitors", dry_run=True)
    assert counts(report) == (3, 0, 0, 0)
    assert (report.written, report.backup) == (False, None)
    assert (event.path.read_bytes(), list_backups(event.path)) == (before, [])


def test_rows_without_a_name_are_rejected_with_their_line_and_the_others_go_in(event, tmp_path):
    path = write_csv(tmp_path / "a.csv", [["name", "booths"], ["", "A1"], ["Sao Mai", "A2"]])
    report = import_list(event, path, "exhibitors")
    assert counts(report) == (1, 0, 0, 1)
    (row,) = report.rejected_rows
    assert (row.line, row.title) == (2, "A1")
    assert row.reason is not None
    assert "name" in sentence(row.reason, "en")


def test_all_or_nothing_can_be_asked_for(event, tmp_path):
    path = write_csv(tmp_path / "a.csv", [["name", "booths"], ["", "A1"], ["Sao Mai", "A2"]])
    before = event.path.read_bytes()
    report = import_list(event, path, "exhibitors", all_or_nothing=True)
    assert (counts(report), report.written) == ((1, 0, 0, 1), False)
    assert event.path.read_bytes() == before


@pytest.mark.parametrize("stop", [Cancelled, KeyboardInterrupt])
def test_stopping_at_any_moment_leaves_the_event_as_it_was(event, tmp_path, stop):
    import_list(event, write_csv(tmp_path / "some.csv", many(5)), "exhibitors")
    path = write_csv(tmp_path / "more.csv", many(2_100, "024 1"))
    before = content(event.path)
    calls = 0

    def count(done: int, total: int) -> None:
        nonlocal calls
        assert 0 <= done <= total
        calls += 1

    import_list(event, path, "exhibitors", dry_run=True, progress=count)
    reading = calls
    for moment in range(1, reading + 4):
        left = moment

        def progress(done: int, total: int) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                raise stop

        with pytest.raises(stop):
            import_list(event, path, "exhibitors", progress=progress)
        assert content(event.path) == before
    assert counts(import_list(event, path, "exhibitors")) == (2_095, 5, 0, 0)


def test_a_full_disk_leaves_the_event_as_it_was(event, tmp_path):
    path = write_csv(tmp_path / "a.csv", many(3_000))
    before = content(event.path)
    size = event.path.stat().st_size
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    for room in (0, 200_000):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, old[1]))
        try:
            with pytest.raises(FileError) as caught:
                import_list(event, path, "exhibitors")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, old)
        assert all(sentence(caught.value, language) for language in LANGUAGES)
        assert content(event.path) == before
    assert counts(import_list(event, path, "exhibitors")) == (3_000, 0, 0, 0)


def test_an_event_that_another_program_writes_is_left_alone(event, exhibitors, monkeypatch):
    monkeypatch.setattr("showcase.store.database._BUSY_S", 0.1)
    second = open_event(event.path)
    before = content(event.path)
    with event.transaction() as session:
        make_organisation(session, "Sao Lạ")
        with pytest.raises(LockedFile) as caught:
            import_list(second, exhibitors, "exhibitors")
        assert sentence(caught.value, "vi")
        session.rollback()
    second.close()
    assert content(event.path) == before


def test_two_runs_that_overlap_add_everything_once(event, tmp_path):
    path = write_csv(tmp_path / "a.csv", many(400))
    reports: list[ImportReport] = []
    start = threading.Barrier(2)

    def run() -> None:
        database = open_event(event.path)
        start.wait()
        reports.append(import_list(database, path, "exhibitors"))
        database.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(counts(report) for report in reports) == [(0, 0, 400, 0), (400, 0, 0, 0)]
    with event.reading() as session:
        assert len(list_organisations(session)) == 400


def test_an_edit_between_plan_and_write_is_seen(event, exhibitors, monkeypatch):
    def edit_meanwhile(path: Path, reason: str) -> Path:
        with event.transaction() as session:
            make_organisation(session, "Công ty Đèn Sao Mai", name_en="Morning Star Lamps", ref="E1")
        return back_up(path, reason)

    monkeypatch.setattr("showcase.exchange.importing.back_up", edit_meanwhile)
    assert counts(import_list(event, exhibitors, "exhibitors")) == (2, 1, 0, 0)


def test_others_can_write_while_a_list_is_planned(event):
    with event.transaction() as session:
        session.execute(text("PRAGMA busy_timeout=0"))

    def edit(done: int, total: int) -> None:
        del total
        with event.transaction() as session:
            make_organisation(session, f"Sao Lạ {done}")

    planned = plan_aside(event.reading, read_table(TRILINGUAL), "exhibitors", progress=edit)
    assert planned.count(Verdict.ADDED) == 5
    with pytest.raises(InputError) as caught, event.transaction() as session:
        apply(session, planned)
    assert caught.value.key == "exchange.plan_outdated"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("empty.csv", b"", InputError),
        ("headerless.csv", b"Sao Mai,A1,0912000001\nSao Em,A2,0912000002\n", InputError),
        ("only_headings.csv", b"name,booths\n", InputError),
        ("strange.csv", b"foo,bar\nbaz,qux\n", InputError),
        ("long.csv", b"name,booths\nSao," + b"x" * 1_000_000 + b"\n", InputError),
        ("nul.csv", b"name,booths\nSao\0Mai,A1\n", InputError),
        ("quote.csv", b'name,booths\n"Sao Mai,A1\n', InputError),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", InputError),
        ("paper.csv", b"%PDF-1.7\n", InputError),
        ("cut.xlsx", b"PK\x03\x04\x14\0\0\0", DamagedFile),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", InputError),
        (None, b"", MissingFile),
    ],
)
def test_a_list_that_cannot_be_taken_changes_nothing(event, tmp_path, name, data, kind):
    path = tmp_path / (name or "gone.csv")
    if name:
        path.write_bytes(data)
    files = sorted(tmp_path.rglob("*"))
    before = event.path.read_bytes()
    with pytest.raises(kind) as caught:
        import_list(event, path, "exhibitors")
    assert all(path.name in sentence(caught.value, language) for language in LANGUAGES)
    assert event.path.read_bytes() == before
    assert sorted(tmp_path.rglob("*")) == files


def test_a_folder_is_no_list(event, tmp_path):
    with pytest.raises(UserError):
        import_list(event, tmp_path, "people")

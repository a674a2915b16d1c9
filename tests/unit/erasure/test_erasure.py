"""Erasing people: what goes everywhere, what stays, and what is named because it is out of reach."""

import datetime as dt
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from showcase.catalogue import edits as catalogue
from showcase.catalogue import history
from showcase.catalogue.change import Change
from showcase.catalogue.event import set_event
from showcase.catalogue.queries import get_event, list_organisations, list_sessions
from showcase.catalogue.search import search
from showcase.cli import main
from showcase.erasure import copies, doing, reach
from showcase.erasure.people import erase
from showcase.erasure.records import CopyKind, Reason
from showcase.errors import InputError, LockedFile, RefusedError
from showcase.leads.kinds import Method
from showcase.leads.pack import export_pack
from showcase.paths import badges_folder, cache_folder
from showcase.people import edits as people
from showcase.people.editing import editing
from showcase.people.entities import Badge, Consent
from showcase.people.queries import count_people, get_badge, list_badge_events, list_people, list_speakers
from showcase.store import backup as backups
from showcase.store import database as store
from showcase.store.backup import back_up, folder_of, list_backups
from showcase.store.journal import list_entries
from showcase.store.opening import open_event
from tests.factories import make_organisation, make_person, picture_bytes
from tests.unit.leads.conftest import Summit

DATA = Path(__file__).resolve().parents[2] / "data"
NAME = {"family_name": "Phạm", "given_name": "Kim Oanh"}
PASSPHRASE = "mùa xuân trên sông"


@pytest.fixture
def summit(database, tmp_path, monkeypatch):
    monkeypatch.setenv("SHOWCASE_PASSPHRASE", PASSPHRASE)
    with database.transaction() as session:
        signer = people.make_signing_key(session, PASSPHRASE)
        make_organisation(session, "Mạch Nước", [("H1", "A12")])
        make_person(session, email="khac@example.vn")
    summit = Summit(database, tmp_path, signer)
    yield summit
    for station in summit.opened:
        station.close()


@pytest.fixture
def person(summit):
    """Return somebody with a badge, who changed their e-mail, speaks, and agreed to be known."""
    with summit.database.transaction() as session:
        person = make_person(session, **NAME, email="oanh@example.vn", phone="+84 90 123 4567")
    with summit.database.transaction() as session:
        editing.change(session, "people", person, [Change("email", "kim.oanh@example.vn")])
    with summit.database.transaction() as session:
        people.record_consent(session, person, "exhibitors", given=True, source="desk")
        people.issue_badges(session, [person], summit.signer)
    return person


def badge_of(database, person):
    with database.reading() as session:
        row = session.query(Badge.id).where(Badge.person_id == person).order_by(Badge.issued_at.desc()).first()
        return get_badge(session, row.id)


def everything(path):
    """Return every byte that belongs to an event, in lower case."""
    files = [*path.parent.glob(f"{path.name}*"), *folder_of(path).glob("*")]
    return b"".join(file.read_bytes() for file in files if file.is_file()).lower()


def test_nothing_that_names_them_is_left_and_the_facts_are(summit, person):
    database = summit.database
    back_up(database.path, "rolling")
    badge = badge_of(database, person)
    assert b"kim.oanh@example.vn" in everything(database.path)

    done = doing.erase_person(database, person)

    assert done.finished_at is not None
    content = everything(database.path)
    assert b"oanh@example.vn" not in content
    assert "phạm".encode() not in content
    with database.reading() as session:
        assert count_people(session) == 1
        assert search(session, "kim oanh") == []
        assert [it.kind for it in list_badge_events(session, badge.id)] == ["issued", "revoked"]
        assert session.query(Consent).where(Consent.person_id == person).count() == 1


def test_what_others_did_can_still_be_undone(summit, person):
    database = summit.database
    with database.transaction() as session:
        other = make_organisation(session, "Đèn Việt")
    with database.transaction() as session:
        editing.change(session, "organisations", other, [Change("region", "Huế")])
        people.update_person(session, person, {"job_title": {"vi": "Giám đốc"}})

    doing.erase_person(database, person)

    with database.reading() as session:
        assert all("Oanh" not in json.dumps(it.label.stored(), ensure_ascii=False) for it in list_entries(session))
    with database.transaction() as session:
        history.undo(session)
    with database.reading() as session:
        (known,) = list_organisations(session, ids=[other])
        assert known.region == ""
        assert count_people(session) == 1


def test_their_photograph_goes_unless_somebody_else_has_it(summit, person):
    database = summit.database
    with database.transaction() as session:
        own = catalogue.add_media(session, picture_bytes(colour="#112233"))
        shared = catalogue.add_media(session, picture_bytes(colour="#445566"))
        others = make_person(session, "Lê", photo_id=shared.id)
        people.update_person(session, person, {"photo_id": own.id})
        second = make_person(session, "Đỗ", "Văn A", photo_id=shared.id)
        floor = catalogue.add_media(session, picture_bytes(colour="#778899"))
        third = make_person(session, "Hồ", "Thị B", photo_id=floor.id)
        catalogue.add_hall(session, {"code": "Z", "underlay_id": floor.id})
    for one in (person, second, third):
        doing.erase_person(database, one)

    with closing(sqlite3.connect(database.path)) as plain:
        kept = {row[0] for row in plain.execute("SELECT id FROM media")}
        blobs = {row[0] for row in plain.execute("SELECT media_id FROM media_blobs")}
    assert kept == blobs == {shared.id.hex, floor.id.hex}
    with database.reading() as session:
        assert others in {it.id for it in list_people(session)}


def test_a_session_stays_without_its_speaker(summit, person):
    database = summit.database
    moment = dt.datetime(2027, 12, 22, 5, tzinfo=dt.UTC)
    with database.transaction() as session:
        talk = catalogue.add_session(
            session, {"title": {"vi": "Khai mạc"}, "starts_at": moment, "ends_at": moment + dt.timedelta(hours=1)}
        )
        people.set_speakers(session, talk, [(person, "")])
    assert doing.foresee(database, person).sessions == 1

    doing.erase_person(database, person)

    with database.reading() as session:
        assert [it.id for it in list_sessions(session)] == [talk]
        assert list_speakers(session, talk) == []


def test_what_else_names_them_is_told_and_stays(summit, person):
    with summit.database.transaction() as session:
        make_organisation(session, "Quỹ Hạ tầng", description={"vi": "Do bà Phạm Kim Oanh sáng lập"})

    assert doing.foresee(summit.database, person).mentions == ["Quỹ Hạ tầng"]


def test_a_station_is_out_of_reach_until_it_is_updated(summit, person):
    database, badge = summit.database, badge_of(summit.database, person)
    path = summit.make(booth="A12")
    booth = summit.capture(path)
    subject = booth.read(badge.token, Method.WEDGE).subject
    booth.note(subject, "Bà Oanh hỏi giá")
    booth.read("MECARD:kim.oanh@example.vn", Method.CAMERA)
    summit.merge(path)
    assert doing.foresee(database, person).notes == 1

    done = doing.erase_person(database, person)

    kinds = [it.kind for it in done.left]
    assert kinds == [CopyKind.STATION, CopyKind.EXHIBITOR]
    assert done.left[1].where == "Mạch Nước"
    assert "bà oanh".encode() not in everything(database.path)
    assert b"kim.oanh" not in everything(database.path)
    summit.update(path)
    with database.reading() as session:
        (listed,) = reach.list_erasures(session)
    assert [it.kind for it in listed.left] == [CopyKind.EXHIBITOR]
    assert "Bà Oanh".encode() not in path.read_bytes()


def test_packs_that_may_hold_the_contact_are_named(summit, person, tmp_path):
    database, badge = summit.database, badge_of(summit.database, person)
    path = summit.make(booth="A12")
    booth = summit.capture(path)
    export_pack(booth, tmp_path / "before.zip", "en")
    booth.read(badge.token, Method.WEDGE)
    export_pack(booth, tmp_path / "evening.zip", "en", staff="Lan")
    export_pack(booth, tmp_path / "pham kim oanh.zip", "en")
    summit.merge(path)

    done = doing.erase_person(database, person)

    packs = [(it.where, it.by) for it in done.left if it.kind is CopyKind.EXPORT]
    assert packs == [("evening.zip", "A12 (Lan)"), ("…", "A12")], "not the one before the scan, and no name"


def test_a_station_at_hand_is_erased_too(summit, person):
    path = summit.make(booth="A12")
    booth = summit.capture(path)
    booth.read(badge_of(summit.database, person).token, Method.WEDGE)
    booth.read("MECARD:kim.oanh@example.vn", Method.CAMERA)

    done = doing.erase_person(summit.database, person, stations=[path], signer=summit.signer)

    assert [it.kind for it in done.left] == []
    assert b"kim.oanh" not in path.read_bytes()


def test_backups_of_older_schemas_are_erased_and_damaged_ones_go(summit, person):
    database = summit.database
    folder = folder_of(database.path)
    folder.mkdir()
    with closing(sqlite3.connect(folder / "20250101-000000-000000-migration.showcase")) as plain:
        plain.executescript((DATA / "schema-3.sql").read_text(encoding="utf-8"))
        (old,) = plain.execute("SELECT id FROM people").fetchone()
        plain.commit()
    (folder / "20250102-000000-000000-rolling.showcase").write_bytes(b"SQLite format 3\x00" + b"\x07" * 8000)
    (folder / ".20250103-abc.part").write_bytes(b"oanh@example.vn")
    with database.transaction() as session:
        erase(session, [person, type(person)(old)], Reason.ASKED)

    assert copies.finish(database) == []

    assert [it.name for it in folder.iterdir()] == ["20250101-000000-000000-migration.showcase"]
    with closing(open_event(list_backups(database.path)[0])) as backup, backup.reading() as session:
        assert count_people(session) == 0
        assert get_event(session).name


def test_what_was_cut_short_is_brought_to_an_end_later(summit, person, monkeypatch):
    database = summit.database
    for module in (store, backups):
        monkeypatch.setattr(module, "_BUSY_S", 0.01)
    backup = back_up(database.path, "rolling")
    with database.transaction() as session:
        erase(session, [person], Reason.ASKED)
    with closing(sqlite3.connect(database.path, isolation_level=None)) as held:
        held.execute("BEGIN")
        held.execute("SELECT * FROM events").fetchall()
        with pytest.raises(LockedFile):
            copies.finish(database)
        held.execute("ROLLBACK")
    with closing(sqlite3.connect(backup, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        (left,) = copies.finish(database)
        other.execute("ROLLBACK")
    assert (left.kind, left.where) == (CopyKind.BACKUP, str(backup))
    assert b"oanh@example.vn" in everything(database.path)

    with database.reading() as session:
        assert len(reach.pending(session)) == 1
    assert copies.finish(database) == []
    assert b"oanh@example.vn" not in everything(database.path)
    with database.reading() as session:
        (done,) = reach.list_erasures(session)
    assert done.finished_at is not None
    assert done.left == []


def test_copies_on_this_machine_go(summit, person):
    kiosk, bugs = cache_folder() / "kiosk", cache_folder() / "bugs"
    badge = badge_of(summit.database, person)
    for folder in (kiosk, bugs, badges_folder()):
        folder.mkdir(parents=True, exist_ok=True)
    own, other = kiosk / "event-00-a.showcase", kiosk / "event-11-a.showcase"
    shutil.copy(summit.database.path, own)
    shutil.copy(summit.database.path, other)
    with closing(sqlite3.connect(other)) as plain:
        plain.execute("UPDATE events SET id = ?", ("0" * 32,))
        plain.commit()
    report, single, second = bugs / "1.txt", badges_folder() / f"{badge.number}.pdf", badges_folder() / "00000000.pdf"
    for file in (report, single, second):
        file.write_text("Oanh", encoding="utf-8")

    doing.erase_person(summit.database, person)

    assert [it.exists() for it in (own, other, report, single, second)] == [False, True, False, False, True]


def test_everybody_goes_when_the_day_is_over(summit, person):
    database = summit.database
    with pytest.raises(RefusedError, match="no_day"):
        doing.erase_past(database)
    with database.transaction() as session:
        set_event(session, "starts_on", "2025-12-22")
        assert set_event(session, "ends_on", "2025-12-23").kept_until == dt.date(2026, 2, 21)
        with pytest.raises(InputError):
            set_event(session, "keep_until", "2025-12-22")
        assert set_event(session, "keep_until", "2026-01-31").kept_until == dt.date(2026, 1, 31)
    with pytest.raises(RefusedError, match="not_yet"):
        doing.erase_past(database, today=dt.date(2026, 1, 31))
    back_up(database.path, "rolling")

    done = doing.erase_past(database, today=dt.date(2026, 2, 1))

    assert (done.people, done.reason) == (2, Reason.PAST)
    content = everything(database.path)
    assert b"@example.vn" not in content
    with database.reading() as session:
        assert count_people(session) == 0
        assert len(list_organisations(session)) == 1
        assert session.query(Badge).count() == 1
    del person


@pytest.fixture
def typed(capsys, database):
    """Type `showcase erase` and return the object of --json and what was said."""

    def run(*words, code=0):
        found = main(["erase", *words, "--event", str(database.path), "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        return json.loads(said.out.splitlines()[-1]), said.err

    return run


def test_the_command_line_says_first_and_erases_with_yes(summit, person, typed):
    badge = badge_of(summit.database, person)
    for who in (badge.number, "KIM.OANH@example.vn", "pham kim oanh", str(person)):
        told, said = typed(who)
        assert told["person"] == str(person)
        assert "Nothing was erased yet" in said
    assert typed()[0]["erasures"] == []

    told, said = typed(badge.number, "--yes")

    assert told["finished"]
    assert "Erased for good: 1 person." in said
    assert len(typed()[0]["erasures"]) == 1
    assert typed("kim oanh", code=1)[0]["error"]["key"] == "erasure.nobody"


def test_the_command_line_asks_who_is_meant(summit, typed):
    with summit.database.transaction() as session:
        two = [make_person(session, "Lê", "An") for _ in range(2)]
    error = typed("lê an", code=1)[0]["error"]
    assert error["key"] == "erasure.several"
    assert all(str(one) in error["sentence"] for one in two)


def test_the_command_line_erases_at_a_station_too(summit, person, typed):
    path = summit.make(booth="A12")
    summit.capture(path).read(badge_of(summit.database, person).token, Method.WEDGE)

    told, _ = typed(str(person), "--yes", "--station", str(path))

    assert told["left"] == []


def test_the_command_line_erases_everybody_past_the_day(summit, person, typed):
    with summit.database.transaction() as session:
        set_event(session, "starts_on", "2024-12-22")
        set_event(session, "ends_on", "2024-12-23")
    assert typed("--past", code=1)[0]["error"]["key"] == "erasure.past_yes"
    assert typed("--past", "--yes")[0]["people"] == 2
    del person

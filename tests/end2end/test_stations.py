"""Out to the hall and back, as a person types it: stations made, refreshed, merged, and an exhibitor's pack."""

import io
import json
import zipfile
from contextlib import closing

import pytest
from pypdf import PdfReader

from showcase.cli import main
from showcase.leads.capture import Capture
from showcase.leads.kinds import Method, Verdict
from showcase.leads.station import begin_practice, open_station
from showcase.messages import message
from showcase.people import edits as people
from showcase.people.kinds import Purpose
from showcase.store.opening import open_event
from tests.factories import make_organisation, make_person

PASSPHRASE = "mùa xuân trên sông"


@pytest.fixture
def badge(event_path, monkeypatch):
    """Return the one badge of an event with two exhibitors."""
    monkeypatch.setenv("SHOWCASE_PASSPHRASE", PASSPHRASE)
    with closing(open_event(event_path)) as database, database.transaction() as session:
        signer = people.make_signing_key(session, PASSPHRASE)
        make_organisation(session, "Mạch Nước", [("H1", "A12")])
        make_organisation(session, "Đèn Việt", [("H1", "B07")])
        person = make_person(session, email="ngoc@example.vn")
        people.record_consent(session, person, Purpose.EXHIBITORS, given=True)
        return people.issue_badges(session, [person], signer)[0]


@pytest.fixture
def run(capsys, event_path):
    """Type a command of stations on the event and return the object of --json."""

    def typed(*words, code=0):
        found = main(["station", *(str(word) for word in words), "--event", str(event_path), "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        return json.loads(said.out.splitlines()[-1]) if said.out else {}

    return typed


def scan(path, token):
    with closing(open_station(path)) as station:
        return Capture(station).read(token, Method.WEDGE)


def test_out_to_the_hall_and_back(run, badge, event_path, tmp_path):
    booth, door = tmp_path / "A12.station", tmp_path / "door.station"
    assert run("make", "--booth", "A12", booth)["list"] == 1
    assert run("make", "--door", "Sảnh 1", "--capacity", "600", "--roles", "delegate, vip", door)["list"] == 2
    assert scan(booth, badge.token).verdict is Verdict.VALID
    assert scan(door, badge.token).door.capacity == 600
    with closing(open_event(event_path)) as database, database.transaction() as session:
        new = people.reissue_badge(session, badge.id, people.unlock_signer(session, PASSPHRASE))
    merged = run("merge", booth, door)["stations"]
    assert [it["new"] for it in merged] == [1, 1]
    assert [it["known"] for it in run("merge", booth, door)["stations"]] == [1, 1]
    assert run("update", booth)["list"] == 3
    assert scan(booth, badge.token).verdict is Verdict.REPLACED
    assert scan(booth, new.token).verdict is Verdict.SEEN
    assert [(it["place"], it["facts"], it["missing"]) for it in run("list")["stations"]] == [
        ("A12", 1, 0),
        ("Sảnh 1", 1, 0),
    ]
    packed = run("pack", booth, tmp_path / "gói.zip", "--language", "fr")
    assert (packed["leads"], packed["cards"]) == (1, 1)
    with zipfile.ZipFile(tmp_path / "gói.zip") as archive:
        assert "Thị Bích Ngọc" in archive.read("leads.vcf").decode()
        summary = PdfReader(io.BytesIO(archive.read("summary.pdf")))
    first, second = (page.extract_text() for page in summary.pages)
    assert "Stand A12" in first
    assert "Nguyễn Thị Bích Ngọc" in second


def test_the_pack_of_a_practice_is_named_so(run, badge, tmp_path):
    run("make", "--booth", "A12", tmp_path / "A12.station")
    with closing(open_station(tmp_path / "A12.station")) as station:
        begin_practice(station).close()
    scan(tmp_path / "A12.practice", badge.token)
    packed = run("pack", tmp_path / "A12.practice", tmp_path / "prac.zip", "--language", "vi")
    assert (packed["file"], packed["practice"]) == (str(tmp_path / "prac-practice.zip"), True)
    assert not (tmp_path / "prac.zip").exists()
    with zipfile.ZipFile(packed["file"]) as archive:
        summary = PdfReader(io.BytesIO(archive.read("practice-summary.pdf")))
    assert message("leadpdf.practice", "vi") in summary.pages[0].extract_text()


def leads_of(path):
    """Return what the facts in a station's file add up to."""
    with closing(open_station(path)) as station:
        return Capture(station).leads()


def test_two_stations_merged_twice_say_the_same_as_once(run, badge, tmp_path):
    first, second = tmp_path / "A12 left.station", tmp_path / "A12 right.station"
    for path in (first, second):
        run("make", "--booth", "A12", path)
    for path, rating, note in ((first, 4, "Gọi lại sau 15 giờ"), (second, 5, "Cần báo giá")):
        with closing(open_station(path)) as station:
            capture = Capture(station)
            subject = capture.read(badge.token, Method.WEDGE).subject
            assert subject is not None
            capture.rate(subject, rating)
            capture.note(subject, note)
    assert [it["new"] for it in run("merge", first, second)["stations"]] == [3, 3]
    for path in (first, second):
        run("update", path)
    once = leads_of(first)
    assert once == leads_of(second)
    (lead,) = once
    assert (lead.scans, lead.rating, len(lead.stations)) == (2, 5, 2)
    assert {note.text for note in lead.notes} == {"Gọi lại sau 15 giờ", "Cần báo giá"}
    # Again, in the other order, and from a stick that brings the other's facts as well.
    assert [it["new"] for it in run("merge", second, first)["stations"]] == [0, 0]
    assert main(["station", "update", str(first), "--from", str(second)]) == 0
    for path in (first, second):
        run("update", path)
    assert leads_of(first) == leads_of(second) == once


def test_a_door_whose_hall_is_not_there_is_an_area_and_says_so(run, badge, tmp_path, event_path, capsys):
    assert not run("make", "--door", "h1", tmp_path / "hall.station")["area"]
    area = tmp_path / "area.station"
    assert main(["station", "make", "--door", "Hal 1", str(area), "--event", str(event_path)]) == 0
    assert message("leads.cli_area", "en", place="Hal 1", halls="H1") in capsys.readouterr().out.splitlines()
    assert scan(area, badge.token).verdict is Verdict.VALID


def test_two_machines_on_copies_of_one_file_are_told(run, badge, event_path, tmp_path, capsys):
    """Where two facts have one number, the gap that a lost scan leaves can be filled by another machine's."""
    booth, copy = tmp_path / "A12.station", tmp_path / "copy.station"
    run("make", "--booth", "A12", booth)
    scan(booth, badge.token)
    copy.write_bytes(booth.read_bytes())
    for path, times in ((booth, 2), (copy, 1)):
        for _ in range(times):
            scan(path, badge.token)
    merged = run("merge", booth, copy)["stations"]
    assert [(it["new"], it["known"], it["missing"], it["doubled"]) for it in merged] == [(3, 0, 0, 0), (1, 1, 0, 1)]
    assert [(it["facts"], it["missing"], it["doubled"]) for it in run("list")["stations"]] == [(4, 0, 1)]
    for words in (["merge", str(copy)], ["list"]):
        assert main(["station", *words, "--event", str(event_path)]) == 0
        assert message("leads.cli_doubled", "en", name="A12", n=1) in capsys.readouterr().out.splitlines()
    assert main(["station", "update", str(booth), "--from", str(copy), "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["doubled"] == 1


def test_a_stick_needs_no_event(run, badge, tmp_path, capsys):
    booth, stick = tmp_path / "A12.station", tmp_path / "stick.station"
    run("make", "--booth", "A12", booth)
    stick.write_bytes(booth.read_bytes())
    scan(stick, badge.token)
    run("update", stick)
    assert main(["station", "update", str(booth), "--from", str(stick), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["newer"]
    assert scan(booth, badge.token).verdict is Verdict.SEEN


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (["make", "--booth", "Z9", "new.station"], "leads.booth_missing"),
        (["make", "--door", "D", "--roles", "king", "new.station"], "leads.roles_wrong"),
        (["make", "--booth", "A12", "--capacity", "5", "new.station"], "leads.only_doors"),
        (["make", "--booth", "A12", "--roles", "vip", "new.station"], "leads.only_doors"),
        (["make", "--door", "H1", "--exhibitor", "Mạch Nước", "new.station"], "leads.only_booths"),
        (["make", "--door", "H1", "--capacity", "0", "new.station"], "leads.capacity_wrong"),
        (["make", "--booth", "A12", "A12.station"], "leads.station_exists"),
        (["update", "none.station"], "leads.station_missing"),
        (["merge", "text.station"], "store.file_damaged"),
        (["pack", "A12.station", "p.zip", "--language", "de"], "leads.language_wrong"),
        (["pack", "A12.station", "none/p.zip"], "store.folder_missing"),
        (["pack", "H1.station", "p.zip"], "leads.door_gathers_none"),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_nothing(run, badge, tmp_path, monkeypatch, words, key):
    monkeypatch.chdir(tmp_path)
    run("make", "--booth", "A12", "A12.station")
    run("make", "--door", "H1", "H1.station")
    (tmp_path / "text.station").write_text("none\n" * 900)
    before = sorted(file.name for file in tmp_path.iterdir())
    made = len(run("list")["stations"])
    assert run(*words, code=1)["error"]["key"] == key
    assert sorted(file.name for file in tmp_path.iterdir()) == before
    assert len(run("list")["stations"]) == made


def test_a_station_without_a_passphrase_is_told_of_stations(run, badge, tmp_path, monkeypatch, event_path):
    booth = tmp_path / "A12.station"
    run("make", "--booth", "A12", booth)
    monkeypatch.delenv("SHOWCASE_PASSPHRASE")
    for words in (("make", "--booth", "B07", tmp_path / "B07.station"), ("update", booth)):
        error = run(*words, code=1)["error"]
        assert error["key"] == "leads.passphrase_needed"
        assert "print" not in error["sentence"]
    # What is no station, or none that counts here, is told before anybody is asked.
    with closing(open_station(booth)) as station:
        begin_practice(station).close()
    assert run("update", event_path, code=1)["error"]["key"] == "leads.station_foreign"
    assert run("update", tmp_path / "A12.practice", code=1)["error"]["key"] == "leads.practice_never_merges"


def test_one_stick_that_cannot_be_read_holds_back_no_other(run, badge, tmp_path):
    booth = tmp_path / "A12.station"
    run("make", "--booth", "A12", booth)
    scan(booth, badge.token)
    assert run("merge", tmp_path / "none.station", booth, code=1)["stations"][0]["new"] == 1


def test_without_badges_there_is_no_key_to_sign_with(run, event_path, tmp_path):
    assert run("make", "--booth", "A12", tmp_path / "a.station", code=1)["error"]["key"] == "leads.no_key"
    assert run("list")["stations"] == []

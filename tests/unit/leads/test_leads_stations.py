"""The station's file: made, refreshed, merged, practised in; what it tells nobody, and what it refuses."""

import json
import shutil
import sqlite3
import uuid
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from showcase.errors import DamagedFile, FileError, ForeignFile, InputError, MissingFile, NewerFile, RefusedError
from showcase.leads import lists
from showcase.leads.glance import find_station, list_stations
from showcase.leads.kinds import CardState, Channel, FactKind, Method, StationKind, Verdict
from showcase.leads.merging import Aside
from showcase.leads.office import Wanted, acknowledge, list_registered, merge_station, prepare_station, take_from
from showcase.leads.sealing import open_card, seal, subject_of
from showcase.leads.station import begin_practice, copy_station, make_station, open_station
from showcase.people import edits as people
from showcase.people.kinds import Purpose
from tests.factories import make_organisation


def read(capture, badge):
    return capture.read(badge.token, Method.SERIAL)


def bytes_of(path):
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.stem}*"))


def test_nothing_of_a_visitor_can_be_read_before_their_badge_was_scanned(summit):
    names = {"family_name": "Kanarienvogel", "given_name": "Zwitscher", "email": "canary@example.vn"}
    badge = summit.badge(**names, phone="+84 99 777", job_title={"vi": "Chim hoàng yến"})
    path = summit.make(booth="A12")
    summit.open(path)
    content = bytes_of(path)
    for secret in (*names.values(), "+84 99 777", "Chim hoàng yến", badge.token):
        assert secret.encode() not in content
    assert badge.id.bytes not in content
    assert badge.id.hex.encode() not in content
    assert summit.signer._private_key.private_bytes_raw() not in content


def test_a_card_opens_with_its_badge_alone(summit):
    badge = summit.badge()
    station = summit.open(summit.make(booth="A12"))
    with station.reading() as session:
        (holder,) = lists.get(session).parts.holders
    assert holder.sealed is not None
    card = open_card(badge.id, holder.sealed)
    assert card is not None
    assert card.name == "Nguyễn Thị Bích Ngọc"
    assert open_card(uuid.uuid4(), holder.sealed) is None
    assert open_card(badge.id, holder.sealed[:-1] + bytes([holder.sealed[-1] ^ 1])) is None
    assert open_card(badge.id, b"") is None
    assert seal(badge.id, card) != seal(badge.id, card)
    assert holder.subject == subject_of(badge.id)


def test_exhibitors_get_what_visitors_agreed_to(summit):
    agreed, silent = summit.badge(), summit.badge(consents=())
    declined, withdrawn = summit.badge(consents=()), summit.badge()
    with summit.database.transaction() as session:
        people.record_consent(session, declined.person_id, Purpose.EXHIBITORS, given=False)
        people.record_consent(session, withdrawn.person_id, Purpose.EXHIBITORS, given=False)
    gone = summit.badge()
    with summit.database.transaction() as session:
        people.delete_person(session, gone.person_id)
    station = summit.open(summit.make(booth="A12"))
    with station.reading() as session:
        rows = {row.subject: row for row in lists.get(session).parts.holders}
    states = [rows[subject_of(badge.id)] for badge in (agreed, silent, declined, withdrawn, gone)]
    assert [(row.state, row.sealed is None) for row in states] == [
        (CardState.GIVEN, False),
        (CardState.NOT_GIVEN, True),
        (CardState.NOT_GIVEN, True),
        (CardState.WITHDRAWN, True),
        (CardState.WITHDRAWN, True),
    ]


def test_who_withdraws_is_forgotten_where_they_were_met(summit):
    badge = summit.badge(email="canary@example.vn")
    path = summit.make(booth="A12")
    capture = summit.capture(path)
    subject = read(capture, badge).subject
    capture.note(subject, "Chim hoàng yến hót")
    capture.detail(subject, "phone", "+84 99 777")
    summit.merge(path)
    with summit.database.transaction() as session:
        people.record_consent(session, badge.person_id, Purpose.EXHIBITORS, given=False)
    summit.update(path)
    (lead,) = capture.leads(replace_filter())
    assert (lead.withdrawn, lead.name, lead.notes, lead.scans) == (True, "", (), 1)
    assert capture.leads() == []
    for secret in ("Chim hoàng yến", "+84 99 777", "canary@example.vn"):
        assert secret.encode() not in bytes_of(path)
    summit.merge(path)
    assert "Chim hoàng yến".encode() not in words_in(summit.database.path)


def replace_filter():
    from showcase.leads.finding import Filter

    return Filter(withdrawn=True)


def words_in(path):
    with closing(sqlite3.connect(path)) as plain:
        return b"".join(words for (words,) in plain.execute("SELECT words FROM lead_words"))


def test_who_asks_an_exhibitor_to_be_forgotten_is_forgotten_everywhere(summit):
    badge = summit.badge()
    path, other = summit.make(booth="A12"), summit.make(booth="B07")
    capture, neighbour = summit.capture(path), summit.capture(other)
    for at in (capture, neighbour):
        at.note(read(at, badge).subject, "Chim hoàng yến")
    capture.consent(subject_of(badge.id), Channel.ALL, given=False, notice="", language="vi")
    summit.merge(path)
    summit.merge(other)
    assert words_in(summit.database.path).count("Chim hoàng yến".encode()) == 1
    summit.update(path)
    assert b"Chim ho" not in bytes_of(path)
    assert [note.text for note in neighbour.leads()[0].notes] == ["Chim hoàng yến"]


def test_who_asks_to_be_forgotten_is_wiped_from_the_station_at_its_next_start(summit):
    """Without the office: a station that is never updated keeps nothing either. Until then it can be taken back."""
    forgotten, changed_mind = summit.badge(ref="P1"), summit.badge(ref="P2")
    path = summit.make(booth="A12")
    capture = summit.capture(path)
    for badge in (forgotten, changed_mind):
        subject = read(capture, badge).subject
        capture.note(subject, "Chim hoàng yến")
        capture.detail(subject, "phone", "0900 000 001")
        capture.consent(subject, Channel.ALL, given=False, notice="", language="vi")
        for noting in (lambda it: capture.note(it, "Vịt"), lambda it: capture.rate(it, 4)):
            with pytest.raises(InputError) as caught:
                noting(subject)
            assert caught.value.key == "leads.nothing_kept"
    assert capture.undo().what is FactKind.CONSENT
    (lead,) = summit.capture(path).leads()
    assert (lead.subject, [note.text for note in lead.notes]) == (subject_of(changed_mind.id), ["Chim hoàng yến"])
    assert words_in(path).count("Chim hoàng yến".encode()) == 1
    assert words_in(path).count(b"0900 000 001") == 1


def test_facts_come_back_once_however_often_they_are_merged(summit):
    badges = [summit.badge(ref=f"P{n}") for n in range(3)]
    paths = [summit.make(booth="A12", name=name) for name in ("Laptop 1", "Laptop 2")]
    first, second = (summit.capture(path) for path in paths)
    for badge in badges:
        first.rate(read(first, badge).subject, 3)
    read(second, badges[0])
    second.note(subject_of(badges[0].id), "Từ máy hai")
    assert first.standing().not_merged == 6
    merged = summit.merge(paths[0])
    assert (merged.new, merged.known, merged.aside, merged.missing) == (6, 0, {}, {})
    assert first.standing().not_merged == 0
    again = summit.merge(paths[0])
    assert (again.new, again.known) == (0, 6)
    summit.merge(paths[1])
    summit.update(paths[0])
    summit.update(paths[1])
    assert [lead.subject for lead in first.leads()] == [lead.subject for lead in second.leads()]
    assert first.leads() == second.leads()
    both = next(lead for lead in first.leads() if lead.subject == subject_of(badges[0].id))
    assert (both.scans, both.rating, [note.text for note in both.notes]) == (2, 3, ["Từ máy hai"])
    assert len(both.stations) == 2
    assert first.standing().leads == second.standing().leads == 3
    with summit.database.reading() as session:
        assert [(it.name, it.facts, it.missing) for it in list_registered(session)] == [
            ("Laptop 1", 6, 0),
            ("Laptop 2", 2, 0),
        ]


def test_an_update_loses_nothing_that_was_gathered_meanwhile(summit):
    badge = summit.badge()
    path = summit.make(booth="A12")
    capture = summit.capture(path)
    stick = path.with_name("stick.station")
    read(capture, badge)
    capture._station.close()
    shutil.copy(path, stick)
    capture = summit.capture(path)
    read(capture, badge)
    summit.merge(stick)
    summit.update(stick)
    merged, newer = take_from(capture._station, summit.open(stick))
    assert (merged.new, merged.known, newer) == (0, 1, True)
    assert capture.standing().not_merged == 1
    assert capture.standing().list_number == 2
    assert capture.leads()[0].scans == 2
    assert take_from(capture._station, summit.open(stick))[1] is False


def test_a_list_that_somebody_made_or_changed_is_refused(summit, other_signer):
    badge = summit.badge()
    path = summit.make(booth="A12")
    station = summit.open(path)
    with summit.database.transaction() as session:
        people.revoke_badge(session, badge.id)
    forged = path.with_name("forged.station")
    station.close()
    shutil.copy(path, forged)
    summit.update(forged)
    with summit.open(forged).reading() as session:
        signed = lists.get(session)
    keys = {1: summit.signer.public_key}
    lists.check(signed, keys)
    manifest = replace(signed.manifest, number=99)
    parts = replace(signed.parts, ended=[])
    without = replace(signed.manifest, digests=lists.digests_of(parts))
    own_keys = replace(signed.parts, keys={1: other_signer.public_key})
    signed_by_other = replace(signed.manifest, digests=lists.digests_of(own_keys))
    changes: list[lists.SignedList] = [
        replace(signed, manifest=manifest),
        replace(signed, parts=parts),
        replace(signed, manifest=without, parts=parts),
        lists.SignedList(signed_by_other, other_signer.sign_list(signed_by_other.content()), own_keys),
        replace(signed, signature=b"\0" * 64),
    ]
    for change in changes:
        with pytest.raises(RefusedError):
            lists.check(change, keys)
        target = summit.open(path)
        source = summit.open(forged)
        with source.transaction() as session:
            lists.put(session, change)
        with pytest.raises(RefusedError):
            take_from(target, source)
        with target.reading() as session:
            assert lists.manifest_of(session)[0].number == 1


def test_facts_of_strangers_are_not_taken_in(summit):
    badge = summit.badge()
    path, other = summit.make(booth="A12"), summit.make(booth="B07")
    capture, neighbour = summit.capture(path), summit.capture(other)
    read(capture, badge)
    stolen = read(neighbour, badge).fact_id
    neighbour._station.close()
    capture._station.close()
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("ATTACH ? AS other", (str(other),))
        plain.execute("INSERT INTO lead_facts SELECT * FROM other.lead_facts")
        plain.execute("UPDATE lead_facts SET scope = (SELECT scope FROM lead_facts LIMIT 1) WHERE seq = 7")
    merged = summit.merge(path)
    assert (merged.new, merged.aside) == (1, {Aside.STRANGER: 1})
    assert summit.merge(other).new == 1
    with pytest.raises(RefusedError):
        take_from(summit.open(path), summit.open(other))
    assert stolen


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "made_up"),
        ("id", "no uuid"),
        ("at", "yesterday"),
        ("body", "[1]"),
        ("body", "{"),
        ("body", "{" + " " * 30_000 + "}"),
        ("subject", "zz" * 16),
        ("subject", "../../etc/passwd"),
        ("verdict", "splendid"),
        ("verdict", None),
        ("seq", -1),
        ("tick", 2**60),
        ("tick", 1.5),
        ("staff", "x" * 300),
        ("method", "telepathy"),
    ],
)
def test_a_fact_that_makes_no_sense_is_set_aside_and_the_others_come(summit, column, value):
    badge = summit.badge()
    path = summit.make(booth="A12")
    capture = summit.capture(path)
    read(capture, badge)
    read(capture, badge)
    capture._station.close()
    with closing(sqlite3.connect(path)) as plain, plain:
        try:
            plain.execute(f"UPDATE lead_facts SET {column} = ? WHERE seq = 1", (value,))
        except sqlite3.IntegrityError:
            pytest.skip("the table itself refuses it")
    merged = summit.merge(path)
    assert (merged.new, merged.aside) == (1, {Aside.SENSELESS: 1})


BODIES: dict[str, list[dict[str, Any]]] = {
    "rating": [{"rating": 9}, {}, {"rating": "5"}],
    "note": [{"replaces": "x"}],
    "answer": [{"question": 5}, {"question": "a", "options": "b"}],
    "consent": [{"channel": "pigeon"}],
    "detail": [{"field": "shoe"}],
    "undo": [{"target": 5}],
    "form": [{}, {"ratings": [], "questions": []}],
    "move": [{}, {"move": "up"}],
    "interest": [{}],
}


@pytest.mark.parametrize(("kind", "body"), [(kind, body) for kind, bodies in BODIES.items() for body in bodies])
def test_a_body_that_makes_no_sense_is_set_aside(summit, kind, body):
    path = summit.make(booth="A12")
    capture = summit.capture(path)
    read(capture, summit.badge())
    capture._station.close()
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("UPDATE lead_facts SET kind = ?, body = ?", (kind, json.dumps(body)))
    assert summit.merge(path).aside == {Aside.SENSELESS: 1}


def test_another_fact_with_a_known_id_is_told(summit):
    path = summit.make(booth="A12")
    capture = summit.capture(path)
    read(capture, summit.badge())
    summit.merge(path)
    capture._station.close()
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("UPDATE lead_facts SET staff = 'somebody else'")
    merged = summit.merge(path)
    assert (merged.new, merged.known, merged.aside) == (0, 0, {Aside.CONFLICT: 1})


def test_facts_that_are_missing_are_counted(summit):
    path = summit.make(booth="A12")
    capture = summit.capture(path)
    for _ in range(4):
        read(capture, summit.badge())
    capture._station.close()
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("DELETE FROM lead_facts WHERE seq IN (2, 3)")
    merged = summit.merge(path)
    assert merged.missing == {capture._info.id: 2}


def test_practice_never_gets_among_what_counts(summit):
    badge = summit.badge()
    path = summit.make(booth="A12")
    capture = summit.capture(path)
    read(capture, badge)
    practice = begin_practice(capture._station)
    summit.opened.append(practice)
    from showcase.leads.capture import Capture

    practised = Capture(practice)
    assert read(practised, badge).verdict is Verdict.VALID
    assert practice.practice
    assert practice.info.id != capture._info.id
    assert capture.standing().leads == 1
    with pytest.raises(RefusedError):
        begin_practice(practice)
    with pytest.raises(RefusedError):
        summit.merge(practice.path)
    with pytest.raises(RefusedError):
        summit.update(practice.path)
    with pytest.raises(RefusedError):
        take_from(capture._station, practice)
    assert summit.merge(path).new == 1
    practice.close()
    again = begin_practice(capture._station)
    summit.opened.append(again)
    assert Capture(again).standing().leads == 0
    assert list_stations([path.parent])[0].path == path


def test_a_station_of_another_event_is_refused(summit, database, tmp_path):
    path = summit.make(booth="A12")
    with database.transaction() as session:
        from showcase.catalogue.entities import Event

        session.query(Event).one().id = uuid.uuid4()
    with pytest.raises(RefusedError):
        summit.merge(path)
    with pytest.raises(RefusedError):
        summit.update(path)


def test_a_station_the_event_does_not_know_is_refused(summit):
    path = summit.folder / "stray.station"
    with summit.database.transaction() as session:
        prepared = prepare_station(session, summit.signer, Wanted(booth="A12"))
        session.rollback()
    make_station(path, prepared.id, prepared.name, prepared.signed)
    with pytest.raises(RefusedError):
        summit.merge(path)


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ({"booth": "Z99"}, InputError),
        ({"booth": "A12", "exhibitor": "Nobody"}, InputError),
        ({"booth": "A12", "name": "x" * 99}, InputError),
        ({"door": "Hall 1", "capacity": 0}, InputError),
        ({"booth": "C01"}, RefusedError),
        ({"booth": "A13"}, InputError),
        ({"booth": "P1"}, InputError),
    ],
)
def test_what_cannot_be_made_is_said(summit, wanted, error):
    with summit.database.transaction() as session:
        from showcase.catalogue.placing import add_booth

        add_booth(session, "H1", {"code": "C01"})
        for name, hall in (("Một", "H1"), ("Hai", "H2")):
            make_organisation(session, name, [(hall, "A13")])
        for name in ("Ba", "Bốn"):
            make_organisation(session, name, [("H1", "P1")])
    with pytest.raises(error):
        summit.make(**wanted)


def test_a_shared_booth_and_a_hall_are_named(summit):
    with summit.database.transaction() as session:
        for name, hall in (("Một", "H1"), ("Hai", "H2")):
            make_organisation(session, name, [(hall, "A13")])
        organisation = make_organisation(session, "Ba", [("H1", "P1")])
        make_organisation(session, "Bốn", [("H1", "P1")])
    assert summit.open(summit.make(booth="h2 a13")).info.exhibitor["vi"] == "Hai"
    assert summit.open(summit.make(booth="P1", exhibitor="ba")).info.scope == organisation


def test_files_that_are_none_are_refused_as_they_are(summit, tmp_path):
    path = summit.make(booth="A12")
    with summit.open(path).reading() as session:
        signed = lists.get(session)
    with pytest.raises(FileError):
        make_station(path, uuid.uuid4(), "", signed)
    with pytest.raises(MissingFile):
        open_station(tmp_path / "none.station")
    with pytest.raises(ForeignFile):
        open_station(summit.database.path)
    text = tmp_path / "text.station"
    text.write_text("no database\n" * 500)
    with pytest.raises(DamagedFile):
        open_station(text)
    for pragma, error in (("user_version=9", NewerFile), ("application_id=1", ForeignFile)):
        copy = tmp_path / "copy.station"
        shutil.copy(path, copy)
        with closing(sqlite3.connect(copy)) as plain:
            plain.execute(f"PRAGMA {pragma}")
        with pytest.raises(error):
            open_station(copy)
    for spoil in ("DROP TABLE heads", "DELETE FROM kept", "UPDATE kept SET value = '[]' WHERE name = 'station'"):
        copy = tmp_path / "copy.station"
        shutil.copy(path, copy)
        with closing(sqlite3.connect(copy)) as plain, plain:
            plain.execute(spoil)
        with pytest.raises(DamagedFile):
            open_station(copy)


def test_stations_are_found_by_their_place(summit):
    booth, door = summit.make(booth="A12"), summit.make(door="Sảnh Đông", name="Cửa 2")
    (summit.folder / "junk.station").write_text("junk")
    folders = [summit.folder, summit.folder / "none"]
    assert [it.path for it in list_stations(folders)] == [booth, door]
    assert find_station("a12", StationKind.BOOTH, folders) == booth
    assert find_station("sanh dong", StationKind.DOOR, folders) == door
    assert find_station("cửa 2", StationKind.DOOR, folders) == door
    assert find_station("a12", StationKind.DOOR, folders) is None


def test_a_file_of_the_office_that_cannot_be_written_is_merged_all_the_same(summit):
    path = summit.make(booth="A12")
    capture = summit.capture(path)
    read(capture, summit.badge())
    station = summit.open(path)
    with summit.database.transaction() as session:
        merged = merge_station(session, station)
    assert merged.new == 1
    acknowledge(station, merged)
    assert capture.standing().not_merged == 0


def test_a_copy_for_the_stick_is_whole_while_scanning_goes_on(summit, tmp_path):
    badge = summit.badge()
    path = summit.make(booth="A12")
    capture = summit.capture(path)
    read(capture, badge)
    stick = tmp_path / "que USB"
    stick.mkdir()
    copy_station(capture._station, stick / "A12.station")
    assert summit.merge(stick / "A12.station").new == 1
    read(capture, badge)
    copy_station(capture._station, stick / "A12.station")
    merged = summit.merge(stick / "A12.station")
    assert (merged.new, merged.known) == (1, 1)
    assert [file.name for file in stick.iterdir()] == ["A12.station"]
    with pytest.raises(FileError):
        copy_station(capture._station, tmp_path / "none" / "A12.station")

import datetime as dt

import pytest
from sqlalchemy import select

from showcase.errors import LockedFile
from showcase.visits.counting import Kind, Recorder, Seen, new_visit, read_tallies, roll_up
from showcase.visits.entities import Happening, Term
from showcase.visits.station import open_station


@pytest.fixture
def station(tmp_path):
    opened = open_station(tmp_path / "a.station")
    yield opened
    opened.close()


def totals(station):
    with station.reading() as session:
        found = read_tallies(session)
    sums: dict[tuple[str, str], int] = {}
    for (_, measure, cell), number in found.items():
        sums[measure, cell] = sums.get((measure, cell), 0) + number
    return sums


def terms(station):
    with station.reading() as session:
        return {(row.term, row.found): row.visits for row in session.scalars(select(Term))}


def visit(recorder, *kinds, language="vi"):
    number = new_visit()
    for seq, kind in enumerate(kinds):
        recorder.note(Seen(kind, number, "product:ab" if kind is Kind.OPEN else "", language, 4_000, 0, "", seq))
    return number


def test_a_visit_that_is_over_leaves_numbers_alone(station):
    recorder = Recorder(station)
    recorder.note(Seen(Kind.ATTRACT_START))
    visit(recorder, Kind.TOUCH_WAKE, Kind.OPEN, Kind.EXTEND, Kind.TIMEOUT)
    going = visit(recorder, Kind.TOUCH_WAKE, language="fr")
    recorder.flush()
    with station.reading() as session:
        assert [row.visit for row in session.scalars(select(Happening))] == [going]
    assert totals(station) == {
        ("kind", "attract_start"): 1,
        ("kind", "touch_wake"): 2,
        ("kind", "open"): 1,
        ("kind", "extend"): 1,
        ("kind", "timeout"): 1,
        ("open", "product:ab"): 1,
        ("dwell", "3"): 1,
        ("language", "vi"): 1,
        ("language", "fr"): 1,
        ("left", "open"): 1,
    }


def test_rolling_up_changes_no_number_and_ends_visits_that_the_power_ended(station):
    recorder = Recorder(station)
    visit(recorder, Kind.TOUCH_WAKE, Kind.OPEN)
    recorder.flush()
    before = totals(station)
    with station.transaction() as session:
        later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)
        assert roll_up(session, later) == 2
        assert roll_up(session, later) == 0
    assert totals(station) == before


def test_what_could_not_be_written_is_written_the_next_time(station, monkeypatch):
    recorder = Recorder(station)
    visit(recorder, Kind.TOUCH_WAKE, Kind.EXIT)

    def refuse(*_args):
        raise LockedFile("store.file_locked", path="a")

    with monkeypatch.context() as patch:
        patch.setattr("showcase.visits.counting.roll_up", refuse)
        with pytest.raises(LockedFile):
            recorder.flush()
    assert totals(station) == {}
    recorder.flush()
    assert totals(station)["kind", "touch_wake"] == 1


def test_a_search_is_written_down_by_the_fifth_visit_that_asks(station):
    recorder = Recorder(station)
    for number in range(1, 8):
        for _ in range(3):  # one visit counts once
            recorder.note_search(number, "Canary Zörglmann", found=False)
        recorder.flush()
        assert (terms(station).get(("canary zorglmann", False))) == (None if number < 5 else number)
        if number == 4:
            files = list(station.path.parent.iterdir())
            assert [file for file in files if b"canary" in file.read_bytes().lower()] == []


def test_words_of_the_catalogue_are_kept_at_once_and_addresses_never(station):
    recorder = Recorder(station)
    recorder.note_search(1, "Đèn lồng", found=False, known={"den"})
    for number in range(10):
        for typed in ("a@b.vn", "0912 345 678", "Lan ٣٤", "x"):
            recorder.note_search(number, typed, found=False, known={"lan"})
    recorder.flush()
    assert terms(station) == {("den", False): 1}

import csv
import datetime as dt
import json

from hypothesis import given
from hypothesis import strategies as st

from showcase.catalogue.kinds import Subject
from showcase.catalogue.queries import get_event
from showcase.catalogue.search import known_words
from showcase.cli import main
from showcase.visits.counting import Kind, Recorder, Seen
from showcase.visits.report import held_back, make_report
from showcase.visits.station import open_station, station_file


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 12), max_size=9))
def test_no_small_number_is_told_and_none_is_left_alone(numbers):
    told = held_back(numbers)
    assert all(number is None or (number >= 5 and number == numbers[key]) for key, number in told.items())
    hidden = [key for key, number in told.items() if number is None]
    assert len(hidden) != 1 or len(told) == 1
    assert set(told) == {key for key, number in numbers.items() if number}


def filled(path, topic="topic:000000000000000000000000000000aa", wakes=8):
    station = open_station(path)
    recorder = Recorder(station)
    evening = dt.datetime(2026, 11, 25, 18, 30, tzinfo=dt.UTC)  # the 26th in Hanoi
    for _ in range(20):
        recorder.note(Seen(Kind.ATTRACT_START, at=evening))
    for number in range(wakes):
        language = "vi" if number < 6 else "fr"
        recorder.note(Seen(Kind.TOUCH_WAKE, number, language=language, seq=0, at=evening))
        recorder.note(Seen(Kind.OPEN, number, topic, language, 9_000, seq=1, at=evening))
        recorder.note(Seen(Kind.TIMEOUT, number, language=language, seq=2, at=evening))
        recorder.note_search(number, "đèn lồng", found=False)
    recorder.flush()
    station.close()
    return path


def test_days_and_hours_are_those_of_the_event(tmp_path):
    station = open_station(filled(tmp_path / "a.station"))
    with station.reading() as session:
        report = make_report([session], "Asia/Ho_Chi_Minh", dt.date(2026, 11, 26))
        assert make_report([session], "Asia/Ho_Chi_Minh", dt.date(2026, 11, 25)).wakes == 0
    station.close()
    assert (report.impressions, report.wakes, report.wake_rate, report.dwell_s) == (20, 8, 0.4, 10.5)
    assert report.wakes_by_hour == {"01:00": 8}
    assert report.wakes_by_day == {"2026-11-26": 8}
    assert report.opens == {"topic:000000000000000000000000000000aa": 8}
    assert report.left == {"open": 8}
    assert report.languages == {"vi": None, "fr": None}


def test_terms_asked_for_often_are_told(tmp_path):
    station = open_station(filled(tmp_path / "a.station"))
    with station.reading() as session:
        report = make_report([session], "UTC")
    station.close()
    assert report.not_found == {"den long": 8, "den": 8, "long": 8}


def test_the_command_says_it_as_text_json_and_csv(database, capsys, tmp_path):
    with database.reading() as session:
        event = get_event(session).id
    asked = ["kiosk", "report", "--event", str(database.path)]
    assert main([*asked, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["key"] == "cli.kiosk_no_stations"
    for name in ("a", "b"):
        filled(station_file(event, name))
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "Visits: 16" in said
    assert "den long" in said
    file = tmp_path / "r.csv"
    assert main([*asked, "--json", "--csv", str(file)]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["stations"], result["report"]["wakes"]) == (2, 16)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert {"measure": "wakes", "of": "", "title": "", "number": "16"} in rows
    assert main([*asked, "--json", "--day", "tomorrow"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["key"] == "cli.kiosk_day"


def test_opened_records_are_told_by_their_titles(database, capsys):
    import uuid

    from showcase.catalogue.entities import Topic
    from showcase.catalogue.search import reindex_all

    with database.transaction() as session:
        topic = Topic(id=uuid.uuid4(), ref="t", name={"vi": "Năng lượng"}, icon="", motif="", position=0)
        session.add(topic)
        reindex_all(session)
        event, topic_id = get_event(session).id, topic.id
        assert known_words(session, "nang luongs Năng", list(Subject)) == {"nang"}
        assert known_words(session, "nang", [Subject.PERSON]) == set()
    filled(station_file(event, "a"), f"topic:{topic_id.hex}")
    assert main(["kiosk", "report", "--event", str(database.path)]) == 0
    assert "Năng lượng" in capsys.readouterr().out

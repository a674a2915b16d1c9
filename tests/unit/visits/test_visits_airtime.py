import csv
import json
import tempfile
import uuid
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from showcase.catalogue.queries import get_event
from showcase.cli import main
from showcase.visits.airtime import Share, as_csv, next_exhibitor, note_shown, shares
from showcase.visits.entities import Airtime
from showcase.visits.station import open_station, station_file
from tests.factories import make_organisation

PEOPLE = [uuid.UUID(int=number) for number in range(1, 8)]


def turns(session):
    return {row.organisation_id: row.turns for row in session.scalars(select(Airtime))}


@settings(max_examples=40)
@given(
    runs=st.lists(st.tuples(st.sets(st.sampled_from(PEOPLE), min_size=1), st.integers(0, 25)), min_size=1, max_size=6),
    seed=st.integers(0, 9),
)
def test_no_two_present_differ_by_more_than_one_turn_however_they_come_and_go(runs, seed):
    with tempfile.TemporaryDirectory() as folder:
        for present, slides in runs:
            station = open_station(Path(folder) / "a.station")  # each run is a restart
            with station.transaction() as session:
                shown = [next_exhibitor(session, present, seed=seed) for _ in range(slides)]
                counts = [shown.count(one) for one in present]
                had = turns(session)
            station.close()
            if slides:
                assert max(had[one] for one in present) - min(had[one] for one in present) <= 1
                assert max(counts) - min(counts) <= 2
            if len(present) > 2:
                assert sum(a == b for a, b in pairwise(shown)) <= slides // len(present) + 1


def test_from_the_beginning_slides_are_even_and_never_twice_running(tmp_path):
    station = open_station(tmp_path / "a.station")
    with station.transaction() as session:
        shown = [next_exhibitor(session, PEOPLE) for _ in range(70)]
    assert {shown.count(one) for one in PEOPLE} == {10}
    assert all(a != b for a, b in pairwise(shown))
    assert shown[:7] != shown[7:14]
    station.close()


def test_nobody_and_one(tmp_path):
    station = open_station(tmp_path / "a.station")
    with station.transaction() as session:
        assert next_exhibitor(session, []) is None
        assert {next_exhibitor(session, PEOPLE[:1]) for _ in range(3)} == {PEOPLE[0]}
    station.close()


def test_the_ledger_says_what_was_shown(tmp_path):
    station = open_station(tmp_path / "a.station")
    with station.transaction() as session:
        note_shown(session, PEOPLE[0], 10_000)
        note_shown(session, PEOPLE[0], 2_500, whole=False)
        note_shown(session, PEOPLE[1], 10_000)
    with station.reading() as session:
        ledger = shares(session)
    station.close()
    assert ledger == [Share(PEOPLE[0], 1, 12_500), Share(PEOPLE[1], 1, 10_000)]
    lines = list(csv.reader(as_csv(ledger, {PEOPLE[0]: "Đèn"}).splitlines()))
    assert lines[1:] == [[str(PEOPLE[0]), "Đèn", "1", "12.5"], [str(PEOPLE[1]), "", "1", "10.0"]]


def test_the_command_tells_the_airtime_of_all_stations(database, capsys, tmp_path):
    with database.transaction() as session:
        event = get_event(session).id
        lamps = make_organisation(session, name_en="Lamps")
    asked = ["kiosk", "airtime", "--event", str(database.path), "--json"]
    assert main(asked) == 1
    assert json.loads(capsys.readouterr().out)["error"]["key"] == "cli.kiosk_no_stations"
    for name in ("a", "b"):
        station = open_station(station_file(event, name))
        with station.transaction() as session:
            note_shown(session, lamps, 10_000)
            note_shown(session, PEOPLE[1], 4_000, whole=False)
        station.close()
    file = tmp_path / "airtime.csv"
    assert main([*asked, "--csv", str(file)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["stations"] == 2
    assert [(line["name"], line["slides"], line["seconds"]) for line in told["airtime"]] == [
        ("Lamps", 2, 20.0),
        ("", 0, 8.0),
    ]
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert rows == [
        ["organisation", "name", "slides", "seconds"],
        [str(lamps), "Lamps", "2", "20.0"],
        [str(PEOPLE[1]), "", "0", "8.0"],
    ]
    assert main(asked[:-1]) == 0
    assert "2 exhibitors, from 0 to 2 slides each" in capsys.readouterr().out

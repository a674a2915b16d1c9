"""Staff see the morning after what visitors searched, opened and did not find; nothing that few did is told."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from showcase.app import open_app
from showcase.catalogue.kinds import Subject
from showcase.catalogue.queries import get_event, list_products
from showcase.kiosk.keeping import NAME
from showcase.visits.counting import Kind, Recorder, Seen, subject
from showcase.visits.station import open_station, station_file
from tests.fixtures_kiosk import NOON, SIZES, shows, tap, texts


@pytest.fixture
def counted(summit: Path) -> Path:
    """Return an event with a station that counted nine visits yesterday and two today."""
    app = open_app(summit, read_only=True)
    with app.reading() as session:
        event = get_event(session).id
        product, other = (one for one in list_products(session) if one.name.get("en", "").endswith(("03", "04")))
    app.close()
    station = open_station(station_file(event, NAME))
    recorder = Recorder(station)
    yesterday = NOON - dt.timedelta(days=1)
    for number in range(11):
        at = yesterday if number < 9 else NOON
        recorder.note(Seen(Kind.TOUCH_WAKE, number, language="en", at=at))
        recorder.note(Seen(Kind.OPEN, number, subject(Subject.PRODUCT, product.id), "en", at=at))
        if number < 2:
            recorder.note(Seen(Kind.OPEN, number, subject(Subject.PRODUCT, other.id), "en", at=at))
        recorder.note(Seen(Kind.EXIT, number, language="en", at=at))
        recorder.note_search(number, "xe bay", found=False)
    recorder.flush()
    station.close()
    return summit


def test_staff_read_it_by_day_and_no_small_number(start, rest, counted: Path, size: QSize) -> None:
    running = start(counted, size, asks=True)
    assert shows(running, "Set this screen up")
    tap(running, "Counts")
    assert shows(running, "Fewer than five visits: too few to tell.")
    tap(running, "All days")
    assert shows(running, "11 visits", "Not found", "Searched and found", "Opened", "xe bay", "11")
    tap(running, "Yesterday")
    assert shows(running, "9 visits")
    rest(running)
    # Of two numbers one is too small to tell: the other would give it away.
    assert "and 2 more, too few to tell" in texts(running)
    assert {"2", "Lamp number 04"} & texts(running) == set()


def test_an_opened_product_is_told_by_its_name(start, rest, counted: Path) -> None:
    app = open_app(counted, read_only=True)
    with app.reading() as session:
        event = get_event(session).id
        names = [one for one in list_products(session) if one.name.get("en", "").endswith(("06", "07", "08"))]
    app.close()
    station = open_station(station_file(event, NAME))
    recorder = Recorder(station)
    for number in range(20, 29):
        for one in names[: 3 if number < 26 else 2 if number < 28 else 1]:
            recorder.note(Seen(Kind.OPEN, number, subject(Subject.PRODUCT, one.id), "en", at=NOON))
        recorder.note(Seen(Kind.EXIT, number, language="en", at=NOON))
    recorder.flush()
    station.close()
    running = start(counted, SIZES["portrait"], language="vi", asks=True)
    tap(running, "Số liệu")
    assert shows(running, "Đèn số 06", "9", "Đèn số 07", "8", "và 2 mục nữa, quá ít lượt để cho biết")
    assert "Đèn số 08" not in texts(running), "beside a single small number the smallest of the others is held back"


def test_without_a_file_of_the_station_it_says_so(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"])
    running.kiosk.keeping.close()
    running.kiosk.counts_.look("today")
    assert running.kiosk.counts_.says == "This could not be kept: the file of this station is not open."
    assert running.kiosk.counts_.lists == []

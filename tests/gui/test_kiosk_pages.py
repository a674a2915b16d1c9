"""The pages behind a card: a product, an exhibitor, a session in full, the short list, the programme."""

import datetime as dt
import uuid
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from showcase.app import open_app
from showcase.catalogue.edits import add_session, delete_product, set_event, update_product
from showcase.catalogue.queries import list_organisations, list_products, list_sessions
from showcase.kiosk.taking import LIST_BYTES, take_list
from tests.fixtures_kiosk import NOON, SIZES, comes, tap, targets, texts, visit_of, wake

MIDDAY = QSize(1080, 1920)


@pytest.fixture
def fair(summit: Path) -> Path:
    """Return the event with a programme: one session over, one on, two that begin next, one on another day."""
    app = open_app(summit)
    hours = {"over": -2, "on": 0, "next": 1, "next too": 1, "tomorrow": 24}
    with app.transaction() as session:
        for name, hour in hours.items():
            start = NOON.replace(minute=0) + dt.timedelta(hours=hour)
            add_session(
                session,
                {
                    "title": {"en": f"Session {name}", "vi": f"Phiên {name}"},
                    "starts_at": start,
                    "ends_at": start + dt.timedelta(minutes=59),
                },
            )
    app.close()
    return summit


@pytest.fixture
def long_fair(fair: Path) -> Path:
    """Return the event with more sessions on a day than there is room for."""
    app = open_app(fair)
    with app.transaction() as session:
        for number in range(12):
            start = NOON + dt.timedelta(minutes=10 * number)
            add_session(
                session,
                {
                    "title": {"en": f"Session {number}", "vi": f"Phiên {number}"},
                    "topics": ["ab"[number % 2]],
                    "starts_at": start,
                    "ends_at": start + dt.timedelta(minutes=10),
                },
            )
    app.close()
    return fair


def _ids(path: Path, read: Any) -> list[str]:
    app = open_app(path, read_only=True)
    with app.reading() as session:
        found = [str(record.id) for record in read(session)]
    app.close()
    return found


def _codes(running: Any) -> list[str]:
    image = running.window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


def _code(running: Any) -> str:
    """Return what the one code on the screen says, once its picture is there."""
    assert comes(lambda: len(_codes(running)) == 1), f"{len(_codes(running))} codes"
    return _codes(running)[0]


def test_a_card_opens_its_product_and_its_maker(start, rest, fair: Path, size: QSize) -> None:
    running = start(fair, size)
    wake(running)
    rest(running)
    tap(running, "Topic a")
    rest(running)
    (card,) = [name for name in targets(running) if name.startswith("Lamp number 00")]
    tap(running, card)
    rest(running)
    assert visit_of(running).page == "product"
    assert {"Lamp number 00", "A1"} <= texts(running)
    tap(running, next(name for name in targets(running) if name.startswith("Morning Star")))
    rest(running)
    assert visit_of(running).page == "organisation"
    tap(running, "Products 13")
    rest(running)
    assert any(name.startswith("Lamp number") for name in targets(running))
    tap(running, "Back")
    rest(running)
    assert visit_of(running).page == "product"


def test_a_list_is_kept_taken_along_and_emptied(start, rest, fair: Path) -> None:
    running = start(fair, MIDDAY)
    wake(running)
    rest(running)
    product = _ids(fair, list_products)[3]
    talk = _ids(fair, list_sessions)[2]
    for page, subject in (("talk", talk), ("product", product)):
        visit_of(running).open(page, subject)
        rest(running)
        tap(running, "Keep\nin my list")
        rest(running)
        assert "In\nmy list" in targets(running)
    tap(running, "My list")
    rest(running)
    rows = visit_of(running).model.rows
    assert [row["place"] for row in rows] == [1, 2]
    assert [row["code"] for row in rows] == ["A1", "13:00"], "what has a booth comes first, sessions by their time"
    code = _code(running)
    assert code.splitlines()[0] == "My list"
    assert code.splitlines()[1:] == [f"{row['code']} {row['title']}" for row in rows]
    tap(running, f"Take {rows[0]['title']} off the list")
    rest(running)
    assert [row["code"] for row in visit_of(running).model.rows] == ["13:00"]
    tap(running, "Empty the list")
    rest(running)
    assert "Nothing on your list yet" in texts(running)


def test_a_product_is_taken_along_as_its_page_or_as_text(start, rest, fair: Path) -> None:
    product = _ids(fair, list_products)[0]
    running = start(fair, MIDDAY)
    wake(running)
    visit_of(running).open("product", product)
    rest(running)
    tap(running, "Take it on\nmy phone")
    rest(running)
    code = _code(running)
    assert code.splitlines()[-1] == "Booth A1"
    app = open_app(fair)
    with app.transaction() as session:
        set_event(session, "base_url", "https://sample.example")
    app.close()
    running.kiosk.content.is_held = False
    running.kiosk.content.look()
    rest(running)
    rest(running)
    assert comes(lambda: [code[:25] for code in _codes(running)] == ["HTTPS://SAMPLE.EXAMPLE/P/"])


def test_an_exhibitor_is_taken_along_as_a_card(start, rest, fair: Path) -> None:
    running = start(fair, MIDDAY)
    wake(running)
    visit_of(running).open("organisation", _ids(fair, list_organisations)[0])
    rest(running)
    take = visit_of(running).model.told["take"]
    assert take.splitlines()[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    assert "ORG:Morning Star Lamps" in take


def test_the_programme_says_what_is_on_and_what_is_next(start, rest, fair: Path, size: QSize) -> None:
    running = start(fair, size)
    wake(running)
    rest(running)
    tap(running, "Programme")
    rest(running)
    model = visit_of(running).model
    seen = {}
    model.fit(20)
    for row in model.rows:
        seen[row["title"]] = row["state"]
    assert seen == {
        "Session over": "over",
        "Session on": "now",
        "Session next": "next",
        "Session next too": "next",
    }
    assert len(model.days) == 2
    model.choose(model.days[1]["key"])
    assert [row["title"] for row in model.rows] == ["Session tomorrow"]


def test_the_programme_finds_its_room_on_a_large_screen_and_in_reach(start, rest, long_fair: Path) -> None:
    """What is shown decides about the room for it: a warning that one waits for the other fails the test."""
    running = start(long_fair, QSize(540, 960), pixels_per_mm=540 / 685)  # 55 inches
    wake(running)
    rest(running)
    visit_of(running).lower()
    tap(running, "Programme")
    rest(running)
    model = visit_of(running).model
    assert model.number == 16
    low = len(model.rows)
    for day in [*model.days, *model.days]:
        model.choose(day["key"])
        rest(running)
    model.choose(model.days[0]["key"])
    visit_of(running).lower()
    rest(running)
    assert len(model.rows) > low >= 1, "there is more room where nobody has to reach"
    visit_of(running).lower()
    rest(running)
    assert len(model.rows) == low
    model.turn(1)
    rest(running)
    assert len(model.rows) == low


def test_what_was_deleted_meanwhile_says_so(start, rest, fair: Path) -> None:
    product = _ids(fair, list_products)[0]
    running = start(fair, SIZES["portrait"])
    wake(running)
    visit_of(running).open("product", product)
    rest(running)
    app = open_app(fair)
    with app.transaction() as session:
        delete_product(session, uuid.UUID(product))
    app.close()
    running.kiosk.content.is_held = False
    running.kiosk.content.look()
    rest(running)
    rest(running)
    assert "This is no longer in the catalogue." in texts(running)


@pytest.mark.parametrize("size", [SIZES["portrait"], SIZES["landscape"]])
def test_long_texts_stay_within_their_part(start, rest, fair: Path, size: QSize) -> None:
    app = open_app(fair)
    with app.transaction() as session:
        (first, *_rest) = list_products(session)
        update_product(session, first.id, {"description": {"en": "A sentence that goes on. " * 200}})
    app.close()
    running = start(fair, size)
    wake(running)
    visit_of(running).open("product", str(first.id))
    rest(running)
    tap(running, "Description")
    rest(running)
    for _ in range(3):
        tap(running, "Next ones")
    assert "Previous ones" in targets(running)


def test_a_list_that_is_too_long_for_a_code_says_how_much_it_holds() -> None:
    entries = [(f"A{number:02}", "Một cái tên rất dài của một sản phẩm đô thị thông minh") for number in range(20)]
    text, held = take_list("Danh sách của tôi", entries)
    assert 0 < held < 20
    assert len(text.encode()) <= LIST_BYTES
    assert text.count("\n") == held

"""Staff set the station up on its own screen, by touch alone; each answer holds at once, and after a restart."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtTest import QTest

from showcase.app import open_app
from showcase.catalogue.queries import get_event
from showcase.kiosk.keeping import NAME
from showcase.kiosk.lastgood import last_good_file, recall
from showcase.messages import LANGUAGES
from showcase.visits.guarding import Guard, Verdict, set_pin
from showcase.visits.setup import CARD_WIDTH_MM, Setup
from showcase.visits.station import Station, open_station, station_file
from showcase.visits.stored import load_setup, save_setup
from tests.fixtures_kiosk import SIZES, comes, items, shows, tap, targets, texts, visit_of, wake
from tests.pausing import pause

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def station_of(event: Path) -> Station:
    app = open_app(event, read_only=True)
    with app.reading() as session:
        number = get_event(session).id
    app.close()
    return open_station(station_file(number, NAME))


def kept(event: Path) -> Setup:
    station = station_of(event)
    try:
        with station.reading() as session:
            return load_setup(session)
    finally:
        station.close()


def keep(event: Path, setup: Setup) -> None:
    station = station_of(event)
    with station.transaction() as session:
        save_setup(session, setup)
    station.close()


@pytest.fixture
def inside(start, rest, summit: Path):
    """Return a kiosk that nobody has set up, as it asks for it."""
    running = start(summit, SIZES["portrait"], asks=True)
    assert shows(running, "Set this screen up")
    rest(running)
    return running


def test_a_new_station_asks_once_to_be_set_up(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"], asks=True)
    assert shows(running, "Set this screen up", "Not measured yet", "None yet")
    tap(running, "To the visitors")
    assert comes(lambda: running.kiosk.staff_.view == "")
    again = start(summit, SIZES["landscape"], asks=True)
    rest(again)
    assert again.kiosk.staff_.view == "", "a kiosk that was killed asks no visitor"


def test_one_that_has_a_pin_or_a_set_up_does_not_ask(start, rest, summit: Path) -> None:
    station = station_of(summit)
    set_pin(station, "482915")
    station.close()
    running = start(summit, SIZES["portrait"], asks=True)
    rest(running)
    assert running.kiosk.staff_.view == ""


def test_nothing_of_it_opens_without_being_inside(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"])
    rest(running)
    ended: list[str] = []
    running.kiosk.staff_.leave.connect(lambda: ended.append("leave"))
    running.kiosk.staff_.renew.connect(lambda: ended.append("renew"))
    for call in (running.kiosk.staff_.quit, running.kiosk.staff_.restart, lambda: running.kiosk.staff_.show("pin")):
        call()
    assert (ended, running.kiosk.staff_.view) == ([], "")


def test_the_booth_is_chosen_and_greets(inside, summit: Path) -> None:
    tap(inside, "Place")
    tap(inside, "A1")
    assert comes(lambda: inside.kiosk.stand_.booth_code == "A1")
    tap(inside, "Done")
    assert shows(inside, "A1")
    tap(inside, "To the visitors")
    wake(inside)
    assert comes(lambda: any("A1" in text for text in texts(inside)))
    assert comes(lambda: kept(summit).booth == "A1")
    assert recall(last_good_file(summit, "")).booth == "A1"


def test_a_card_makes_a_millimetre_a_millimetre(inside, summit: Path) -> None:
    tap(inside, "Size of the screen")
    assert comes(lambda: "The card fits" in targets(inside))
    card = next(item for item in items(inside.window.contentItem()) if item.property("card") is not None)
    before = float(card.property("card"))
    for _ in range(5):
        tap(inside, "Larger")
    assert comes(lambda: float(card.property("card")) == before + 5)
    tap(inside, "Smaller")
    assert comes(lambda: float(card.property("card")) == before + 4)
    tap(inside, "The card fits")
    measured = (before + 4) / CARD_WIDTH_MM
    assert comes(lambda: kept(summit).px_per_mm == pytest.approx(measured))
    assert inside.kiosk.stand_.px_per_mm == pytest.approx(measured)
    tap(inside, "Size of the screen")
    tap(inside, "As the screen says")
    assert comes(lambda: kept(summit).px_per_mm is None)


def test_the_round_corner_is_dragged_to_the_corner_of_the_card(inside) -> None:
    tap(inside, "Size of the screen")
    assert comes(lambda: "The card fits" in targets(inside))
    card = next(item for item in items(inside.window.contentItem()) if item.property("card") is not None)
    handle = next(item for item in items(card) if item.objectName() == "corner")
    before = float(card.property("card"))
    at = handle.mapToScene(QPointF(handle.width() / 2, handle.height() / 2)).toPoint()
    QTest.mousePress(inside.window, LEFT, NONE, at)
    for step in range(1, 11):
        QTest.mouseMove(inside.window, at + QPoint(4 * step, 0))
        pause(20)
    QTest.mouseRelease(inside.window, LEFT, NONE, at + QPoint(40, 0))
    assert comes(lambda: float(card.property("card")) > before + 10)


def test_the_height_brings_the_controls_into_reach(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"], asks=True)
    tap(running, "Height")
    tap(running, "Higher by 10 cm")
    tap(running, "Lower by 1 cm")
    assert comes(lambda: kept(summit).lower_edge_mm == 990)
    tap(running, "Done")
    tap(running, "To the visitors")
    below: list[float] = []
    for edge in (700, 1200):
        running.kiosk.take(replace(running.kiosk.stand_.setup, px_per_mm=1.01, lower_edge_mm=edge))
        wake(running)
        assert comes(running.kiosk.is_awake)
        visit_of(running).lower()
        assert comes(lambda: running.window.property("stage").property("below") is not None)
        below.append(float(running.window.property("stage").property("below")))
        running.kiosk.end()
        rest(running)
    assert below[0] > 0, "a low screen brings them up"
    assert below[1] == 0, "on a high one they are as low as they can be"


def test_a_screen_on_its_side_is_turned_and_still_touched(start, rest, summit: Path) -> None:
    size = SIZES["landscape"]
    running = start(summit, size, asks=True)
    tap(running, "Turn")
    tap(running, "Turn right")
    assert comes(lambda: kept(summit).turn == 90)
    rest(running)
    tap(running, "Done")
    tap(running, "Turn")
    tap(running, "Turn left")
    assert comes(lambda: kept(summit).turn == 0)
    tap(running, "Turn left")
    assert comes(lambda: kept(summit).turn == 270)
    again = start(summit, size)
    assert again.kiosk.stand_.setup.turn == 270, "from the first picture on"
    rest(again)
    wake(again)
    assert comes(again.kiosk.is_awake)
    tap(again, "Search")
    assert comes(lambda: visit_of(again).page == "search")


def test_at_night_it_is_dark_until_somebody_comes(start, rest, summit: Path) -> None:
    keep(summit, Setup(dim_from="11:30", dim_until="12:30"))
    running = start(summit, SIZES["portrait"])
    rest(running)

    def dark() -> bool:
        middle = running.window.grabWindow().pixelColor(20, running.window.height() // 3)
        return bool(middle.lightness() < 20)

    assert running.kiosk.stand_._is_dim, "at the event it is noon"
    assert comes(dark)
    wake(running)
    assert comes(running.kiosk.is_awake)
    assert comes(lambda: not dark())


def test_the_hours_are_moved_by_half_an_hour(inside, summit: Path) -> None:
    tap(inside, "Dim hours")
    tap(inside, "Dim at night")
    assert comes(lambda: (kept(summit).dim_from, kept(summit).dim_until) == ("22:00", "07:00"))
    inside.kiosk.setting_.shift("from", 150)
    inside.kiosk.setting_.shift("until", -30)
    assert comes(lambda: (kept(summit).dim_from, kept(summit).dim_until) == ("00:30", "06:30"))
    tap(inside, "Never dim")
    assert comes(lambda: kept(summit).dim_from == "")


def test_somebody_new_is_greeted_in_the_language_of_the_station(inside, summit: Path) -> None:
    tap(inside, "Language")
    tap(inside, "Français")
    assert comes(lambda: kept(summit).language == "fr")
    tap(inside, "Terminé")
    running = inside
    tap(running, "Aux visiteurs")
    assert comes(lambda: running.kiosk.words_.spoken == "fr")
    wake(running)
    running.kiosk.speak("vi")
    running.kiosk.end()
    assert running.kiosk.words_.spoken == "fr"


def test_a_pin_is_typed_twice_and_gives_a_recovery_code(inside, summit: Path) -> None:
    tap(inside, "PIN")
    for digit in "48291":
        tap(inside, digit)
    tap(inside, "Enter")
    for digit in "48291":
        tap(inside, digit)
    tap(inside, "Enter")
    assert comes(lambda: inside.kiosk.setting_._get_wrong() != ""), "it is too short"
    inside.kiosk.setting_.begin()
    for typed in ("482915", "482916"):
        for digit in typed:
            tap(inside, digit)
        tap(inside, "Enter")
    assert shows(inside, "The two are not the same. Begin again.")
    for _ in range(2):
        for digit in "482915":
            tap(inside, digit)
        tap(inside, "Enter")
    assert comes(lambda: inside.kiosk.setting_._code != "")
    assert shows(inside, inside.kiosk.setting_._code)
    station = station_of(summit)
    assert Guard(station).attempt("482915").verdict is Verdict.OPEN
    station.close()
    tap(inside, "Done")
    assert shows(inside, "Set")
    assert inside.kiosk.setting_._code == "", "it is shown once"


def test_the_locks_are_those_of_the_command_line(inside) -> None:
    tap(inside, "Locks")
    assert shows(inside, "Sockets and buttons", "PIN")
    lines = inside.kiosk.locks_._get_lines()
    assert {line["state"] for line in lines} <= {"locked", "open", "unknown"}
    assert [line["title"] for line in lines if line["state"] == "open"].count("PIN") == 1


def test_nobody_leaves_it_open(inside, clock) -> None:
    assert inside.kiosk.staff_._timer.remainingTime() > 200_000
    inside.kiosk.staff_.cancel()
    assert comes(lambda: "Set this screen up" not in texts(inside))


def test_what_cannot_be_kept_is_said(inside, monkeypatch) -> None:
    monkeypatch.setattr(inside.kiosk.keeping, "_station", None)
    inside.kiosk.staff_.show("height")
    inside.kiosk.setting_.lift(900)
    assert shows(inside, "This could not be kept: the file of this station is not open.")
    monkeypatch.undo()


def test_it_is_answered_with_a_keyboard_too(inside, rest) -> None:
    QTest.keyClick(inside.window, Qt.Key.Key_Tab)
    QTest.keyClick(inside.window, Qt.Key.Key_Down)
    seen: list[str] = []
    for _ in range(20):
        focused = inside.window.activeFocusItem()
        seen.append(str(focused.property("text")))
        if seen[-1] == "Height":
            break
        QTest.keyClick(inside.window, Qt.Key.Key_Down)
    assert seen[-1] == "Height", seen
    QTest.keyClick(inside.window, Qt.Key.Key_Return)
    assert comes(lambda: inside.kiosk.staff_.view == "height")
    assert not inside.kiosk.is_awake()


def test_every_page_fits_in_every_language(start, rest, summit: Path, size: QSize) -> None:
    """No text of a page for staff is cut, nothing lies outside of the screen or on something else."""
    inside = start(summit, size, asks=True)
    assert shows(inside, "Set this screen up")
    for language in LANGUAGES:
        inside.kiosk.speak(language)
        for view in ("menu", "booth", "language", "screen", "height", "turn", "hours", "pin", "locks"):
            inside.kiosk.staff_.show(view)
            rest(inside)
            box = inside.window.contentItem().boundingRect().adjusted(-8, -8, 8, 8)
            shapes = {name: one.mapRectToScene(one.boundingRect()) for name, one in targets(inside).items()}
            for (name, shape), (other, beside) in product(shapes.items(), repeat=2):
                assert box.contains(shape), f"{view} in {language}: {name}"
                assert name == other or not shape.intersects(beside), f"{view} in {language}: {name} lies on {other}"
            cut = [item.property("text") for item in items(inside.window.contentItem()) if item.property("truncated")]
            assert cut == [], f"{view} in {language}"

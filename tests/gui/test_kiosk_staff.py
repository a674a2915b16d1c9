"""The way out for staff: touches in a corner, a pad, a PIN; nothing else opens it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest

from showcase.app import open_app
from showcase.catalogue.queries import get_event
from showcase.cli.running import main
from showcase.kiosk.keeping import NAME
from showcase.visits.guarding import set_pin
from showcase.visits.station import open_station, station_file
from tests.fixtures_kiosk import SIZES, comes, tap, targets, texts, wake
from tests.pausing import pause

PIN = "482915"


@pytest.fixture
def locked(summit: Path) -> Path:
    """Return the event, whose station on this machine has a PIN."""
    app = open_app(summit, read_only=True)
    with app.reading() as session:
        event = get_event(session).id
    app.close()
    station = open_station(station_file(event, NAME))
    set_pin(station, PIN)
    station.close()
    return summit


def _touch_corner(running, hold_ms: int) -> None:
    at = QPoint(running.window.width() - 20, 20)
    for _ in range(4):
        QTest.mouseClick(running.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mousePress(running.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    pause(hold_ms)
    QTest.mouseRelease(running.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def _hold(running, clock) -> None:
    """Touch the corner as staff do, with the clock of the test."""
    at = QPoint(running.window.width() - 20, 20)
    for _ in range(4):
        QTest.mouseClick(running.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mousePress(running.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    clock.seconds += 1.2
    QTest.mouseRelease(running.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_the_right_pin_opens_and_a_wrong_one_says_how_often_it_may_be_tried(
    start, rest, locked: Path, size: QSize, clock
) -> None:
    running = start(locked, size)
    rest(running)
    left: list[bool] = []
    running.kiosk.staff_.leave.connect(lambda: left.append(True))
    _hold(running, clock)
    assert comes(lambda: "For staff" in texts(running))
    for digit in "111111":
        tap(running, digit)
    tap(running, "Enter")
    assert comes(lambda: "That PIN is wrong. 4 tries left." in texts(running))
    assert left == []
    for digit in PIN:
        tap(running, digit)
    tap(running, "Enter")
    assert comes(lambda: "This screen" in texts(running))
    assert left == [], "somebody may come in to set it up"
    tap(running, "Leave the kiosk")
    assert comes(lambda: left == [True])


def test_a_visit_ends_when_staff_come_in_and_they_go_back_to_visitors(start, rest, locked: Path, clock) -> None:
    running = start(locked, SIZES["portrait"])
    rest(running)
    wake(running)
    rest(running)
    assert running.kiosk.is_awake()
    _hold(running, clock)
    for digit in PIN:
        tap(running, digit)
    tap(running, "Enter")
    assert comes(lambda: "This screen" in texts(running))
    assert not running.kiosk.is_awake(), "nothing of the visitor is left behind the page"
    QTest.keyClick(running.window, Qt.Key.Key_A)
    rest(running)
    assert not running.kiosk.is_awake(), "keys go to the page, not to the loop behind it"
    tap(running, "To the visitors")
    assert comes(lambda: "This screen" not in texts(running))


def test_five_wrong_ones_lock_it_also_after_a_restart(start, rest, locked: Path, clock) -> None:
    running = start(locked, SIZES["portrait"])
    rest(running)
    _hold(running, clock)
    for _ in range(5):
        for digit in "222222":
            running.kiosk.staff_.press(digit)
        running.kiosk.staff_.enter()
        assert comes(lambda: not running.kiosk.staff_._is_judging)
    assert comes(lambda: "Locked. Try again in 1 minute." in texts(running))
    again = start(locked, SIZES["landscape"])
    rest(again)
    left: list[bool] = []
    again.kiosk.staff_.leave.connect(lambda: left.append(True))
    _hold(again, clock)
    for digit in PIN:
        again.kiosk.staff_.press(digit)
    again.kiosk.staff_.enter()
    assert comes(lambda: any(text.startswith("Locked.") for text in texts(again)))
    assert left == []


def test_touches_that_are_fewer_or_not_held_open_nothing(start, rest, locked: Path) -> None:
    running = start(locked, SIZES["portrait"])
    wake(running)
    rest(running)
    _touch_corner(running, 100)
    rest(running)
    assert "For staff" not in texts(running)


def test_without_a_pin_nothing_opens(start, rest, summit: Path, clock) -> None:
    running = start(summit, SIZES["portrait"])
    rest(running)
    _hold(running, clock)
    for digit in PIN:
        running.kiosk.staff_.press(digit)
    running.kiosk.staff_.enter()
    assert comes(lambda: any("showcase kiosk pin" in text for text in texts(running)))
    tap(running, "Back")
    assert comes(lambda: "For staff" not in texts(running))
    assert "Enter" not in targets(running)


def test_a_pin_is_set_from_the_command_line(summit: Path, monkeypatch, capsys) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("482915\n"))
    assert main(["kiosk", "--event", str(summit), "pin"]) == 0
    assert "Recovery code" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("123456\n"))
    assert main(["kiosk", "--event", str(summit), "pin"]) != 0

"""How the kiosk starts: its picture first, then what the event says at once, then everything."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QSignalSpy

from showcase.kiosk import poster
from showcase.kiosk.options import Options
from showcase.kiosk.running import Running, starting
from showcase.kiosk.screen import Screen
from showcase.qt.starting import Start
from tests.fixtures_kiosk import comes, items, shows

SIZE = QSize(540, 960)


@pytest.fixture
def started(qtbot, painted_in_software: None) -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def _pictures(start: Start[Screen, Running]) -> list[QQuickItem]:
    return [it for it in items(start.screen.window.contentItem()) if it.inherits("QQuickImage")]


def test_the_picture_stands_before_there_is_a_kiosk(started: ExitStack, summit: Path) -> None:
    poster.keep(poster.place(SIZE))
    start = starting(summit, Options(windowed=True, language="en", still=True), SIZE)
    started.callback(start.close)
    seen: list[tuple[bool, list[float]]] = []

    def painted() -> None:
        seen.append((start.running is None, [it.property("implicitWidth") for it in _pictures(start)]))

    start.screen.window.frameSwapped.connect(painted, Qt.ConnectionType.SingleShotConnection)
    start.show(lambda _running: None)
    assert comes(lambda: start.running is not None)
    assert seen == [(True, [SIZE.width() + poster.AROUND])], "the picture stood alone"
    assert start.running is not None
    assert shows(start.running, "Touch to explore")
    assert comes(lambda: not start.screen.window.property("open")), "the loop covers it with its own"
    assert comes(lambda: start.running is not None and not start.running.kiosk.tasks.busy_at_all)


def test_what_the_event_says_at_once_comes_first(started: ExitStack, summit: Path) -> None:
    start = starting(summit, Options(windowed=True, language="en", still=True), SIZE)
    started.callback(start.close)
    glanced, ready = [], []

    def listen(running: Running) -> None:
        content = running.kiosk.content
        glanced.append(QSignalSpy(content.glanced))
        ready.append(QSignalSpy(content.ready))

    start.show(listen)
    assert comes(lambda: bool(glanced) and glanced[0].count() == 1)
    assert glanced[0].at(0)[0].counts["products"] == 13
    assert comes(lambda: ready[0].count() == 1), "and then the event is open"
    assert comes(lambda: start.running is not None and not start.running.kiosk.tasks.busy_at_all)


def test_a_screen_that_goes_at_once_leaves_nothing(started: ExitStack) -> None:
    start = starting(None, Options(windowed=True), SIZE)
    start.close()
    assert start.running is None

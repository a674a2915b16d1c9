"""How the scanner starts: its picture first, then it is ready, then what judges scans is loaded; nothing is lost."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage

from showcase.leads.kinds import Method
from showcase.messages import message
from showcase.qt.starting import Start
from showcase.scanner import poster
from showcase.scanner.options import Options
from showcase.scanner.running import Running, starting
from showcase.scanner.screen import Screen
from tests.fixtures_kiosk import comes, items
from tests.fixtures_scanner import Fair, still, words

SIZE = QSize(1366, 768)
OPTIONS = Options(windowed=True, language="en", still=True, silent=True, blind=True)


@pytest.fixture
def started(qtbot, painted_in_software: None) -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def begin(stack: ExitStack, path: Path, made: Any = lambda _running: None) -> Start[Screen, Running]:
    start = starting(path, OPTIONS, SIZE)
    stack.callback(start.close)
    start.show(made)
    return start


@pytest.mark.parametrize(("size", "wide"), [(SIZE, 760), (QSize(800, 1400), 800), (QSize(768, 1024), 768)], ids=str)
def test_the_picture_stands_before_there_is_a_scanner(started: ExitStack, fair: Fair, size: QSize, wide: int) -> None:
    file = poster.place(size, 1.5, 1)
    poster.keep(file, size, 1.5, 1)
    start = starting(fair.station(booth="A12"), OPTIONS, size)
    started.callback(start.close)
    seen: list[tuple[bool, list[Any]]] = []
    places: list[QRectF] = []

    def painted() -> None:
        pictures = [it for it in items(start.screen.window.contentItem()) if it.inherits("QQuickImage")]
        seen.append((start.running is None, [it.property("implicitWidth") for it in pictures]))
        places.extend(it.mapRectToScene(it.boundingRect()) for it in pictures)

    start.screen.window.frameSwapped.connect(painted, Qt.ConnectionType.SingleShotConnection)
    start.show(lambda _running: None)
    assert comes(lambda: start.running is not None and start.running.scanner.desk.capture is not None)
    assert seen == [(True, [wide])], "the picture stood alone"
    assert places[0].size().toSize() == QImage(str(file)).size(), "it is painted for just that place"
    assert start.running is not None
    still(start.running)
    assert message("scanner.ready", "en") in words(start.running)
    stayed = [
        it.mapRectToScene(it.boundingRect())
        for it in items(start.screen.window.contentItem())
        if it.inherits("QQuickImage") and unquote(it.property("source").toString()).endswith(file.name)
    ]
    assert stayed == places, "and it stays where it is"


def test_the_first_picture_is_kept_for_the_next_start(started: ExitStack, fair: Fair) -> None:
    file = poster.place(SIZE, 1.5, 1)
    assert not file.exists()
    start = begin(started, fair.station(booth="A12"))
    assert comes(file.is_file)
    assert comes(lambda: start.running is not None and not start.running.scanner.tasks.busy_at_all)


def test_what_is_scanned_the_moment_it_is_ready_is_committed_in_its_order(started: ExitStack, fair: Fair) -> None:
    badges = [fair.badge(given_name=name, family_name="") for name in ("Lan", "Minh")]
    before: list[bool] = []

    def made(running: Running) -> None:
        scanner = running.scanner

        def ready() -> None:
            before.append(scanner.desk.capture is None)
            for badge in badges:
                scanner.read(badge.token, Method.WEDGE)
            scanner.undo()

        scanner.desk.ready.connect(ready)

    start = begin(started, fair.station(booth="A12"), made)
    assert comes(lambda: start.running is not None and start.running.scanner.desk.capture is not None)
    assert start.running is not None
    still(start.running)
    assert before == [True], "nothing was loaded yet"
    capture = start.running.scanner.desk.capture
    assert capture is not None
    assert [lead.name for lead in capture.leads()] == ["Lan"], "the last was taken back"


def test_a_file_that_turns_out_damaged_is_refused_and_the_scan_was_never_saved(started: ExitStack, fair: Fair) -> None:
    path = fair.station(booth="A12")
    badge = fair.badge()
    whole = path.read_bytes()
    pages = len(whole) // 4096
    # The last page holds a table or an index that no glance reads.
    path.write_bytes(whole[: (pages - 1) * 4096] + b"\xff" * 4096)
    failed: list[object] = []

    def made(running: Running) -> None:
        desk = running.scanner.desk
        desk.ready.connect(
            lambda: desk.write(lambda capture: capture.read(badge.token, Method.WEDGE), failed.append, failed.append)
        )

    start = begin(started, path, made)
    assert comes(lambda: start.running is not None and bool(start.running.scanner.trouble))
    assert start.running is not None
    still(start.running)
    assert not start.running.scanner.property("opened")
    assert "damaged" in start.running.scanner.property("trouble")
    assert [type(error).__name__ for error in failed] == ["DamagedFile"]

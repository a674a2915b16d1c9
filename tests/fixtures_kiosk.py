"""What every test of the kiosk needs: an event, a clock, a kiosk on a screen that nobody sees, and a finger."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGRendererInterface
from PySide6.QtTest import QTest

from showcase.app import open_app
from showcase.catalogue.edits import add_topic, set_event
from showcase.kiosk.kiosk import Kiosk
from showcase.kiosk.options import Options
from showcase.kiosk.running import Running
from tests.factories import make_organisation, make_product
from tests.pausing import pause

PATIENCE_MS = 10_000
"""How long the screen may take to come to rest, on a busy machine."""
NOON = dt.datetime(2027, 12, 22, 5, 0, tzinfo=dt.UTC)
SIZES = {"portrait": QSize(540, 960), "landscape": QSize(1366, 768)}


class Clock:
    """Time that passes when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def summit(tmp_path: Path) -> Path:
    path = tmp_path / "Hội nghị.showcase"
    app = open_app(path, create=True)
    with app.transaction() as session:
        set_event(session, "name.vi", "Hội nghị Thượng đỉnh Đô thị Mẫu")
        set_event(session, "theme.vi", "Đô thị xanh và thông minh")
        set_event(session, "theme.en", "Green and smart cities")
        topics = [
            add_topic(session, {"ref": name, "name": {"vi": f"Chủ đề {name}", "en": f"Topic {name}"}, "motif": "water"})
            for name in "abcdefgh"
        ]
        assert len(topics) == 8
        lamps = make_organisation(
            session,
            "Công ty Đèn Sao Mai",
            [("A", "A1")],
            name_en="Morning Star Lamps",
            kind="company",
            seeking=["pilots"],
            region="Hà Nội",
        )
        for number in range(12):
            make_product(session, lamps, f"Đèn số {number:02}", name_en=f"Lamp number {number:02}", topics=["a"])
        make_product(session, lamps, "Chỉ có tiếng Việt", name_en="", topics=["b"])
    app.close()
    return path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> QSize:
    return SIZES[request.param]


@pytest.fixture(scope="session")
def painted_in_software() -> None:
    """Have Qt Quick paint without a graphics card; that is chosen once."""
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)


@pytest.fixture
def start(qtbot, painted_in_software: None, clock: Clock) -> Iterator[Callable[..., Running]]:
    """Return what puts a kiosk on the screen; nothing may be broken when it goes."""
    running: list[Running] = []
    broken: list[BaseException] = []

    def begin(path: Path | None, size: QSize, **options: Any) -> Running:
        kiosk = Kiosk(path, Options(**{"language": "en", "still": True, **options}), clock=clock, now=lambda: NOON)
        kiosk.broken.connect(broken.append)
        running.append(Running(kiosk, size))
        # A test decides whether it can be closed; full screen is not for a screen that other tests share.
        running[-1].window.show()
        running[-1].window.frameSwapped.connect(running[-1].on_painted, Qt.ConnectionType.SingleShotConnection)
        qtbot.waitUntil(lambda: path is None or not path.exists() or kiosk.content.record is not None, timeout=30_000)
        qtbot.waitUntil(lambda: not kiosk.tasks.busy_at_all, timeout=30_000)
        return running[-1]

    yield begin
    for one in running:
        one.close()
    assert broken == []


@pytest.fixture
def rest(qtbot) -> Callable[[Running], None]:
    def wait(running: Running) -> None:
        qtbot.wait(60)
        qtbot.waitUntil(lambda: not running.kiosk.tasks.busy_at_all, timeout=30_000)
        qtbot.wait(200)

    return wait


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    """Yield what is on the screen."""
    if root.isVisible() and root.opacity() > 0:
        yield root
        for child in root.childItems():
            yield from items(child)


def texts(running: Running) -> set[str]:
    """Return every text on the screen."""
    return {str(item.property("text")) for item in items(running.window.contentItem()) if item.property("text")}


def targets(running: Running) -> dict[str, QQuickItem]:
    """Return what can be touched by its name."""
    touched = (item for item in items(running.window.contentItem()) if item.inherits("QQuickAbstractButton"))
    return {str(item.property("text")): item for item in touched if item.isEnabled()}


def comes(ready: Callable[[], bool]) -> bool:
    """Wait until something is so; return whether it is."""
    end = time.monotonic() + PATIENCE_MS / 1000
    while not ready():
        if time.monotonic() > end:
            return False
        pause(20)
    return True


def tap(running: Running, name: str) -> None:
    """Touch something in its middle, when the screen has come to rest."""
    assert comes(lambda: name in targets(running)), f"{name} is not among {set(targets(running))}"
    item = targets(running)[name]
    at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(running.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def shows(running: Running, *words: str) -> bool:
    """Tell whether texts come to the screen."""
    return comes(lambda: set(words) <= texts(running))


def wake(running: Running) -> None:
    QTest.mouseClick(
        running.window,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(running.window.width() // 2, 300),
    )


def visit_of(running: Running) -> Any:
    return running.kiosk.visit

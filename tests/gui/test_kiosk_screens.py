"""The kiosk is walked through as a visitor does: woken, asked, read in three languages, left, and forgotten."""

import datetime as dt
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGRendererInterface
from PySide6.QtTest import QTest

from showcase.app import open_app
from showcase.catalogue.edits import add_topic, set_event
from showcase.kiosk.kiosk import Kiosk, Options
from showcase.kiosk.pages import PAGES
from showcase.kiosk.running import Running
from tests.factories import make_organisation, make_product

ROOT = Path(__file__).resolve().parent.parent.parent
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
def event(tmp_path: Path) -> Path:
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
def settle(qtbot) -> Callable[[Running], None]:
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


def comes(is_there: Callable[[], bool]) -> bool:
    """Tell whether something comes to be while the screen goes on."""
    for _ in range(PATIENCE_MS // 20):
        if is_there():
            return True
        QTest.qWait(20)
    return is_there()


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


def test_the_first_touch_only_wakes(start, settle, event: Path, size: QSize) -> None:
    running = start(event, size)
    assert shows(running, "Touch to explore")
    wake(running)
    settle(running)
    assert running.kiosk.awake
    assert visit_of(running).page == "home"
    assert shows(running, "What are you\nlooking for?")


def test_a_language_wakes_the_screen_in_it(start, settle, event: Path, size: QSize) -> None:
    running = start(event, size)
    settle(running)
    tap(running, "Français")
    settle(running)
    assert running.kiosk.awake
    assert shows(running, "Que cherchez-\nvous\u00a0?")


def test_topics_lead_to_their_products_page_by_page(start, settle, event: Path, size: QSize) -> None:
    running = start(event, size)
    wake(running)
    settle(running)
    tap(running, "Topic a")
    settle(running)
    model = visit_of(running).model
    assert (model.title, model.number, model.first) == ("Topic a", 12, 0)
    seen = [row["title"] for row in model.rows]
    while model.last < model.number:
        tap(running, "Next ones")
        settle(running)
        seen += [row["title"] for row in model.rows]
    assert seen == [f"Lamp number {number:02}" for number in range(12)]
    tap(running, "Previous ones")
    settle(running)
    tap(running, "Back")
    settle(running)
    assert visit_of(running).page == "home"


def test_a_text_in_another_language_says_so(start, settle, event: Path) -> None:
    running = start(event, SIZES["portrait"])
    wake(running)
    settle(running)
    tap(running, "Topic b")
    settle(running)
    (row,) = visit_of(running).model.rows
    assert (row["title"], row["titleNote"]) == ("Chỉ có tiếng Việt", "Tiếng Việt")


def test_more_topics_than_tiles_have_a_page_of_their_own(start, settle, event: Path, size: QSize) -> None:
    running = start(event, size)
    wake(running)
    settle(running)
    tap(running, "All 8\u00a0topics")
    settle(running)
    assert visit_of(running).page == "ways"
    tap(running, "Places")
    settle(running)
    tap(running, "Hà Nội")
    settle(running)
    model = visit_of(running).model
    assert (model.title, model.number) == ("Hà Nội", 14)
    tap(running, "Organisations 1")
    settle(running)
    assert [row["title"] for row in model.rows] == ["Morning Star Lamps"]


def test_the_language_changes_in_place(start, settle, event: Path, size: QSize) -> None:
    running = start(event, size)
    wake(running)
    settle(running)
    tap(running, "Topic a")
    settle(running)
    first = visit_of(running).model
    tap(running, "Tiếng Việt")
    settle(running)
    assert visit_of(running).model is first
    assert first.title == "Chủ đề a"
    assert shows(running, "Chủ đề a", "Trang chủ")


def test_somebody_silent_is_warned_and_then_forgotten(start, settle, event: Path, size: QSize, clock: Clock) -> None:
    running = start(event, size)
    wake(running)
    settle(running)
    tap(running, "Topic a")
    tap_names = {"Larger text", "High contrast"}
    settle(running)
    for name in tap_names:
        tap(running, name)
        settle(running)
    former = visit_of(running)
    former.keep("product:1")
    former.typed = "canary"
    clock.seconds += 61
    running.kiosk.tick()
    settle(running)
    assert running.kiosk.warns
    assert shows(running, "Are you still there?")
    tap(running, "I am still here")
    settle(running)
    assert not running.kiosk.warns
    assert visit_of(running) is former
    clock.seconds += 80
    running.kiosk.tick()
    settle(running)
    assert not running.kiosk.awake
    anew = visit_of(running)
    assert anew is not former
    assert (anew.depth, anew.textStep, anew.contrast, anew.reach, anew.kept, anew.typed) == (0, 0, False, False, [], "")
    assert shows(running, "Touch to explore")


def test_who_wants_to_be_forgotten_is(start, settle, event: Path, clock: Clock) -> None:
    running = start(event, SIZES["portrait"])
    wake(running)
    settle(running)
    clock.seconds += 70
    running.kiosk.tick()
    settle(running)
    tap(running, "End and erase now")
    settle(running)
    assert not running.kiosk.awake


def test_the_usual_language_comes_back_with_the_next_visitor(start, settle, event: Path) -> None:
    running = start(event, SIZES["portrait"], language="fr")
    wake(running)
    settle(running)
    tap(running, "English")
    settle(running)
    running.kiosk.end()
    settle(running)
    assert running.kiosk.words_.spoken == "fr"


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("aid", ["", "contrasted", "lower", "grow"])
def test_every_page_is_shown_in_every_way(start, settle, event: Path, size: QSize, name: str, aid: str) -> None:
    running = start(event, size)
    wake(running)
    settle(running)
    visit = visit_of(running)
    if aid:
        getattr(visit, aid)()
    if visit.page != name:
        visit.open(name, "")
    settle(running)
    assert visit.page == name
    assert comes(lambda: bool(targets(running)))


def test_what_is_touched_is_large_enough(start, settle, event: Path) -> None:
    running = start(event, QSize(1080, 1920))
    wake(running)
    settle(running)
    small = {
        name: (item.width(), item.height())
        for name, item in targets(running).items()
        if min(item.width(), item.height()) < 63.9
    }
    assert small == {}, "8 units of 8 pixels, 32 mm on 43 inches"


def test_a_keyboard_goes_everywhere(start, settle, event: Path) -> None:
    running = start(event, SIZES["portrait"])
    QTest.keyClick(running.window, Qt.Key.Key_Space)
    settle(running)
    assert running.kiosk.awake
    reached: set[str] = set()
    for _ in range(40):
        QTest.keyClick(running.window, Qt.Key.Key_Down)
        focused = running.window.activeFocusItem()
        reached.add(str(focused.property("text")) if focused is not None else "")
    assert {"Topic a", "Home", "Français", "High contrast"} <= reached
    while running.window.activeFocusItem().property("text") != "Topic a":
        QTest.keyClick(running.window, Qt.Key.Key_Tab)
    QTest.keyClick(running.window, Qt.Key.Key_Return)
    settle(running)
    assert visit_of(running).page == "browse"


def test_nothing_closes_it(start, settle, event: Path) -> None:
    running = start(event, SIZES["portrait"])
    wake(running)
    settle(running)
    running.window.close()
    for key, held in (
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(running.window, key, held)
    settle(running)
    assert running.window.isVisible()
    assert visit_of(running).page == "home"


@pytest.mark.parametrize(
    ("key", "text", "held", "is_heard"),
    [
        (Qt.Key.Key_A, "a", Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_A, "A", Qt.KeyboardModifier.ShiftModifier, True),
        (Qt.Key.Key_Tab, "\t", Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_At, "@", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, True),
        (Qt.Key.Key_V, "\x16", Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_F10, "", Qt.KeyboardModifier.ShiftModifier, False),
        (Qt.Key.Key_Menu, "", Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Print, "", Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Escape, "\x1b", Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_keys_that_command_are_not_heard(start, key, text: str, held, *, is_heard: bool) -> None:
    running = start(None, SIZES["portrait"])
    pressed = QKeyEvent(QEvent.Type.KeyPress, key, held, text)
    assert running.guard.eventFilter(running.window, pressed) is not is_heard


def test_menus_are_not_heard(start) -> None:
    running = start(None, SIZES["portrait"])
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    assert running.guard.eventFilter(running.window, menu)
    assert not menu.isAccepted()


@pytest.mark.parametrize("damage", ["missing", "foreign"])
def test_without_an_event_it_still_invites(start, settle, caplog, tmp_path: Path, damage: str) -> None:
    path = tmp_path / "none.showcase"
    if damage == "foreign":
        path.write_bytes(b"no event at all" * 100)
    running = start(None, SIZES["portrait"])
    running.kiosk.content.path = path
    running.kiosk.tick()
    settle(running)
    assert shows(running, "Touch to explore")
    assert str(path) in caplog.text
    wake(running)
    settle(running)
    assert visit_of(running).page == "home"


def test_an_event_that_was_written_to_is_read_anew_between_visits(start, settle, event: Path) -> None:
    running = start(event, SIZES["portrait"])
    settle(running)
    assert running.kiosk.attract_.counts["products"] == 13
    app = open_app(event)
    with app.transaction() as session:
        make_product(session, make_organisation(session, "Mới"), "Mới")
    app.close()
    running.kiosk.tick()
    settle(running)
    assert running.kiosk.attract_.counts["products"] == 14


def test_slides_go_round_and_speak_every_language(start, settle, event: Path) -> None:
    running = start(event, SIZES["portrait"])
    settle(running)
    spoken = []
    for _ in range(3):
        spoken.append(running.kiosk.words_.spoken)
        for _ in range(len(running.kiosk.attract_.slides)):
            running.kiosk.attract_.next()
            settle(running)
    assert spoken == ["en", "fr", "vi"]


def test_who_started_it_may_end_it(tmp_path: Path, event: Path) -> None:
    command = [sys.executable, "-m", "showcase", "kiosk", "--event", str(event), "--booth", "A1"]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, "QT_QUICK_BACKEND": "software"}) as process:
        first = Path(os.environ["XDG_CACHE_HOME"]) / "showcase" / "kiosk"
        for _ in range(600):
            if any(first.glob("attract-*.png")):
                break
            time.sleep(0.1)
        assert process.poll() is None
        assert any(first.glob("attract-*.png")), "the first picture is kept for the next start"
        process.terminate()
        assert process.wait(30) == 0


def test_many_visits_leave_nothing_behind(start, settle, event: Path) -> None:
    running = start(event, SIZES["portrait"])
    settle(running)
    children = len(running.kiosk.children())
    for _ in range(40):
        running.kiosk.wake("en")
        QTest.qWait(12)
        for name in PAGES:
            visit_of(running).open(name, "")
            QTest.qWait(6)
        visit_of(running).back()
        visit_of(running).contrasted()
        running.kiosk.end()
        QTest.qWait(6)
    settle(running)
    assert len(running.kiosk.children()) == children

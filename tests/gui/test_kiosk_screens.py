"""The kiosk is walked through as a visitor does: woken, asked, read in three languages, left, and forgotten."""

import os
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest

from showcase.app import open_app
from showcase.kiosk.pages import PAGES
from tests.factories import make_organisation, make_product
from tests.fixtures_kiosk import SIZES, Clock, comes, shows, tap, targets, texts, visit_of, wake
from tests.pausing import pause

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_first_touch_only_wakes(start, rest, summit: Path, size: QSize) -> None:
    running = start(summit, size)
    assert shows(running, "Touch to explore")
    wake(running)
    rest(running)
    assert running.kiosk.awake
    assert visit_of(running).page == "home"
    assert shows(running, "What are you\nlooking for?")


def test_a_language_wakes_the_screen_in_it(start, rest, summit: Path, size: QSize) -> None:
    running = start(summit, size)
    rest(running)
    tap(running, "Français")
    rest(running)
    assert running.kiosk.awake
    assert shows(running, "Que cherchez-\nvous\u00a0?")


def test_topics_lead_to_their_products_page_by_page(start, rest, summit: Path, size: QSize) -> None:
    running = start(summit, size)
    wake(running)
    rest(running)
    tap(running, "Topic a")
    rest(running)
    model = visit_of(running).model
    assert (model.title, model.number, model.first) == ("Topic a", 12, 0)
    seen = [row["title"] for row in model.rows]
    while model.last < model.number:
        tap(running, "Next ones")
        rest(running)
        seen += [row["title"] for row in model.rows]
    assert seen == [f"Lamp number {number:02}" for number in range(12)]
    tap(running, "Previous ones")
    rest(running)
    tap(running, "Back")
    rest(running)
    assert visit_of(running).page == "home"


def test_a_text_in_another_language_says_so(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"])
    wake(running)
    rest(running)
    tap(running, "Topic b")
    rest(running)
    (row,) = visit_of(running).model.rows
    assert (row["title"], row["titleNote"]) == ("Chỉ có tiếng Việt", "Tiếng Việt")


def test_more_topics_than_tiles_have_a_page_of_their_own(start, rest, summit: Path, size: QSize) -> None:
    running = start(summit, size)
    wake(running)
    rest(running)
    tap(running, "All 8\u00a0topics")
    rest(running)
    assert visit_of(running).page == "ways"
    tap(running, "Places")
    rest(running)
    tap(running, "Hà Nội")
    rest(running)
    model = visit_of(running).model
    assert (model.title, model.number) == ("Hà Nội", 14)
    tap(running, "Organisations 1")
    rest(running)
    assert [row["title"] for row in model.rows] == ["Morning Star Lamps"]


def test_the_language_changes_in_place(start, rest, summit: Path, size: QSize) -> None:
    running = start(summit, size)
    wake(running)
    rest(running)
    tap(running, "Topic a")
    rest(running)
    first = visit_of(running).model
    tap(running, "Tiếng Việt")
    rest(running)
    assert visit_of(running).model is first
    assert first.title == "Chủ đề a"
    assert shows(running, "Chủ đề a", "Trang chủ")


def test_somebody_silent_is_warned_and_then_forgotten(start, rest, summit: Path, size: QSize, clock: Clock) -> None:
    running = start(summit, size)
    wake(running)
    rest(running)
    tap(running, "Topic a")
    tap_names = {"Larger text", "High contrast"}
    rest(running)
    for name in tap_names:
        tap(running, name)
        rest(running)
    former = visit_of(running)
    former.keep(f"product:{uuid.uuid4()}")
    former.typed = "canary"
    clock.seconds += 61
    running.kiosk.tick()
    rest(running)
    assert running.kiosk.warns
    assert shows(running, "Are you still there?")
    assert comes(lambda: "Take your\nlist along" not in texts(running)), (
        "what is on the list is no longer in the catalogue"
    )
    tap(running, "I am still here")
    rest(running)
    assert not running.kiosk.warns
    assert visit_of(running) is former
    clock.seconds += 80
    running.kiosk.tick()
    rest(running)
    assert not running.kiosk.awake
    anew = visit_of(running)
    assert anew is not former
    assert (anew.depth, anew.textStep, anew.contrast, anew.reach, anew.kept, anew.typed) == (0, 0, False, False, [], "")
    assert shows(running, "Touch to explore")


def test_who_wants_to_be_forgotten_is(start, rest, summit: Path, clock: Clock) -> None:
    running = start(summit, SIZES["portrait"])
    wake(running)
    rest(running)
    clock.seconds += 70
    running.kiosk.tick()
    rest(running)
    tap(running, "End and erase now")
    rest(running)
    assert not running.kiosk.awake


def test_the_usual_language_comes_back_with_the_next_visitor(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"], language="fr")
    wake(running)
    rest(running)
    tap(running, "English")
    rest(running)
    running.kiosk.end()
    rest(running)
    assert running.kiosk.words_.spoken == "fr"


@pytest.mark.parametrize("aid", ["", "contrasted", "lower", "grow"])
def test_every_page_is_shown_in_every_way(start, rest, summit: Path, size: QSize, aid: str) -> None:
    running = start(summit, size)
    wake(running)
    rest(running)
    visit = visit_of(running)
    if aid:
        getattr(visit, aid)()
    for name in PAGES:
        if visit.page != name:
            visit.open(name, "")
        rest(running)
        assert visit.page == name
        assert comes(lambda: bool(targets(running)))


def test_what_is_touched_is_large_enough(start, rest, summit: Path) -> None:
    running = start(summit, QSize(1080, 1920))
    wake(running)
    rest(running)
    small = {
        name: (item.width(), item.height())
        for name, item in targets(running).items()
        if min(item.width(), item.height()) < 63.9
    }
    assert small == {}, "8 units of 8 pixels, 32 mm on 43 inches"


def test_a_keyboard_goes_everywhere(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"])
    QTest.keyClick(running.window, Qt.Key.Key_Space)
    rest(running)
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
    rest(running)
    assert visit_of(running).page == "browse"


def test_nothing_closes_it(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"])
    wake(running)
    rest(running)
    running.window.close()
    for key, held in (
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(running.window, key, held)
    rest(running)
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
def test_without_an_event_it_still_invites(start, rest, caplog, tmp_path: Path, damage: str) -> None:
    path = tmp_path / "none.showcase"
    if damage == "foreign":
        path.write_bytes(b"no event at all" * 100)
    running = start(None, SIZES["portrait"])
    running.kiosk.content.path = path
    running.kiosk.tick()
    rest(running)
    assert shows(running, "Touch to explore")
    assert str(path) in caplog.text
    wake(running)
    rest(running)
    assert visit_of(running).page == "home"


def test_an_event_that_was_written_to_is_read_anew_between_visits(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"])
    rest(running)
    assert running.kiosk.attract_.counts["products"] == 13
    app = open_app(summit)
    with app.transaction() as session:
        make_product(session, make_organisation(session, "Mới"), "Mới")
    app.close()
    running.kiosk.tick()
    rest(running)
    assert running.kiosk.attract_.counts["products"] == 14


def test_slides_go_round_and_speak_every_language(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"])
    rest(running)
    spoken = []
    for _ in range(3):
        spoken.append(running.kiosk.words_.spoken)
        for _ in range(len(running.kiosk.attract_.slides)):
            running.kiosk.attract_.next()
            rest(running)
    assert spoken == ["en", "fr", "vi"]


def test_who_started_it_may_end_it(tmp_path: Path, summit: Path) -> None:
    command = [sys.executable, "-m", "showcase", "kiosk", "--event", str(summit), "--booth", "A1"]
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


def test_many_visits_leave_nothing_behind(start, rest, summit: Path) -> None:
    running = start(summit, SIZES["portrait"])
    rest(running)
    children = len(running.kiosk.children())
    for _ in range(12):
        running.kiosk.wake("en")
        pause(12)
        for name in PAGES:
            visit_of(running).open(name, "")
            pause(6)
        visit_of(running).back()
        visit_of(running).contrasted()
        running.kiosk.end()
        pause(6)
    rest(running)
    assert len(running.kiosk.children()) == children

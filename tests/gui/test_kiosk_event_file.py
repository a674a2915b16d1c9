"""The event file is replaced, written over, locked, damaged or deleted under the kiosk; the clock and screen jump."""

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from showcase.app import create_file, open_app
from showcase.catalogue.queries import list_products
from showcase.kiosk.content import AGAIN_S, Content
from showcase.qt.tasks import Tasks
from tests.factories import make_organisation, make_product
from tests.fixtures_kiosk import NOON, SIZES, Clock, comes, shows, texts, visit_of, wake
from tests.kiosk_looks import faults, picture, settle

OTHER = "Một sản phẩm khác"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return another event, of one product."""
    path = tmp_path / "other.showcase"
    create_file(path, ("vi", "en"), {"name.vi": "Sự kiện khác"})
    app = open_app(path)
    with app.transaction() as session:
        make_product(session, make_organisation(session), OTHER, name_en="")
    app.close()
    return path


def _overwrite(path: Path, content: bytes) -> None:
    """Write over a file in its place, as copying onto it does."""
    with path.open("r+b") as file:
        file.truncate(0)
        file.write(content)


@contextmanager
def _replaced(path: Path, other: Path) -> Iterator[None]:
    shutil.copy(other, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)
    yield


@contextmanager
def _written_over(path: Path, other: Path) -> Iterator[None]:
    _overwrite(path, other.read_bytes())
    yield


@contextmanager
def _damaged(path: Path, _other: Path) -> Iterator[None]:
    whole = path.read_bytes()
    _overwrite(path, whole[:4096] + b"\x5a" * (len(whole) - 4096))
    yield


@contextmanager
def _cut_off(path: Path, _other: Path) -> Iterator[None]:
    _overwrite(path, path.read_bytes()[:9000])
    yield


@contextmanager
def _emptied(path: Path, _other: Path) -> Iterator[None]:
    _overwrite(path, b"")
    yield


@contextmanager
def _foreign(path: Path, _other: Path) -> Iterator[None]:
    _overwrite(path, b"something else " * 4000)
    yield


@contextmanager
def _deleted(path: Path, _other: Path) -> Iterator[None]:
    path.unlink()
    yield


@contextmanager
def _locked(path: Path, _other: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA locking_mode=EXCLUSIVE")
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("UPDATE events SET updated_at = updated_at")
        path.touch()
        yield
        writer.execute("ROLLBACK")


BAD = (_damaged, _cut_off, _emptied, _foreign, _deleted)
GOOD = (_replaced, _written_over)


def _again(running, clock: Clock) -> None:
    """Have the kiosk look at the file, as it does after some seconds."""
    clock.seconds += AGAIN_S + 1
    running.kiosk.tick()
    assert comes(lambda: not running.kiosk.tasks.busy_at_all)


def _on_its_copy(running, clock: Clock) -> None:
    """Wait until the kiosk reads a copy of its own, as it does between two visits."""
    _again(running, clock)
    assert comes(lambda: running.kiosk.content.app.database.path != running.kiosk.content.path)


def _product_of(path: Path) -> str:
    app = open_app(path, read_only=True)
    with app.reading() as session:
        found = str(list_products(session)[0].id)
    app.close()
    return found


@pytest.mark.parametrize("what", [*BAD, *GOOD], ids=lambda what: what.__name__)
def test_a_visitor_reads_on_whatever_becomes_of_the_file(
    start, caplog, summit: Path, other: Path, tmp_path: Path, clock: Clock, what: Callable[..., Any]
) -> None:
    product = _product_of(summit)
    running = start(summit, SIZES["portrait"])
    _on_its_copy(running, clock)
    wake(running)
    settle(running)
    with what(summit, other):
        running.kiosk.tick()
        visit_of(running).open("product", product)
        settle(running)
        assert shows(running, "Morning Star Lamps")
        assert faults(running) == []
        assert picture(running, tmp_path / "during.png") > 3
        running.kiosk.end()
        _again(running, clock)
        settle(running)
        assert shows(running, "Touch to explore")
        assert picture(running, tmp_path / "after.png") > 8
        assert running.kiosk.attract_.counts["products"] == (13 if what in BAD else 1)
        lacked = [record.getMessage() for record in caplog.records if str(summit) in record.getMessage()]
        assert len(lacked) == (what in BAD), "what lacked is said once"


@pytest.mark.parametrize("what", [_damaged, _deleted], ids=lambda what: what.__name__)
def test_the_last_good_one_stands_in_at_the_next_start_until_the_file_is_back(
    start, caplog, summit: Path, other: Path, clock: Clock, what: Callable[..., Any]
) -> None:
    tasks = Tasks()
    former = Content(summit, tasks, clock=clock)
    while former.app is None or former.app.database.path == summit:
        former.look()
        assert comes(lambda: not tasks.busy_at_all)
    tasks.close()
    former.close()
    good = summit.read_bytes()
    with what(summit, other):
        anew = start(summit, SIZES["landscape"])
        assert comes(lambda: anew.kiosk.attract_.counts.get("products") == 13)
        assert str(summit) in caplog.text
        summit.write_bytes(good)
        _on_its_copy(anew, clock)
        assert anew.kiosk.attract_.counts["products"] == 13


def test_a_locked_file_is_waited_for(start, caplog, summit: Path, other: Path, clock: Clock) -> None:
    running = start(summit, SIZES["portrait"])
    _on_its_copy(running, clock)
    with _locked(summit, other):
        _again(running, clock)
        assert running.kiosk.attract_.counts["products"] == 13
        assert str(summit) in caplog.text
    app = open_app(summit)
    with app.transaction() as session:
        make_product(session, make_organisation(session, "Mới"), OTHER)
    app.close()
    _again(running, clock)
    assert comes(lambda: running.kiosk.attract_.counts["products"] == 14)


def test_what_came_while_somebody_reads_is_shown_when_they_have_gone(start, summit: Path, other: Path, clock) -> None:
    running = start(summit, SIZES["portrait"])
    _on_its_copy(running, clock)
    shutil.copy(other, summit)
    clock.seconds += AGAIN_S + 1
    running.kiosk.tick()  # it begins to copy, and somebody comes
    wake(running)
    settle(running)
    visit_of(running).open("browse", "")
    settle(running)
    assert visit_of(running).model.number == 14
    running.kiosk.end()
    _again(running, clock)
    assert comes(lambda: running.kiosk.attract_.counts["products"] == 1)


@pytest.mark.parametrize("jump", [dt.timedelta(days=40), dt.timedelta(days=-400), dt.timedelta(hours=-3)])
def test_the_clock_of_the_machine_jumps(start, summit: Path, clock: Clock, jump: dt.timedelta) -> None:
    now = [NOON]
    running = start(summit, SIZES["portrait"])
    running.kiosk.now = lambda: now[0]
    wake(running)
    settle(running)
    now[0] = NOON + jump
    running.kiosk.tick()
    assert running.kiosk.awake, "patience is not counted by the clock on the wall"
    assert not running.kiosk.warns
    assert shows(running, running.kiosk.local(now[0]).strftime("%H:%M"))
    visit_of(running).go("programme")
    settle(running)
    assert faults(running) == []
    clock.seconds += 61
    running.kiosk.tick()
    assert running.kiosk.warns
    now[0] = NOON
    clock.seconds += 20
    running.kiosk.tick()
    assert not running.kiosk.awake


def test_the_finger_that_lifts_off_nowhere_is_forgotten(start, summit: Path) -> None:
    """A touch screen that is unplugged never says that the finger left."""
    running = start(summit, SIZES["portrait"])
    wake(running)
    settle(running)
    device = QTest.createTouchDevice()
    QTest.touchEvent(running.window, device).press(0, QPoint(270, 700), running.window)
    QGuiApplication.sendEvent(running.window, QEvent(QEvent.Type.TouchCancel))
    settle(running)
    another = QTest.createTouchDevice()
    QTest.touchEvent(running.window, another).press(0, QPoint(520, 20), running.window).commit()
    QTest.touchEvent(running.window, another).release(0, QPoint(520, 20), running.window).commit()
    QTest.keyClick(running.window, Qt.Key.Key_Down)
    visit_of(running).go("search")
    settle(running)
    assert visit_of(running).page == "search"
    assert "Home" in texts(running)


def test_a_screen_of_another_size_is_filled(start, summit: Path, tmp_path: Path) -> None:
    """A monitor that comes back may have another size for a while, a very small one too."""
    running = start(summit, SIZES["portrait"])
    wake(running)
    settle(running)
    for width, height in ((1, 1), (960, 540), (540, 960)):
        running.window.resize(QSize(width, height))
        settle(running)
    assert faults(running) == []
    assert picture(running, tmp_path / "back.png") > 8

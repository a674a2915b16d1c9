"""What every test of the window needs: an event with something in it, and the window on it."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from showcase.app import open_app
from showcase.catalogue.edits import set_event
from showcase.office.window import OfficeWindow
from showcase.people.edits import issue_badges
from showcase.people.keys import get_signer
from showcase.qt import crash, theme
from showcase.qt.translate import interface
from tests.factories import make_organisation, make_people, make_product
from tests.fixtures_spooler import Spooler

PASSPHRASE = "một cụm mật khẩu dài"
TODAY = date(2025, 12, 1)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Return the application with which the window is shown."""
    return QApplication


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the event of which each test gets a copy: to make a key and badges takes longer than most tests."""
    path = tmp_path_factory.mktemp("made") / "made.showcase"
    app = open_app(path, create=True)
    with app.transaction() as session:
        set_event(session, "name.vi", "Hội nghị Thượng đỉnh Đô thị Mẫu")
        set_event(session, "name.en", "Sample City Summit")
        set_event(session, "base_url", "https://sample.example")
        first = make_organisation(
            session, "Công ty Đèn Sao Mai", [("A", "A1")], name_en="Morning Star Lamps", kind="company"
        )
        second = make_organisation(
            session, "Đại học Ngày Mới", [("B", "B7")], name_en="New Day University", kind="university"
        )
        make_organisation(session, "Hiệp hội Sông Êm", name_en="Quiet River Society", kind="association")
        make_product(session, first)
        make_product(session, second, "Bản đồ ngập", name_en="Flood map")
        people = make_people(session, 12)
    with app.transaction() as session:
        issue_badges(session, people[:10], get_signer(session, PASSPHRASE))
    app.close()
    return path


@pytest.fixture
def event_file(tmp_path: Path, made_once: Path) -> Path:
    """Return an event: three organisations in booths, two products, 12 people, 10 of them with a badge."""
    return Path(shutil.copy(made_once, tmp_path / "Hội nghị.showcase"))


@pytest.fixture
def empty_window(
    qtbot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, spooler: Spooler
) -> Iterator[OfficeWindow]:
    """Show the window with no event, in English and light; a bug in a task fails the test and asks nobody.

    The printers of this computer are none of its business.
    """
    assert spooler.times == 0
    broken: list[BaseException] = []
    monkeypatch.setattr(crash, "show", broken.append)
    theme.prepare(qapp)
    interface.use("en")
    window = OfficeWindow()
    window.furnish()
    window.do("theme:light")
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.desk.shut_down()
    window.hide()
    window.deleteLater()
    interface.use("en")
    assert broken == []


@pytest.fixture
def settle(qtbot) -> Callable[[OfficeWindow], None]:
    """Return what waits until a window has nothing under way."""

    def wait(window: OfficeWindow) -> None:
        qtbot.waitUntil(lambda: window.desk.tasks.running == 0, timeout=60_000)
        qtbot.wait(80)
        qtbot.waitUntil(lambda: window.desk.tasks.running == 0, timeout=60_000)

    return wait


@pytest.fixture
def window(empty_window: OfficeWindow, event_file: Path, settle: Callable[[OfficeWindow], None]) -> OfficeWindow:
    """Show the window on the event."""
    empty_window.open(event_file)
    settle(empty_window)
    return empty_window

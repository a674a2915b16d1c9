"""The window as a whole: beginning, languages, themes, names for screen readers, errors, and what it remembers."""

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTableView,
    QWidget,
)

from showcase.errors import DamagedFile
from showcase.messages import LANGUAGES, catalogue
from showcase.office.pages import NAMES
from showcase.office.window import OfficeWindow
from showcase.qt import crash, theme
from showcase.qt.signals import Signals
from showcase.qt.translate import interface
from showcase.settings import Settings, load, save


def _texts(window: QWidget) -> set[str]:
    found = {label.text() for label in window.findChildren(QLabel)}
    found |= {button.text() for button in window.findChildren(QAbstractButton)}
    found |= {edit.placeholderText() for edit in window.findChildren(QLineEdit)}
    found |= {box.itemText(place) for box in window.findChildren(QComboBox) for place in range(box.count())}
    for table in window.findChildren(QTableView):
        head = table.model()
        found |= {str(head.headerData(place, Qt.Orientation.Horizontal)) for place in range(head.columnCount())}
    found |= {action.text() for action in window.actions()}
    return {text.replace("&", "") for text in found if text}


def _only_in(language: str) -> set[str]:
    """Return fixed texts of the office that no other language spells the same way."""
    texts = [by for key, by in catalogue().items() if key.startswith("office.") and "{" not in by["en"]]
    others = {by[other] for by in texts for other in LANGUAGES if other != language}
    return {by[language].replace("&", "") for by in texts} - others


def test_the_start_page_offers_three_ways_and_takes_none_by_itself(empty_window) -> None:
    assert empty_window.pages.currentWidget() is empty_window.start
    assert [button.accessibleName() for button in empty_window.start.ways.values()] == [
        "Try the sample event",
        "New event…",
        "Open a file…",
    ]
    assert all(button.isEnabled() for button in empty_window.start.ways.values())
    assert not empty_window.actions_.by_name["print"].isEnabled()


def test_an_opened_event_is_remembered_and_offered_again(window, event_file, settle) -> None:
    assert window.windowTitle() == "Sample City Summit – Showcase"
    assert load().last_event == str(event_file)
    window.do("close")
    settle(window)
    assert window.pages.currentWidget() is window.start
    assert load().last_event == ""
    told = [button.text() for button in window.start.findChildren(QAbstractButton) if button.isVisible()]
    assert any(text.startswith("Hội nghị") for text in told)
    window.do(f"recent:{event_file}")
    settle(window)
    assert window.pages.currentWidget() is window.page("overview")


def test_a_new_event_says_what_to_do_next(empty_window, tmp_path, settle) -> None:
    empty_window.desk.create(tmp_path / "Trống.showcase")
    settle(empty_window)
    assert "Import the lists" in _texts(empty_window.page("overview"))
    empty_window.do("page:products")
    assert "No products yet" in _texts(empty_window.page("products"))


def test_the_sample_is_made_with_progress_and_opened(empty_window, settle) -> None:
    empty_window.start.ways["sample"].click()
    assert empty_window.start.progress.isVisible()
    assert not empty_window.start.ways["create"].isEnabled()
    settle(empty_window)
    assert empty_window.pages.currentWidget() is empty_window.page("overview")
    assert empty_window.page("people")._all == 240


@pytest.mark.parametrize("content", [b"", b"not an event at all" * 200])
def test_a_file_that_is_no_event_is_a_sentence_on_the_page(empty_window, tmp_path, settle, content) -> None:
    path = tmp_path / "broken.showcase"
    path.write_bytes(content)
    empty_window.open(path)
    settle(empty_window)
    assert empty_window.pages.currentWidget() is empty_window.start
    (told,) = empty_window.start.messages.texts
    assert "broken.showcase" in told
    assert path.read_bytes() == content


def test_a_file_that_is_gone_leaves_the_open_event_open(window, tmp_path, settle) -> None:
    window.open(tmp_path / "gone.showcase")
    settle(window)
    assert window.desk.app is not None
    assert any("gone.showcase" in text for text in window.page("overview").messages.texts)
    window.do("page:organisations")
    settle(window)
    assert window.page("organisations").model.rowCount() == 3


def test_every_text_follows_the_language(window, settle) -> None:
    for page in ("organisations", "people", "printing", "import", "overview"):
        window.do(f"page:{page}")
        settle(window)
    for old, new in (("en", "vi"), ("vi", "fr"), ("fr", "en")):
        assert interface.language == old
        assert _texts(window) & _only_in(old)
        window.do(f"language:{new}")
        settle(window)
        assert _texts(window) & _only_in(old) == set()
    assert load().language == "en"


def test_the_theme_changes_at_once_and_is_remembered(window, qapp) -> None:
    window.do("theme:dark")
    assert theme.is_dark()
    assert qapp.palette().window().color().name().upper() == theme.DARK["window"]
    assert load().theme == "dark"
    window.do("theme:light")
    assert qapp.palette().window().color().name().upper() == theme.LIGHT["window"]


def test_everything_that_can_be_used_has_a_name_for_screen_readers(window, settle) -> None:
    for page in NAMES:
        window.do(f"page:{page}")
        settle(window)
    kinds = (QComboBox, QTableView, QLineEdit)
    unnamed = [
        part
        for kind in kinds
        for part in window.findChildren(kind)
        if part.isVisible()
        and part.isEnabled()
        and not part.accessibleName()
        and not isinstance(part.parent(), QComboBox)
    ]
    assert unnamed == []
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    assert [button for button in buttons if not (button.text() or button.accessibleName() or button.toolTip())] == []


def test_tab_reaches_the_filter_and_the_table(window, qtbot) -> None:
    window.do("page:booths")
    page = window.page("booths")
    seen = set()
    for _ in range(40):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.add(window.focusWidget())
    assert {page.filter, page.table, window.side} <= seen


def test_a_closed_window_leaves_how_it_stood_for_the_next_one(window) -> None:
    window.close()
    geometry, state = load().window_state.split()
    again = OfficeWindow()
    try:
        assert again.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        assert again.restoreState(QByteArray.fromBase64(state.encode()))
    finally:
        again.desk.shut_down()
        again.deleteLater()


def test_a_narrow_window_keeps_the_side_list_as_icons(window, qtbot) -> None:
    window.resize(1100, 680)
    qtbot.wait(50)
    assert window.side.width() < 60
    window.resize(1440, 900)
    qtbot.wait(50)
    assert window.side.width() > 200


def test_settings_that_cannot_be_written_are_a_sentence(window, monkeypatch, settle) -> None:
    def refuse(_settings) -> None:
        raise DamagedFile("app.cancelled")

    monkeypatch.setattr("showcase.office.desk.save", refuse)
    window.do("theme:light")
    settle(window)
    assert window.page("overview").messages.texts


def test_the_first_picture_is_the_start_page_and_everything_else_follows(qtbot, qapp) -> None:
    theme.prepare(qapp)
    theme.choose(qapp, "light")
    window = OfficeWindow()
    assert not hasattr(window, "actions_")
    window.show()
    QApplication.sendPostedEvents()
    for way in window.start.ways.values():
        assert way.height() >= way.sizeHint().height() > 40  # its words have their room in the first picture already
    qtbot.waitUntil(lambda: window.furnish(whole=False) is False or window._is_furnished)
    assert window.pages.count() == 2, "further pages are made when they are shown"
    assert window.pages.currentWidget() is window.start
    assert [window.side.isHidden(), window.actions_.tools.isHidden(), window.statusBar().isHidden()] == [True] * 3
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_heard_while_qt_waits(qtbot, number) -> None:
    before = signal.getsignal(number)
    heard: list[bool] = []
    signals = Signals(lambda: heard.append(True))
    signals.listen()
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: heard == [True])
    signals.close()
    assert signal.getsignal(number) is before


def test_an_opened_event_is_looked_after(window, event_file) -> None:
    assert list(event_file.parent.glob("*.backups/*"))
    assert window.page("overview").messages.texts == []


def test_damage_that_is_found_later_is_told_on_every_page(window, settle) -> None:
    database = window.desk.app.database
    database.was_unclean = True
    content = bytearray(database.path.read_bytes())
    content[3 * 4096 : 12 * 4096] = bytes(9 * 4096)
    database.path.write_bytes(content)
    window.desk.look_after()
    settle(window)
    for page in (window.page(name) for name in NAMES):
        assert any(database.path.name in text for text in page.messages.texts)


def test_a_window_closed_at_its_first_picture_forgets_nothing(qtbot, qapp) -> None:
    save(Settings(window_state="AAAA AAAA"))
    window = OfficeWindow()
    window.show()
    window.close()
    window.deleteLater()
    assert load().window_state == "AAAA AAAA"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the platform that needs no screen says so of every dialog
def test_a_bug_is_told_with_its_report(qapp, home, caplog) -> None:
    told = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.informativeText())
        box.buttons()[0].click()

    QTimer.singleShot(0, press)
    crash.show(ValueError("a fault of ours"))
    (report,) = (home / ".cache" / "showcase" / "bugs").iterdir()
    assert "ValueError: a fault of ours" in report.read_text(encoding="utf-8")
    assert str(report) in told[0]


def test_a_dropped_event_is_opened_and_a_dropped_list_is_looked_at(window, event_file, tmp_path, settle) -> None:
    path = Path(tmp_path / "list.csv")
    path.write_text("name,booths,hall\nNhà máy Gió,C3,C\n", encoding="utf-8")
    window.take(path)
    settle(window)
    assert window.pages.currentWidget() is window.page("import")
    assert window.page("import").model.rowCount() == 1
    window.take(event_file)
    settle(window)
    assert window.pages.currentWidget() is window.page("overview")


def test_qts_own_words_follow_the_language_where_qt_has_them(empty_window) -> None:
    def cancel() -> str:
        return QApplication.translate("QPlatformTheme", "Cancel")

    assert cancel() == "Cancel"
    empty_window.do("language:fr")
    assert cancel() == "Annuler"
    empty_window.do("language:vi")
    assert cancel() == "Cancel"
    empty_window.do("language:fr")
    empty_window.do("language:en")
    assert cancel() == "Cancel"

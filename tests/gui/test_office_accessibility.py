"""What a screen reader and a keyboard meet: every part has a name and a role, and Tab comes to all of it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QRadioButton, QTableView, QWidget

from showcase.messages import LANGUAGES
from showcase.office.listings import LISTINGS
from showcase.office.newevent import NewEventPage
from showcase.office.pages import NAMES
from showcase.office.palette import Palette
from showcase.office.window import OfficeWindow
from showcase.qt import theme

SIZES = ((1440, 900, 100), (1100, 680, 200))
"""Width, height, percent of the size of text."""


@pytest.fixture(autouse=True)
def _plain_size(qapp) -> Iterator[None]:
    """Let no other test see texts of this one's size."""
    yield
    theme.choose(qapp, "light", 100)


def _focusable(window: QWidget) -> list[QWidget]:
    return [
        part
        for part in window.findChildren(QWidget)
        if part.isVisible()
        and part.isEnabled()
        and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and part.focusProxy() is None
    ]


def _pressed(window: QWidget) -> list[QWidget]:
    """Return the buttons that the mouse alone reaches, beside those with the focus."""
    return [part for part in window.findChildren(QAbstractButton) if part.isVisible() and part.isEnabled()]


def _told(part: QWidget) -> str:
    return f"{type(part).__name__} {part.objectName()} in {type(part.parent()).__name__}"


def _unnamed(window: QWidget) -> list[str]:
    """Return which parts a screen reader could not tell."""
    found = []
    for part in dict.fromkeys((*_focusable(window), *_pressed(window))):
        told = QAccessible.queryAccessibleInterface(part)
        if not told.text(QAccessible.Text.Name).strip() or told.role() == QAccessible.Role.NoRole:
            found.append(_told(part))
    return found


def _pages(window: OfficeWindow, settle: Callable[[OfficeWindow], None]) -> Iterator[str]:
    """Show every page, with its first record selected where it has some."""
    for name in NAMES:
        window.do(f"page:{name}")
        settle(window)
        table = window.page(name) if name in LISTINGS else None
        if table is not None and table.model.rowCount():
            table.table.selectRow(0)
            settle(window)
        yield name


def _walk(qtbot, window: OfficeWindow, key: Qt.Key) -> list[QWidget]:
    """Return where a key leads, from the side list until it comes back there."""
    window.side.setFocus()
    seen: list[QWidget] = [window.side]
    for _ in range(500):
        qtbot.keyClick(window.focusWidget(), key)
        seen.append(window.focusWidget())
        if window.focusWidget() is window.side:
            return seen
    pytest.fail(f"Tab never comes back: it stays at {_told(seen[-1])}")


def _by_tab(window: QWidget) -> list[QWidget]:
    """Return what Tab has to reach: of a group of radio buttons the one that is on, as arrows reach the others."""
    return [
        part
        for part in _focusable(window)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(part, QRadioButton) and not part.isChecked())
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_every_page_has_a_name_and_a_role(window, settle, language):
    window.do(f"language:{language}")
    settle(window)
    assert {name: found for name in _pages(window, settle) if (found := _unnamed(window))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_before_an_event_is_open_has_a_name(empty_window, settle, language):
    empty_window.do(f"language:{language}")
    page = NewEventPage(empty_window.desk)
    empty_window.pages.addWidget(page)
    assert _focusable(empty_window.start)
    assert _unnamed(empty_window) == []
    empty_window.pages.setCurrentWidget(page)
    settle(empty_window)
    assert len(_focusable(page)) > 12
    assert _unnamed(empty_window) == []
    palette = Palette(empty_window, empty_window.desk, lambda: [QAction("Tidy up", empty_window)])
    palette.open()
    settle(empty_window)
    assert _unnamed(palette) == []
    listed = QAccessible.queryAccessibleInterface(palette.list)
    assert [listed.child(row).text(QAccessible.Text.Name) for row in range(listed.childCount())][-1] == "Tidy up"
    palette.close_()


def test_cells_of_tables_and_entries_of_the_side_list_say_what_they_hold(window, settle):
    window.do("page:organisations")
    settle(window)
    table = QAccessible.queryAccessibleInterface(window.page("organisations").table)
    assert table.role() == QAccessible.Role.Table
    told = {table.child(place).text(QAccessible.Text.Name) for place in range(table.childCount())}
    assert {"Morning Star Lamps", "New Day University", "Quiet River Society"} <= told
    assert "Tiếng Việt: complete, English: complete, Français: missing" in told
    side = QAccessible.queryAccessibleInterface(window.side)
    entries = [side.child(place).text(QAccessible.Text.Name) for place in range(side.childCount())]
    assert {"Overview", "Organisations", "Settings"} <= set(entries)


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_tab_reaches_everything_on_every_page_and_goes_on(window, settle, qtbot, width, height, percent):
    window.desk.configure("text_size", percent)
    window.retranslate()
    window.resize(width, height)
    settle(window)
    missed = {}
    for name in _pages(window, settle):
        wanted = _by_tab(window)  # on the way some more are switched on, as by the first row that is reached
        seen = set(_walk(qtbot, window, Qt.Key.Key_Tab))
        assert len(wanted) > 1
        missed[name] = [_told(part) for part in wanted if part not in seen]
    assert {name: parts for name, parts in missed.items() if parts} == {}


def test_tab_goes_back_the_way_it_came(window, settle, qtbot):
    window.do("page:organisations")
    settle(window)
    forth = _walk(qtbot, window, Qt.Key.Key_Tab)
    back = _walk(qtbot, window, Qt.Key.Key_Backtab)
    assert set(back) == set(forth)


def test_what_the_focus_reaches_can_be_seen_with_large_text(window, settle, qtbot):
    """At 200 % in the smallest window, panels scroll to what has the focus, and nothing is squeezed to nothing."""
    window.desk.configure("text_size", 200)
    window.retranslate()
    window.resize(1100, 680)
    settle(window)
    hidden: dict[str, list[str]] = {}
    for name in _pages(window, settle):
        window.side.setFocus()
        for _ in range(200):
            qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            part = window.focusWidget()
            if part is window.side:
                break
            ground = part.viewport() if isinstance(part, QAbstractScrollArea) else part
            seen = ground.visibleRegion().boundingRect()
            if seen.width() < min(24, part.width()) or seen.height() < min(24, part.height()):
                hidden.setdefault(name, []).append(f"{_told(part)} {part.accessibleName()} {seen} {part.geometry()}")
    assert hidden == {}


def test_large_text_is_large_everywhere_and_the_window_keeps_its_size(window, settle, qapp):
    window.do("page:organisations")
    settle(window)
    table = window.page("organisations").table
    rows, widths = table.rowHeight(0), table.columnWidth(1)
    window.desk.configure("text_size", 200)
    window.retranslate()
    window.resize(1100, 680)
    settle(window)
    assert (window.width(), window.height()) == (1100, 680)
    assert table.rowHeight(0) == 2 * rows
    assert table.columnWidth(1) == 2 * widths
    small = [
        _told(part)
        for part in window.findChildren(QWidget)
        if part.isVisible() and part.fontInfo().pixelSize() < 22 and not isinstance(part, QTableView)
    ]
    assert small == []
    window.desk.configure("text_size", 100)
    window.retranslate()
    settle(window)
    assert table.rowHeight(0) == rows
    assert QApplication.font().pixelSize() == 13


def test_a_choice_in_the_palette_is_told_while_the_focus_stays_in_the_line(window, settle, qtbot):
    palette = Palette(window, window.desk, list)
    palette.open()
    settle(window)
    assert palette.field.hasFocus()
    chosen = palette.list.currentIndex()
    told = QAccessible.queryAccessibleInterface(palette.list).child(chosen.row())
    assert told.state().selected
    assert told.text(QAccessible.Text.Name).startswith(str(chosen.data()))
    palette.close_()

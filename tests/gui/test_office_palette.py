"""Ctrl+K: what it finds, how it is worked by keyboard and mouse, and where it leads."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from showcase.catalogue.kinds import TABLES, Subject
from showcase.office.findlist import FIND
from showcase.office.pages import NAMES
from showcase.office.palette import Palette
from showcase.qt.translate import interface


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def palette(window, done):
    """Return a palette over the window, with three commands: one that is on, one that is off, one without words."""
    actions = [QAction("&Tidy up…", window), QAction("Turn off", window), QAction("", window)]
    actions[0].triggered.connect(lambda: done.append("tidy"))
    actions[0].setShortcut("Ctrl+T")
    actions[1].setEnabled(False)
    return Palette(window, window.desk, lambda: actions)


@pytest.fixture
def type_in(qtbot, window, palette, settle):
    """Return what types into the palette, and gives the entries that are found."""

    def typed(text: str):
        if not palette.isVisible():
            palette.open()
        palette.field.setText(text)
        settle(window)
        return finds(palette)

    return typed


def finds(palette):
    rows = [palette.model.index(row).data(FIND) for row in range(palette.model.rowCount())]
    return [find for find in rows if find is not None]


def test_records_are_found_without_accents_whatever_they_are(type_in):
    found = [(find.text, find.kind) for find in type_in("den sao")]
    assert found[0] == ("Công ty Đèn Sao Mai", "Organisation")
    assert ("Đèn đường biết nghĩ", "Product") in found
    assert "Bản đồ ngập" in {find.text for find in type_in("ban do")}
    assert {find.kind for find in type_in("nguyen")} == {"Person"}
    assert {find.kind for find in type_in("b7")} >= {"Booth"}


def test_what_is_called_so_stands_before_what_only_speaks_of_it(window, type_in, settle):
    from showcase.catalogue import edits

    with window.desk.app.transaction() as session:
        for number in range(12):
            edits.add_organisation(session, {"name": {"vi": f"Xưởng {number}"}, "description": {"vi": "làm lồng đèn"}})
        edits.add_organisation(session, {"name": {"vi": "Lồng đèn Phố Cổ"}})
    settle(window)
    assert type_in("long den")[0].text == "Lồng đèn Phố Cổ"


def test_commands_that_are_on_and_pages_are_found_by_their_words(type_in):
    (find,) = type_in("tidy")
    assert (find.text, find.kind) == ("Tidy up", "Ctrl+T")
    assert type_in("turn off") == []
    assert {find.target for find in type_in("overv")} == {"overview"}


def test_pages_are_found_in_the_language_of_the_interface(window, type_in):
    interface.use("fr")
    assert {find.target for find in type_in("vue")} == {"overview"}
    assert type_in("overview") == []


def test_nothing_typed_offers_what_was_worked_on_and_the_pages(window, palette, type_in, settle):
    record = window.page("products")
    window.do("page:products")
    settle(window)
    record.table.selectRow(0)
    settle(window)
    chosen = record.selected()[0]
    found = type_in("")
    assert found[0].subject == (Subject.PRODUCT, chosen.id)
    assert {find.target for find in found if not find.subject} == set(NAMES)
    assert [find.subject for find in found if find.subject].count((Subject.PRODUCT, chosen.id)) == 1


def test_nothing_found_is_a_sentence_with_what_was_typed(palette, type_in):
    assert type_in("qqqq <b>") == []
    assert not palette.list.isVisible()
    assert "qqqq <b>" in palette._nothing.text()
    assert palette._nothing.isVisible()


@pytest.mark.parametrize("subject", list(Subject))
def test_every_kind_of_record_leads_to_its_page(subject):
    assert TABLES[subject] in NAMES


def test_enter_opens_the_record_on_its_page(window, palette, type_in, qtbot, settle):
    type_in("dai hoc")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle(window)
    assert not palette.isVisible()
    assert window.pages.currentWidget() is window.page("organisations")
    assert [record.name["vi"] for record in window.page("organisations").selected()] == ["Đại học Ngày Mới"]


def test_enter_gives_the_command_and_the_focus_goes_back(window, palette, type_in, done, qtbot):
    window.do("page:organisations")
    before = window.page("organisations").table
    before.setFocus()
    type_in("tidy")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["tidy"]
    assert window.focusWidget() is before


def test_arrows_go_round_over_the_heads_of_groups(palette, type_in, qtbot):
    found = type_in("a")
    assert len({find.group for find in found}) > 1
    seen = []
    for _ in range(len(found) + 1):
        seen.append(palette.list.currentIndex().data(FIND))
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert seen == [*found, found[0]]
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().data(FIND) == found[-1]
    qtbot.keyClick(palette.field, Qt.Key.Key_PageUp)
    qtbot.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert palette.list.currentIndex().data(FIND) == found[0]
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    assert palette.list.currentIndex().data(FIND) == found[1]
    assert palette.field.hasFocus()


def test_escape_and_a_click_beside_it_put_it_away(window, palette, qtbot):
    palette.open()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    palette.open()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, palette.height() - 5))
    assert not palette.isVisible()
    palette.open()
    window.side.setFocus()
    assert not palette.isVisible()


def test_the_mouse_opens_what_it_clicks(window, palette, type_in, qtbot, settle):
    type_in("overv")
    (row,) = [row for row in range(palette.model.rowCount()) if palette.model.index(row).data(FIND)]
    spot = palette.list.visualRect(palette.model.index(row)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle(window)
    assert window.pages.currentWidget() is window.page("overview")


def test_an_answer_to_older_letters_is_dropped(window, palette, settle):
    palette.open()
    settle(window)
    hold = threading.Event()
    for _ in range(2):  # both threads of the lane are busy, so the searches wait in it
        window.desk.tasks.run(lambda _progress: hold.wait(30), lambda _done: None)
    palette.field.setText("nguyen")
    palette.field.setText("den sao")
    hold.set()
    settle(window)
    assert finds(palette)[0].text == "Công ty Đèn Sao Mai"
    assert "Person" not in {find.kind for find in finds(palette)}


def test_without_an_event_there_are_commands_alone(empty_window, settle, qtbot):
    action = QAction("Tidy up", empty_window)
    palette = Palette(empty_window, empty_window.desk, lambda: [action])
    palette.open()
    settle(empty_window)
    assert [find.text for find in finds(palette)] == ["Tidy up"]
    palette.close_()


def test_it_stays_inside_the_window_as_that_is_resized(window, palette, type_in, qtbot):
    type_in("a")
    window.resize(1100, 680)
    qtbot.wait(50)
    assert palette.geometry() == window.rect()
    assert palette.rect().contains(palette._panel.geometry())
    assert palette._panel.accessibleName() == palette.field.accessibleName() == "Find anything"
    palette.close_()

"""The floor plan: who stands where, assigning by drag and by key, moving with undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from showcase.catalogue import queries
from showcase.catalogue.edits import update_booth, update_hall
from showcase.office.plancanvas import state_of
from showcase.office.planpage import PlanPage


@pytest.fixture
def page(window, settle) -> PlanPage:
    with window.desk.app.transaction() as session:
        for hall in queries.list_halls(session):
            update_hall(session, hall.id, {"width_m": 20.0, "depth_m": 12.0})
        for booth in queries.list_booths(session):
            update_booth(session, booth.id, {"x_m": 2.0, "y_m": 2.0, "width_m": 3.0, "depth_m": 3.0})
    window.do("page:plan")
    settle(window)
    found = window.page("plan")
    assert isinstance(found, PlanPage)
    return found


def _booth(page):
    booth = page.canvas.booth
    assert booth is not None
    return booth


def test_a_hall_shows_who_stands_where(page):
    assert page.hall_box.count() == 2
    page.canvas.select(page.canvas._booths[0])
    assert _booth(page).code == "A1"
    assert state_of(_booth(page), page.canvas.wrong) == "taken"
    assert "Morning Star Lamps" in page.canvas.accessibleDescription()


def test_a_name_is_given_a_booth_and_taken_away(window, page, settle):
    assert page.homeless.count() == 1
    page.canvas.select(page.canvas._booths[0])
    page.homeless.setCurrentRow(0)
    page.homeless.itemActivated.emit(page.homeless.currentItem())
    settle(window)
    assert len(_booth(page).exhibitors) == 2
    assert state_of(_booth(page), page.canvas.wrong) == "shared"
    assert page.homeless.count() == 0
    page.take_away(_booth(page), _booth(page).exhibitors[0].id)
    settle(window)
    assert len(_booth(page).exhibitors) == 1
    window.do("undo")
    window.do("undo")
    settle(window)
    assert page.homeless.count() == 1


def test_enter_without_a_booth_says_what_to_do(page, window, settle):
    page.canvas.select(None)
    page.homeless.itemActivated.emit(page.homeless.item(0))
    settle(window)
    assert page.messages.texts


def test_a_booth_is_moved_by_keys_in_one_step(window, page, settle, qtbot):
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_Right)
    assert _booth(page).code == "A1"
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.canvas, Qt.Key.Key_Down, control)
    settle(window)
    assert (_booth(page).x_m, _booth(page).y_m) == (2.0, 2.5)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Right, control | shift)
    settle(window)
    assert (_booth(page).x_m, _booth(page).y_m) == (7.0, 2.5)
    window.do("undo")
    settle(window)
    assert (_booth(page).x_m, _booth(page).y_m) == (2.0, 2.5)


def test_a_booth_is_dragged_by_the_grid(window, page, settle, qtbot):
    booth = page.canvas._booths[0]
    start = page.canvas.spot(booth).center().toPoint()
    scale = page.canvas._view()[0]
    end = start + type(start)(round(3.2 * scale), 0)
    qtbot.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=start)
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    held = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(end), QPointF(end), held, held, none)
    QApplication.sendEvent(page.canvas, move)
    qtbot.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=end)
    settle(window)
    assert _booth(page).x_m == 5.0


def test_without_halls_it_teaches(empty_window, tmp_path, settle):
    empty_window.desk.create(tmp_path / "Trống.showcase")
    settle(empty_window)
    empty_window.do("page:plan")
    settle(empty_window)
    assert empty_window.page("plan")._stack.currentIndex() == 1

"""The floor plan: who stands where, assigning by drag and by key, moving with undo."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox

from showcase.catalogue import queries
from showcase.catalogue.edits import update_booth, update_hall
from showcase.catalogue.floorplan import Rect
from showcase.catalogue.kinds import PlaceKind
from showcase.office.planlooks import state_of
from showcase.office.planpage import PlanPage
from showcase.office.planpanel import Metres


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


def _drag(page, qtbot, start, end):
    held, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    qtbot.mousePress(page.canvas, held, pos=start)
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(end), QPointF(end), held, held, none)
    QApplication.sendEvent(page.canvas, move)
    qtbot.mouseRelease(page.canvas, held, pos=end)


def test_a_booth_is_dragged_by_the_grid(window, page, settle, qtbot):
    booth = page.canvas._booths[0]
    start = page.canvas.spot(booth).center().toPoint()
    scale = page.canvas._view().scale
    end = start + type(start)(round(3.2 * scale), 0)
    _drag(page, qtbot, start, end)
    settle(window)
    assert _booth(page).x_m == 5.0


def test_without_halls_it_teaches(empty_window, tmp_path, settle):
    empty_window.desk.create(tmp_path / "Trống.showcase")
    settle(empty_window)
    empty_window.do("page:plan")
    settle(empty_window)
    assert empty_window.page("plan")._stack.currentIndex() == 1


def _press(page, name):
    button = page.panel.findChild(QPushButton, name)
    assert button is not None, name
    button.click()


def _places(window):
    with window.desk.app.reading() as session:
        return queries.list_places(session)


def _add_place(window, page, settle, kind):
    page.canvas.select(None)
    page.add_place(kind)
    settle(window)
    return page.canvas.place


def test_a_place_is_added_named_moved_deleted_and_all_of_it_undone(window, page, settle, qtbot):
    place = _add_place(window, page, settle, PlaceKind.TOILETS)
    assert (place.kind, place.x_m, place.y_m) == (PlaceKind.TOILETS, 10.0, 6.0)
    line = page.panel.findChild(QLineEdit, "name_vi")
    line.setText("Nhà vệ sinh tầng 1")
    line.editingFinished.emit()
    settle(window)
    assert "Nhà vệ sinh tầng 1" in page.canvas.accessibleDescription()
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert (page.canvas.place.x_m, page.canvas.place.y_m) == (10.5, 6.0)
    box = page.panel.findChild(QComboBox, "place_kind")
    box.setCurrentIndex(box.findData("food"))
    box.activated.emit(box.currentIndex())
    settle(window)
    assert page.canvas.place.kind is PlaceKind.FOOD
    qtbot.keyClick(page.canvas, Qt.Key.Key_Delete)
    settle(window)
    assert page.canvas.chosen is None
    assert _places(window) == []
    for _ in range(5):
        window.do("undo")
        settle(window)
    with window.desk.app.reading() as session:
        assert queries.list_places(session, deleted=True) == []


def test_what_is_being_typed_survives_others_and_is_kept_when_the_window_closes(window, page, settle, qtbot):
    place = _add_place(window, page, settle, PlaceKind.DESK)
    line = page.panel.findChild(QLineEdit, "name_en")
    line.setFocus()
    qtbot.keyClicks(line, "Infor")
    with window.desk.app.transaction() as session:
        update_booth(session, page.canvas._booths[0].id, {"width_m": 4.0})
    settle(window)
    again = page.panel.findChild(QLineEdit, "name_en")
    assert again is not line
    assert again.hasFocus()
    qtbot.keyClicks(again, "mation")
    window.desk.leaving.emit()
    settle(window)
    assert [(it.id, it.name) for it in _places(window)] == [(place.id, {"en": "Information"})]


def test_a_place_is_dragged_and_lies_over_a_booth(window, page, settle, qtbot):
    place = _add_place(window, page, settle, PlaceKind.KIOSK)
    start = page.canvas.spot(place).center().toPoint()
    scale = page.canvas._view().scale
    end = start - type(start)(round(6.5 * scale), round(2.5 * scale))
    _drag(page, qtbot, start, end)
    settle(window)
    assert (page.canvas.place.x_m, page.canvas.place.y_m) == (3.5, 3.5)
    assert page.canvas.at(page.canvas.spot(page.canvas.place).center()).id == place.id


def test_a_door_is_linked_to_one_in_another_hall_and_shows_the_way_through(window, page, settle):
    here = _add_place(window, page, settle, PlaceKind.DOOR)
    page.hall_box.setCurrentIndex(1)
    page.hall_box.activated.emit(1)
    there = _add_place(window, page, settle, PlaceKind.DOOR)
    box = page.panel.findChild(QComboBox, "place_leads_to")
    box.setCurrentIndex(box.findData(str(here.id)))
    box.activated.emit(box.currentIndex())
    settle(window)
    assert page.canvas.place.leads_to_id == here.id
    page._begin_at(here.id)
    settle(window)
    assert page.panel.way_label.text() == "0\u00a0m · about one minute\nthrough door"
    page.canvas.select(page.canvas._booths[0])
    settle(window)
    assert "through door" in page.panel.way_label.text()
    assert page.canvas._way
    assert page._plan.thing(there.id).leads_to_id == here.id


def test_ctrl_and_a_click_show_the_way_between_two_and_none_is_told(window, page, settle, qtbot):
    place = _add_place(window, page, settle, PlaceKind.ENTRANCE)
    booth = page.canvas._booths[0]
    spot = page.canvas.spot(booth).center().toPoint()
    qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot)
    settle(window)
    assert page.canvas.chosen.id == booth.id
    assert page._start == place.id
    assert page.panel.way_label.text().endswith("about one minute")
    assert page.canvas._way[0][-1] in {(5.0, 3.5), (3.5, 5.0)}

    page.hall_box.setCurrentIndex(1)
    page.hall_box.activated.emit(1)
    page.canvas.select(page.canvas._booths[0])
    settle(window)
    assert page.panel.way_label.property("role") == "wrong"
    assert not page.canvas._way
    page.canvas.select(None)
    settle(window)
    assert "B7" in page.panel.way_label.text()


def test_a_hall_tells_what_it_lacks(window, page, settle):
    page.canvas.select(None)
    settle(window)
    assert "no entrance" in page.panel.way_label.text()
    _add_place(window, page, settle, PlaceKind.ENTRANCE)
    page.canvas.select(None)
    settle(window)
    assert "Everything" in page.panel.way_label.text()
    told = [label.text() for label in page.panel.findChildren(QLabel)]
    assert [text for text in told if text.startswith("2 aisles are narrower")], "2 m to the walls"
    assert page.canvas._narrow == [Rect(0.0, 2.0, 2.0, 3.0), Rect(2.0, 0.0, 3.0, 2.0)]
    assert not page.canvas.grab().isNull()


def test_the_size_of_a_hall_and_of_a_booth_is_changed_on_the_page(window, page, settle):
    page.canvas.select(None)
    box = page.panel.findChild(Metres, "halls_width_m")
    box.setValue(26.5)
    box.editingFinished.emit()
    settle(window)
    assert page._hall.width_m == 26.5
    page.canvas.select(page.canvas._booths[0])
    box = page.panel.findChild(Metres, "booths_depth_m")
    box.setValue(4)
    box.editingFinished.emit()
    settle(window)
    assert _booth(page).depth_m == 4.0
    window.do("undo")
    window.do("undo")
    settle(window)
    assert (page._hall.width_m, _booth(page).depth_m) == (20.0, 3.0)


def test_booths_are_added_repeated_and_put_in_rows(window, page, settle):
    page.canvas.select(None)
    _press(page, "more_booths")
    settle(window)
    assert (_booth(page).code, _booth(page).x_m, _booth(page).y_m) == ("A2", 8.0, 3.0)
    page.panel.findChild(QSpinBox, "repeat_count").setValue(3)
    _press(page, "repeat_arrow-right")
    settle(window)
    assert [booth.code for booth in page.canvas._booths] == ["A1", "A2", "A3", "A4", "A5"]
    page.panel.findChild(QSpinBox, "repeat_count").setValue(3)
    _press(page, "repeat_arrow-down")
    settle(window)
    assert page.messages.texts == ["3 booths do not fit beside A2: others or the wall are in the way. None was added."]
    _press(page, "delete")
    settle(window)
    assert [booth.code for booth in page.canvas._booths] == ["A1", "A3", "A4", "A5"]

    with window.desk.app.transaction() as session:
        update_booth(session, page.canvas._booths[0].id, {"x_m": None, "y_m": None})
        update_hall(session, page._hall.id, {"depth_m": 20.0})
    settle(window)
    page.canvas.select(None)
    _press(page, "in_rows")
    settle(window)
    booth = next(booth for booth in page.canvas._booths if booth.code == "A1")
    assert (booth.x_m, booth.y_m) == (3.0, 9.0)
    assert page.panel.findChild(QPushButton, "in_rows") is None


def test_the_plan_is_shown_larger_smaller_and_whole(page, qtbot):
    for key, zoom in (
        (Qt.Key.Key_Plus, 1.25),
        (Qt.Key.Key_Plus, 1.5625),
        (Qt.Key.Key_Minus, 1.25),
        (Qt.Key.Key_0, 1.0),
    ):
        qtbot.keyClick(page.canvas, key)
        assert page.canvas.zoom == zoom
    page.larger.click()
    assert page.canvas.zoom == 1.25
    assert page.canvas.minimumWidth() > page.canvas.parentWidget().width()
    page.smaller.click()
    page.whole.click()
    assert page.canvas.zoom == 1.0


def test_a_hall_is_added_where_there_is_none_named_and_deleted(empty_window, tmp_path, settle):
    empty_window.desk.create(tmp_path / "Trống.showcase")
    settle(empty_window)
    empty_window.do("page:plan")
    settle(empty_window)
    page = empty_window.page("plan")
    for code in "AB":
        page.add_hall()
        settle(empty_window)
        assert page.hall_box.currentData() == code
    assert page._stack.currentIndex() == 0
    line = page.panel.findChild(QLineEdit, "name_en")
    line.setText("Sword Lake Hall")
    line.editingFinished.emit()
    settle(empty_window)
    assert page.hall_box.currentText() == "Sword Lake Hall"
    _press(page, "delete")
    settle(empty_window)
    assert [hall.code for hall in page._plan.halls] == ["A"]

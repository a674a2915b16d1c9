"""A drawing under a hall on the plan page: laid, fitted, moved, scaled, measured, made fainter, taken away, undone."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton
from sqlalchemy import delete

from showcase.catalogue import queries
from showcase.catalogue.edits import update_booth, update_hall
from showcase.catalogue.entities import MediaBlob
from showcase.catalogue.underlay import Underlay
from showcase.catalogue.underlaying import place_drawing
from showcase.office.planpage import PlanPage
from showcase.qt.translate import interface
from tests.drawings import hall_png, hall_svg, saved

HELD, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(window, settle) -> PlanPage:
    with window.desk.app.transaction() as session:
        for hall in queries.list_halls(session):
            update_hall(session, hall.id, {"width_m": 50.0, "depth_m": 30.0})
        for booth in queries.list_booths(session):
            update_booth(session, booth.id, {"x_m": 20.0, "y_m": 10.0, "width_m": 10.0, "depth_m": 10.0})
    window.do("page:plan")
    settle(window)
    found = window.page("plan")
    assert isinstance(found, PlanPage)
    return found


@pytest.fixture
def laid(window, page: PlanPage, settle, tmp_path) -> PlanPage:
    page.drawings.take(saved(tmp_path, "sảnh.svg", hall_svg()))
    settle(window)
    return page


def kept(window) -> Underlay | None:
    with window.desk.app.reading() as session:
        return queries.list_halls(session)[0].underlay


def rect_of(window) -> tuple[float, ...]:
    underlay = kept(window)
    assert underlay is not None
    return tuple(round(it, 2) for it in (underlay.rect.x, underlay.rect.y, underlay.rect.width))


def drag(page: PlanPage, start: QPointF, end: QPointF, qtbot) -> None:
    qtbot.mousePress(page.canvas, HELD, pos=start.toPoint())
    for spot in ((start + end) / 2, end):
        QApplication.sendEvent(page.canvas, QMouseEvent(QEvent.Type.MouseMove, spot, spot, HELD, HELD, NONE))
    qtbot.mouseRelease(page.canvas, HELD, pos=end.toPoint())


def spot(page: PlanPage, x: float, y: float) -> QPointF:
    return page.canvas._view().point(x, y)


def lightness(page: PlanPage, x: float, y: float) -> int:
    image = page.canvas.grab().toImage()
    at = spot(page, x, y).toPoint() * image.devicePixelRatio()
    return image.pixelColor(at).lightness()


def test_a_drawing_is_laid_seen_under_the_booths_and_adjusted_at_once(window, laid, settle):
    assert rect_of(window) == (0, 0, 50)
    assert laid.drawings._hands.active
    assert laid._right.currentWidget() is laid.drawing_panel
    assert laid.messages.texts == []
    laid.drawing_panel.done_.click()
    assert laid._right.currentWidget() is laid.panel
    assert laid.panel.findChild(QPushButton, "drawing").text() == "Adjust the drawing…"
    # A column of the drawing, and one that a booth stands on.
    assert lightness(laid, 11, 11) < 200
    plain = lightness(laid, 21.1, 11.1)
    laid.drawings.remove()
    settle(window)
    assert lightness(laid, 11, 11) > 220
    assert lightness(laid, 21.1, 11.1) == plain


def test_removing_is_undone_and_laying_too(window, laid, settle):
    before = kept(window)
    laid.drawing_panel.remove.click()
    settle(window)
    assert kept(window) is None
    assert laid._right.currentWidget() is laid.panel
    assert laid.panel.findChild(QPushButton, "drawing").text() == "Lay a drawing under this hall…"
    window.do("undo")
    settle(window)
    assert kept(window) == before
    window.do("undo")
    settle(window)
    assert kept(window) is None


def test_it_is_dragged_and_a_corner_scales_it_about_the_one_across(window, laid, settle, qtbot):
    scale = laid.canvas._view().scale
    drag(laid, spot(laid, 10, 10), spot(laid, 10, 10) + QPointF(4 * scale, -2 * scale), qtbot)
    settle(window)
    assert rect_of(window) == pytest.approx((4, -2, 50), abs=0.1)
    x, y, _width = rect_of(window)
    drag(laid, spot(laid, x + 50, y + 30), spot(laid, x + 25, y + 15), qtbot)
    settle(window)
    assert rect_of(window) == pytest.approx((4, -2, 25), abs=0.2)
    laid.drawing_panel.fit.click()
    settle(window)
    assert rect_of(window) == (0, 0, 50)
    for wanted in (25, 50):
        window.do("undo")
        settle(window)
        assert rect_of(window)[2] == pytest.approx(wanted, abs=0.2)


def test_keys_move_it_and_are_quicker_than_the_disk(window, laid, settle, qtbot):
    laid.canvas.setFocus()
    for _ in range(5):
        qtbot.keyClick(laid.canvas, Qt.Key.Key_Right)
    qtbot.keyClick(laid.canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    settle(window)
    assert rect_of(window) == (0.5, -1, 50)
    assert laid.messages.texts == []
    assert (
        laid.canvas.accessibleDescription()
        == "Drawing sảnh.svg: 0.5\u00a0m from the left, -1\u00a0m from the top, 50\u00a0m wide"
    )
    qtbot.keyClick(laid.canvas, Qt.Key.Key_Escape)
    assert not laid.drawings._hands.active


def test_numbers_are_typed(window, laid, settle):
    panel = laid.drawing_panel
    for box, value in ((panel.from_left, -1.5), (panel.from_top, 2.25), (panel.wide, 40), (panel.deep, 30)):
        box.setValue(value)
        box.editingFinished.emit()
        settle(window)
    assert rect_of(window) == (-1.5, 2.25, 50)
    panel.from_left.editingFinished.emit()
    settle(window)
    assert rect_of(window) == (-1.5, 2.25, 50)


def test_two_points_measure_it_by_mouse(window, laid, settle, qtbot):
    panel = laid.drawing_panel
    panel.measure.click()
    assert panel._ask.text().startswith("Click one end")
    qtbot.mouseClick(laid.canvas, HELD, pos=spot(laid, 10, 10).toPoint())
    assert panel._ask.text() == "Now click the other end."
    qtbot.mouseClick(laid.canvas, HELD, pos=spot(laid, 20, 10).toPoint())
    assert panel.apart.value() == pytest.approx(10, abs=0.2)
    assert panel.apart.hasFocus()
    panel.apart.setValue(5)
    panel.apply.click()
    settle(window)
    assert rect_of(window) == pytest.approx((5, 5, 25), abs=0.5)
    assert not panel.measure.isChecked()


def test_two_points_measure_it_by_keys(window, laid, settle, qtbot):
    laid.drawing_panel.measure.click()
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(laid.canvas, Qt.Key.Key_Return)
    for _ in range(10):
        qtbot.keyClick(laid.canvas, Qt.Key.Key_Right, shift)
    qtbot.keyClick(laid.canvas, Qt.Key.Key_Return)
    assert laid.drawing_panel.apart.value() == 10
    laid.drawing_panel.apart.setValue(20)
    qtbot.keyClick(laid.drawing_panel.apart, Qt.Key.Key_Return)
    settle(window)
    assert rect_of(window) == (-25, -15, 100)
    laid.drawing_panel.measure.click()
    qtbot.keyClick(laid.canvas, Qt.Key.Key_Escape)
    assert laid.drawings._hands.active
    assert not laid.drawing_panel.measure.isChecked()


def test_it_is_turned_and_made_stronger_in_one_edit(window, laid, settle, qtbot):
    laid.drawing_panel.turn.click()
    settle(window)
    turned = kept(window)
    assert turned is not None
    assert (turned.turn, turned.rect.width) == (1, 30)
    before = lightness(laid, 11, 11)
    for _ in range(15):
        qtbot.keyClick(laid.drawing_panel.strength, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not laid.drawing_panel._later.isActive())
    settle(window)
    stronger = kept(window)
    assert stronger is not None
    assert stronger.strength == 0.45
    assert lightness(laid, 11, 11) <= before
    window.do("undo")
    settle(window)
    assert kept(window) == turned
    assert laid.drawing_panel.strength.value() == 30


def test_what_was_faded_last_is_kept_when_the_window_closes(window, laid, settle):
    laid.drawing_panel.strength.setValue(20)
    window.desk.leaving.emit()
    settle(window)
    found = kept(window)
    assert found is not None
    assert found.strength == 0.2


def test_a_file_is_dropped_on_the_plan(window, page, settle, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(saved(tmp_path, "quét.png", hall_png())))])
    over = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, HELD, NONE)
    page.canvas.dragEnterEvent(over)
    page.canvas.dragMoveEvent(over)
    assert over.isAccepted()
    page.canvas.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, HELD, NONE))
    settle(window)
    found = kept(window)
    assert found is not None
    assert (found.name, found.mime) == ("quét.png", "image/png")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("xấu.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "defines entities"),
        ("xấu.png", b"no picture", "is no JPEG, PNG or WebP"),
        ("xấu.svg", b"<svg", "is damaged"),
    ],
)
def test_bad_files_say_what_is_wrong_and_change_nothing(window, laid, settle, tmp_path, name, data, said):
    before = kept(window)
    laid.drawings.take(saved(tmp_path, name, data))
    settle(window)
    assert kept(window) == before
    assert len(laid.messages.texts) == 1
    assert said in laid.messages.texts[0]
    assert name in laid.messages.texts[0]


def test_a_drawing_that_is_missing_is_said_and_the_plan_is_there(window, laid, settle):
    with window.desk.app.transaction() as session:
        session.execute(delete(MediaBlob))
    laid.drawings._read = ""
    laid.reload()
    settle(window)
    assert "no longer holds the drawing “sảnh.svg”" in laid.messages.texts[0]
    laid.canvas.grab()


def test_somebody_elses_move_is_followed_and_a_clash_is_said(window, laid, settle):
    seen = kept(window)
    assert seen is not None
    with window.desk.app.transaction() as session:
        hall = queries.list_halls(session)[0]
        place_drawing(session, hall.id, seen.moved(3, 0), seen)
    laid.drawings.place(seen.moved(7, 0))
    settle(window)
    assert len(laid.messages.texts) == 1
    assert rect_of(window) == (3, 0, 50)
    assert laid.drawings.underlay == kept(window)


def test_another_hall_ends_it(window, laid, settle):
    laid.hall_box.setCurrentIndex(1)
    laid.hall_box.activated.emit(1)
    settle(window)
    assert not laid.drawings._hands.active
    assert laid.drawings.underlay is None
    laid.clear()
    assert laid.drawings.underlay is None


def test_while_it_is_adjusted_all_of_it_is_in_sight(window, laid, settle):
    laid.drawings.place(laid.drawings.underlay.at(-10, -6, 70))
    settle(window)
    corners = [spot(laid, -10, -6), spot(laid, 60, 36)]
    assert all(laid.canvas.rect().contains(it.toPoint()) for it in corners)
    laid.drawings.end()
    assert not laid.canvas.rect().adjusted(40, 40, 0, 0).contains(spot(laid, -10, -6).toPoint())


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
def test_every_control_has_a_name_and_is_reached_by_keys(window, laid, language, settle):
    interface.use(language)
    settle(window)
    panel = laid.drawing_panel
    panel.measure.setChecked(True)
    for control in (panel.fit, panel.turn, panel.from_left, panel.from_top, panel.wide, panel.deep, panel.measure):
        assert control.accessibleName() or control.text()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    for control in (panel.strength, panel.apart, panel.replace_, panel.remove, panel.done_, panel.apply):
        assert control.accessibleName() or control.text()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    width = panel.widget().width()
    assert panel.widget().minimumSizeHint().width() <= max(width, 240)


def test_dark_floors_have_light_lines(window, laid, settle):
    window.do("theme:dark")
    settle(window)
    assert lightness(laid, 11, 11) > lightness(laid, 14.3, 14.3)

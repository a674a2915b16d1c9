"""The plan of the kiosk with a drawing under a hall: seen by day, gone in high contrast, no loss when damaged."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem
from sqlalchemy import update

from showcase.app import open_app
from showcase.catalogue.edits import update_booth, update_hall
from showcase.catalogue.entities import MediaBlob
from showcase.catalogue.queries import list_booths, list_halls
from showcase.catalogue.underlaying import lay_drawing, read_drawing
from showcase.kiosk.planframe import DAY
from showcase.kiosk.running import Running
from showcase.printing.engine import ensure_gui
from showcase.printing.underlays import small_png
from tests.drawings import HEAD, saved
from tests.fixtures_kiosk import comes, items, visit_of, wake

GREY = f'{HEAD}<rect width="100" height="60"/></svg>'.encode()


@pytest.fixture
def drawn(summit: Path, tmp_path: Path) -> Path:
    """Lay a black drawing under a hall of 50 by 30 with one booth."""
    ensure_gui()
    app = open_app(summit)
    drawing = read_drawing(saved(tmp_path, "sảnh.svg", GREY), small_png)
    with app.transaction() as session:
        hall = list_halls(session)[0]
        update_hall(session, hall.id, {"width_m": 50.0, "depth_m": 30.0})
        for booth in list_booths(session):
            update_booth(session, booth.id, {"x_m": 20.0, "y_m": 10.0, "width_m": 10.0, "depth_m": 10.0})
        lay_drawing(session, hall.id, drawing)
    app.close()
    return summit


def _view(running: Running) -> QQuickItem:
    (view,) = (it for it in items(running.window.contentItem()) if it.metaObject().className().startswith("PlanView"))
    return view


def _colour(running: Running, x: float, y: float) -> QColor:
    """Return the colour at a metre of the hall."""
    view = _view(running)
    scale = float(view.property("scale_"))
    spot = QPointF(float(view.property("originX")) + x * scale, float(view.property("originY")) + y * scale)
    at = view.mapToScene(spot).toPoint()
    return running.window.grabWindow().pixelColor(at)


def _shows(running: Running, x: float, y: float, colour: QColor) -> bool:
    return comes(lambda: _colour(running, x, y) == colour)


def test_the_drawing_lies_under_the_plan_by_day_alone(start, rest, drawn, size):
    running = start(drawn, size)
    wake(running)
    visit_of(running).open("plan", "")
    rest(running)
    floor = QColor(DAY.floor)
    assert comes(lambda: _colour(running, 5, 25).lightness() < floor.lightness() - 40)
    assert _shows(running, 21, 19, QColor(DAY.booth))
    visit_of(running).contrasted()
    rest(running)
    assert comes(lambda: _colour(running, 5, 25).lightness() < 30)
    assert running.kiosk.content.app is not None


def test_a_damaged_drawing_leaves_the_plan_as_it_is_without(start, rest, drawn, size, caplog):
    app = open_app(drawn)
    with app.transaction() as session:
        session.execute(update(MediaBlob).values(data=b"<svg"))
    app.close()
    running = start(drawn, size)
    wake(running)
    visit_of(running).open("plan", "")
    rest(running)
    assert _shows(running, 5, 25, QColor(DAY.floor))
    assert _shows(running, 21, 19, QColor(DAY.booth))
    assert len([it for it in caplog.messages if "sảnh.svg" in it]) == 1

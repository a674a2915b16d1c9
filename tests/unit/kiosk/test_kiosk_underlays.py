"""The drawing under a hall on the kiosk: seen between booths, kept within a bound, left out where it cannot be had."""

import logging
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from sqlalchemy import delete, update

from showcase.app import App, open_app
from showcase.catalogue.edits import add_booth, add_hall, update_hall
from showcase.catalogue.entities import MediaBlob
from showcase.catalogue.planview import lay_hall
from showcase.catalogue.underlay import Underlay
from showcase.catalogue.underlaying import lay_drawing, place_drawing, read_drawing
from showcase.catalogue.ways import site_of
from showcase.kiosk.planframe import CONTRAST, DAY, Drawing, Frame
from showcase.kiosk.planpaint import paint_plan
from showcase.kiosk.planunderlays import Underlays
from showcase.printing.engine import ensure_gui
from showcase.printing.underlays import small_png
from tests.drawings import HEAD, hall_png, hall_svg, saved

SIZE = QSize(500, 300)
_MB = 1_000_000


@pytest.fixture(autouse=True)
def engine() -> None:
    """Have what paints texts."""
    ensure_gui()


@pytest.fixture
def app(tmp_path) -> Iterator[App]:
    opened = open_app(tmp_path / "e.showcase", create=True)
    yield opened
    opened.close()


@pytest.fixture
def lay(app, tmp_path) -> Callable[[str, bytes], Underlay]:
    """Return what lays a drawing under a hall of 50 by 30 with one booth."""

    def make(name: str, data: bytes) -> Underlay:
        drawing = read_drawing(saved(tmp_path, name, data), small_png)
        with app.transaction() as session:
            hall = add_hall(session, {"code": f"H{uuid.uuid4()}", "width_m": 50, "depth_m": 30})
            add_booth(session, _code(session, hall), {"code": "A1", "x_m": 10, "y_m": 10, "width_m": 20, "depth_m": 10})
            return lay_drawing(session, hall, drawing)

    return make


def _code(session: Any, hall: uuid.UUID) -> str:
    return next(it.code for it in site_of(session).halls if it.id == hall)


def content(app: App | None) -> Any:
    """Return what the kiosk knows of the event: that it is open."""
    return SimpleNamespace(app=app)


def painted(app: App, underlays: Underlays | None, inks: Any = DAY, turn: int = 0) -> QImage:
    with app.reading() as session:
        site = site_of(session)
    sheet = lay_hall(site, site.halls[0], turn)
    frame = Frame(0, 0, 10, 8, 1, inks)
    drawing = Drawing(sheet, {}, frozenset(), frozenset())
    return paint_plan(drawing, frame, SIZE, underlays.get) if underlays else paint_plan(drawing, frame, SIZE)


BLACK = f'{HEAD}<rect width="100" height="60"/></svg>'.encode()


@pytest.mark.parametrize("turn", range(4))
def test_it_lies_on_the_floor_and_under_the_booths(app, lay, turn):
    lay("đen.svg", BLACK)
    plain, laid = painted(app, None, turn=turn), painted(app, Underlays(content(app), 50 * _MB), turn=turn)
    booth = (200, 150) if not turn % 2 else (150, 200)
    assert laid.pixelColor(60, 60).lightness() < plain.pixelColor(60, 60).lightness()
    assert laid.pixelColor(*booth) == plain.pixelColor(*booth)


def test_it_is_seen_on_its_floor_alone(app, lay):
    laid = lay("đen.svg", BLACK)
    with app.transaction() as session:
        hall = site_of(session).halls[0].id
        place_drawing(session, hall, laid.at(-500, -500, 2000), laid)
        update_hall(session, hall, {"width_m": 40.0})
    image = painted(app, Underlays(content(app), 50 * _MB))
    assert image.pixelColor(390, 30).alpha() == 255
    assert image.pixelColor(450, 30).alpha() == 0


def test_in_high_contrast_there_is_no_drawing(app, lay):
    lay("đen.svg", BLACK)
    assert painted(app, Underlays(content(app), 50 * _MB), CONTRAST) == painted(app, None, CONTRAST)


def test_a_plan_is_right_without_a_drawing_that_is_missing_or_damaged_and_says_so_once(app, lay, caplog):
    laid = lay("sảnh.svg", hall_svg())
    plain = painted(app, None)
    for damage in (b"<svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', None):
        caplog.clear()
        with app.transaction() as session:
            mine = MediaBlob.media_id == laid.media_id
            session.execute(
                update(MediaBlob).where(mine).values(data=damage) if damage else delete(MediaBlob).where(mine)
            )
        underlays = Underlays(content(app), 50 * _MB)
        for _ in range(3):
            assert painted(app, underlays) == plain
        assert [record.levelno for record in caplog.records] == [logging.ERROR]
        assert "sảnh.svg" in caplog.text


def test_a_drawing_that_lacked_is_looked_for_again_in_another_state_of_the_event(app, lay, caplog):
    laid = lay("sảnh.svg", hall_svg())
    missing = replace(laid, sha256="0" * 64)
    kiosk = content(app)
    underlays = Underlays(kiosk, 50 * _MB)
    assert underlays.get(missing, DAY.floor) is None
    assert underlays.get(laid, DAY.floor) is not None
    other = open_app(app.database.path, read_only=True)
    kiosk.app = other
    assert underlays.get(missing, DAY.floor) is None
    assert len(caplog.records) == 2
    other.close()
    kiosk.app = None
    assert underlays.get(replace(laid, sha256="1" * 64), DAY.floor) is None
    caplog.clear()


def test_what_is_kept_stays_within_its_bound(app, lay):
    underlays = Underlays(content(app), 2 * _MB)
    laid = [lay(f"{n}.png", hall_png((1500 + n, 900))) for n in range(5)]
    for it in laid:
        drawn = underlays.get(it, DAY.floor)
        assert drawn is not None
        assert drawn.bytes <= _MB
        assert underlays.bytes <= 2 * _MB
    assert underlays.get(laid[-1], DAY.floor) is underlays.get(laid[-1], DAY.floor)

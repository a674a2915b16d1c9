"""The floor plan: halls to look around in, the way to a booth over two halls, and what to show of what is unknown."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from showcase.app import open_app
from showcase.catalogue.edits import (
    add_place,
    add_room,
    add_session,
    delete_booth,
    update_booth,
    update_hall,
)
from showcase.catalogue.queries import list_booths, list_halls
from showcase.kiosk.running import Running
from showcase.kiosk.visit import TEXT_STEPS
from tests.factories import make_organisation, make_product
from tests.fixtures_kiosk import NOON, SIZES, comes, items, tap, targets, texts, visit_of, wake
from tests.pausing import pause

LARGE = QSize(1080, 1920)
LONG_VI = "Trung tâm Nghiên cứu và Ứng dụng Khoa học Kỹ thuật Đô thị Thông minh Nguyễn Thượng Hiền"
LONG_FR = "Centre de recherche appliquée aux infrastructures intelligentes de l’agglomération métropolitaine"


@dataclass(frozen=True)
class Venue:
    """An event with two halls and a door between them; the kiosk stands in hall A."""

    path: Path
    product: str
    organisation: str
    talk: str
    booths: dict[str, str]
    toilets: str


@pytest.fixture
def venue(summit: Path) -> Venue:
    app = open_app(summit)
    with app.transaction() as session:
        places = {f"A{number}": (4 + 6 * (number % 5), 6 + 8 * (number // 5)) for number in range(2, 12)}
        places["A1"] = (30, 14)
        far = {f"B{number}": (4 + 6 * (number % 5), 4 + 8 * (number // 5)) for number in range(1, 11)}
        maker = make_organisation(session, LONG_VI, [("B", "B7")], name_en="River Works", kind="company")
        for code in (*places, *far):
            if code not in {"A1", "B7"}:
                make_organisation(session, f"Đơn vị {code}", [(code[0], code)], name_en=f"Maker {code}")
        make_organisation(session, "Đơn vị thứ hai", [("A", "A5")], name_en="The second one")
        product = make_product(session, maker, "Bản đồ ngập từng phố của cả thành phố", name_en="Flood map")
        halls = {hall.code: hall.id for hall in list_halls(session)}
        for code, hall in halls.items():
            update_hall(session, hall, {"width_m": 40, "depth_m": 30, "name": {"en": f"Great hall {code}"}})
        for booth in list_booths(session):
            x, y = (places | far)[booth.code]
            update_booth(session, booth.id, {"x_m": x, "y_m": y, "width_m": 4, "depth_m": 4})
        inner = add_place(session, {"hall_id": halls["B"], "kind": "door", "x_m": 20, "y_m": 30, "name": {}})
        for kind, x, y, more in (
            ("door", 20, 0, {"leads_to_id": inner}),
            ("kiosk", 20, 28, {}),
            ("entrance", 22, 30, {"name": {"en": "West gate"}}),
        ):
            add_place(session, {"hall_id": halls["A"], "kind": kind, "x_m": x, "y_m": y, "name": {}, **more})
        at = add_place(session, {"hall_id": halls["A"], "kind": "toilets", "x_m": 38, "y_m": 28, "name": {}})
        room = add_room(session, {"code": "B3", "hall_id": halls["B"], "name": {"en": "Lake room"}})
        start = NOON + dt.timedelta(hours=1)
        times = {"starts_at": start, "ends_at": start + dt.timedelta(hours=1)}
        talk = add_session(session, {"title": {"en": "A talk"}, "room_id": room, **times})
        booths = {booth.code: str(booth.id) for booth in list_booths(session)}
    app.close()
    return Venue(summit, str(product), str(maker), str(talk), booths, str(at))


NOBODY = uuid.UUID(int=1)
"""Nothing of the catalogue."""


@pytest.fixture
def opened(start, rest) -> Callable[..., Running]:
    """Return what shows the plan on a subject to somebody who woke the kiosk."""

    def show(path: Path | None, size: QSize, subject: str = "", **options: Any) -> Running:
        running: Running = start(path, size, **options)
        wake(running)
        rest(running)
        visit_of(running).open("plan", subject)
        rest(running)
        return running

    return show


def _view(running: Running) -> QQuickItem:
    (view,) = [it for it in _all(running.window.contentItem()) if it.metaObject().className().startswith("PlanView")]
    return view


def _all(root: QQuickItem) -> Iterator[QQuickItem]:
    yield root
    for child in root.childItems():
        yield from _all(child)


def _pixel(running: Running, x: float, y: float) -> QPoint:
    """Return where metres of the sheet are in the window."""
    view = _view(running)
    scale = view.property("scale_")
    at = QPointF(view.property("originX") + x * scale, view.property("originY") + y * scale)
    return view.mapToScene(at).toPoint()


def _touch(running: Running, at: QPoint) -> None:
    QTest.mouseClick(running.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def _spot(model: Any, name: str) -> dict[str, Any]:
    return next(spot for spot in model.spots if spot["name"].startswith(name))


def _codes(running: Running) -> list[str]:
    image = running.window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


def test_a_product_leads_to_its_booth_over_two_halls(start, rest, venue: Venue, size: QSize) -> None:
    running = start(venue.path, size)
    wake(running)
    visit_of(running).open("product", venue.product)
    rest(running)
    (block,) = [name for name in targets(running) if name.startswith("Booth, B7")]
    assert "\u00a0m, " in block, "how far it is stands on it"
    tap(running, block)
    rest(running)
    model = visit_of(running).model
    assert (visit_of(running).page, visit_of(running).section, model.mode) == ("plan", "plan", "way")
    told = model.told
    assert (told["code"], told["who"], told["what"]) == ("B7", "River Works", "Flood map")
    assert {"B7", "River Works", "Flood map", told["distance"]} <= texts(running)
    lines = told["steps"]
    assert 2 <= len(lines) <= 5
    assert [line["last"] for line in lines] == [False] * (len(lines) - 1) + [True]
    assert any("hall B" in line["text"] for line in lines)
    assert {line["text"] for line in lines} <= texts(running)
    (route,) = model.geometry["routes"]
    first = next((one, other) for one, other in pairwise(route) if abs(one[0] - other[0]) + abs(one[1] - other[1]) >= 4)
    assert first[0][1] > first[1][1], "ahead is up"
    (back,) = [name for name in targets(running) if name in {"Back to details", "Back"}]
    tap(running, back)
    rest(running)
    assert visit_of(running).page == "product"


def _alike(one: QColor, other: QColor) -> bool:
    """Tell whether two inks are the same, but for what a painter rounds."""
    apart = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return max(map(abs, apart)) <= 2


def test_the_way_is_drawn_from_here_to_the_booth(opened, venue: Venue, size: QSize) -> None:
    running = opened(venue.path, size, f"product:{venue.product}")
    model = visit_of(running).model
    (route,) = model.geometry["routes"]
    image = running.window.grabWindow()
    lantern = QColor("#F2A900")
    for (x1, y1), (x2, y2) in pairwise(route):
        if abs(x2 - x1) + abs(y2 - y1) < 6:
            continue
        at = _pixel(running, x1 + (x2 - x1) * 0.52, y1 + (y2 - y1) * 0.52)
        beside = [image.pixelColor(at + QPoint(dx, dy)) for dx in range(-3, 4) for dy in range(-3, 4)]
        assert any(_alike(lantern, ink) for ink in beside), f"no way at {at}"


def test_the_steps_are_taken_along_in_a_code(opened, rest, venue: Venue) -> None:
    running = opened(venue.path, LARGE, f"product:{venue.product}")
    tap(running, "Take the route")
    rest(running)
    assert comes(lambda: len(_codes(running)) == 1)
    lines = _codes(running)[0].splitlines()
    assert lines[0] == "B7 River Works"
    assert lines[1] == "Hall B"
    steps = visit_of(running).model.told["steps"]
    assert lines[2:] == [f"{n}. {step['text']} {step['metres']}".strip() for n, step in enumerate(steps, 1)]
    tap(running, "Back to the plan")
    rest(running)
    assert visit_of(running).model.part == ""


@pytest.mark.parametrize(
    ("kind", "code", "who"),
    [
        ("organisation", "B7", "River Works"),
        ("talk", "B3", "Lake room"),
        ("toilets", "", "Toilets"),
        ("booth", "B2", ""),
    ],
)
def test_everything_that_has_a_place_leads_there(opened, venue: Venue, kind: str, code: str, who: str) -> None:
    subjects = {
        "organisation": f"organisation:{venue.organisation}",
        "talk": f"session:{venue.talk}",
        "toilets": f"place:{venue.toilets}",
        "booth": venue.booths["B2"],
    }
    model = visit_of(opened(venue.path, SIZES["portrait"], subjects[kind])).model
    assert model.mode == "way"
    assert model.told["code"] == code
    assert who in {model.told["who"], model.told["title"], ""}


def test_a_booth_that_is_touched_shows_who_has_it(opened, rest, venue: Venue, size: QSize) -> None:
    running = opened(venue.path, size)
    model = visit_of(running).model
    assert model.mode == "hall"
    assert {"Floor plan", "You are here"} <= texts(running)
    tap(running, "Great hall B" if "Great hall B" in targets(running) else "Hall B")
    rest(running)
    spot = _spot(model, "B4")
    _touch(running, _pixel(running, spot["x"] + 2, spot["y"] + 2))
    rest(running)
    assert model.picked["code"] == "B4"
    (card,) = [name for name in targets(running) if name.startswith("Maker B4")]
    (way,) = [name for name in targets(running) if name.startswith("Show the way, ")]
    tap(running, way)
    rest(running)
    assert visit_of(running).model.told["code"] == "B4"
    tap(running, "Back to details" if size.width() < size.height() else "Back")
    rest(running)
    assert visit_of(running).model is model
    tap(running, card)
    rest(running)
    assert visit_of(running).page == "organisation"


def test_a_booth_of_two_shows_both(opened, rest, venue: Venue) -> None:
    running = opened(venue.path, LARGE)
    model = visit_of(running).model
    model.pick(venue.booths["A5"])
    rest(running)
    assert model.picked["number"] == 2
    first = model.picked["card"]["title"]
    tap(running, "Next ones")
    assert {first, model.picked["card"]["title"]} == {"Maker A5", "The second one"}


def test_beside_all_booths_nothing_is_picked(opened, rest, venue: Venue) -> None:
    running = opened(venue.path, LARGE)
    model = visit_of(running).model
    model.pick(venue.booths["A5"])
    rest(running)
    _touch(running, _pixel(running, 39, 22))
    rest(running)
    assert model.picked is None


def test_it_is_drawn_nearer_and_never_lost(opened, rest, venue: Venue, size: QSize) -> None:
    running = opened(venue.path, size)
    view = _view(running)
    fit = view.property("scale_")
    assert not targets(running).keys() & {"Zoom out", "Show everything"}, "everything is shown"
    for _ in range(12):
        if "Zoom in" in targets(running):
            tap(running, "Zoom in")
            pause(20)
    assert view.property("scale_") == pytest.approx(view.property("most"), rel=0.02)
    middle = view.mapToScene(QPointF(view.width() / 2, view.height() / 2)).toPoint()
    for _ in range(12):
        _drag(running, middle, middle + QPoint(round(view.width() * 0.4), round(view.height() * 0.4)))
    rest(running)
    corner = view.mapFromScene(_pixel(running, 0, 0))
    assert 0 <= corner.x() < view.width() / 2, "the corner is in sight, and no emptiness beyond it"
    assert 0 <= corner.y() < view.height() / 2
    tap(running, "Show everything")
    rest(running)
    assert view.property("scale_") == pytest.approx(fit)


def _drag(running: Running, start: QPoint, end: QPoint) -> None:
    window, none = running.window, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, Qt.MouseButton.LeftButton, none, start)
    for step in range(1, 9):
        QTest.mouseMove(window, start + (end - start) * step / 8)
        pause(5)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, none, end)


def test_two_fingers_draw_it_nearer(opened, rest, venue: Venue) -> None:
    running = opened(venue.path, LARGE)
    view = _view(running)
    fit = view.property("scale_")
    device = QTest.createTouchDevice()
    middle = view.mapToScene(QPointF(view.width() / 2, view.height() / 2)).toPoint()
    one, other = middle - QPoint(60, 0), middle + QPoint(60, 0)
    QTest.touchEvent(running.window, device).press(0, one, running.window).press(1, other, running.window).commit()
    apart = QPoint(60, 0)
    for _ in range(12):
        apart += QPoint(15, 0)
        QTest.touchEvent(running.window, device).move(0, middle - apart, running.window).move(
            1, middle + apart, running.window
        ).commit()
        pause(10)
    end = QTest.touchEvent(running.window, device)
    end.release(0, middle - apart, running.window).release(1, middle + apart, running.window).commit()
    rest(running)
    assert view.property("scale_") > 1.5 * fit


def test_keys_go_from_booth_to_booth(opened, rest, venue: Venue, size: QSize) -> None:
    running = opened(venue.path, size)
    model, view = visit_of(running).model, _view(running)
    for _ in range(30):
        if running.window.activeFocusItem() is view:
            break
        QTest.keyClick(running.window, Qt.Key.Key_Tab)
    assert running.window.activeFocusItem() is view
    QTest.keyClick(running.window, Qt.Key.Key_Right)
    rest(running)
    first = model.picked["code"]
    QTest.keyClick(running.window, Qt.Key.Key_Down)
    rest(running)
    assert model.picked["code"] != first
    before = view.property("scale_")
    QTest.keyClick(running.window, Qt.Key.Key_Plus)
    assert view.property("scale_") > before
    for _ in range(12):
        QTest.keyClick(running.window, Qt.Key.Key_Down)
    assert running.window.activeFocusItem() is not view, "at the edge the arrows lead on"


def test_every_booth_has_a_name_for_those_who_hear_the_screen(opened, rest, venue: Venue) -> None:
    running = opened(venue.path, LARGE)
    model = visit_of(running).model
    for language, name in (("en", "A3, Maker A3"), ("vi", "A3, Đơn vị A3"), ("fr", "A3, Đơn vị A3")):
        running.kiosk.speak(language)
        rest(running)
        assert name in {spot["name"] for spot in model.spots}
        assert all(spot["name"] for spot in model.spots)
        assert model.name


def test_what_is_on_the_short_list_is_marked_and_explained(opened, rest, venue: Venue) -> None:
    running = opened(venue.path, LARGE)
    model = visit_of(running).model
    before = [entry["icon"] for entry in model.legend]
    visit_of(running).keep(f"product:{venue.product}")
    rest(running)
    model.choose(model.halls[1]["key"])
    rest(running)
    assert "mine" not in before
    assert "mine" in [entry["icon"] for entry in model.legend]


def test_without_a_start_the_booth_is_shown_and_no_steps(opened, venue: Venue, size: QSize) -> None:
    running = opened(venue.path, size, f"product:{venue.product}", booth="Z99")
    model = visit_of(running).model
    assert model.mode == "there"
    assert model.geometry["target"]["code"] == "B7"
    assert model.geometry["routes"] == []
    assert "B7 is in hall B, where the pin stands" in texts(running)
    assert "Take the route" not in targets(running)


def test_at_the_booth_itself_it_says_so(opened, venue: Venue) -> None:
    running = opened(venue.path, LARGE, f"product:{venue.product}", booth="b7")
    assert "You are there: B7 is right here" in texts(running)


def _without_geometry(path: Path) -> None:
    app = open_app(path)
    with app.transaction() as session:
        for booth in list_booths(session):
            update_booth(session, booth.id, {"x_m": None})
    app.close()


def test_without_geometry_there_is_a_sign(opened, rest, venue: Venue, size: QSize) -> None:
    _without_geometry(venue.path)
    running = opened(venue.path, size, f"product:{venue.product}")
    model = visit_of(running).model
    assert model.mode == "sign"
    assert {"B7", "Hall B", "Go to hall B, then look for B7."} <= texts(running)
    visit_of(running).open("plan", "")
    rest(running)
    model = visit_of(running).model
    assert model.mode == "hall"
    assert "not known yet" in model.note
    model.pick(venue.booths["A3"])
    rest(running)
    assert any(name.startswith("Maker A3") for name in targets(running))


def test_without_halls_there_is_a_way_on(opened, rest, tmp_path: Path, size: QSize) -> None:
    path = tmp_path / "empty.showcase"
    open_app(path, create=True).close()
    running = opened(path, size)
    assert visit_of(running).model.mode == "none"
    assert "There is no floor plan yet" in texts(running)
    tap(running, "Look around")
    rest(running)
    assert visit_of(running).page == "ways"


@pytest.mark.parametrize("subject", ["product:none", f"product:{NOBODY}", f"{NOBODY}", "nonsense:1", "x"])
def test_what_is_gone_says_so_and_shows_the_plan(opened, venue: Venue, subject: str) -> None:
    running = opened(venue.path, SIZES["portrait"], subject)
    assert visit_of(running).model.mode == "hall"
    assert "This is no longer in the catalogue." in texts(running)


def test_a_booth_that_was_deleted_is_gone(opened, venue: Venue) -> None:
    app = open_app(venue.path)
    with app.transaction() as session:
        delete_booth(session, uuid.UUID(venue.booths["B2"]))
    app.close()
    running = opened(venue.path, SIZES["portrait"], venue.booths["B2"])
    assert visit_of(running).model.mode == "hall"


WAYS = ((), ("contrasted",), ("contrasted", "lower"), ("lower", "grow", "grow"), ("grow", "grow"))


def test_the_way_is_read_in_every_way_and_language(opened, rest, venue: Venue, size: QSize) -> None:
    running = opened(venue.path, size, f"product:{venue.product}")
    for aids in WAYS:
        for aid in aids:
            getattr(visit_of(running), aid)()
        for language in ("vi", "fr", "en"):
            running.kiosk.speak(language)
            rest(running)
            _check_steps(running)
        for aid in set(aids):  # back to how it was
            for _ in range((TEXT_STEPS - aids.count("grow")) if aid == "grow" else 1):
                getattr(visit_of(running), aid)()


def _check_steps(running: Running) -> None:
    """Check that every step is read to its end, lies on no other, and leaves room for the plan."""
    labels = [it for it in items(running.window.contentItem()) if it.property("text") and it.inherits("QQuickText")]
    said = {line["text"] for line in visit_of(running).model.told["steps"]}
    shown = [label for label in labels if label.property("text") in said]
    assert {label.property("text") for label in shown} == said
    assert not any(label.property("truncated") for label in shown)
    window = running.window
    for label in shown:
        corner = label.mapToScene(QPointF(0, 0))
        assert corner.x() >= 0
        assert corner.x() + label.width() <= window.width()
        assert corner.y() + label.height() <= window.height()
    assert _view(running).height() > 0.2 * window.height(), "the plan is still to be seen"
    lines = sorted((label.mapToScene(QPointF(0, 0)).y(), label.height()) for label in shown)
    assert all(y + high <= following + 1 for (y, high), (following, _high) in pairwise(lines)), (
        "no line lies on another"
    )


def test_what_is_touched_is_large_enough_and_in_reach(opened, rest, venue: Venue) -> None:
    running = opened(venue.path, LARGE)
    visit = visit_of(running)
    for subject in ("", f"product:{venue.product}"):
        if subject:
            visit.open("plan", subject)
            rest(running)
        else:
            visit.model.pick(venue.booths["A5"])
            rest(running)
        small = {name for name, it in targets(running).items() if min(it.width(), it.height()) < 63.9}
        assert small == set()
    visit.back()
    visit.lower()
    rest(running)
    unit = 8
    high = {
        name: it.mapToScene(QPointF(0, 0)).y()
        for name, it in targets(running).items()
        if it.mapToScene(QPointF(0, 0)).y() < running.window.height() - (50 + 29 + 25) * unit
    }
    assert high == {}, "in reach mode every control is in the band of the hand"


def test_in_reach_mode_buttons_go_from_booth_to_booth(opened, rest, venue: Venue) -> None:
    running = opened(venue.path, LARGE)
    visit_of(running).lower()
    rest(running)
    model = visit_of(running).model
    tap(running, "Next booth")
    rest(running)
    first = model.picked["code"]
    tap(running, "Next booth")
    rest(running)
    tap(running, "Previous booth")
    rest(running)
    assert model.picked["code"] == first
    tap(running, "Previous booth")
    rest(running)
    assert model.picked["code"] == max((code for code in venue.booths if code[0] == "A"), key=lambda it: int(it[1:]))


def test_the_short_list_is_in_walking_order_from_here(start, rest, venue: Venue) -> None:
    running = start(venue.path, LARGE)
    wake(running)
    visit = visit_of(running)
    app = open_app(venue.path, read_only=True)
    with app.reading() as session:
        whose = {booth.code: str(booth.exhibitors[0].id) for booth in list_booths(session) if booth.exhibitors}
    app.close()
    for code in ("B7", "A2", "A11"):
        visit.keep(f"organisation:{whose[code]}")
    visit.open("list", "")
    rest(running)
    rows = visit.model.rows
    assert [row["code"] for row in rows] == ["A11", "A2", "B7"], "the nearest first, the other hall last"
    assert [bool(row["on"]) for row in rows] == [True, True, False]
    assert "min walk" in visit.model.walk


def test_the_plan_is_forgotten_with_the_visit(opened, rest, venue: Venue) -> None:
    running = opened(venue.path, SIZES["portrait"])
    number = visit_of(running).model.drawing
    assert running.kiosk.drawings.get(number) is not None
    running.kiosk.end()
    rest(running)
    assert running.kiosk.drawings.get(number) is None

"""What moves on the kiosk: the poster, and a card's picture on its way to the stage; nothing with reduced motion."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtQuick import QQuickItem

from showcase.kiosk.running import Running
from tests.fixtures_kiosk import comes, items, shows, tap, targets, visit_of, wake
from tests.pausing import pause

PORTRAIT = QSize(540, 960)


def _every(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _every(child)


def _one(running: Running, kind: str) -> QQuickItem | None:
    """Return what is of a QML type, seen or not."""
    found = (it for it in _every(running.window.contentItem()) if it.metaObject().className().startswith(f"{kind}_QML"))
    return next(found, None)


def _pictures(running: Running) -> list[QQuickItem]:
    """Return the pictures on the screen."""
    return [it for it in items(running.window.contentItem()) if it.metaObject().className().startswith("Picture_QML")]


def _frame(running: Running) -> bytes:
    image = running.window.grabWindow()
    return bytes(image.copy(0, 0, image.width(), round(0.65 * image.height())).constBits())


def test_the_lantern_turns_and_the_train_crosses(start, summit: Path) -> None:
    running = start(summit, PORTRAIT, still=False)
    assert comes(lambda: _one(running, "Evening") is not None)
    evening = _one(running, "Evening")
    assert evening is not None
    assert comes(lambda: evening.property("painted") == 24), "all pictures of the lantern are painted"
    at, way = evening.property("at"), evening.property("way")
    assert comes(lambda: evening.property("at") != at and evening.property("way") > way)
    first = _frame(running)
    assert comes(lambda: _frame(running) != first)


def test_with_reduced_motion_the_poster_is_still(start, summit: Path, rest) -> None:
    running = start(summit, PORTRAIT)
    rest(running)
    assert _one(running, "Evening") is None
    assert comes(lambda: _frame(running) == _frame(running))


def test_a_picture_grows_from_its_card_and_goes_back_to_it(start, summit: Path) -> None:
    running = start(summit, PORTRAIT, still=False)
    wake(running)
    visit = visit_of(running)
    assert comes(lambda: visit_of(running).page == "home")
    visit = visit_of(running)
    assert comes(lambda: any(tile["page"] == "browse" for tile in visit.model.property("tiles")))
    topic = next(tile for tile in visit.model.property("tiles") if tile["page"] == "browse")
    visit.open("browse", topic["subject"])
    assert shows(running, "Topic a")
    assert comes(lambda: any(name.startswith("Lamp number 03") for name in targets(running)))
    flight = _one(running, "Flight")
    assert flight is not None
    seen: list[bool] = []
    flight.visibleChanged.connect(lambda: seen.append(flight.isVisible()))
    tap(running, next(name for name in targets(running) if name.startswith("Lamp number 03")))
    assert comes(lambda: seen == [True, False]), "the picture was on its way"
    assert visit.page == "product"
    assert flight.property("part") == 1
    assert comes(lambda: any(it.width() > 500 for it in _pictures(running))), "the stage shows its own picture"
    seen.clear()
    visit.back()
    assert visit.page == "browse"
    frame = flight.parentItem()
    assert frame is not None
    card = frame.mapRectToScene(flight.property("card"))
    assert comes(lambda: seen == [True, False]), "the picture went back"
    assert flight.property("part") == 0
    # its last place is that of the picture on the card it came from
    assert comes(
        lambda: any(
            abs(place.x() - card.x()) < 4 and abs(place.y() - card.y()) < 4
            for place in (it.mapRectToScene(it.boundingRect()) for it in _pictures(running))
        )
    )


def test_what_opens_without_a_card_does_not_fly(start, summit: Path) -> None:
    running = start(summit, PORTRAIT, still=False)
    wake(running)
    assert comes(lambda: visit_of(running).page == "home")
    visit_of(running).go("programme")
    flight = _one(running, "Flight")
    assert flight is not None
    assert not flight.isVisible()
    assert comes(lambda: _page_x(running) == 0)


def test_with_reduced_motion_nothing_flies(start, summit: Path) -> None:
    running = start(summit, PORTRAIT)
    wake(running)
    assert comes(lambda: visit_of(running).page == "home")
    visit = visit_of(running)
    assert comes(lambda: any(tile["page"] == "browse" for tile in visit.model.property("tiles")))
    topic = next(tile for tile in visit.model.property("tiles") if tile["page"] == "browse")
    visit.open("browse", topic["subject"])
    assert comes(lambda: any(name.startswith("Lamp number 03") for name in targets(running)))
    tap(running, next(name for name in targets(running) if name.startswith("Lamp number 03")))
    assert comes(lambda: visit.page == "product")
    flight = _one(running, "Flight")
    assert flight is not None
    assert not flight.isVisible()
    assert _page_x(running) == 0


def _page_x(running: Running) -> float:
    page = _one(running, "DetailPage") or _one(running, "ProductPage") or _one(running, "ProgrammePage")
    assert page is not None
    loader = page.parentItem()
    assert loader is not None
    return loader.x()


def test_the_words_of_a_slide_come_however_fast_slides_change(start, summit: Path) -> None:
    running = start(summit, PORTRAIT)
    words = _one(running, "SlideText")
    assert words is not None
    for between in (0, 10, 30, 90, 150):
        running.kiosk.attract_.next()
        pause(between)
        running.kiosk.attract_.next()
        assert comes(lambda: words.opacity() > 0.99), f"slides {between} ms apart"

"""What is longer than its room on the screen: no row and no line is cut in two, and the buttons lead to all of them."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtQuick import QQuickItem

from showcase.app import open_app
from showcase.catalogue.edits import update_product
from showcase.catalogue.queries import list_organisations, list_products
from showcase.kiosk.running import Running
from tests.fixtures_kiosk import comes, items, tap, targets, visit_of, wake


def _window(running: Running) -> QQuickItem:
    """Return what the rows are seen through."""
    (whole,) = (it for it in items(running.window.contentItem()) if it.metaObject().className().startswith("WholeRows"))
    return whole.childItems()[0]


def _box(item: QQuickItem) -> QRectF:
    return QRectF(item.mapToScene(QPointF(0, 0)), QSizeF(item.width(), item.height()))


def _cut(running: Running, kind: str) -> list[str]:
    """Return which of the rows of a kind are seen in part only."""
    seen = _box(_window(running))
    rows = [it for it in items(_window(running)) if it.metaObject().className().startswith(kind)]
    assert rows
    boxes = [(str(row.property("text")), _box(row)) for row in rows]
    return [
        name
        for name, box in boxes
        if box.intersects(seen) and not (box.top() >= seen.top() - 1.5 and box.bottom() <= seen.bottom() + 1.5)
    ]


def _whole(running: Running, kind: str) -> set[str]:
    seen = _box(_window(running)).adjusted(0, -1.5, 0, 1.5)
    return {
        str(it.property("text"))
        for it in items(_window(running))
        if it.metaObject().className().startswith(kind) and seen.contains(_box(it))
    }


def test_each_card_is_seen_whole_and_all_can_be_reached(start, rest, summit: Path, size: QSize) -> None:
    app = open_app(summit, read_only=True)
    with app.reading() as session:
        (maker,) = list_organisations(session)
    app.close()
    running = start(summit, size)
    wake(running)
    rest(running)
    visit_of(running).open("organisation", str(maker.id))
    rest(running)
    visit_of(running).model.choose("products")
    rest(running)
    met: list[set[str]] = []
    while True:
        assert _cut(running, "ResultCard") == []
        met.append(_whole(running, "ResultCard"))
        assert met[-1]
        if "Next ones" not in targets(running) or len(met) > 20:
            break
        tap(running, "Next ones")
        rest(running)
    everything = {it["title"] for it in visit_of(running).model.told["products"]}
    assert {name.split(",")[0] for page in met for name in page} == everything
    assert len(met) > 1
    tap(running, "Previous ones")
    rest(running)
    assert _cut(running, "ResultCard") == []
    assert comes(lambda: _whole(running, "ResultCard") != met[-1])


def test_long_text_ends_with_a_whole_line(start, rest, summit: Path, size: QSize) -> None:
    app = open_app(summit)
    with app.transaction() as session:
        product = list_products(session)[0]
        text = "A line of water that runs through the city. " * 60
        update_product(session, product.id, {"description": {"vi": text, "en": text}})
    app.close()
    running = start(summit, size)
    wake(running)
    rest(running)
    visit_of(running).open("product", str(product.id))
    rest(running)
    visit_of(running).model.choose("more")
    rest(running)
    (label,) = (it for it in items(_window(running)) if str(it.property("text")).startswith("A line of water"))
    line = label.property("contentHeight") / label.property("lineCount")
    top = _box(label).top() + label.property("topPadding")
    lines = (_box(_window(running)).bottom() - top) / line
    assert lines > 3
    assert abs(lines - round(lines)) < 0.05

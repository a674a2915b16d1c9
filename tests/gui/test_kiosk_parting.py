"""Somebody is called away: the warning has the code of their short list, and forgets it with the visit."""

from io import BytesIO
from pathlib import Path

import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtQuick import QQuickWindow

from showcase.app import open_app
from showcase.catalogue.queries import list_products
from tests.fixtures_kiosk import Clock, comes, shows, tap, targets, texts, visit_of, wake


def _codes(window: QQuickWindow) -> list[str]:
    """Return what a phone reads on the screen."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grabWindow().save(buffer, "PNG")  # type: ignore[call-overload]  # Qt takes names of formats too
    with Image.open(BytesIO(buffer.data().data())) as image:
        return [found.text for found in zxingcpp.read_barcodes(image.convert("L"))]


def test_the_list_can_be_taken_along_at_the_last_moment(start, rest, summit: Path, size: QSize, clock: Clock) -> None:
    app = open_app(summit, read_only=True)
    with app.reading() as session:
        kept = [str(product.id) for product in list_products(session) if product.name.get("en")][:3]
    app.close()
    running = start(summit, size * 2 if size.width() < size.height() else size)
    wake(running)
    rest(running)
    for one in kept:
        visit_of(running).keep(f"product:{one}")
    clock.seconds += 61
    running.kiosk.tick()
    assert shows(running, "Your list of 3 entries will be erased.", "Take your\nlist along")
    assert comes(lambda: len(_codes(running.window)) == 1)
    (code,) = _codes(running.window)
    assert code.splitlines() == ["My list", *(f"A1 Lamp number {number:02}" for number in range(3))]
    taken = running.kiosk.parting
    tap(running, "I am still here")
    rest(running)
    assert running.kiosk.parting is None
    assert "Take your\nlist along" not in texts(running)
    clock.seconds += 61
    running.kiosk.tick()
    assert comes(lambda: len(_codes(running.window)) == 1)
    assert running.kiosk.parting is not taken
    clock.seconds += 21
    running.kiosk.tick()
    rest(running)
    assert not running.kiosk.awake
    assert running.kiosk.parting is None


def test_without_a_list_there_is_nothing_to_take(start, rest, summit: Path, size: QSize, clock: Clock) -> None:
    running = start(summit, size)
    wake(running)
    rest(running)
    clock.seconds += 61
    running.kiosk.tick()
    assert comes(lambda: "End and erase now" in targets(running))
    assert running.kiosk.parting is None
    assert "Take your\nlist along" not in texts(running)

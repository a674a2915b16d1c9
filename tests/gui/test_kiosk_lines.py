"""Lines of the kiosk's texts: no word alone on the last, no word cut where a shorter way to say it is left."""

from pathlib import Path

from PySide6.QtQuick import QQuickItem

from showcase.app import open_app
from showcase.catalogue.edits import update_product
from showcase.catalogue.queries import list_products
from showcase.kiosk.running import Running
from tests.fixtures_kiosk import SIZES, comes, items, visit_of, wake


def _kinds(running: Running, kind: str) -> list[QQuickItem]:
    return [it for it in items(running.window.contentItem()) if it.metaObject().className().startswith(kind)]


def _change(path: Path, **fields: object) -> str:
    """Change the product that comes first in every list."""
    app = open_app(path)
    with app.transaction() as session:
        product = next(it for it in list_products(session) if it.name.get("en") == "Lamp number 00")
        update_product(session, product.id, fields)
    app.close()
    return str(product.id)


def test_no_word_of_a_name_stands_alone(start, rest, summit: Path) -> None:
    name = "The small bus that comes at night when somebody calls"
    product = _change(summit, name={"vi": "Xe buýt đêm", "en": name})
    running = start(summit, SIZES["portrait"])
    wake(running)
    rest(running)
    visit_of(running).open("product", product)
    assert comes(lambda: name in {it.property("text") for it in _kinds(running, "Balanced")})
    rest(running)
    (title,) = (it for it in _kinds(running, "Balanced") if it.property("text") == name)
    lines, shown = title.property("lineCount"), title.property("contentWidth")
    assert title.property("spare") > 0
    assert shown <= title.property("width") - title.property("spare") + 1
    # Were the last line a single word, all of them together would be shorter than this.
    one_line = title.property("implicitWidth") - title.property("leftPadding") - title.property("rightPadding")
    assert one_line > (lines - 0.4) * shown


def test_details_are_left_out_whole(start, rest, summit: Path, size) -> None:
    _change(summit, seeking=["investment", "pilots", "partners", "talent"])
    running = start(summit, size)
    wake(running)
    rest(running)
    visit_of(running).go("search")
    rest(running)
    for letter in "lamp":
        visit_of(running).model.key(letter)
    assert comes(lambda: any("seeks" in str(it.property("whole")) for it in _kinds(running, "Clauses")))
    rest(running)
    (told,) = (it for it in _kinds(running, "Clauses") if "seeks talent" in str(it.property("whole")))
    parts = told.property("whole").split(", ")
    shown = told.property("text").split(", ")
    assert parts[: len(shown)] == shown
    assert not told.property("truncated")

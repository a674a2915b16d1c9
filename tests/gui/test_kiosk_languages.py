"""As many languages as the event has, each in its own name, and any page changed into any of them."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from showcase.app import open_app
from showcase.catalogue.edits import set_event
from showcase.catalogue.queries import list_organisations, list_products
from showcase.kiosk.pages import PAGES
from showcase.qt.words import name_of
from tests.fixtures_kiosk import SIZES, shows, tap, targets, texts, visit_of, wake
from tests.kiosk_looks import faults, settle

MORE = ("Español", "Indonesia", "Deutsch")


@pytest.fixture
def many(summit: Path) -> Path:
    app = open_app(summit)
    with app.transaction() as session:
        set_event(session, "languages", "vi,en,fr,es,id,de")
        set_event(session, "theme.es", "Ciudades verdes")
    app.close()
    return summit


def _buttons(running) -> list[tuple[float, float]]:
    """Return where the languages stand from left to right."""
    shown = targets(running)
    names = ("Tiếng Việt", "English", "Français", *MORE)
    boxes = [shown[name].mapRectToScene(shown[name].boundingRect()) for name in names]
    return [(box.left(), box.right()) for box in boxes]


def test_all_of_them_have_room(start, rest, many: Path, size: QSize) -> None:
    running = start(many, size)
    settle(running)
    inviting = _buttons(running)
    wake(running)
    rest(running)
    settle(running)
    assert faults(running) == []
    for row in (inviting, _buttons(running)):
        assert all(right < left for (_, right), (left, _) in pairwise(row))
        assert row[0][0] >= 0
        assert row[-1][1] <= size.width()
    aid = targets(running)["Larger text"]
    assert _buttons(running)[-1][1] < aid.mapRectToScene(aid.boundingRect()).left()


def test_a_language_of_the_event_alone_speaks_its_texts(start, rest, many: Path) -> None:
    running = start(many, SIZES["portrait"])
    assert shows(running, "Green and\nsmart cities")
    tap(running, "Español")
    rest(running)
    assert running.kiosk.words_.spoken == "es"
    running.kiosk.end()
    running.kiosk.words_.use("es")
    rest(running)
    assert "Ciudades verdes" in {text.replace("\n", " ") for text in texts(running)}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_stays_when_its_language_changes(start, rest, summit: Path, name: str) -> None:
    app = open_app(summit, read_only=True)
    with app.reading() as session:
        subjects = {
            "product": str(list_products(session)[3].id),
            "organisation": str(list_organisations(session)[0].id),
        }
    app.close()
    running = start(summit, SIZES["portrait"])
    wake(running)
    rest(running)
    visit = visit_of(running)
    if visit.page != name:
        visit.open(name, subjects.get(name, ""))
    rest(running)
    model, depth = visit.model, visit.depth
    for language, said in (("Français", "Accueil"), ("Tiếng Việt", "Trang chủ"), ("English", "Home")):
        tap(running, language)
        assert shows(running, said)
        assert (visit.page, visit.model, visit.depth) == (name, model, depth)


def test_languages_are_named_by_themselves() -> None:
    assert [name_of(code) for code in ("vi", "es", "pt", "de", "id")] == [
        "Tiếng Việt",
        "Español",
        "Português",
        "Deutsch",
        "Indonesia",
    ]

"""What the event says in figures is a slide of its own, with as many lights as it counts, in each language."""

from pathlib import Path

from PySide6.QtCore import QSize

from showcase.app import open_app
from showcase.catalogue.edits import set_event
from tests.fixtures_kiosk import shows, texts

PORTRAIT = QSize(540, 960)


def _say(path: Path, **values: str) -> None:
    app = open_app(path)
    with app.transaction() as session:
        for key, value in values.items():
            set_event(session, key.replace("_", "."), value)
    app.close()


def test_a_fact_is_a_slide_before_the_count_of_the_hall(start, summit: Path, rest) -> None:
    _say(
        summit,
        facts_1_number="1204",
        facts_1_words_en="urban areas, one light for each",
        facts_1_beside_en="42.7 %|urbanised,|December 2023",
        facts_1_source_en="Ministry of Construction",
    )
    running = start(summit, PORTRAIT)
    rest(running)
    running.kiosk.attract_.next()
    assert shows(running, "1,204", "urban areas, one light for each", "42.7 %", "Ministry of Construction")
    assert "urbanised,\nDecember 2023" in texts(running)
    slides = running.kiosk.attract_.slides
    assert [slide["number"] for slide in slides if slide["kind"] == "fact"] == [1204, 13]
    running.kiosk.attract_.next()
    assert shows(running, "13", "products and services, one light for each")


def test_a_fact_without_number_or_words_is_not_shown(start, summit: Path, rest) -> None:
    _say(summit, facts_1_number="5", facts_2_words_en="nothing counted")
    running = start(summit, PORTRAIT)
    rest(running)
    numbers = [slide["number"] for slide in running.kiosk.attract_.slides if slide["kind"] == "fact"]
    assert numbers == [13], "the products alone"

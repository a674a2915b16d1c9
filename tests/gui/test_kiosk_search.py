"""Searching on the screen: keys, results at each of them, nothing found, and that it is forgotten."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtTest import QTest

from showcase.app import open_app
from showcase.kiosk.search import marked
from tests.factories import make_organisation, make_product
from tests.fixtures_kiosk import SIZES, comes, shows, tap, targets, texts, visit_of, wake
from tests.pausing import pause


@pytest.fixture
def city(summit: Path) -> Path:
    app = open_app(summit)
    with app.transaction() as session:
        maker = make_organisation(session, "Lá Phố", [("A", "A8")], name_en="City Leaf")
        make_product(session, maker, "Bản đồ đô thị thông minh", name_en="Smart city map")
        make_product(session, maker, "Đô thị thông minh 3D", name_en="Smart city 3D", kind="service")
    app.close()
    return summit


def _search(start, rest, path: Path, size: QSize, language: str = "vi"):
    running = start(path, size, language=language)
    wake(running)
    rest(running)
    visit_of(running).go("search")
    rest(running)
    return running


def _type(running, text: str) -> None:
    for letter in text:
        tap(running, "dấu cách" if letter == " " else letter)


def _click(running, text: str) -> None:
    for letter in text:
        QTest.keyClick(running.window, Qt.Key(ord(letter.upper())))


def test_results_come_as_one_types_without_accents(start, rest, city: Path, size: QSize) -> None:
    running = _search(start, rest, city, size)
    _type(running, "do thi thong minh")
    rest(running)
    assert shows(running, "do thi thong minh")
    model = visit_of(running).model
    titles = [row["title"].replace("\u00a0", " ") for row in model.rows]  # its words are held together
    assert titles == ["Đô thị thông minh 3D", "Bản đồ đô thị thông minh"]
    assert [row["code"] for row in model.rows] == ["A8", "A8"]
    tap(
        running,
        next(name for name in targets(running) if name.replace("\u00a0", " ").startswith("Đô thị thông minh 3D")),
    )
    rest(running)
    assert visit_of(running).page == "product"
    visit_of(running).back()
    rest(running)
    assert visit_of(running).model.text == "do thi thong minh"
    running.kiosk.end()
    rest(running)
    assert visit_of(running).typed == ""


def test_vietnamese_is_written_with_telex_and_with_the_row_of_tones(start, rest, city: Path) -> None:
    running = _search(start, rest, city, SIZES["portrait"])
    _type(running, "ddoo")
    assert visit_of(running).model.text == "đô"
    _type(running, " thi")
    tap(running, "ạ")
    assert visit_of(running).model.text == "đô thị"
    tap(running, "Xoá")
    tap(running, "Xoá hết")
    rest(running)
    assert visit_of(running).model.text == ""


def test_a_real_keyboard_types_too(start, rest, city: Path) -> None:
    running = _search(start, rest, city, SIZES["landscape"], "en")
    _click(running, "smart city")
    QTest.keyClick(running.window, Qt.Key.Key_Backspace)
    rest(running)
    assert visit_of(running).model.text == "smart cit"
    assert shows(running, "2 results")


def _hold(running, name: str) -> None:
    key = targets(running)[name]
    at = key.mapToScene(QPointF(key.width() / 2, key.height() / 2)).toPoint()
    QTest.mousePress(running.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    pause(1_200)
    QTest.mouseRelease(running.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_a_long_press_offers_accents_and_hides_nothing_typed(start, rest, city: Path, size: QSize) -> None:
    running = _search(start, rest, city, size, "fr")
    tap(running, "p")
    _hold(running, "e")
    field = targets(running)["Tout effacer"].parentItem()
    accent = targets(running)["é"]
    assert accent.mapToScene(QPointF(0, 0)).y() > field.mapToScene(QPointF(0, field.height())).y()
    tap(running, "é")
    rest(running)
    assert visit_of(running).model.text == "pé"
    assert "é" not in targets(running)


def test_a_slow_finger_types_and_a_held_delete_goes_on(start, rest, city: Path) -> None:
    running = _search(start, rest, city, SIZES["portrait"], "en")
    _hold(running, "g")
    assert visit_of(running).model.text == "g"
    _type(running, "abcdefgh")
    _hold(running, "Delete")
    assert len(visit_of(running).model.text) < 7


def test_keys_and_accents_are_pressed_without_a_finger(start, rest, city: Path) -> None:
    running = _search(start, rest, city, SIZES["portrait"], "fr")
    targets(running)["Majuscules"].forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(running.window, Qt.Key.Key_Space)
    assert running.window.activeFocusItem().property("text") == "Majuscules"
    QTest.keyClick(running.window, Qt.Key.Key_Space)
    targets(running)["e"].forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyPress(running.window, Qt.Key.Key_Space)
    pause(900)
    QTest.keyRelease(running.window, Qt.Key.Key_Space)
    QTest.keyClick(running.window, Qt.Key.Key_Space)
    assert visit_of(running).model.text == "é"
    assert running.window.activeFocusItem().property("text") == "e"
    _click(running, "t")
    targets(running)["Programme"].forceActiveFocus(Qt.FocusReason.TabFocusReason)
    _click(running, "a")
    assert visit_of(running).model.text == "éta"


def test_what_is_not_found_has_something_near(start, rest, city: Path, size: QSize) -> None:
    running = _search(start, rest, city, size)
    _type(running, "thong mihn")
    rest(running)
    assert shows(running, "Không có gì với “thong mihn”")
    model = visit_of(running).model
    assert "thong minh" in model.near
    tap(running, "thong minh")
    rest(running)
    assert model.number == 2
    assert "Tìm từ khác" not in texts(running)


def test_a_search_for_nothing_rests_on_what_is_near(start, rest, city: Path, size: QSize) -> None:
    running = _search(start, rest, city, size, "en")
    _click(running, "smarr citi")
    rest(running)
    assert shows(running, "Nothing for “smarr citi”")
    QTest.keyClick(running.window, Qt.Key.Key_Return)
    rest(running)
    assert shows(running, "Nothing for\n“smarr citi”")
    assert "space" not in targets(running)
    near = next(name for name in targets(running) if name.startswith("Smart city"))
    tap(running, near)
    rest(running)
    assert visit_of(running).page == "product"
    visit_of(running).back()
    rest(running)
    tap(running, "Search for something else")
    rest(running)
    assert visit_of(running).model.text == ""
    assert "space" in targets(running)


def test_topics_are_found_and_open_their_list(start, rest, city: Path, size: QSize) -> None:
    running = _search(start, rest, city, size, "en")
    _click(running, "topic a")
    rest(running)
    tap(running, "Topic a, 12 products and services, Topic")
    rest(running)
    assert visit_of(running).page == "browse"
    assert visit_of(running).model.number == 12


def test_who_comes_back_finds_the_same_part_of_the_same_kind(start, rest, city: Path) -> None:
    running = _search(start, rest, city, SIZES["portrait"], "en")
    _click(running, "lamp")
    rest(running)
    model = visit_of(running).model
    model.show("product")
    rest(running)
    tap(running, "Next ones")
    rest(running)
    first, row = model.first, model.rows[0]
    assert first > 0
    visit_of(running).open(row["page"], row["subject"])
    rest(running)
    visit_of(running).back()
    rest(running)
    assert (model.first, model.shown, model.rows[0]) == (first, "product", row)


def test_one_kind_alone_is_shown(start, rest, city: Path) -> None:
    running = _search(start, rest, city, SIZES["portrait"], "en")
    _click(running, "smart")
    rest(running)
    tap(running, "Services 1")
    rest(running)
    assert [row["title"] for row in visit_of(running).model.rows] == ["Smart city 3D"]


def test_the_keyboard_follows_the_language(start, rest, city: Path) -> None:
    running = _search(start, rest, city, SIZES["portrait"], "vi")
    assert "Telex" in targets(running)
    tap(running, "Français")
    rest(running)
    first = [key["label"] for key in visit_of(running).model.keys[0]]
    assert first == list("azertyuiop")


@pytest.mark.parametrize(
    ("title", "asked", "on"),
    [
        ("Đô thị thông minh 3D", "do thi thong", "Đô thị thông"),
        ("Smart city map", "smart ci", "Smart ci"),
        ("Bản đồ", "xyz", ""),
        ("Hoà-Bình xanh", "binh", "Bình"),
        ("(Smart) city", "smart", "Smart"),
        ("Œuvre d’art", "oeuv", "Œuv"),
        ("Đô thị thông minh", "do th", "Đô thth"),
        ("Đồng bộ", "do bo", "bộ"),
    ],
)
def test_words_that_were_asked_for_are_marked(title, asked, on) -> None:
    pieces = marked(title, asked)
    assert "".join(piece["text"] for piece in pieces) == title
    assert "".join(piece["text"] for piece in pieces if piece["on"]) == on


def test_who_finds_little_has_the_topics_as_well(start, rest, city: Path, size: QSize) -> None:
    running = _search(start, rest, city, size)
    _type(running, "do thi thong")
    assert shows(running, "2 kết quả", "Hoặc xem theo chủ đề")
    model = visit_of(running).model
    tap(running, "Xoá hết")
    _type(running, "den")
    assert comes(lambda: model.number > 2)
    assert comes(lambda: "Hoặc xem theo chủ đề" not in texts(running))
    tap(running, "Xoá hết")
    _type(running, "do thi thong")
    tap(running, "Chủ đề a")
    rest(running)
    assert (visit_of(running).page, visit_of(running).model.title) == ("browse", "Chủ đề a")

"""The parts of the kiosk that need no window: airtime, headlines, texts, pictures and their store."""

import subprocess
import sys
import uuid
from collections import Counter

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage

from showcase.errors import InputError
from showcase.kiosk.attract import Shown
from showcase.kiosk.headline import compose
from showcase.qt.picturecache import LIMIT, PictureCache, room
from showcase.qt.pictures import symbol
from showcase.qt.shaping import covering, rounded, split_options
from showcase.qt.words import Words, name_of


def _picture(width: int, height: int) -> QImage:
    """Return a picture that is red at the left and blue at the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(height):
            image.setPixelColor(x, y, QColor("red" if x < width / 2 else "blue"))
    return image


def test_every_exhibitor_is_shown_as_often_as_any_other() -> None:
    owners = [uuid.uuid4() for _ in range(7)]
    products = [(uuid.uuid4(), owner) for at, owner in enumerate(owners) for _ in range(at * at + 1)]
    of = dict(products)
    shown, times = Shown(), Counter[uuid.UUID]()
    for _ in range(70):
        chosen = shown.next(products, 3)
        assert len({of[product] for product in chosen}) == 3
        for product in chosen:
            shown.note(product, of[product])
            times[of[product]] += 1
    assert set(times.values()) == {30}


def test_a_new_exhibitor_comes_first() -> None:
    old, new = (uuid.uuid4(), uuid.uuid4()), (uuid.uuid4(), uuid.uuid4())
    shown = Shown()
    shown.note(*old)
    assert shown.next([old, new], 1) == [new[0]]


@pytest.mark.parametrize(
    ("theme", "lines", "under"),
    [
        ("Đô thị xanh và thông minh được thúc đẩy bởi AI", ("Đô thị xanh", "và thông minh"), "được thúc đẩy bởi AI"),
        ("Green and smart cities powered by AI", ("Green and", "smart cities"), "powered by AI"),
        ("Kyoto", ("Kyoto",), ""),
    ],
)
def test_a_theme_is_set_as_a_poster(qapp, theme: str, lines: tuple[str, ...], under: str) -> None:
    composed = compose(theme, 119)
    assert composed.lines == lines
    assert composed.under == under


def test_no_word_of_a_long_theme_is_lost(qapp) -> None:
    theme = " ".join(["thành phố"] * 40)
    composed = compose(theme, 119)
    assert " ".join((*composed.lines, composed.under)).split() == theme.split()


def test_content_falls_back_and_names_its_language(qapp) -> None:
    words = Words("fr")
    words.learn(("vi", "es", "ja"))
    assert words.pick({"vi": "Nước", "ja": "水"}) == "Nước"
    assert words.note({"vi": "Nước"}) == "Tiếng Việt"
    assert words.note({"fr": "Eau"}) == ""
    assert words.note({}) == ""
    *names, last = (name_of(code) for code in words.codes())
    assert names == ["Tiếng Việt", "English", "Français", "Español"]
    assert last in {"日本語", "Japanese"}, "in its own name where the system has letters for it"


def test_a_language_without_an_interface_has_the_english_one(qapp) -> None:
    words = Words("ja")
    assert words.say("kiosk.back") == "Back"
    assert words.say("kiosk.chip_all", n=1284) == "All 1,284"
    assert name_of("xx-unknown")


def test_numbers_are_grouped_as_the_language_does(qapp) -> None:
    assert Words("vi").say("kiosk.chip_all", n=1284) == "Tất cả 1.284"
    assert Words("vi").told("vi", "kiosk.chip_all", {"n": 1284.0}) == "Tất cả 1.284"


@pytest.mark.parametrize(("focus", "colour"), [((0.0, 0.5), "red"), ((1.0, 0.5), "blue")])
def test_a_picture_is_cut_about_its_focal_point(qapp, focus: tuple[float, float], colour: str) -> None:
    cut = covering(_picture(80, 20), QSize(20, 20), focus)
    assert cut.size() == QSize(20, 20)
    assert {cut.pixelColor(x, 10).name() for x in (0, 10, 19)} == {QColor(colour).name()}


def test_only_the_corners_that_are_asked_for_are_round(qapp) -> None:
    path, options = split_options("abc?x=0.5&r=12,0,0,12")
    assert path == "abc"
    shaped = rounded(_picture(40, 40), options)
    alphas = [shaped.pixelColor(x, y).alpha() for x, y in ((0, 0), (39, 0), (39, 39), (0, 39))]
    assert alphas == [0, 255, 255, 0]


def test_the_store_of_pictures_is_bounded(qapp) -> None:
    one = _picture(10, 10)
    kept = PictureCache(one.sizeInBytes() * 2)
    for name in "abc":
        kept.put(name, one)
        kept.get("a")
    assert (kept.get("a") is not None, kept.get("b") is not None, kept.get("c") is not None) == (True, False, True)
    kept.put("large", _picture(100, 100))
    assert kept.get("large") is None
    assert kept.bytes <= one.sizeInBytes() * 2


@pytest.mark.parametrize(("size", "pictures"), [((270, 480), 12), ((1080, 1920), 12), ((2160, 3840), 3)])
def test_room_for_pictures_goes_by_the_screen(size: tuple[int, int], pictures: int) -> None:
    assert room(*size) // (4 * size[0] * size[1]) == pictures
    assert room(*size) <= LIMIT


@pytest.mark.parametrize("text", ["HTTPS://VASC.EXAMPLE/P/12345678", "Nguyễn Thị Ánh"])
def test_codes_can_be_read(qapp, text: str) -> None:
    image = symbol(text, 296).convertToFormat(QImage.Format.Format_RGB888)
    pixels = Image.frombuffer("RGB", (296, 296), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine(), 1)
    assert [code.text for code in zxingcpp.read_barcodes(pixels)] == [text]
    assert image.pixelColor(0, 0) == QColor(Qt.GlobalColor.white)


def test_a_text_too_long_for_a_code_is_refused(qapp) -> None:
    with pytest.raises(InputError):
        symbol("á" * 4000, 296)


def test_the_first_picture_waits_for_nothing_else() -> None:
    names = ("sqlalchemy", "PIL", "networkx", "zoneinfo", "PySide6.QtSvg", "showcase.kiosk.kiosk", "showcase.qt.scenes")
    code = f"import sys, showcase.kiosk.running; print([name for name in {names} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

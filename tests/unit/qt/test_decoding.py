"""Codes are read as a camera sees them: small, turned, tilted, blurred, dim, noisy, several at a time."""

import random

import pytest
from PIL import Image, ImageOps
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from showcase.qr.symbol import encode
from showcase.qt.decoding import Decoder, Found, Plane, Sightings, decode_picture
from tests.frames import HEIGHT, WIDTH, Look, as_image, digits, paint_frame

KINDS = {
    "2 pixels a module": Look(px=2.2, blur=0.3),
    "6 pixels a module": Look(px=6),
    "turned": Look(px=3, turn=137),
    "upside down": Look(px=3, turn=180),
    "tilted": Look(px=4, tilt=38),
    "tilted and turned": Look(px=4, tilt=-25, turn=70),
    "blurred": Look(px=5, blur=1.8),
    "dim": Look(px=3, light=0.2),
    "noisy": Look(px=4, noise=8),
    "in the shade": Look(px=4, shade=0.8),
    "all of it": Look(px=5, turn=20, tilt=20, blur=1, light=0.35, shade=0.4, noise=3),
}


def plane(picture: Image.Image) -> Plane:
    return Plane(picture.tobytes(), *picture.size, picture.width)


def centre(found: Found) -> tuple[float, float]:
    xs, ys = zip(*found.corners, strict=True)
    return sum(xs) / 4, sum(ys) / 4


@pytest.fixture
def chance() -> random.Random:
    return random.Random(11)


@pytest.mark.parametrize("kind", KINDS)
def test_a_badge_is_read_however_it_is_held(qapp, chance: random.Random, kind: str) -> None:
    text = digits(chance)
    (found,) = Decoder().read(plane(paint_frame([(text, KINDS[kind])], chance)))
    assert found.content == text.encode()


def test_nothing_is_read_where_there_is_nothing(qapp, chance: random.Random) -> None:
    empty = plane(paint_frame([], chance))
    decoder = Decoder()
    assert [decoder.read(empty) for _ in range(9)] == [[]] * 9


def test_corners_are_where_the_code_is(qapp, chance: random.Random) -> None:
    picture = Image.new("L", (WIDTH, HEIGHT), 255)
    picture.paste(drawn("5678", 4), (640, 180))
    (found,) = Decoder().read(plane(picture))
    side = 4 * encode("5678").size
    corners = [(x * WIDTH, y * HEIGHT) for x, y in found.corners]
    # The quiet zone is four modules of four pixels.
    expected = [(656, 196), (656 + side, 196), (656 + side, 196 + side), (656, 196 + side)]
    for (x, y), (right_x, right_y) in zip(corners, expected, strict=True):
        assert abs(x - right_x) <= 4
        assert abs(y - right_y) <= 4


def test_a_badge_that_is_moved_is_followed(qapp, chance: random.Random) -> None:
    decoder = Decoder()
    for step in range(12):
        picture = Image.new("L", (WIDTH, HEIGHT), 200)
        picture.paste(drawn("24680", 3), (100 + 60 * step, 80 + 30 * step))
        (found,) = decoder.read(plane(picture))
        assert found.content == b"24680"
        assert abs(centre(found)[0] * WIDTH - (100 + 60 * step + 43.5)) < 6


@pytest.mark.parametrize("place", [(0, 0), (WIDTH - 87, 0), (0, HEIGHT - 87), (WIDTH - 87, HEIGHT - 87)])
def test_a_badge_in_a_corner_is_followed(place: tuple[int, int]) -> None:
    picture = Image.new("L", (WIDTH, HEIGHT), 200)
    picture.paste(drawn("24680", 3), place)
    decoder = Decoder()
    assert [len(decoder.read(plane(picture))) for _ in range(6)] == [1] * 6


def test_all_codes_in_view_are_told_within_three_pictures(qapp, chance: random.Random) -> None:
    looks = [(digits(chance), Look(px=px, blur=0.4)) for px in (2.3, 4.5, 3)]
    seen = plane(paint_frame(looks, chance))
    decoder = Decoder()
    told = {found.content for _ in range(3) for found in decoder.read(seen)}
    assert told == {text.encode() for text, _ in looks}


def test_a_small_code_that_joins_a_large_one_is_told_within_three_pictures(qapp, chance: random.Random) -> None:
    first, second = digits(chance), digits(chance)
    decoder = Decoder()
    alone = plane(paint_frame([(first, Look(px=5))], random.Random(1)))
    assert len(decoder.read(alone)) == 1
    both = plane(paint_frame([(first, Look(px=5)), (second, Look(px=2.4))], random.Random(1)))
    told = {found.content for _ in range(3) for found in decoder.read(both)}
    assert told == {first.encode(), second.encode()}


def test_light_on_dark_is_read_within_eight_pictures(qapp, chance: random.Random) -> None:
    picture = plane(ImageOps.invert(drawn("97531", 4)))
    decoder = Decoder()
    told = {found.content for _ in range(8) for found in decoder.read(picture)}
    assert told == {b"97531"}


@pytest.mark.parametrize("size", [(1, 1), (20, 400), (400, 3), (21, 21)])
def test_a_picture_of_a_few_pixels_holds_nothing(size: tuple[int, int]) -> None:
    decoder = Decoder()
    for _ in range(9):
        assert decoder.read(plane(Image.new("L", size, 128))) == []


def test_a_code_is_news_again_when_it_was_away_for_two_seconds() -> None:
    sightings = Sightings()
    assert sightings.news([b"a"], 0) == [b"a"]
    assert sightings.news([b"a", b"b"], 1.9) == [b"b"]
    assert sightings.news([], 3.5) == []
    assert sightings.news([b"a"], 3.8) == [], "seen 1.9 s ago"
    assert sightings.news([b"b", b"b"], 4) == [b"b"], "once, though twice in the picture"
    assert sightings.news([b"a"], 5.8) == [b"a"]


def test_a_code_that_stays_is_told_once() -> None:
    sightings = Sightings()
    assert [sightings.news([b"a"], at / 10) for at in range(100)] == [[b"a"], *([[]] * 99)]


def drawn(text: str, px: int) -> Image.Image:
    """Return a symbol with its quiet zone, in whole pixels."""
    matrix = encode(text)
    picture = Image.new("L", (matrix.size, matrix.size), 255)
    picture.putdata([0 if bit == "1" else 255 for row in matrix.rows() for bit in f"{row:0{matrix.size}b}"])
    return ImageOps.expand(picture, 4, 255).resize(((matrix.size + 8) * px,) * 2, Image.Resampling.NEAREST)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_file_of_a_badge_is_read(qapp, chance: random.Random, kind: str) -> None:
    text = digits(chance)
    image = as_image(paint_frame([(text, KINDS[kind])], chance))
    assert decode_picture(image) == [text.encode()]


@pytest.mark.parametrize("px", [1, 2, 3, 12])
def test_a_screenshot_is_read_at_any_zoom(qapp, px: int) -> None:
    assert decode_picture(as_image(drawn("https://sample.example/P/12345678", px))) == [
        b"https://sample.example/P/12345678"
    ]


def test_a_picture_may_be_light_on_dark_turned_or_on_nothing(qapp) -> None:
    image = as_image(drawn("135", 4))
    inverted = image.copy()
    inverted.invertPixels()
    assert decode_picture(inverted) == [b"135"]
    turned = image.transformed(QTransform().rotate(33))
    assert decode_picture(turned) == [b"135"]
    clear = QImage(image.size(), QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    painter = QPainter(clear)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixelColor(x, y).red() < 128:
                painter.fillRect(x, y, 1, 1, QColor("black"))
    painter.end()
    assert decode_picture(clear) == [b"135"]


def test_all_codes_of_a_picture_are_told_once(qapp) -> None:
    sheet = Image.new("L", (900, 500), 255)
    for place, text in enumerate(("11", "22", "33", "11")):
        sheet.paste(drawn(text, 5), (20 + 210 * place, 60))
    assert sorted(decode_picture(as_image(sheet))) == [b"11", b"22", b"33"]


def test_a_picture_without_a_code_or_without_pixels_holds_nothing(qapp, chance: random.Random) -> None:
    assert decode_picture(QImage()) == []
    assert decode_picture(as_image(paint_frame([], chance))) == []


def test_names_keep_their_accents(qapp) -> None:
    assert decode_picture(as_image(drawn("Nguyễn Thị Ánh", 4))) == ["Nguyễn Thị Ánh".encode()]

"""Scenes are the same everywhere, fill every pixel at any size, and show numbers as they are."""

import re
from collections.abc import Sequence
from functools import cache

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage

from showcase.paths import resource
from showcase.qt import inks
from showcase.qt.scenes import SAME, SCENES, paint
from showcase.qt.scenes.light import lights
from showcase.qt.scenes.motifs import MOTIFS
from showcase.qt.scenes.pen import Chance, Pen, Quiet

SIZES = [(176, 150), (586, 246), (300, 540), (540, 300)]


def _bytes(image: QImage) -> bytes:
    return bytes(image.constBits())


def test_chance_is_that_of_mulberry32() -> None:
    # the first numbers of the reference for these seeds, in units of 2^-32
    chance = Chance(1)
    assert [int(chance() * 2**32) for _ in range(3)] == [2693262067, 11749833, 2265367787]
    assert int(Chance(0)() * 2**32) == 1144304738


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("size", SIZES)
def test_a_scene_fills_its_box_and_is_the_same_again(qapp, scene: str, size: tuple[int, int]) -> None:
    first, again = (paint(scene, *size, seed=7) for _ in range(2))
    assert (first.width(), first.height()) == size
    assert _bytes(first) == _bytes(again)
    seen = {first.pixel(x, y) for x in range(0, size[0], 9) for y in range(0, size[1], 9)}
    assert len(seen) > 1, "something is drawn"


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("size", [(1, 1), (132, 12), (30, 100)])
def test_a_picture_of_a_few_pixels_is_painted_to_its_end(qapp, scene: str, size: tuple[int, int]) -> None:
    image = paint(scene, *size, seed=7)
    assert (image.width(), image.height()) == size


@pytest.mark.parametrize("motif", MOTIFS)
def test_products_of_one_topic_have_covers_of_their_own(qapp, motif: str) -> None:
    assert _bytes(paint(motif, 342, 246, seed=1)) != _bytes(paint(motif, 342, 246, seed=2))


@pytest.mark.parametrize("number", [1, 96, 902])
def test_there_are_as_many_lights_as_are_counted(qapp, number: int) -> None:
    from PySide6.QtGui import QPainter

    image = QImage(700, 700, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    lights(Pen(painter), 350, 350, 330, number)
    painter.end()
    lit = {(x, y) for y in range(700) for x in range(700) if image.pixel(x, y) & 0xFF0000 > 0x700000}
    assert _islands(lit) == number


def _islands(lit: set[tuple[int, int]]) -> int:
    """Return how many groups of neighbouring pixels there are."""
    found = 0
    while lit:
        found += 1
        edge = [lit.pop()]
        while edge:
            x, y = edge.pop()
            near = [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (x + dx, y + dy) in lit]
            lit.difference_update(near)
            edge += near
    return found


LIGHT = ("energy", "gov", "build", "terrace")
"""Motifs of a light ground, as TopicTile.qml has them: their titles are forest, all others paper."""
TILES = [(246, 64, 40), (246, 110, 40), (246, 138, 6), (202, 64, 6), (202, 110, 6)]
"""Heights of a tile, how far down its title reaches (its top is at 18, a line is 46, a larger one 60), and seeds."""


@pytest.mark.parametrize("motif", MOTIFS)
@pytest.mark.parametrize("width", [586, 342])
@pytest.mark.parametrize(("height", "foot", "seeds"), TILES)
def test_a_title_can_be_read_on_a_tile_of_every_seed(
    qapp, motif: str, width: int, height: int, foot: int, seeds: int
) -> None:
    box = QRect(28, 18, width - 56, foot - 18)
    for seed in range(seeds):
        image = paint(motif, width, height, seed=seed, quiet=Quiet(width - 28, foot))
        assert _worst(image, box, inks.FOREST if motif in LIGHT else inks.PAPER) >= 4.5, f"seed {seed}"


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_heading_can_be_read_on_a_stage(qapp, motif: str) -> None:
    for seed in range(5):
        image = paint(motif, 840, 948, seed=seed, quiet=Quiet(776, 370))
        ink = inks.FOREST if motif in LIGHT else inks.PAPER
        assert _worst(image, QRect(64, 36, 712, 334), ink) >= 4.5, f"seed {seed}"


@pytest.mark.parametrize("width", [176, 586, 1080])
def test_what_stands_right_of_a_short_title_keeps_its_place(qapp, width: int) -> None:
    height = 246 if width < 1000 else 690
    free, beside = (paint("gov", width, height, quiet=quiet) for quiet in (Quiet(), Quiet(60, 110)))
    assert _bytes(free) == _bytes(beside)


@pytest.mark.parametrize(("scene", "size", "box", "ink", "least"), [
    ("dusk", (1080, 1920), (58, 132, 964, 300), inks.PAPER, 4.5),
    ("dusk", (1080, 1920), (64, 436, 952, 72), inks.LANTERN, 4),
    ("dusk", (1920, 1080), (58, 132, 964, 330), inks.PAPER, 4.5),
    ("dusk", (1920, 1080), (64, 472, 952, 72), inks.LANTERN, 4),
    ("lights", (1080, 1920), (64, 318, 952, 72), inks.LANTERN, 4),
    ("lights", (1920, 1080), (64, 318, 952, 72), inks.LANTERN, 4),
    ("day", (1080, 580), (58, 112, 500, 228), inks.FOREST, 4.5),
    ("day", (840, 948), (58, 96, 700, 228), inks.FOREST, 4.5),
    ("contours", (1080, 1920), (64, 36, 952, 200), inks.PAPER, 4.5),
])  # fmt: skip
def test_words_can_be_read_where_they_stand(
    qapp, scene: str, size: tuple[int, int], box: tuple[int, int, int, int], ink: str, least: float
) -> None:
    assert _worst(paint(scene, *size, theme="dusk", seed=902), QRect(*box), ink) >= least


@pytest.mark.parametrize("motif", MOTIFS)
def test_in_contrast_each_motif_is_a_pictogram_of_its_own(qapp, motif: str) -> None:
    image = paint(motif, 480, 360, theme="contrast")
    others = [paint(other, 480, 360, theme="contrast") for other in MOTIFS if other != motif]
    assert _bytes(image) not in {_bytes(other) for other in others}


@pytest.mark.parametrize("scene", [scene for scene in SCENES if scene not in SAME])
def test_in_contrast_there_are_three_inks_alone(qapp, scene: str) -> None:
    # what else there is, is the edge of a line, between the two inks it parts
    image = paint(scene, 600, 400, theme="contrast", seed=96)
    allowed = {int(ink[1:], 16) for ink in (inks.COAL, inks.FLAME, inks.WHITE, inks.GLOW, inks.LANTERN, inks.EMBER)}
    flat = [pixel & 0xFFFFFF for pixel in _pixels(image)]
    share = sum(pixel in allowed or pixel == 0xF8B825 for pixel in flat) / len(flat)
    assert share > 0.9
    assert image.pixel(2, 2) & 0xFFFFFF == int(inks.COAL[1:], 16)


@pytest.mark.parametrize("motif", MOTIFS)
def test_on_a_finer_screen_a_motif_is_the_same_drawing(qapp, motif: str) -> None:
    plain, fine = paint(motif, 342, 246, seed=3), paint(motif, 1026, 738, seed=3, density=3)
    small = fine.scaled(plain.size(), mode=Qt.TransformationMode.SmoothTransformation)
    pairs = zip(_pixels(plain), _pixels(small), strict=True)
    away = sum(abs((one >> 8 & 255) - (other >> 8 & 255)) for one, other in pairs) / plain.width() / plain.height()
    assert away < 4


def _pixels(image: QImage) -> Sequence[int]:
    return memoryview(image.constBits()).cast("I")


def _worst(image: QImage, box: QRect, ink: str) -> float:
    """Return the least contrast of a text with what is behind it."""
    part = image.copy(box)
    return min(_contrast(pixel & 0xFFFFFF, int(ink[1:], 16)) for pixel in set(_pixels(part)))


def _contrast(one: int, other: int) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@cache
def _luminance(colour: int) -> float:
    parts = [(colour >> shift & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_inks_are_those_of_the_theme() -> None:
    theme = resource("qml", "Theme", "Theme.qml").read_text(encoding="utf-8")
    told = dict(re.findall(r'readonly property color (\w+): "(#[0-9A-F]{6})"', theme))
    ours = {name.lower(): value for name, value in vars(inks).items() if name.isupper()}
    assert ours.items() <= told.items()

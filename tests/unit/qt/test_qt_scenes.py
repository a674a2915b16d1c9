"""Scenes are the same everywhere, fill every pixel at any size, and show numbers as they are."""

import re

import pytest
from PySide6.QtGui import QColor, QImage

from showcase.paths import resource
from showcase.qt import inks
from showcase.qt.scenes import SCENES, paint
from showcase.qt.scenes.light import lights
from showcase.qt.scenes.motifs import MOTIFS
from showcase.qt.scenes.pen import Chance, Pen

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


@pytest.mark.parametrize(("scene", "size", "ink", "least"), [
    ("dusk", (1080, 1920), inks.PAPER, 4.5),
    ("day", (1080, 580), inks.FOREST, 4.5),
    ("mobility", (586, 246), inks.PAPER, 4.5),
    ("energy", (342, 246), inks.FOREST, 4.5),
    ("gov", (342, 246), inks.FOREST, 4.5),
    ("ai", (586, 246), inks.PAPER, 4.5),
    ("water", (586, 246), inks.PAPER, 4.5),
    ("build", (342, 246), inks.FOREST, 4.5),
])  # fmt: skip
def test_a_title_can_be_read_where_it_stands(qapp, scene: str, size: tuple[int, int], ink: str, least: float) -> None:
    image = paint(scene, *size, theme="dusk" if scene == "dusk" else "day")
    right, bottom = (0.55, 0.2) if scene == "dusk" else (0.4, 0.35) if scene == "day" else (0.5, 0.3)
    box = [(x, y) for x in range(20, int(size[0] * right), 3) for y in range(14, int(size[1] * bottom), 3)]
    worst = min(_contrast(QColor(image.pixel(x, y)), QColor(ink)) for x, y in box)
    assert worst >= least


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_inks_are_those_of_the_theme() -> None:
    theme = resource("qml", "Theme", "Theme.qml").read_text(encoding="utf-8")
    told = dict(re.findall(r'readonly property color (\w+): "(#[0-9A-F]{6})"', theme))
    ours = {name.lower(): value for name, value in vars(inks).items() if name.isupper()}
    assert ours.items() <= told.items()

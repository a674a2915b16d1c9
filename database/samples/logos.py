"""The marks of the sample's organisations: one flat shape each, on a round ground."""

import math
from collections.abc import Callable, Iterator

from picture_kit import BRICK, FOREST, HONEY, INDIGO, INK, LANTERN, LEAF, MINT, PAPER, PINE, RIVER
from PIL import Image, ImageDraw

_SIDE = 512
_FINER = 4
Pen = ImageDraw.ImageDraw
Mark = Callable[[Pen], None]


def _p(*points: tuple[float, float]) -> list[tuple[float, float]]:
    """Return points of a square of 100 in pixels of the large drawing."""
    return [(x * _SIDE * _FINER / 100, y * _SIDE * _FINER / 100) for x, y in points]


def _wide(width: float) -> int:
    return round(width * _SIDE * _FINER / 100)


def _river(pen: Pen) -> None:
    for step, colour in enumerate((PAPER, MINT, HONEY)):
        curve = [(16 + x, 36 + 14 * step + 6 * math.sin(x / 11)) for x in range(69)]
        pen.line(_p(*curve), colour, _wide(6), joint="curve")


def _harbour(pen: Pen) -> None:
    pen.polygon(_p((46, 18), (46, 60), (22, 60)), PAPER)
    pen.polygon(_p((51, 28), (51, 60), (74, 60)), HONEY)
    pen.polygon(_p((18, 65), (82, 65), (70, 80), (30, 80)), PAPER)


def _terraces(pen: Pen) -> None:
    for step, colour in enumerate((MINT, HONEY, PAPER)):
        r = 34 - 11 * step
        pen.pieslice(_p((50 - r, 68 - r), (50 + r, 68 + r)), 180, 360, colour)


def _gate(pen: Pen) -> None:
    pen.rectangle(_p((24, 26), (76, 35)), HONEY)
    for x in (28, 45.5, 63):
        pen.rectangle(_p((x, 40), (x + 9, 78)), PAPER)


def _open_book(pen: Pen) -> None:
    pen.polygon(_p((50, 36), (18, 26), (18, 68), (50, 78)), PAPER)
    pen.polygon(_p((50, 36), (82, 26), (82, 68), (50, 78)), MINT)
    pen.ellipse(_p((43, 14), (57, 28)), HONEY)


def _links(pen: Pen) -> None:
    around = [(50 + 28 * math.cos(k * math.pi / 3), 50 + 28 * math.sin(k * math.pi / 3)) for k in range(6)]
    pen.line(_p(*around, around[0]), MINT, _wide(3))
    for k, (x, y) in enumerate(around):
        pen.ellipse(_p((x - 8, y - 8), (x + 8, y + 8)), HONEY if k % 2 else PAPER)


def _flower(pen: Pen) -> None:
    for k in range(5):
        x, y = 50 + 19 * math.sin(k * 1.2566), 50 - 19 * math.cos(k * 1.2566)
        pen.ellipse(_p((x - 15, y - 15), (x + 15, y + 15)), PAPER)
    pen.ellipse(_p((40, 40), (60, 60)), LANTERN)


def _waves(pen: Pen) -> None:
    pen.ellipse(_p((42, 42), (58, 58)), HONEY)
    for r in (20, 31):
        for start in (-50, 130):
            pen.arc(_p((50 - r, 50 - r), (50 + r, 50 + r)), start, start + 100, PAPER, _wide(5))


def _sunrise(pen: Pen) -> None:
    pen.pieslice(_p((28, 36), (72, 80)), 180, 360, PAPER)
    for k in range(7):
        turn = math.pi * k / 6
        inner, outer = ((50 + r * math.cos(turn), 58 - r * math.sin(turn)) for r in (27, 37))
        pen.line(_p(inner, outer), PAPER, _wide(4))
    pen.rectangle(_p((20, 63), (80, 68)), PAPER)


def _prism(pen: Pen) -> None:
    pen.polygon(_p((50, 18), (80, 34), (50, 50), (20, 34)), PAPER)
    pen.polygon(_p((20, 39), (47, 54), (47, 82), (20, 67)), MINT)
    pen.polygon(_p((80, 39), (53, 54), (53, 82), (80, 67)), HONEY)


def _dial(pen: Pen) -> None:
    pen.ellipse(_p((20, 20), (80, 80)), None, PAPER, _wide(6))
    pen.line(_p((50, 50), (50, 28)), HONEY, _wide(6))
    pen.line(_p((50, 50), (66, 60)), PAPER, _wide(6))


def _pulse(pen: Pen) -> None:
    beat = ((16, 54), (34, 54), (42, 34), (53, 74), (61, 46), (66, 54), (84, 54))
    pen.line(_p(*beat), PAPER, _wide(6), joint="curve")
    pen.ellipse(_p((70, 20), (82, 32)), HONEY)


_MARKS: tuple[tuple[str, Mark], ...] = (
    (PINE, _river), (INDIGO, _harbour), (LEAF, _terraces), (BRICK, _gate), (FOREST, _open_book), ("#5B3A73", _links),
    ("#B4486A", _flower), ("#1F5A7A", _waves), ("#D98200", _sunrise), ("#176B6B", _prism), (INK, _dial),
    (RIVER, _pulse),
)  # fmt: skip


def draw_all() -> Iterator[tuple[str, Image.Image]]:
    """Give the ref of each organisation and its logo, transparent around the ground."""
    for number, (ground, mark) in enumerate(_MARKS, start=1):
        image = Image.new("RGBA", (_SIDE * _FINER, _SIDE * _FINER))
        pen = ImageDraw.Draw(image)
        pen.rounded_rectangle(_p((2, 2), (98, 98)), _wide(24), fill=ground)
        mark(pen)
        yield f"o{number:02}", image.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS).quantize(64)

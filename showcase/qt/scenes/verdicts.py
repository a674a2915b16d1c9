"""The panel of a verdict: a drum, tone on tone, and for its sun the verdict's own shape. No two shapes are alike.

The shape is a picture of its own on nothing: it is small, and stands before the drum is painted.
"""

from collections.abc import Callable, Mapping
from functools import partial
from math import cos, pi, sin
from typing import Final, NamedTuple

from showcase.qt import inks
from showcase.qt.scenes.light import Band, Inks, drum, lantern
from showcase.qt.scenes.pen import Pen, Point

WIDTH: Final = 580
"""Of the drawings."""
SON: Final = "#A92C1C"
SUN: Final = (122.0, 134.0)
"""Middle of the drum and of the shape."""
BOX: Final = 200
"""Of a shape, whose middle is that of the box."""
_RADIUS: Final = 74.0
_BANDS: Final = (
    *(Band("gap", 18), Band("line"), Band("gap", 6), Band("comb", 14, 9), Band("gap", 6), Band("line")),
    *(Band("gap", 4), Band("circles", 28, 30), Band("gap", 4), Band("line"), Band("gap", 9)),
    *(Band("birds", 50), Band("gap", 9), Band("line", ink=1), Band("gap", 5), Band("saw", 13, 16, 1)),
    *(Band("line", ink=1), Band("gap", 8), Band("dots", 9, 15, 1), Band("gap", 8), Band("line", ink=1)),
    *(Band("gap", 8), Band("circles", 38, 42, 1), Band("gap", 8), Band("line", ink=1), Band("gap", 8)),
    *(Band("slant", 24, 13, 1), Band("gap", 8), Band("line", ink=1)),
)


class Ground(NamedTuple):
    """The inks of a tone: its ground, the near and the far bands, the shape, and what stands on the shape."""

    ground: str
    near: str
    far: str
    shape: str
    sign: str


GOOD: Final = Ground(inks.MOSS, "#116145", "#146A4B", inks.PAPER, inks.MOSS)
HOLD: Final = Ground(inks.LANTERN, "#DD9600", "#E69F00", inks.NIGHT, inks.GLOW)
REFUSED: Final = Ground(SON, "#8C2115", "#982519", inks.PAPER, SON)
UNKNOWN: Final = Ground(inks.PINE, "#0F4D39", "#11543F", inks.PAPER, inks.PINE)
KNOWN: Final = Ground(inks.FOREST, "#0E4937", "#0D4332", inks.PAPER, inks.FOREST)


def _regular(corners: int, radius: float, turn: float = 0.0) -> list[Point]:
    x, y = SUN
    angles = [turn + 2 * pi * at / corners for at in range(corners)]
    return [(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles]


def _strokes(pen: Pen, ink: str, width: float, *lines: tuple[Point, ...]) -> None:
    x, y = SUN
    for line in lines:
        pen.polyline([(x + right, y + down) for right, down in line], ink, width)


def _disc(pen: Pen, look: Ground) -> None:
    pen.circle(*SUN, _RADIUS, look.shape)


def _diamond(pen: Pen, look: Ground) -> None:
    pen.polygon(_regular(4, 84), look.shape)


def _octagon(pen: Pen, look: Ground) -> None:
    pen.polygon(_regular(8, 80, pi / 8), look.shape)


def _square(pen: Pen, look: Ground) -> None:
    pen.rect(SUN[0] - 68, SUN[1] - 68, 136, 136, look.shape)


def _check(pen: Pen, look: Ground) -> None:
    _disc(pen, look)
    _strokes(pen, look.sign, 15, ((-33, 2), (-10, 26), (34, -24)))


def _ring(pen: Pen, look: Ground) -> None:
    _disc(pen, look)
    pen.ring(*SUN, 44, 44, look.sign, 11)
    _strokes(pen, look.sign, 10, ((-18, 1), (-5, 14), (19, -13)))


def _arrows(pen: Pen, look: Ground) -> None:
    _diamond(pen, look)
    there = ((-30.0, -12.0), (14.0, -12.0)), ((2.0, -26.0), (16.0, -12.0), (2.0, 2.0))
    back = ((30.0, 14.0), (-14.0, 14.0)), ((-2.0, 0.0), (-16.0, 14.0), (-2.0, 28.0))
    _strokes(pen, look.sign, 8, *there, *back)


def _bar(pen: Pen, look: Ground) -> None:
    _diamond(pen, look)
    _strokes(pen, look.sign, 15, ((-30, 0), (30, 0)))


def _full(pen: Pen, look: Ground) -> None:
    """Draw three people side by side: there is no room for a fourth."""
    _diamond(pen, look)
    x, y = SUN
    for at in (-24, 0, 24):
        pen.circle(x + at, y - 13, 8, look.sign)
        pen.rect(x + at - 9, y, 18, 22, look.sign, 8)


def _clock(pen: Pen, look: Ground) -> None:
    _diamond(pen, look)
    pen.ring(*SUN, 33, 33, look.sign, 8)
    _strokes(pen, look.sign, 8, ((0, -18), (0, 1), (13, 9)))


def _cross(pen: Pen, look: Ground) -> None:
    _octagon(pen, look)
    _strokes(pen, look.sign, 15, ((-29, -29), (29, 29)), ((29, -29), (-29, 29)))


def _unsaved(pen: Pen, look: Ground) -> None:
    """Draw a disk that takes nothing."""
    _octagon(pen, look)
    _strokes(pen, look.sign, 9, ((-32, -32), (20, -32), (34, -18), (34, 34), (-32, 34), (-32, -32)))
    _strokes(pen, look.sign, 9, ((-16, -30), (-16, -12), (14, -12), (14, -30)))
    _strokes(pen, look.sign, 11, ((-42, 44), (44, -42)))


def _question(pen: Pen, look: Ground) -> None:
    _square(pen, look)
    x, y = SUN
    points = [(x + 24 * cos(angle), y - 18 + 24 * sin(angle)) for angle in (pi + pi * at / 12 for at in range(17))]
    pen.polyline([*points, (x, y + 12), (x, y + 18)], look.sign, 13)
    pen.circle(x, y + 42, 8.5, look.sign)


def _plus(pen: Pen, look: Ground) -> None:
    _square(pen, look)
    _strokes(pen, look.sign, 14, ((-34, 0), (34, 0)), ((0, -34), (0, 34)))


def _sign(pen: Pen, look: Ground) -> None:
    """Draw a sign on its post."""
    _square(pen, look)
    x, y = SUN
    pen.rect(x - 40, y - 40, 80, 46, look.sign)
    pen.rect(x - 5, y + 6, 10, 42, look.sign)
    pen.rect(x - 26, y - 22, 52, 9, look.shape)


def _tick(pen: Pen, look: Ground) -> None:
    _square(pen, look)
    _strokes(pen, look.sign, 14, ((-33, 2), (-10, 26), (34, -24)))


def _known(pen: Pen, look: Ground) -> None:
    del look
    lantern(pen, *SUN, _RADIUS)


def _panel(pen: Pen, w: float, h: float, seed: int, *, look: Ground) -> None:
    pen.rect(0, 0, w, h, look.ground)
    pen.painter.save()
    pen.painter.scale(w / WIDTH, w / WIDTH)
    drum(pen, *SUN, _RADIUS + 8, Inks(look.near, look.far, look.far, look.far), _BANDS)
    pen.painter.restore()


def _shape(pen: Pen, w: float, h: float, seed: int, *, look: Ground, mark: Callable[[Pen, Ground], None]) -> None:
    pen.painter.save()
    pen.painter.scale(w / BOX, w / BOX)
    pen.painter.translate(BOX / 2 - SUN[0], BOX / 2 - SUN[1])
    mark(pen, look)
    pen.painter.restore()


PANELS: Final[Mapping[str, Callable[[Pen, float, float, int], None]]] = {
    f"verdict-{name}": partial(_panel, look=look)
    for name, look in (("good", GOOD), ("hold", HOLD), ("refused", REFUSED), ("unknown", UNKNOWN), ("known", KNOWN))
}
"""Name -> how it is drawn; the drum goes about SUN in a panel that is WIDTH wide."""
SHAPES: Final[Mapping[str, Callable[[Pen, float, float, int], None]]] = {
    f"shape-{name}": partial(_shape, look=look, mark=mark)
    for name, look, mark in (
        ("check", GOOD, _check),
        ("ring", GOOD, _ring),
        ("arrows", HOLD, _arrows),
        ("bar", HOLD, _bar),
        ("full", HOLD, _full),
        ("clock", HOLD, _clock),
        ("cross", REFUSED, _cross),
        ("unsaved", REFUSED, _unsaved),
        ("question", UNKNOWN, _question),
        ("plus", UNKNOWN, _plus),
        ("sign", UNKNOWN, _sign),
        ("tick", UNKNOWN, _tick),
        ("known", KNOWN, _known),
    )
}
"""Name -> how it is drawn into a square, on nothing."""

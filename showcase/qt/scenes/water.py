"""Water: its light, its strokes, its rivers, and the lotus on it."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from showcase.qt import inks
from showcase.qt.scenes.pen import Chance, Pen, Point, Quiet

_RIVER: Final = (
    *(inks.LEAF, inks.MOSS, inks.SPROUT, inks.LEAF, inks.JADE, inks.SPROUT, inks.MINT),
    *(inks.SPROUT, inks.JADE, inks.LEAF, inks.MOSS),
)


def ripples(
    pen: Pen,
    box: QRectF,
    seed: int,
    colours: Sequence[str],
    *,
    step: float = 14,
    length: tuple[float, float] = (20, 140),
    width: float = 3,
    density: float = 1,
) -> None:
    """Draw short strokes over a box that lengthen towards the viewer."""
    chance = Chance(seed)
    y = box.top()
    while y < box.bottom():
        near = (y - box.top()) / box.height()
        for _ in range(max(1, round(density * (1 + chance() * 3)))):
            long = (length[0] + chance() * (length[1] - length[0])) * (0.6 + near * 0.8)
            x = box.left() + chance() * (box.width() - long)
            chance()
            pen.line((x, y), (x + long, y), chance.pick(colours), width * (0.8 + near * 0.7), blunt=False)
        y += step


def glitter(
    pen: Pen, x: float, top: float, bottom: float, radius: float, seed: int, ink: str, *, step: float = 17
) -> None:
    """Draw the reflection of the lantern: bars that shorten and part."""
    chance = Chance(seed)
    y = top
    while y < bottom:
        away = (y - top) / (bottom - top)
        half = radius * (1 - away * away) ** 0.5 * (0.62 + 0.38 * chance())
        aside = (chance() - 0.5) * radius * 0.22
        high = step * 0.4 * (1 - away * 0.35)
        pen.rect(x - half + aside, y, 2 * half, high, ink, high / 2)
        y += step


def river(pen: Pen, width: float, calm: float, size: float, seed: int, quiet: Quiet) -> None:
    """Draw offset lines of one meander, whose spacing breathes.

    Args:
        pen: what draws.
        width: of the picture.
        calm: the height about which the river swings; it lies lower where it would reach words.
        size: of the whole: it swings by a seventh of it to either side, and one bend is one and a half of it long.
        seed: of chance.
        quiet: where words stand.
    """
    chance = Chance(seed)
    first, second = chance() * 9, chance() * 9
    lines: list[list[Point]] = []
    for place in range(len(_RIVER)):
        offset = (place - (len(_RIVER) - 1) / 2) * size * 0.043
        lines.append([])
        for x in range(-10, int(width) + 20, 10):
            u = x / size / 2.03
            swing = 0.13 * sin(u * 4.2 + first) + 0.052 * sin(u * 8.3 + second)
            lines[-1].append((x, calm + size * swing + offset * (1 + 0.55 * sin(u * 3.1 + second))))
    gap = min((y - quiet.top(x - 12) for line in lines for x, y in line), default=0.0) - size * 0.01 - 2
    for ink, line in zip(_RIVER, lines, strict=True):
        pen.polyline([(x, y - min(gap, 0)) for x, y in line], ink, size * 0.019)


def petal(x: float, y: float, length: float, width: float, angle: float) -> QPainterPath:
    """Return a pointed petal that stands on a point and leans by an angle in radians."""
    path = QPainterPath(QPointF(0, 0))
    path.cubicTo(-width, -length * 0.45, -width * 0.55, -length * 0.85, 0, -length)
    path.cubicTo(width * 0.55, -length * 0.85, width, -length * 0.45, 0, 0)
    return QTransform().translate(x, y).rotateRadians(angle).map(path)


def lotus(pen: Pen, x: float, y: float, size: float, back: str, front: str, edge: str) -> None:
    """Draw a lotus in two inks with one outline."""
    for angles, drop, length, width, ink in (
        ((-1.28, 1.28, -0.95, 0.95), 0.0, 0.92, 0.24, back),
        ((-0.62, 0.62, -0.3, 0.3), 0.0, 1.02, 0.27, front),
        ((0.0,), 0.0, 0.98, 0.28, front),
        ((-0.85, 0.85), 0.02, 0.62, 0.24, back),
        ((-0.38, 0.38), 0.03, 0.56, 0.25, front),
    ):
        for angle in angles:
            shape = petal(x, y + size * drop, size * length, size * width, angle)
            pen.path(shape, ink)
            pen.outline(shape, edge, max(1.5, size * 0.016))


def leaf(pen: Pen, x: float, y: float, across: float, down: float, ink: str, vein: str, notch: float = 0.3) -> None:
    """Draw a leaf of a lotus: an ellipse with a notch and eleven veins."""
    path = QPainterPath(QPointF(x, y))
    start, end = notch + 0.16, notch - 0.16 + 2 * pi
    for place in range(49):
        angle = start + (end - start) * place / 48
        path.lineTo(x + across * cos(angle), y + down * sin(angle))
    path.closeSubpath()
    pen.path(path, ink)
    angles = [notch + place / 12 * 2 * pi for place in range(1, 12)]
    ends = [(x + across * 0.86 * cos(angle), y + down * 0.86 * sin(angle)) for angle in angles]
    pen.lines([((x, y), end) for end in ends], vein, 2)

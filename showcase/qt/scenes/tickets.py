"""Pictures that say what to do about a badge: take the newer one, go to the desk, look for the code."""

from collections.abc import Callable, Mapping
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from showcase.qt import inks
from showcase.qt.scenes.light import Band, Inks, drum, lantern
from showcase.qt.scenes.pen import Chance, Pen
from showcase.qt.scenes.verdicts import SON

WIDTH: Final = 690
HEIGHT: Final = 346
_STONE: Final = "#4C5F56"
_AROUND: Final = (
    *(Band("line"), Band("gap", 5), Band("comb", 11, 10), Band("gap", 5), Band("line"), Band("gap", 5)),
    *(Band("circles", 26, 28), Band("gap", 5), Band("line")),
)
_HEAD: Final = (
    *(Band("gap", 6), Band("line"), Band("gap", 3), Band("comb", 8, 7), Band("gap", 3), Band("line")),
    *(Band("gap", 8), Band("dots", 4, 9, 1), Band("gap", 5), Band("line", ink=1)),
)
_WIDE, _HIGH = 150.0, 196.0


def _ground(pen: Pen, w: float, h: float) -> None:
    """Have what follows drawn in the pixels of the drawings, in the middle of the box."""
    pen.rect(0, 0, w, h, inks.RICE)
    scale = min(w / WIDTH, h / HEIGHT)
    pen.painter.translate((w - WIDTH * scale) / 2, (h - HEIGHT * scale) / 2)
    pen.painter.scale(scale, scale)


def _rings(pen: Pen, x: float, y: float) -> None:
    drum(pen, x, y, 128, Inks(*(inks.STRAW,) * 4), _AROUND)


def _dashed(pen: Pen, box: QRectF, radius: float, ink: str, ground: str) -> None:
    line = QPen(QColor(ink), 4)
    line.setDashPattern([2.5, 2])
    pen.painter.setPen(line)
    pen.painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    pen.painter.drawRoundedRect(box, radius, radius)


def _strap(pen: Pen, ink: str) -> None:
    for side in (-1, 1):
        pen.line((side * 8, -_HIGH / 2 + 8), (side * 34, -190), ink, 11)


def _code(pen: Pen, x: float, y: float, side: float, ink: str) -> None:
    """Draw what looks like a QR code from afar and is none: nobody shall scan a picture."""
    modules, chance = 21, Chance(9)
    size = side / modules
    for row in range(modules):
        for column in range(modules):
            corner = (row < 8 and (column < 8 or column > 12)) or (row > 12 and column < 8)
            if not corner and chance() < 0.48:
                pen.rect(x + column * size, y + row * size, size + 0.3, size + 0.3, ink)
    for right, down in ((0, 0), (14, 0), (0, 14)):
        pen.rect(x + right * size, y + down * size, 7 * size, 7 * size, ink)
        pen.rect(x + (right + 1) * size, y + (down + 1) * size, 5 * size, 5 * size, inks.WHITE)
        pen.rect(x + (right + 2) * size, y + (down + 2) * size, 3 * size, 3 * size, ink)


def _digits(pen: Pen, y: float, ink: str) -> None:
    """Draw two groups of four strokes for the number of the badge."""
    for at in range(8):
        pen.rect(-45 + at * 11 + (8 if at > 3 else 0), y, 7, 11, ink, 2)


def _badge(pen: Pen, x: float, y: float, angle: float, *, size: float = 1.2, old: bool = False) -> None:
    pen.painter.save()
    pen.painter.translate(x, y)
    pen.painter.rotate(angle)
    pen.painter.scale(size, size)
    _strap(pen, inks.STRAW if old else inks.LEAF)
    box = QRectF(-_WIDE / 2, -_HIGH / 2, _WIDE, _HIGH)
    if old:
        _dashed(pen, box, 10, inks.STRAW, inks.PAPER)
        pen.rect(-_WIDE / 2 + 2, -_HIGH / 2 + 10, _WIDE - 4, 46, inks.RICE)
        _dashed(pen, QRectF(-42, -28, 84, 84), 0, inks.STRAW, "")
        _digits(pen, 74, inks.STRAW)
        for ends in (((-40, -26), (40, 54)), ((40, -26), (-40, 54))):
            pen.line(*ends, SON, 9, blunt=False)
    else:
        pen.rect(-_WIDE / 2 + 7, -_HIGH / 2 + 8, _WIDE, _HIGH, inks.STRAW, 10)
        pen.rect(box.x(), box.y(), box.width(), box.height(), inks.WHITE, 10)
        _head(pen)
        _code(pen, -43, -32, 86, inks.NIGHT)
        _digits(pen, 72, inks.FOREST)
        outline = QPainterPath()
        outline.addRoundedRect(box, 10, 10)
        pen.outline(outline, inks.FOREST, 4)
    pen.painter.restore()


def _head(pen: Pen) -> None:
    top, left = -_HIGH / 2, -_WIDE / 2
    pen.painter.save()
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, top, _WIDE, 80), 10, 10)
    band = QPainterPath()
    band.addRect(QRectF(left, top, _WIDE, 56))
    pen.painter.setClipPath(path.intersected(band))
    pen.rect(left, top, _WIDE, 56, inks.FOREST)
    drum(pen, left + 106, top + 56, 26, Inks("#1F7152", "#175C45", "#124F3C", "#0E4535"), _HEAD)
    lantern(pen, left + 106, top + 56, 26, 1.2, 3)
    pen.painter.restore()


def _arrow(pen: Pen, x: float, y: float) -> None:
    pen.line((x, y), (x + 96, y), inks.FOREST, 9, blunt=False)
    pen.polyline([(x + 68, y - 28), (x + 96, y), (x + 68, y + 28)], inks.FOREST, 9)


def _swap(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the badge that does not count, an arrow, and the one that does."""
    _ground(pen, w, h)
    _rings(pen, 520, 180)
    _badge(pen, 170, 192, -5, old=True)
    _badge(pen, 520, 192, 4)
    _arrow(pen, 300, 186)


def _desk(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the badge that does not count, an arrow, and somebody at the badge desk under a lantern."""
    _ground(pen, w, h)
    _rings(pen, 520, 180)
    _badge(pen, 170, 192, -5, old=True)
    _arrow(pen, 296, 186)
    pen.line((520, 0), (520, 40), inks.BAMBOO, 3)
    lantern(pen, 520, 78, 40, 1.8, 3)
    pen.circle(520, 176, 30, inks.FOREST)
    body = QPainterPath()
    body.moveTo(462, 290)
    body.lineTo(462, 268)
    body.arcTo(QRectF(462, 214, 116, 108), 180, -180)
    body.lineTo(578, 290)
    body.closeSubpath()
    pen.path(body, inks.FOREST)
    pen.rect(418, 268, 204, 20, inks.LEAF)
    pen.rect(430, 288, 180, 58, inks.MOSS)
    pen.rect(498, 300, 44, 32, inks.PAPER, 4)
    pen.rect(498, 300, 44, 10, inks.LANTERN)


def _find(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw a badge with its code in the aim frame, and the digits below it under a glass."""
    _ground(pen, w, h)
    _rings(pen, 230, 180)
    _badge(pen, 230, 186, 0, size=1.3)
    x, y, side, arm = 230.0, 199.0, 132.0, 30.0
    for across in (-1, 1):
        for down in (-1, 1):
            cx, cy = x + across * side / 2, y + down * side / 2
            pen.polyline([(cx, cy - down * arm), (cx, cy), (cx - across * arm, cy)], inks.LANTERN, 8)
    pen.circle(508, 176, 106, inks.STRAW)
    pen.circle(500, 168, 106, inks.PAPER)
    pen.ring(500, 168, 106, 106, inks.FOREST, 9)
    points = [(500 + 106 * cos(pi / 4), 168 + 106 * sin(pi / 4)), (632, 300)]
    pen.polyline(points, inks.FOREST, 16)
    glass = QPainterPath()
    glass.addEllipse(QPointF(500, 168), 104, 104)
    pen.painter.save()
    pen.painter.setClipPath(glass)
    pen.painter.translate(500, 128)
    pen.painter.scale(1.75, 1.75)
    _code(pen, -46, -34, 92, _STONE)
    pen.rect(-52, 22, 104, 40, inks.PAPER)
    _digits(pen, 30, inks.FOREST)
    pen.painter.restore()
    pen.ring(500, 168, 106, 106, inks.FOREST, 9)


TICKETS: Final[Mapping[str, Callable[[Pen, float, float, int], None]]] = {
    "swap": _swap,
    "badgedesk": _desk,
    "badgecode": _find,
}
"""Name -> how it is drawn, 690 x 346."""

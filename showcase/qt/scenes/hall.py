"""The exhibition hall as the camera would see it, and a hand that holds a badge up: how a badge is scanned."""

from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from showcase.qt import inks
from showcase.qt.scenes.light import Band, Inks, drum, lantern
from showcase.qt.scenes.pen import Pen, dome

WIDTH: Final = 760
HEIGHT: Final = 616
CODE: Final = QRectF(257, 202, 246, 246)
"""Where the code of the badge stands."""
_HEAD: Final = (
    *(Band("gap", 26), Band("line"), Band("gap", 6), Band("comb", 16, 9), Band("gap", 6), Band("line")),
    *(Band("gap", 4), Band("circles", 28, 30), Band("gap", 4), Band("line")),
)


def hall(pen: Pen, w: float, h: float, seed: int) -> None:
    """Draw the hall; it covers the box and is cut at its sides. With seed 1 nobody holds anything up."""
    pen.rect(0, 0, w, h, "#15352B")
    scale = max(w / WIDTH, h / HEIGHT)
    pen.painter.save()
    pen.painter.translate((w - WIDTH * scale) / 2, (h - HEIGHT * scale) / 2)
    pen.painter.scale(scale, scale)
    _stands(pen)
    _people(pen)
    if seed != 1:
        _held(pen)
    pen.painter.restore()


def _stands(pen: Pen) -> None:
    beams = [((-40 + at * 140, 0), (WIDTH / 2 + (at - 3) * 46, 250)) for at in range(7)]
    pen.lines(beams, "#1C4237", 5)
    pen.rect(-60, 250, WIDTH + 120, 8, "#1C4237")
    for x, y, w, h, wall, board in (
        (30, 140, 190, 430, "#1C4438", "#255546"),
        (540, 170, 200, 400, "#1C4438", "#255546"),
        (250, 230, 150, 300, "#193E33", "#21503F"),
    ):
        pen.rect(x, y, w, h, wall)
        pen.rect(x, y, w, 54 if wall == "#1C4438" else 36, board)
    for x, y, radius in ((120, 110, 30), (430, 76, 36), (640, 120, 26)):
        pen.line((x, 0), (x, y - radius), "#2A5B4B", 3)
        _dim(pen, x, y, radius)
    pen.rect(-60, 570, WIDTH + 120, 60, "#0F2820")


def _dim(pen: Pen, x: float, y: float, radius: float) -> None:
    """Draw a lantern that hangs far behind."""
    for at, ink in enumerate(("#8A7428", "#94802E", "#9D8A36")):
        pen.ellipse(x, y, radius * cos(pi / 6 * at), radius, ink)
    pen.line((x, y - radius), (x, y + radius), "#7A6620", 1.6)
    for at in (1, 2, 3):
        angle = pi * at / 4 - pi / 2
        half, down = radius * cos(angle), y + radius * sin(angle)
        pen.line((x - half, down), (x + half, down), "#7A6620", 1.6)


def _people(pen: Pen) -> None:
    for x, y, size, ink in (
        (90, 430, 1, "#10291F"),
        (180, 450, 0.9, "#122E24"),
        (640, 440, 1.05, "#10291F"),
        (560, 462, 0.85, "#122E24"),
    ):
        pen.circle(x, y - 90 * size, 34 * size, ink)
        pen.path(dome(x - 62 * size, y + 10 * size, 124 * size, 62 * size, y + 300), ink)


def _held(pen: Pen) -> None:
    """Draw the badge with an empty white field for its code, and the hand that holds it."""
    left, top, wide, high = 215.0, -4.0, 330.0, 478.0
    for side in (-1, 1):
        pen.line((380 + side * 16, top + 18), (380 + side * 52, -120), inks.LEAF, 20)
    for down in (252, 306, 360):
        pen.rect(left - 28, down, 90, 46, inks.BAMBOO, 23)
    pen.rect(left + 9, top + 10, wide, high, "#0A1F18", 16)
    pen.rect(left, top, wide, high, inks.PAPER, 16)
    pen.painter.save()
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, top, wide, 140), 16, 16)
    band = QPainterPath()
    band.addRect(QRectF(left, top, wide, 118))
    pen.painter.setClipPath(path.intersected(band))
    pen.rect(left, top, wide, 118, inks.FOREST)
    drum(pen, left + 236, top + 118, 44, Inks("#1F7152", "#175C45", "#124F3C", "#0E4535"), _HEAD)
    lantern(pen, left + 236, top + 118, 44, 1.6)
    pen.painter.restore()
    pen.rect(350, top + 14, 60, 13, "#15352B", 6.5)
    pen.circle(left + 36, top + 158, 11, inks.LEAF)
    pen.rect(left + 60, top + 148, 150, 20, inks.FOREST, 10)
    pen.rect(left + 60, top + 178, 96, 12, inks.STRAW, 6)
    pen.rect(CODE.x(), CODE.y(), CODE.width(), CODE.height(), inks.WHITE)
    pen.painter.save()
    pen.painter.translate(left + 139, 246)
    _thumb(pen)
    pen.painter.restore()


def _thumb(pen: Pen) -> None:
    x = -165.0
    hand = QPainterPath(QPointF(x + 16, 300))
    hand.cubicTo(x + 18, 250, x + 32, 205, x + 62, 186)
    hand.cubicTo(x + 94, 166, x + 80, 130, x + 44, 137)
    hand.cubicTo(x - 6, 148, x - 52, 186, x - 78, 240)
    hand.lineTo(x - 200, 520)
    hand.lineTo(x - 20, 600)
    hand.closeSubpath()
    pen.path(hand, inks.STRAW)
    nail = QPainterPath(QPointF(x + 50, 145))
    nail.cubicTo(x + 72, 141, x + 82, 160, x + 64, 172)
    nail.cubicTo(x + 50, 179, x + 40, 157, x + 50, 145)
    pen.path(nail, inks.PAPER)
    sleeve = QPainterPath(QPointF(x - 132, 352))
    for point in ((x + 22, 420), (x - 10, 640), (x - 260, 560)):
        sleeve.lineTo(*point)
    sleeve.closeSubpath()
    pen.path(sleeve, inks.MOSS)
    pen.line((x - 132, 352), (x + 22, 420), inks.SPROUT, 10, blunt=False)

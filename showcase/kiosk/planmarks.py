"""Paints the marks on a plan: the pin of the goal, the disc where somebody stands, the fan of what lies ahead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QImage, QPainter, QPainterPath

from showcase.qt import inks
from showcase.qt.scenes.light import lantern
from showcase.qt.scenes.pen import Pen

_FAN: Final = "#CBE5D4"


def paint_mark(image: QImage, name: str, *, contrast: bool = False) -> None:
    """Paint a mark over a whole picture.

    Raises:
        KeyError: when there is no such mark, which is a bug.
    """
    painter = QPainter(image)
    outer, inner = (inks.WHITE, inks.COAL) if contrast else (inks.FOREST, inks.PAPER)
    _MARKS[name](Pen(painter), QSizeF(image.size()), outer, inner)
    painter.end()


def _pin(pen: Pen, size: QSizeF, outer: str, _inner: str) -> None:
    """Draw a pin with the lantern in it; its point is in the middle of the lower edge."""
    width, height = size.width(), size.height()
    x, unit = width / 2, width / 84
    path = QPainterPath(QPointF(x, height))
    head = height - 76 * unit
    path.cubicTo(x - 8 * unit, height - 22 * unit, x - 42 * unit, height - 40 * unit, x - 42 * unit, head)
    path.arcTo(x - 42 * unit, head - 42 * unit, 84 * unit, 84 * unit, 180, -180)
    path.cubicTo(x + 42 * unit, height - 40 * unit, x + 8 * unit, height - 22 * unit, x, height)
    pen.path(path, outer)
    lantern(pen, x, head - unit, 31 * unit, 1.8 * unit, 3)


def _here(pen: Pen, size: QSizeF, outer: str, inner: str) -> None:
    """Draw the disc where somebody stands."""
    x, y, unit = size.width() / 2, size.height() / 2, size.width() / 84
    pen.circle(x, y, 42 * unit, outer)
    pen.circle(x, y, 35 * unit, inner)
    lantern(pen, x, y, 27 * unit, 1.8 * unit, 3)


def _fan(pen: Pen, size: QSizeF, _outer: str, _inner: str) -> None:
    """Draw what lies ahead: a fan that opens upwards from the middle of the lower edge."""
    height = size.height()
    x, radius, angle = size.width() / 2, height, pi / 5.2
    path = QPainterPath(QPointF(x, height))
    path.lineTo(x - radius * sin(angle), height - radius * cos(angle))
    path.arcTo(x - radius, height - radius, 2 * radius, 2 * radius, 90 + angle * 180 / pi, -2 * angle * 180 / pi)
    path.closeSubpath()
    pen.path(path, _FAN)


_MARKS: Final[Mapping[str, Callable[[Pen, QSizeF, str, str], None]]] = {"pin": _pin, "here": _here, "fan": _fan}

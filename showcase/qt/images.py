"""Line icons of resources/icons in the colours of the theme, sharp on every screen."""

from functools import cache
from itertools import product
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from showcase.paths import resource
from showcase.qt.theme import DARK, dress, tokens

GAP: Final = 5
"""Empty pixels at the right of an icon that stands before a text."""
_DENSITIES: Final = (1.0, 2.0)
_STROKE: Final = "2.1"
"""1.75 px at 20 px, in the units of the 24 px drawing."""


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    return QSvgRenderer(QByteArray(drawing.encode()))


@cache
def _drawing(name: str, *, dark: bool) -> QSvgRenderer:
    text = resource("styles", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(dress(text, dark=dark).encode()))


@cache
def pixmap(name: str, colour: str, size: int, density: float = 1.0, gap: int = 0) -> QPixmap:
    """Return an icon in a colour, `size` logical pixels high and `size + gap` wide."""
    made = QPixmap(QSize(round((size + gap) * density), round(size * density)))
    made.setDevicePixelRatio(density)
    made.fill(QColor(0, 0, 0, 0))
    painter = QPainter(made)
    paint(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return made


def paint(painter: QPainter, name: str, colour: str, box: QRectF) -> None:
    """Draw an icon into a box."""
    _renderer(name, colour).render(painter, box)


def paint_drawing(painter: QPainter, name: str, box: QRectF) -> None:
    """Draw a drawing of resources/styles into a box, in the colours of the theme."""
    _drawing(name, dark=tokens() is DARK).render(painter, box)


def icon(name: str, colour: str = "text", size: int = 18, gap: int = 0) -> QIcon:
    """Return an icon whose normal and disabled pictures have the theme's colours.

    One with a gap has pictures without it too, which a menu takes for its square.
    """
    made = QIcon()
    for density, room in product(_DENSITIES, {0, gap}):
        made.addPixmap(pixmap(name, tokens()[colour], size, density, room), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, tokens()["dis"], size, density, room), QIcon.Mode.Disabled)
    return made

"""Pictures of floor plans for QML, `image://plan/KEY?...`: painted off the GUI thread for the part in sight."""

from __future__ import annotations

import threading
from collections import OrderedDict
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtQuick import QQuickImageProvider

from showcase.kiosk.planframe import CONTRAST, DAY, Frame
from showcase.kiosk.shaping import split_options
from showcase.qt import inks
from showcase.qt.scenes.light import lantern
from showcase.qt.scenes.pen import Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from showcase.kiosk.planframe import Drawing

_KEPT: Final = 6
"""Plans of which a picture may still be asked for: those of the pages one can go back to soonest."""
_FAN: Final = "#CBE5D4"


class Drawings:
    """The plans that are on pages, each by the number it was given; put in by pages, painted by other threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[int, Drawing] = OrderedDict()
        self._last = 0

    def put(self, drawing: Drawing) -> int:
        """Keep a plan and return its number; the oldest are let go."""
        with self._lock:
            self._last += 1
            self._kept[self._last] = drawing
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return self._last

    def get(self, number: int) -> Drawing | None:
        """Return a plan, None when it was let go."""
        with self._lock:
            return self._kept.get(number)

    def drop(self, number: int) -> None:
        """Let a plan go."""
        with self._lock:
            self._kept.pop(number, None)


class PlanProvider(QQuickImageProvider):
    """Paints parts of plans, and the marks on them: `pin`, `here` and `fan`.

    The options of a part are the metres at its left and upper edge (x, y), pixels of a metre (s), pixels of the unit
    (u), how much larger the letters are (g) and whether it is in the contrast theme (c).
    """

    def __init__(self, drawings: Drawings) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image, QQuickImageProvider.Flag.ForceAsynchronousImageLoading)
        self._drawings = drawings

    def requestImage(self, name: str, size: QSize, wanted: QSize) -> QImage:  # noqa: N802 - Qt's name
        """Return a part of a plan, or a mark, in the size that is wanted."""
        what, options = split_options(name)
        image = _marked(what, wanted) if what in _MARKS else self._part(int(what), options, wanted)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def _part(self, number: int, options: Mapping[str, str], wanted: QSize) -> QImage:
        from showcase.kiosk.planpaint import paint_plan

        drawing = self._drawings.get(number)
        if drawing is None:
            return _empty(wanted)
        frame = Frame(
            left=float(options["x"]),
            top=float(options["y"]),
            scale=float(options["s"]),
            unit=float(options["u"]),
            growth=float(options["g"]),
            inks=CONTRAST if options.get("c") == "1" else DAY,
        )
        return paint_plan(drawing, frame, wanted)


def _empty(size: QSize) -> QImage:
    image = QImage(QSize(max(1, size.width()), max(1, size.height())), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _marked(what: str, size: QSize) -> QImage:
    image = _empty(size)
    painter = QPainter(image)
    _MARKS[what](Pen(painter), float(image.width()), float(image.height()))
    painter.end()
    return image


def _pin(pen: Pen, width: float, height: float) -> None:
    """Draw a pin with the lantern in it; its point is in the middle of the lower edge."""
    x, unit = width / 2, width / 84
    path = QPainterPath(QPointF(x, height))
    head = height - 76 * unit
    path.cubicTo(x - 8 * unit, height - 22 * unit, x - 42 * unit, height - 40 * unit, x - 42 * unit, head)
    path.arcTo(x - 42 * unit, head - 42 * unit, 84 * unit, 84 * unit, 180, -180)
    path.cubicTo(x + 42 * unit, height - 40 * unit, x + 8 * unit, height - 22 * unit, x, height)
    pen.path(path, inks.FOREST)
    lantern(pen, x, head - unit, 31 * unit, 1.8 * unit, 3)


def _here(pen: Pen, width: float, height: float) -> None:
    """Draw the disc where somebody stands."""
    x, y, unit = width / 2, height / 2, width / 84
    pen.circle(x, y, 42 * unit, inks.FOREST)
    pen.circle(x, y, 35 * unit, inks.PAPER)
    lantern(pen, x, y, 27 * unit, 1.8 * unit, 3)


def _fan(pen: Pen, width: float, height: float) -> None:
    """Draw what lies ahead: a fan that opens upwards from the middle of the lower edge."""
    x, radius, angle = width / 2, height, pi / 5.2
    path = QPainterPath(QPointF(x, height))
    path.lineTo(x - radius * sin(angle), height - radius * cos(angle))
    path.arcTo(x - radius, height - radius, 2 * radius, 2 * radius, 90 + angle * 180 / pi, -2 * angle * 180 / pi)
    path.closeSubpath()
    pen.path(path, _FAN)


_MARKS: Final[Mapping[str, Callable[[Pen, float, float], None]]] = {"pin": _pin, "here": _here, "fan": _fan}

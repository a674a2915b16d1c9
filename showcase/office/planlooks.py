"""How things look on the floor plan of the office, told by shape: booths by state, places, narrow aisles, the way."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import atan2, degrees
from typing import Any, Final

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from showcase.catalogue.floorplan import Rect
from showcase.catalogue.kinds import PLACE_ICONS, PlaceKind
from showcase.office.labels import local
from showcase.qt.images import paint
from showcase.qt.theme import colour, tokens
from showcase.qt.translate import interface, say

RULER: Final = 24
BADGE: Final = 22.0
"""Pixels across of the sign of a place."""
_PLATE: Final = (40.0, 20.0)
"""Pixels that a plate with a length takes."""
_LOOKS: Final = {
    "taken": ("okbg", "leafg"),
    "shared": ("okbg", "leafg"),
    "free": ("base", "strong"),
    "service": ("hli", "strong"),
    "conflict": ("errbg", "errl"),
}
"""State -> tokens of its ground and its edge."""


@dataclass(frozen=True, slots=True)
class View:
    """Where the metres of a hall are on the screen."""

    scale: float
    left: float
    top: float

    def point(self, x: float, y: float) -> QPointF:
        """Return the pixel of a point."""
        return QPointF(self.left + x * self.scale, self.top + y * self.scale)

    def box(self, rect: Rect) -> QRectF:
        """Return the pixels of a booth."""
        corner = self.point(rect.x, rect.y)
        return QRectF(corner.x(), corner.y(), rect.width * self.scale, rect.depth * self.scale)

    def badge(self, x: float, y: float) -> QRectF:
        """Return the pixels of the sign of a place; it has its size however small the hall is shown."""
        at = self.point(x, y)
        return QRectF(at.x() - BADGE / 2, at.y() - BADGE / 2, BADGE, BADGE)


def state_of(booth: Any, wrong: Mapping[uuid.UUID, str]) -> str:
    """Return what a booth is told as: conflict, shared, taken, service or free."""
    if booth.id in wrong:
        return "conflict"
    if len(booth.exhibitors) > 1:
        return "shared"
    if booth.exhibitors:
        return "taken"
    return "service" if booth.kind.value in {"service", "stage"} else "free"


def place_name(place: Any) -> str:
    """Return what a place is called: its name, else its kind."""
    return local(place.name) or say(f"catalogue.place_kind_{place.kind}")


def paint_state(painter: QPainter, box: QRectF, state: str, *, wanted: bool = False) -> None:
    """Paint the place of a booth: filled, dashed, doubled or red; `wanted` while something is dragged over it."""
    ground, edge = ("hl", "focus") if wanted else _LOOKS[state]
    pen = QPen(colour(edge), 2 if state == "conflict" or wanted else 1.2)
    if state == "free":
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(colour(ground))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    if state == "shared":
        inset = min(3.5, box.height() / 5)
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset))


class Swatch(QWidget):
    """How a booth of a state looks, for the legend."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(22, 15)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Paint it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_state(painter, QRectF(self.rect()), self._state)


def paint_hall(painter: QPainter, view: View, size: tuple[float, float], font: QFont) -> None:
    """Paint the floor with its grid of metres and the numbers of every fifth one."""
    width, depth = size
    hall = view.box(Rect(0, 0, width, depth))
    painter.fillRect(hall, colour("base"))
    small = QFont(font)
    small.setPixelSize(10)
    painter.setFont(small)
    for metres in range(int(max(width, depth)) + 1):
        strong = metres % 5 == 0
        line = QPen(colour("border" if strong else "line"), 1)
        if metres <= width:
            painter.setPen(line)
            x = view.point(metres, 0).x()
            painter.drawLine(QPointF(x, hall.top()), QPointF(x, hall.bottom()))
            if strong:
                _paint_number(painter, QRectF(x - 20, hall.top() - RULER + 6, 40, 14), metres)
        if metres <= depth:
            painter.setPen(line)
            y = view.point(0, metres).y()
            painter.drawLine(QPointF(hall.left(), y), QPointF(hall.right(), y))
            if strong:
                _paint_number(painter, QRectF(hall.left() - RULER - 4, y - 7, RULER, 14), metres)


def paint_walls(painter: QPainter, view: View, size: tuple[float, float]) -> None:
    """Paint the walls of a hall."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("text"), 3))
    painter.drawRect(view.box(Rect(0, 0, *size)))


def _paint_number(painter: QPainter, box: QRectF, metres: int) -> None:
    painter.setPen(colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(metres))


def paint_words(painter: QPainter, box: QRectF, booth: Any, mark: str, font: QFont) -> None:
    """Write the code of a booth, and who has it where there is room."""
    code = f"{mark}{booth.code}"
    large, small = QFont(font), QFont(font)
    large.setWeight(QFont.Weight.DemiBold)
    large.setPixelSize(round(max(7.0, min(15.0, box.height() * 0.32, 1.5 * box.width() / max(1, len(code))))))
    small.setPixelSize(11)
    painter.setFont(large)
    painter.setPen(QColor(colour("err" if mark else "text")))
    names = ", ".join(local(it.short_name) or local(it.name) for it in booth.exhibitors)
    if not names or box.height() < 46 or box.width() < 60:
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, code)
        return
    half = box.adjusted(4, 4, -4, -box.height() / 2)
    painter.drawText(half, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, code)
    painter.setFont(small)
    painter.setPen(colour("sub"))
    room = box.adjusted(5, box.height() / 2 + 1, -5, -3)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    lines = max(1, int(room.height() // painter.fontMetrics().lineSpacing()))
    text = painter.fontMetrics().elidedText(names, Qt.TextElideMode.ElideRight, int(room.width() * lines * 0.85))
    painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), text)


def paint_place(painter: QPainter, box: QRectF, kind: PlaceKind, *, chosen: bool) -> None:
    """Paint the sign of a place: its icon on a disc, turned over when it is chosen."""
    ground, ink = ("inf", "base") if chosen else ("base", "inf")
    painter.setPen(QPen(colour("inf"), 1.4))
    painter.setBrush(colour(ground))
    painter.drawEllipse(box)
    paint(painter, PLACE_ICONS[kind], tokens()[ink], box.adjusted(4.5, 4.5, -4.5, -4.5))


def paint_narrow(painter: QPainter, view: View, gap: Rect, font: QFont) -> None:
    """Paint an aisle that is too narrow: hatched, with its width."""
    box = view.box(gap)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("warnbg"))
    painter.drawRect(box)
    painter.setBrush(QBrush(colour("warnl"), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(box)
    if box.width() >= _PLATE[0] and box.height() >= _PLATE[1]:
        say_beside(painter, box.center() - QPointF(0, 8), metres_of(min(gap.width, gap.depth)), font, centred=True)


def paint_way(painter: QPainter, view: View, points: Sequence[tuple[float, float]]) -> None:
    """Paint a way with where it starts and which way it goes at its end."""
    line = [view.point(*point) for point in points]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, width in (("base", 7.0), ("inf", 3.5)):
        pen = QPen(colour(ink), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(line))
    before, end = line[-2:]
    painter.save()
    painter.translate(end)
    painter.rotate(degrees(atan2(end.y() - before.y(), end.x() - before.x())))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("inf"))
    painter.drawPolygon(QPolygonF([QPointF(3, 0), QPointF(-9, -6.5), QPointF(-9, 6.5)]))
    painter.restore()


def say_beside(painter: QPainter, at: QPointF, text: str, font: QFont, *, centred: bool = False) -> None:
    """Write a short text on a small plate, with its upper left corner (or the middle of its upper edge) at a point."""
    small = QFont(font)
    small.setPixelSize(11)
    painter.setFont(small)
    width = painter.fontMetrics().horizontalAdvance(text) + 12
    box = QRectF(at.x() - (width / 2 if centred else 0), at.y(), width, 17)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("tip"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(colour("tipt"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def metres_of(length: float) -> str:
    """Return a length as the language writes it, such as 2,5 m."""
    return QLocale(interface.language).toString(round(length, 1), "f", 0 if length == round(length) else 1) + "\u00a0m"

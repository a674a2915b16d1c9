"""Paints a floor plan: the floor and walls of its halls, what stands in them, and the signs of places."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from showcase.catalogue.kinds import PLACE_ICONS, PlaceKind
from showcase.kiosk.planbooths import paint_booths
from showcase.kiosk.planframe import NOTE, paint_icon, write

if TYPE_CHECKING:
    from showcase.catalogue.planview import LaidPlace
    from showcase.catalogue.underlay import Underlay
    from showcase.kiosk.planframe import Drawing, Frame
    from showcase.printing.underlays import Drawn

    Underlays = Callable[[Underlay, str], Drawn | None]

_WALL: Final = 0.875
_SHADE: Final = (1.25, 1.5)
_SIGN: Final = 5.0
_DISC: Final = 6.0


def _without(underlay: Underlay, floor: str) -> Drawn | None:
    """Know no drawing."""
    del underlay, floor
    return None


def paint_plan(drawing: Drawing, frame: Frame, size: QSize, underlays: Underlays = _without) -> QImage:
    """Return a part of a plan on a transparent ground.

    Args:
        drawing: what is painted.
        frame: which part of it, and how.
        size: of the picture.
        underlays: gives the drawing under a hall as it is seen on a floor of a colour.
    """
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _floors(painter, drawing, frame)
    if not frame.inks.line:
        _underlays(painter, drawing, frame, underlays)
    paint_booths(painter, drawing, frame)
    _walls(painter, drawing, frame)
    for place in drawing.sheet.places:
        _place(painter, place, drawing, frame)
    painter.end()
    return image


def _floors(painter: QPainter, drawing: Drawing, frame: Frame) -> None:
    sheet, inks = drawing.sheet, frame.inks
    floors = [frame.box(rect) for rect in (*(hall.box for hall in sheet.halls), *sheet.passages)]
    for floor in floors:
        painter.fillRect(floor.translated(_SHADE[0] * frame.unit, _SHADE[1] * frame.unit), QColor(inks.shade))
    for floor in floors:
        painter.fillRect(floor, QColor(inks.floor))


def _underlays(painter: QPainter, drawing: Drawing, frame: Frame, underlays: Underlays) -> None:
    """Paint what lies under halls. In high contrast nothing does: there every line is a wall, a booth or the way."""
    sight = QRectF(painter.window())
    for laid in drawing.sheet.halls:
        underlay, floor = laid.hall.underlay, frame.box(laid.box)
        if underlay is None or not floor.intersects(sight):
            continue
        drawn = underlays(underlay, frame.inks.floor)
        if drawn is not None:
            painter.save()
            painter.setClipRect(floor.intersected(sight))
            drawn.paint(painter, frame.box(laid.rect(underlay.rect)), (underlay.turn + laid.turn) % 4)
            painter.restore()


def _walls(painter: QPainter, drawing: Drawing, frame: Frame) -> None:
    pen = QPen(QColor(frame.inks.wall), _WALL * frame.unit)
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    painter.drawLines([QLineF(*frame.point(*one), *frame.point(*two)) for one, two in drawing.sheet.walls])


def _place(painter: QPainter, laid: LaidPlace, drawing: Drawing, frame: Frame) -> None:
    """Paint the sign of a place; a door in a wall is a gap already, and an entrance is an arrow with its word."""
    kind, out = laid.place.kind, laid.outward
    if out != (0.0, 0.0) and kind is PlaceKind.DOOR:
        return
    if out != (0.0, 0.0) and kind in {PlaceKind.ENTRANCE, PlaceKind.EXIT}:
        _arrow(painter, laid, drawing, frame)
        return
    box = _sign_box(laid, drawing, frame)
    sign(painter, box, kind, frame.inks.stage, frame.inks.stage_text)
    if frame.inks.line:
        painter.setPen(QPen(QColor(frame.inks.line), 3 * frame.unit / 8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)


def _sign_box(laid: LaidPlace, drawing: Drawing, frame: Frame) -> QRectF:
    """Return where a sign is painted: moved off a booth it stands before, as signs are larger than steps."""
    x, y = frame.point(laid.x, laid.y)
    side = _SIGN * frame.unit
    box = QRectF(x - side / 2, y - side / 2, side, side)
    for booth in (frame.box(it.rect) for it in drawing.sheet.booths):
        if booth.intersects(box) and not booth.contains(QPointF(x, y)):
            ways = {
                (0.0, booth.top() - box.bottom()): booth.top() - y,
                (0.0, booth.bottom() - box.top()): y - booth.bottom(),
                (booth.left() - box.right(), 0.0): booth.left() - x,
                (booth.right() - box.left(), 0.0): x - booth.right(),
            }
            return box.translated(*max(ways, key=ways.__getitem__))
    return box


def sign(painter: QPainter, box: QRectF, kind: PlaceKind, ground: str, ink: str) -> None:
    """Paint the pictogram of a kind of place on its square."""
    painter.fillRect(box, QColor(ground))
    inset = 0.16 * box.width()
    paint_icon(painter, PLACE_ICONS[kind], box.adjusted(inset, inset, -inset, -inset), ink)


def _arrow(painter: QPainter, laid: LaidPlace, drawing: Drawing, frame: Frame) -> None:
    """Paint the arrow of an entrance or an exit through the gap in the wall, and its word outside."""
    x, y = frame.point(laid.x, laid.y)
    unit, (ox, oy) = frame.unit, laid.outward
    hall = next(it for it in drawing.sheet.halls if it.hall.id == laid.place.hall_id)
    floor = frame.box(hall.box)
    x = floor.right() if ox > 0 else floor.left() if ox < 0 else x
    y = floor.bottom() if oy > 0 else floor.top() if oy < 0 else y
    inwards = 1.0 if laid.place.kind is PlaceKind.ENTRANCE else -1.0
    far, near = QPointF(x + ox * 1.9 * unit, y + oy * 1.9 * unit), QPointF(x - ox * 1.7 * unit, y - oy * 1.7 * unit)
    tip, tail = (near, far) if inwards > 0 else (far, near)
    pen = QPen(QColor(frame.inks.wall), 0.625 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawLine(QLineF(tail, tip))
    back = QPointF(ox * inwards, oy * inwards) * (1.4 * unit)
    side = QPointF(-oy, ox) * (1.4 * unit)
    painter.drawPolyline(QPolygonF([tip + back + side, tip, tip + back - side]))
    word = drawing.names.get(laid.place.id, "")
    sight = QRectF(painter.window())
    if word and oy and sight.left() <= x <= sight.right():
        font = frame.font(NOTE * 1.1)
        width = QFontMetricsF(font).horizontalAdvance(word) + unit
        box = QRectF(far.x() - width / 2, far.y() + (oy * 2.5 - 2) * unit, width, 4 * unit)
        write(painter, _in_sight(sight, _beside_here(box, drawing, frame)), word, font, frame.inks.wall)


def _in_sight(sight: QRectF, box: QRectF) -> QRectF:
    """Return the place of a word, moved to where none of it is cut off."""
    return box.translated(max(0.0, sight.left() - box.left()) + min(0.0, sight.right() - box.right()), 0)


def _beside_here(box: QRectF, drawing: Drawing, frame: Frame) -> QRectF:
    """Return the place of a word, moved aside where the disc of the screen would lie on it."""
    if drawing.here is None:
        return box
    x, y = frame.point(*drawing.here)
    half = _DISC * frame.unit
    disc = QRectF(x - half, y - half, 2 * half, 2 * half)
    if not disc.intersects(box):
        return box
    return box.translated(disc.left() - box.right() if box.center().x() <= x else disc.right() - box.left(), 0)

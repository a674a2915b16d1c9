"""Paints what stands in a hall: booths with their codes, stages, counters; names where there is room for them."""

from __future__ import annotations

from statistics import quantiles
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from showcase.catalogue.kinds import BoothKind
from showcase.kiosk.planframe import DOTS, NOTE, broken, paint_icon, paragraph, write
from showcase.kiosk.planrows import paint_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showcase.catalogue.planview import LaidBooth
    from showcase.kiosk.planframe import Drawing, Frame

_EDGE: Final = 1.125
_GAP: Final = 0.5
_LEAST: Final = 0.72
"""Of the smallest letters: where even they do not fit, a code is shown when somebody comes nearer."""
_MOST: Final = 1.7
_GROWN: Final = 1.5
_MANY: Final = 8
"""Booths from which the narrowest of them may be without a code for the others to have larger ones."""
_SIGN: Final = 5.0
_LINE: Final = 0.375
_NAME_BOX: Final = (17.0, 12.0)
"""Units of width and height from which a booth has room for a name under its code."""


def paint_booths(painter: QPainter, drawing: Drawing, frame: Frame) -> None:
    """Paint all booths of a sheet that are in sight."""
    sight = QRectF(painter.window()).adjusted(-20, -20, 20, 20)
    placed = [(laid, box) for laid in drawing.sheet.booths if (box := frame.box(laid.rect)).intersects(sight)]
    if not placed:
        return
    small = min(min(box.width(), box.height()) for _laid, box in placed)
    edge = min(_EDGE * frame.unit, 0.16 * small)
    for laid, box in placed:
        if laid.booth.kind is not BoothKind.STAGE and not frame.inks.line:
            _edge(painter, box, edge, frame.inks.service_edge if _is_service(laid) else frame.inks.edge)
    brush = _Brush(painter, drawing, frame, min(_GAP * frame.unit, 0.07 * small))
    for laid, box in placed:
        if laid.booth.kind is BoothKind.STAGE:
            brush.stage(laid, box)
        else:
            brush.booth(laid, box)
    if not brush.size:
        paint_rows(painter, drawing.sheet.booths, frame)


def code_size(booths: Sequence[LaidBooth], frame: Frame, air: float) -> float:
    """Return the size of all codes in units: one size, so that a plan is calm; 0 where most booths are too small.

    Args:
        booths: of the sheet.
        frame: how it is seen.
        air: pixels of a booth's width that stay free.
    """
    metrics = QFontMetricsF(frame.font(NOTE, bold=True))
    fits = sorted(
        min(
            (laid.rect.width * frame.scale - air) / max(1.0, metrics.horizontalAdvance(laid.booth.code)),
            0.8 * laid.rect.depth * frame.scale / metrics.height() * 1.4,
        )
        for laid in booths
        if laid.booth.kind is BoothKind.BOOTH
    )
    if not fits:
        return NOTE
    if fits[len(fits) // 2] < _LEAST:
        return 0.0
    few = fits[0] if len(fits) < _MANY else quantiles(fits, n=8)[0]
    heights = sorted(laid.rect.depth * frame.scale for laid in booths)
    wanted = 0.3 * heights[len(heights) // 2] / (NOTE * frame.unit * frame.growth)
    factor = min(max(1.0, min(wanted, few)), _MOST)
    return NOTE * (factor if few >= 1 else max(few, _LEAST))


class _Brush:
    """Paints one booth after the other with the same letters.

    Args:
        painter: of the picture.
        drawing: the plan.
        frame: how it is seen.
        gap: pixels between two booths.

    Attributes:
        size: of the codes in units, 0 where they would be too small.
    """

    def __init__(self, painter: QPainter, drawing: Drawing, frame: Frame, gap: float) -> None:
        self._painter = painter
        self._drawing = drawing
        self._frame = frame
        self._gap = gap
        self._air = 0.5 * frame.unit + (2 * gap + 0.8 * frame.unit if frame.inks.line else 0.0)
        self.size = code_size(drawing.sheet.booths, frame, self._air)

    def booth(self, laid: LaidBooth, box: QRectF) -> None:
        """Paint a booth or a counter, with as much of its code and name as it has room for."""
        frame, booth, gap = self._frame, laid.booth, self._gap
        ground, ink = self._inks(laid)
        is_service = _is_service(laid)
        self._painter.fillRect(box, QColor(ground if is_service else frame.inks.gap))
        inner = box if is_service else box.adjusted(gap / 2, gap / 2, -gap / 2, -gap / 2)
        self._painter.fillRect(inner, QColor(ground))
        if frame.inks.line:
            self._painter.setPen(QPen(QColor(frame.inks.line), _LINE * frame.unit))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(box.adjusted(gap, gap, -gap, -gap))
        name, seen = self._drawing.names.get(booth.id, ""), self._seen(inner)
        if is_service:
            self._called(seen, laid, ink)
        elif name and seen.width() >= _NAME_BOX[0] * frame.unit and seen.height() >= self._tall():
            self._named(seen, booth.code, name, ink)
        else:
            self._coded(seen, booth.code, ink, bold=ground == frame.inks.mine or bool(frame.inks.line))

    def stage(self, laid: LaidBooth, box: QRectF) -> None:
        """Paint a stage: a block with a bowed front and three rows of seats before it."""
        frame, painter, faces = self._frame, self._painter, _faces(self._drawing, laid)
        turns = ("down", "left", "up", "right").index(faces)
        width, depth = (box.width(), box.height()) if turns % 2 == 0 else (box.height(), box.width())
        painter.save()
        painter.translate(box.center())
        painter.rotate(90 * turns)
        line = QPen(QColor(frame.inks.line), _LINE * frame.unit)
        painter.setPen(line if frame.inks.line else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(frame.inks.stage))
        painter.drawPath(_podium(width, depth))
        pen = QPen(QColor(frame.inks.seats), min(0.9 * frame.unit, 0.05 * depth))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2, 1.15])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for row in range(3):
            painter.drawPath(_seats(width, depth, row))
        painter.restore()
        block = self._seen(_on_stage(box, faces))
        if not self._called(block, laid, frame.inks.stage_text):
            side = min(_SIGN * frame.unit, 0.8 * block.width(), 0.8 * block.height())
            corner = QPointF(block.center().x() - side / 2, block.center().y() - side / 2)
            paint_icon(painter, "presentation", QRectF(corner, QSizeF(side, side)), frame.inks.stage_text)

    def _inks(self, laid: LaidBooth) -> tuple[str, str]:
        """Return the ground and the ink of a booth."""
        inks = self._frame.inks
        if laid.booth.id in self._drawing.mine:
            return inks.mine, inks.mine_text
        if _is_service(laid):
            return inks.service, inks.service_text
        return inks.booth if laid.booth.id in self._drawing.taken else inks.free, inks.booth_text

    def _seen(self, box: QRectF) -> QRectF:
        """Return the part of a block that is in sight: what is written on it is not cut at the edge of the picture."""
        air = 0.5 * self._frame.unit
        return box.intersected(QRectF(self._painter.window()).adjusted(air, air, -air, -air))

    def _tall(self) -> float:
        return _NAME_BOX[1] * self._frame.unit * self._frame.growth

    def _coded(self, box: QRectF, code: str, ink: str, *, bold: bool) -> bool:
        """Write a code into a block, nothing where it would touch the edges; return whether it is there."""
        for size in (self.size, NOTE * _LEAST) if self.size else ():
            font = self._frame.font(size, bold=bold)
            metrics = QFontMetricsF(font)
            if metrics.horizontalAdvance(code) <= box.width() - self._air and metrics.capHeight() <= box.height():
                write(self._painter, box, code, font, ink)
                return True
        return False

    def _called(self, box: QRectF, laid: LaidBooth, ink: str) -> bool:
        """Write a name into a block, a little smaller where it has to be, else the code; return whether one fits."""
        frame, name = self._frame, self._drawing.names.get(laid.booth.id, "")
        inner = box.adjusted(0.6 * frame.unit, 0.2 * frame.unit, -0.6 * frame.unit, -0.2 * frame.unit)
        for size in (max(self.size, NOTE), NOTE, NOTE * 0.86, NOTE * _LEAST) if name else ():
            font = frame.font(size, bold=True)
            room = int((inner.height() + 0.05 * font.pixelSize()) / (1.33 * font.pixelSize()))
            lines = broken(name, font, inner.width(), room) if room else []
            if lines and not any(line.endswith(DOTS) for line in lines):
                paragraph(self._painter, inner, lines, font, ink)
                return True
        return self._coded(box, laid.booth.code, ink, bold=True)

    def _named(self, box: QRectF, code: str, name: str, ink: str) -> None:
        """Write a code and as much as there is room for of a name under it, smaller where less would be cut of it."""
        unit = self._frame.unit
        inner = box.adjusted(0.8 * unit, 0.6 * unit, -0.8 * unit, -0.6 * unit)
        grown = min(_GROWN, max(1.0, box.width() / (20 * unit)) if box.height() > 16 * unit else 1.0)
        ways = [self._set(inner, name, size) for size in (grown, 1.0, 1 / self._frame.growth)]
        whole = (way for way in ways if way[2] and not any(line.endswith(DOTS) for line in way[2]))
        large, font, lines = next(whole, ways[-1])
        head, step = 1.25 * large.pixelSize(), 1.33 * font.pixelSize()
        top = inner.center().y() - (head + step * len(lines)) / 2
        write(self._painter, QRectF(inner.left(), top, inner.width(), head), code, large, ink)
        text = QRectF(inner.left(), top + head, inner.width(), step * len(lines))
        paragraph(self._painter, text, lines, font, ink)

    def _set(self, inner: QRectF, name: str, size: float) -> tuple[QFont, QFont, list[str]]:
        """Return the letters of a code and of its name in a size, and the lines of the name that have room."""
        large, font = self._frame.font(NOTE * 1.3 * size, bold=True), self._frame.font(NOTE * size)
        head, step = 1.25 * large.pixelSize(), 1.33 * font.pixelSize()
        room = int((inner.height() - head + 0.2 * step) / step)
        return large, font, broken(name, font, inner.width(), min(room, 3)) if room > 0 else []


def _edge(painter: QPainter, box: QRectF, deep: float, ink: str) -> None:
    """Paint the hard edge below and to the right of a block."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    x, y, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    corners = [
        (x, bottom),
        (x + deep, bottom + deep),
        (right + deep, bottom + deep),
        (right + deep, y + deep),
        (right, y),
    ]
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _podium(width: float, depth: float) -> QPainterPath:
    """Return the outline of a stage about its middle, its front below."""
    left, top, bow = -width / 2, -depth / 2, 0.16 * depth
    front = top + 0.52 * depth
    path = QPainterPath(QPointF(left, top))
    path.lineTo(-left, top)
    path.lineTo(-left, front)
    path.cubicTo(
        QPointF(-left * 0.55, front + 1.3 * bow), QPointF(left * 0.55, front + 1.3 * bow), QPointF(left, front)
    )
    path.closeSubpath()
    return path


def _seats(width: float, depth: float, row: int) -> QPainterPath:
    """Return a row of seats before a stage."""
    at, half, bow = (0.19 + row * 0.1) * depth, width / 2 * (0.86 - 0.05 * row), 0.16 * depth
    arc = QPainterPath(QPointF(-half, at - 0.7 * bow))
    arc.cubicTo(
        QPointF(-half * 0.5, at + bow * 0.5), QPointF(half * 0.5, at + bow * 0.5), QPointF(half, at - 0.7 * bow)
    )
    return arc


def _is_service(laid: LaidBooth) -> bool:
    return laid.booth.kind in {BoothKind.SERVICE, BoothKind.SUITE}


def _faces(drawing: Drawing, laid: LaidBooth) -> str:
    """Return the side of a stage that looks into its hall."""
    hall = next((it for it in drawing.sheet.halls if it.hall.id == laid.booth.hall_id), None)
    box = laid.rect if hall is None or not laid.is_placed else hall.box
    x, y = laid.rect.x + laid.rect.width / 2, laid.rect.y + laid.rect.depth / 2
    dx, dy = box.x + box.width / 2 - x, box.y + box.depth / 2 - y
    if laid.rect.width >= laid.rect.depth:
        return "down" if dy >= 0 else "up"
    return "right" if dx >= 0 else "left"


def _on_stage(box: QRectF, faces: str) -> QRectF:
    """Return the part of a stage that people stand on."""
    share = 0.58
    if faces in {"down", "up"}:
        high = box.height() * share
        return QRectF(box.left(), box.top() if faces == "down" else box.bottom() - high, box.width(), high)
    wide = box.width() * share
    return QRectF(box.left() if faces == "right" else box.right() - wide, box.top(), wide, box.height())

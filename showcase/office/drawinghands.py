"""The drawing under the hall on the plan: how it is seen, and how hands and keys move, scale and measure it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QImage, QKeyEvent, QPainter, QPen

from showcase.catalogue.floorplan import Rect
from showcase.office.desk import PICTURES
from showcase.office.planlooks import metres_of, say_beside
from showcase.qt.theme import colour, is_dark
from showcase.qt.translate import say

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from showcase.catalogue.underlay import Point, Underlay
    from showcase.office.planlooks import View

FILES: Final = (".svg", *PICTURES)
"""How the names of files end that can lie under a hall."""
_HANDLE: Final = 5.0
"""Pixels from the middle of a corner's handle to its edge; twice as far from it a hand still takes it."""
_STEP, _STRIDE = 0.1, 1.0
"""Metres by which arrows move the drawing, and with Shift."""
_CROSS: Final = 9.0
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


def drawing_of(event: QDropEvent) -> Path | None:
    """Return the file of a drawing that is dragged; None for anything else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in FILES), None)


class DrawingHands(QObject):
    """What lies under the hall that is shown, and what is being done to it.

    Attributes:
        active: it is being adjusted: hands and keys are for it and not for booths.
        points: of the two that measure it, those that were set.

    Signals:
        seen: it is to be painted anew.
        moved: where it would lie if it were let go now.
        placed: where it is to lie.
        pointed: a point was set.
        ended: Esc was pressed.
    """

    seen = Signal()
    moved = Signal(object)
    placed = Signal(object)
    pointed = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.active = False
        self.points: list[Point] = []
        self._measures = False
        self._cursor: Point = (0.0, 0.0)
        self._laid: Underlay | None = None
        self._shown: Underlay | None = None
        self._grip: tuple[QPointF, Underlay, Point | None] | None = None
        self._picture = ("", QImage())
        self._faint: tuple[object, QImage] | None = None

    @property
    def underlay(self) -> Underlay | None:
        """The drawing as it is seen now, where it is held too."""
        return self._shown or self._laid

    def lay(self, underlay: Underlay | None) -> None:
        """Have another drawing, or this one elsewhere; what is held is let go."""
        if underlay is None or self._laid is None or underlay.sha256 != self._laid.sha256:
            self.measure(on=False)
        self._laid, self._shown, self._grip = underlay, None, None
        self.seen.emit()

    def show(self, underlay: Underlay) -> None:
        """Show how it would be, before it is so."""
        self._shown = underlay
        self.seen.emit()

    def activate(self, *, on: bool) -> None:
        """Begin or end to adjust it."""
        self.active = on
        self._shown = self._grip = None
        self.measure(on=False)

    def measure(self, *, on: bool) -> None:
        """Begin or end to set the two points of a length that is known."""
        rect = self._laid.rect if self._laid is not None else Rect(0, 0, 0, 0)
        self._measures, self.points = on, []
        self._cursor = (rect.x + rect.width / 2, rect.y + rect.depth / 2)
        self.seen.emit()

    def show_picture(self, sha256: str, picture: QImage) -> None:
        """Have the picture of a drawing, as it was read."""
        self._picture, self._faint = (sha256, picture), None
        self.seen.emit()

    def area(self, size: tuple[float, float]) -> Rect:
        """Return what the plan shows: the hall, and while the drawing is adjusted that too, as far as makes sense."""
        width, depth = size
        if not self.active or self._laid is None:
            return Rect(0, 0, width, depth)
        rect = self._laid.rect
        left, top = max(-width / 2, min(0.0, rect.x)), max(-depth / 2, min(0.0, rect.y))
        right, bottom = min(1.5 * width, max(width, rect.right)), min(1.5 * depth, max(depth, rect.bottom))
        return Rect(left, top, right - left, bottom - top)

    # Painting

    def paint(self, painter: QPainter, view: View, size: tuple[float, float]) -> None:
        """Paint the drawing on the floor: ink on the grid in light, light on the grid in dark."""
        underlay = self.underlay
        if underlay is None or self._picture[0] != underlay.sha256:
            return
        dark, box = is_dark(), view.box(underlay.rect)
        wide, high = (box.height(), box.width()) if underlay.turn % 2 else (box.width(), box.height())
        faint = self._faint_picture(underlay.strength, QSizeF(wide, high) * painter.device().devicePixelRatio(), dark)
        painter.save()
        if not self.active:
            painter.setClipRect(view.box(Rect(0, 0, *size)))
        modes = QPainter.CompositionMode
        painter.setCompositionMode(modes.CompositionMode_Screen if dark else modes.CompositionMode_Multiply)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(box.center())
        painter.rotate(90 * underlay.turn)
        painter.drawImage(QRectF(-wide / 2, -high / 2, wide, high), faint)
        painter.restore()

    def _faint_picture(self, strength: float, size: QSizeF, dark: bool) -> QImage:
        """Return the picture as faint as it is seen, in about as many pixels; kept until one of these is another."""
        key = (strength, size.toSize(), dark)
        if self._faint is None or self._faint[0] != key:
            from showcase.printing.underlays import faint_picture, reduced

            ground = QColor("black" if dark else "white")
            self._faint = (key, faint_picture(reduced(self._picture[1], size), strength, ground))
        return self._faint[1]

    def paint_hands(self, painter: QPainter, view: View, font: QFont) -> None:
        """Paint the frame with its handles, and the points that measure."""
        underlay = self.underlay
        if underlay is None or not self.active:
            return
        box = view.box(underlay.rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("inf"), 1.6, Qt.PenStyle.DashLine))
        painter.drawRect(box)
        if not self._measures:
            painter.setPen(QPen(colour("inf"), 1.6))
            painter.setBrush(colour("base"))
            for corner in _corners(box):
                painter.drawRect(QRectF(corner.x() - _HANDLE, corner.y() - _HANDLE, 2 * _HANDLE, 2 * _HANDLE))
            if self._shown is not None:
                told = "  ".join(metres_of(it) for it in (underlay.rect.x, underlay.rect.y))
                told += f"   {metres_of(underlay.rect.width)} × {metres_of(underlay.rect.depth)}"
                say_beside(painter, box.center() - QPointF(0, 8), told, font, centred=True)
            return
        spots = [view.point(*point) for point in self.points]
        if len(spots) == 2:
            painter.setPen(QPen(colour("base"), 5))
            painter.drawLine(*spots)
            painter.setPen(QPen(colour("inf"), 2.4))
            painter.drawLine(*spots)
        for spot in (*spots, *([view.point(*self._cursor)] if len(spots) < 2 else [])):
            for ink, width in (("base", 4.0), ("inf", 2.0)):
                painter.setPen(QPen(colour(ink), width))
                painter.drawLine(spot - QPointF(_CROSS, 0), spot + QPointF(_CROSS, 0))
                painter.drawLine(spot - QPointF(0, _CROSS), spot + QPointF(0, _CROSS))

    # Hands

    def press(self, spot: QPointF, view: View) -> None:
        """Take hold of the drawing or a corner of it, or set a point."""
        underlay = self._laid
        if underlay is None:
            return
        if self._measures:
            self._set_point(_metres(spot, view))
            return
        corners = _corners(view.box(underlay.rect))
        near = [at for at, corner in enumerate(corners) if (corner - spot).manhattanLength() <= 4 * _HANDLE]
        about = _metres(corners[(near[0] + 2) % 4], view) if near else None
        self._grip = (spot, underlay, about)

    def move(self, spot: QPointF, view: View, *, held: bool) -> None:
        """Follow the hand with what is held, or with the cross that measures."""
        if self._measures:
            self._cursor = _metres(spot, view)
            self.seen.emit()
        elif self._grip is not None and held:
            start, underlay, about = self._grip
            self._show_moved(_moved(underlay, _metres(start, view), _metres(spot, view), about))

    def release(self) -> None:
        """Let go."""
        self._grip = None
        self._place()

    def key(self, event: QKeyEvent) -> bool:
        """Move the drawing or the cross with arrows, set a point with Enter, end with Esc; tell whether it was one."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.ended.emit()
        elif key in _ENTER and self._measures:
            self._set_point(self._cursor)
        elif key in _STEPS and self.underlay is not None:
            far = _STRIDE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            dx, dy = (far * way for way in _STEPS[key])
            if self._measures:
                self._cursor = (self._cursor[0] + dx, self._cursor[1] + dy)
                self.seen.emit()
            else:
                self._show_moved(self.underlay.moved(dx, dy))
        else:
            return False
        return True

    def key_up(self, event: QKeyEvent) -> None:
        """Lay the drawing where the arrows brought it: one edit, however long they were held."""
        if not event.isAutoRepeat():
            self._place()

    def told(self) -> str:
        """Return the drawing in words."""
        underlay = self.underlay
        if underlay is None:
            return ""
        x, y, width = (metres_of(it) for it in (underlay.rect.x, underlay.rect.y, underlay.rect.width))
        return say("plan.drawing_told", name=underlay.name, x=x, y=y, width=width)

    def _show_moved(self, underlay: Underlay) -> None:
        self._shown = underlay
        self.moved.emit(underlay)
        self.seen.emit()

    def _place(self) -> None:
        if self._shown is not None and self._grip is None and self._shown != self._laid:
            self.placed.emit(self._shown)

    def _set_point(self, point: Point) -> None:
        if len(self.points) < 2 and point not in self.points:
            self.points.append(point)
            self.pointed.emit()
            self.seen.emit()


def _moved(underlay: Underlay, start: Point, end: Point, about: Point | None) -> Underlay:
    """Return a drawing as a hand brings it: moved, or by a corner made larger or smaller about the one across."""
    if about is None:
        return underlay.moved(end[0] - start[0], end[1] - start[1])
    across = start[0] - about[0], start[1] - about[1]
    along = (end[0] - about[0]) * across[0] + (end[1] - about[1]) * across[1]
    return underlay.scaled(max(0.01, along / (across[0] ** 2 + across[1] ** 2)), about)


def _corners(box: QRectF) -> Sequence[QPointF]:
    return box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()


def _metres(spot: QPointF, view: View) -> Point:
    return (spot.x() - view.left) / view.scale, (spot.y() - view.top) / view.scale

"""A hall from above: its booths with what is taken, free, shared or in conflict, told by more than colour."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from showcase.catalogue.floorplan import Rect, conflicts, extent, rect_of, snapped
from showcase.office.labels import local
from showcase.qt.theme import colour
from showcase.qt.translate import say

MIME: Final = "application/x-showcase-organisation"
"""What a name carries that is dragged onto the plan: the id of its organisation."""
_RULER: Final = 24
_MARGIN: Final = 14
_SNAP: Final = 0.5
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


_LOOKS: Final = {
    "taken": ("okbg", "leafg"),
    "shared": ("okbg", "leafg"),
    "free": ("base", "strong"),
    "service": ("hli", "strong"),
    "conflict": ("errbg", "errl"),
}
"""State -> tokens of its ground and its edge."""


def state_of(booth: Any, wrong: Mapping[uuid.UUID, str]) -> str:
    """Return what a booth is told as: conflict, shared, taken, service or free."""
    if booth.id in wrong:
        return "conflict"
    if len(booth.exhibitors) > 1:
        return "shared"
    if booth.exhibitors:
        return "taken"
    return "service" if booth.kind.value in {"service", "stage"} else "free"


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


class PlanCanvas(QWidget):
    """The plan. Arrows go from booth to booth, with Ctrl they move one by the grid, with Shift too by ten steps.

    Signals:
        picked: the booth that is selected, or None.
        moved: (a booth, its new Rect).
        dropped: (a booth, the id of an organisation that was dragged onto it).
    """

    picked = Signal(object)
    moved = Signal(object, object)
    dropped = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.zoom = 1.0
        self._booths: Sequence[Any] = ()
        self.wrong: dict[uuid.UUID, str] = {}
        self._size = (30.0, 20.0)
        self.selected: uuid.UUID | None = None
        self._target: uuid.UUID | None = None
        self._grip: tuple[QPointF, Rect] | None = None
        self._shown: Rect | None = None
        """Where the booth that is being dragged would stand."""

    def show_hall(self, booths: Sequence[Any], width: float | None, depth: float | None) -> None:
        """Show the booths of a hall; the selected one stays so."""
        self._booths = [booth for booth in booths if rect_of(booth) is not None]
        self.wrong = conflicts(booths, width, depth)
        self._size = extent(booths, width, depth)
        if self.booth is None:
            self.selected = None
        self._grip = self._shown = None
        self._fit()
        self._tell()

    @property
    def booth(self) -> Any | None:
        """The selected booth."""
        return next((booth for booth in self._booths if booth.id == self.selected), None)

    def select(self, booth: Any | None) -> None:
        """Select a booth, or none."""
        self.selected = booth.id if booth is not None else None
        self._tell()
        self.picked.emit(booth)

    def set_zoom(self, zoom: float) -> None:
        """Show the hall larger or smaller; 1 shows all of it."""
        self.zoom = min(8.0, max(1.0, zoom))
        self._fit()

    def spot(self, booth: Any) -> QRectF:
        """Return where a booth stands, in pixels."""
        place = self._shown if self._shown is not None and booth.id == self.selected else rect_of(booth)
        assert place is not None
        scale, left, top = self._view()
        return QRectF(left + place.x * scale, top + place.y * scale, place.width * scale, place.depth * scale)

    def at(self, spot: QPointF) -> Any | None:
        """Return the booth at a place of the widget."""
        return next((booth for booth in reversed(self._booths) if self.spot(booth).contains(spot)), None)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Draw the hall, its grid and rulers, then the booths."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("canvas"))
        self._paint_hall(painter)
        for booth in self._booths:
            self._paint_booth(painter, booth)
        chosen = self.booth
        if chosen is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("inf"), 2.5))
            painter.drawRect(self.spot(chosen).adjusted(-1, -1, 1, 1))
        if self._shown is not None:
            self._paint_measure(painter, self._shown)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_hall(self, painter: QPainter) -> None:
        scale, left, top = self._view()
        width, depth = self._size
        hall = QRectF(left, top, width * scale, depth * scale)
        painter.fillRect(hall, colour("base"))
        font = QFont(self.font())
        font.setPixelSize(10)
        painter.setFont(font)
        for metres in range(int(max(width, depth)) + 1):
            strong = metres % 5 == 0
            line = QPen(colour("border" if strong else "line"), 1)
            if metres <= width:
                painter.setPen(line)
                x = left + metres * scale
                painter.drawLine(QPointF(x, top), QPointF(x, hall.bottom()))
                if strong:
                    self._number(painter, QRectF(x - 20, top - _RULER + 6, 40, 14), metres)
            if metres <= depth:
                painter.setPen(line)
                y = top + metres * scale
                painter.drawLine(QPointF(left, y), QPointF(hall.right(), y))
                if strong:
                    self._number(painter, QRectF(left - _RULER - 4, y - 7, _RULER, 14), metres)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("text"), 3))
        painter.drawRect(hall)

    @staticmethod
    def _number(painter: QPainter, box: QRectF, metres: int) -> None:
        painter.setPen(colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(metres))

    def _paint_booth(self, painter: QPainter, booth: Any) -> None:
        box, state = self.spot(booth), state_of(booth, self.wrong)
        paint_state(painter, box, state, wanted=booth.id == self._target)
        self._paint_words(painter, box, booth, mark="! " if state == "conflict" else "")

    def _paint_words(self, painter: QPainter, box: QRectF, booth: Any, mark: str) -> None:
        code = f"{mark}{booth.code}"
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(round(max(7.0, min(15.0, box.height() * 0.32, 1.5 * box.width() / max(1, len(code))))))
        painter.setFont(font)
        painter.setPen(QColor(colour("err" if mark else "text")))
        names = ", ".join(local(it.short_name) or local(it.name) for it in booth.exhibitors)
        small = QFont(self.font())
        small.setPixelSize(11)
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

    def _paint_measure(self, painter: QPainter, place: Rect) -> None:
        """Say beside the booth that is moved where it stands."""
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        text = f"x {place.x:.1f}  y {place.y:.1f} m"
        chosen = self.booth
        corner = self.spot(chosen).topLeft() if chosen is not None else QPointF(0, 0)
        box = QRectF(corner.x(), corner.y() - 22, painter.fontMetrics().horizontalAdvance(text) + 12, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("tip"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(colour("tipt"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - as Qt declares it
        """Select the booth under the mouse, and take hold of it."""
        booth = self.at(event.position())
        self.select(booth)
        place = rect_of(booth) if booth is not None else None
        self._grip = (event.position(), place) if place is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - as Qt declares it
        """Move the booth that is held."""
        if self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, place = self._grip
            scale = self._view()[0]
            dx, dy = (snapped(delta / scale, _SNAP) for delta in (event.position() - start).toTuple())
            self._shown = place.moved(dx, dy, *self._size) if dx or dy else None
            self.update()

    def event(self, event: QEvent) -> bool:
        """Say who stands where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            booth = self.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.told(booth) if booth is not None else "", self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - as Qt declares it
        """Let go."""
        del event
        shown, self._grip, self._shown = self._shown, None, None
        if shown is not None and self.booth is not None:
            self.moved.emit(self.booth, shown)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - as Qt declares it
        """Zoom with Ctrl; else the panel scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * (1.2 if event.angleDelta().y() > 0 else 1 / 1.2))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Go to the next booth with the arrows; with Ctrl move the selected one."""
        step = _STEPS.get(Qt.Key(event.key()))
        chosen = self.booth
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and chosen is not None:
            length = 5.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _SNAP
            place = rect_of(chosen)
            assert place is not None
            self.moved.emit(chosen, place.moved(step[0] * length, step[1] * length, *self._size))
        else:
            self.select(self._next(step))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - as Qt declares it
        """Take the name of an organisation."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - as Qt declares it
        """Mark the booth that would be given."""
        booth = self.at(event.position())
        self._target = booth.id if booth is not None else None
        event.setAccepted(booth is not None)
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - as Qt declares it
        """Give the booth."""
        booth = self.at(event.position())
        self._target = None
        if booth is not None:
            event.acceptProposedAction()
            self.dropped.emit(booth, uuid.UUID(bytes(event.mimeData().data(MIME).data()).decode()))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - as Qt declares it
        """Return as much as there is."""
        return QSize(800, 600)

    def told(self, booth: Any) -> str:
        """Return a booth in words, as screen readers and tool tips say it."""
        names = ", ".join(local(it.name) for it in booth.exhibitors)
        state = say(f"plan.state_{state_of(booth, self.wrong)}")
        return f"{booth.code} · {state}" + (f" · {names}" if names else "")

    def _next(self, step: tuple[int, int]) -> Any | None:
        """Return the nearest booth in a direction; the first when none is selected."""
        chosen = self.booth
        if chosen is None:
            return self._booths[0] if self._booths else None
        here = self.spot(chosen).center()
        best, least = chosen, float("inf")
        for booth in self._booths:
            way = self.spot(booth).center() - here
            along, aside = way.x() * step[0] + way.y() * step[1], abs(way.x() * step[1]) + abs(way.y() * step[0])
            if along > 1 and along + 3 * aside < least:
                best, least = booth, along + 3 * aside
        return best

    def _view(self) -> tuple[float, float, float]:
        """Return (pixels of a metre, left edge, upper edge) of the hall."""
        width, depth = self._size
        room = (self.width() - _RULER - 2 * _MARGIN, self.height() - _RULER - 2 * _MARGIN)
        scale = max(1.0, min(room[0] / width, room[1] / depth))
        left = _RULER + _MARGIN + max(0.0, (room[0] - width * scale) / 2)
        return scale, left, _RULER + _MARGIN

    def _fit(self) -> None:
        """Take the room of the zoom: the panel around scrolls over it."""
        parent = self.parentWidget()
        room = parent.size() if parent is not None else QSize(800, 600)
        self.setMinimumSize(
            max(320, round(room.width() * self.zoom) - 2), max(240, round(room.height() * self.zoom) - 2)
        )
        self.update()

    def _tell(self) -> None:
        chosen = self.booth
        self.setAccessibleName(say("plan.canvas"))
        self.setAccessibleDescription(self.told(chosen) if chosen is not None else "")
        self.update()

"""A hall from above: booths and places to pick and move, the aisles that are too narrow, and the way between two."""

import uuid
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
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
from showcase.catalogue.records import PlaceRecord
from showcase.office import planlooks
from showcase.office.drawinghands import DrawingHands, drawing_of
from showcase.office.labels import local
from showcase.office.planlooks import RULER, View, place_name, state_of
from showcase.qt.theme import colour
from showcase.qt.translate import say

MIME: Final = "application/x-showcase-organisation"
"""What a name carries that is dragged onto the plan: the id of its organisation."""
_MARGIN: Final = 14
_SNAP: Final = 0.5
_BESIDE: Final = 0.45
"""How much is seen of booths and places while the drawing under them is adjusted."""
_ZOOM: Final = 1.25
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS: Final = {Qt.Key.Key_Plus: _ZOOM, Qt.Key.Key_Equal: _ZOOM, Qt.Key.Key_Minus: 1 / _ZOOM, Qt.Key.Key_0: 0.0}
"""Key -> by how much the hall is shown larger; 0 shows all of it."""


class PlanCanvas(QWidget):
    """The plan. Arrows go from thing to thing, with Ctrl they move one by the grid, with Shift too by ten steps.

    Plus, minus and 0 show the hall larger, smaller and whole. Del asks for what is selected to be deleted.

    Signals:
        picked: the booth or place that is selected, or None.
        joined: a booth or place that Ctrl was held on: the way to it is wanted.
        moved: (a booth or place, its new Rect).
        dropped: (a booth, the id of an organisation that was dragged onto it).
        unwanted: the booth or place that is to be deleted.
        drawing_dropped: the file of a drawing that was dragged onto the plan.
    """

    picked = Signal(object)
    joined = Signal(object)
    moved = Signal(object, object)
    dropped = Signal(object, object)
    unwanted = Signal(object)
    drawing_dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.zoom = 1.0
        self.drawing = DrawingHands(self)
        """What lies under the hall; while it is adjusted, hands and keys are for it."""
        self.drawing.seen.connect(self._tell)
        self._booths: Sequence[Any] = ()
        self._places: Sequence[Any] = ()
        self._narrow: Sequence[Rect] = ()
        self._way: Sequence[Sequence[tuple[float, float]]] = ()
        self.wrong: dict[uuid.UUID, str] = {}
        self.hall_size = (30.0, 20.0)
        self.selected: uuid.UUID | None = None
        self._target: uuid.UUID | None = None
        self._grip: tuple[QPointF, Rect] | None = None
        self._shown: Rect | None = None
        """Where the thing that is being dragged would stand."""

    def show_hall(
        self,
        booths: Sequence[Any],
        width: float | None,
        depth: float | None,
        places: Sequence[Any] = (),
        narrow: Sequence[Rect] = (),
    ) -> None:
        """Show what stands in a hall; what is selected stays so."""
        self._booths = [booth for booth in booths if rect_of(booth) is not None]
        self._places = [place for place in places if place.x_m is not None and place.y_m is not None]
        self._narrow = narrow
        self.wrong = conflicts(booths, width, depth)
        self.hall_size = extent(booths, width, depth, places)
        if self.chosen is None:
            self.selected = None
        self._grip = self._shown = None
        self._fit()
        self._tell()

    def show_way(self, legs: Sequence[Sequence[tuple[float, float]]]) -> None:
        """Show a way; none when it is empty."""
        self._way = legs
        self.update()

    @property
    def chosen(self) -> Any | None:
        """The booth or place that is selected."""
        return next((it for it in (*self._booths, *self._places) if it.id == self.selected), None)

    @property
    def booth(self) -> Any | None:
        """The selected booth."""
        return next((booth for booth in self._booths if booth.id == self.selected), None)

    @property
    def place(self) -> Any | None:
        """The selected place."""
        return next((place for place in self._places if place.id == self.selected), None)

    def taken(self) -> list[Rect]:
        """Return where something stands: the booths, and a metre around each place."""
        around = [Rect(it.x - 1, it.y - 1, 2, 2) for it in map(_rect, self._places)]
        return [*map(_rect, self._booths), *around]

    def select(self, thing: Any | None) -> None:
        """Select a booth or place, or none."""
        self.selected = thing.id if thing is not None else None
        self._tell()
        self.picked.emit(thing)

    def zoom_by(self, factor: float) -> None:
        """Show the hall larger or smaller by a factor; 0 shows all of it."""
        self.zoom = min(8.0, max(1.0, self.zoom * factor))
        self._fit()

    def spot(self, thing: Any) -> QRectF:
        """Return where a booth or the sign of a place is, in pixels."""
        rect = self._shown if self._shown is not None and thing.id == self.selected else _rect(thing)
        view = self._view()
        return view.box(rect) if rect.width else view.badge(rect.x, rect.y)

    def at(self, spot: QPointF) -> Any | None:
        """Return the booth or place at a point of the widget: signs lie over booths."""
        lying = (*self._booths, *self._places)
        return next((it for it in reversed(lying) if self.spot(it).contains(spot)), None)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Draw the hall, its grid and rulers, then the booths, the way and the places."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("canvas"))
        view = self._view()
        planlooks.paint_hall(painter, view, self.hall_size, self.font())
        self.drawing.paint(painter, view, self.hall_size)
        planlooks.paint_walls(painter, view, self.hall_size)
        painter.setOpacity(_BESIDE if self.drawing.active else 1.0)
        for gap in self._narrow:
            planlooks.paint_narrow(painter, view, gap, self.font())
        for booth in self._booths:
            box, state = self.spot(booth), state_of(booth, self.wrong)
            planlooks.paint_state(painter, box, state, wanted=booth.id == self._target)
            planlooks.paint_words(painter, box, booth, "! " if state == "conflict" else "", self.font())
        chosen = self.booth
        if chosen is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("inf"), 2.5))
            painter.drawRect(self.spot(chosen).adjusted(-1, -1, 1, 1))
        for points in self._way:
            planlooks.paint_way(painter, view, points)
        for place in self._places:
            planlooks.paint_place(painter, self.spot(place), place.kind, chosen=place.id == self.selected)
        if self._shown is not None and self.chosen is not None:
            text = f"x {self._shown.x:.1f}  y {self._shown.y:.1f} m"
            planlooks.say_beside(painter, self.spot(self.chosen).topLeft() - QPointF(0, 22), text, self.font())
        painter.setOpacity(1.0)
        self.drawing.paint_hands(painter, view, self.font())
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - as Qt declares it
        """Select what is under the mouse and take hold of it; with Ctrl ask for the way to it."""
        if self.drawing.active:
            self.drawing.press(event.position(), self._view())
            return
        thing = self.at(event.position())
        if thing is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.chosen is not None:
            self.joined.emit(thing)
            return
        self.select(thing)
        self._grip = (event.position(), _rect(thing)) if thing is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - as Qt declares it
        """Move what is held."""
        if self.drawing.active:
            held = bool(event.buttons() & Qt.MouseButton.LeftButton)
            self.drawing.move(event.position(), self._view(), held=held)
        elif self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, place = self._grip
            scale = self._view().scale
            dx, dy = (snapped(delta / scale, _SNAP) for delta in (event.position() - start).toTuple())
            self._shown = place.moved(dx, dy, *self.hall_size) if dx or dy else None
            self.update()

    def event(self, event: QEvent) -> bool:
        """Say who stands, or what is, where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            thing = self.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.told(thing) if thing is not None else "", self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - as Qt declares it
        """Let go."""
        del event
        if self.drawing.active:
            self.drawing.release()
            return
        shown, self._grip, self._shown = self._shown, None, None
        if shown is not None and self.chosen is not None:
            self.moved.emit(self.chosen, shown)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - as Qt declares it
        """Zoom with Ctrl; else the panel scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Go to the next thing with the arrows; with Ctrl move the selected one; zoom; ask for it to be deleted."""
        key, chosen = Qt.Key(event.key()), self.chosen
        if self.drawing.active and self.drawing.key(event):
            return
        if key in _ZOOMS:
            self.zoom_by(_ZOOMS[key])
        elif key == Qt.Key.Key_Delete and chosen is not None:
            self.unwanted.emit(chosen)
        elif key not in _STEPS:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and chosen is not None:
            length = 5.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _SNAP
            dx, dy = _STEPS[key]
            self.moved.emit(chosen, _rect(chosen).moved(dx * length, dy * length, *self.hall_size))
        else:
            self.select(self._next(_STEPS[key]))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Lay the drawing where the arrows brought it."""
        if self.drawing.active:
            self.drawing.key_up(event)
        super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - as Qt declares it
        """Take the name of an organisation, or the file of a drawing."""
        if event.mimeData().hasFormat(MIME) or drawing_of(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - as Qt declares it
        """Mark the booth that would be given."""
        if drawing_of(event):
            event.acceptProposedAction()
            return
        booth = self._booth_at(event.position())
        self._target = booth.id if booth is not None else None
        event.setAccepted(booth is not None)
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - as Qt declares it
        """Give the booth, or lay the drawing under the hall."""
        drawing = drawing_of(event)
        if drawing is not None:
            event.acceptProposedAction()
            self.drawing_dropped.emit(drawing)
            return
        booth = self._booth_at(event.position())
        self._target = None
        if booth is not None:
            event.acceptProposedAction()
            self.dropped.emit(booth, uuid.UUID(bytes(event.mimeData().data(MIME).data()).decode()))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - as Qt declares it
        """Return as much as there is."""
        return QSize(800, 600)

    def told(self, thing: Any) -> str:
        """Return a booth or place in words, as screen readers and tool tips say it."""
        if isinstance(thing, PlaceRecord):
            kind = say(f"catalogue.place_kind_{thing.kind}")
            called = place_name(thing)
            return called if called == kind else f"{called} · {kind}"
        names = ", ".join(local(it.name) for it in thing.exhibitors)
        state = say(f"plan.state_{state_of(thing, self.wrong)}")
        return f"{thing.code} · {state}" + (f" · {names}" if names else "")

    def _booth_at(self, spot: QPointF) -> Any | None:
        return next((booth for booth in reversed(self._booths) if self.spot(booth).contains(spot)), None)

    def _next(self, step: tuple[int, int]) -> Any | None:
        """Return the nearest thing in a direction; the first when none is selected."""
        chosen, lying = self.chosen, (*self._booths, *self._places)
        if chosen is None:
            return lying[0] if lying else None
        here = self.spot(chosen).center()
        best, least = chosen, float("inf")
        for thing in lying:
            way = self.spot(thing).center() - here
            along, aside = way.x() * step[0] + way.y() * step[1], abs(way.x() * step[1]) + abs(way.y() * step[0])
            if along > 1 and along + 3 * aside < least:
                best, least = thing, along + 3 * aside
        return best

    def _view(self) -> View:
        area = self.drawing.area(self.hall_size)
        room = (self.width() - RULER - 2 * _MARGIN, self.height() - RULER - 2 * _MARGIN)
        scale = max(1.0, min(room[0] / area.width, room[1] / area.depth))
        left = RULER + _MARGIN + max(0.0, (room[0] - area.width * scale) / 2)
        return View(scale, left - area.x * scale, RULER + _MARGIN - area.y * scale)

    def refit(self) -> None:
        """Show the hall for booths, or for its drawing, whichever hands are for now."""
        self.setMouseTracking(self.drawing.active)
        self.setCursor(Qt.CursorShape.SizeAllCursor if self.drawing.active else Qt.CursorShape.ArrowCursor)
        self._fit()
        self._tell()

    def _fit(self) -> None:
        """Take the room of the zoom: the panel around scrolls over it."""
        parent = self.parentWidget()
        room = parent.size() if parent is not None else QSize(800, 600)
        self.setMinimumSize(
            max(320, round(room.width() * self.zoom) - 2), max(240, round(room.height() * self.zoom) - 2)
        )
        self.update()

    def _tell(self) -> None:
        chosen = self.chosen
        self.setAccessibleName(say("plan.canvas"))
        told = self.told(chosen) if chosen is not None else ""
        self.setAccessibleDescription(self.drawing.told() if self.drawing.active else told)
        self.update()


def _rect(thing: Any) -> Rect:
    """Return where a booth stands, or the point of a place."""
    if isinstance(thing, PlaceRecord):
        return Rect(thing.x_m or 0.0, thing.y_m or 0.0, 0, 0)
    place = rect_of(thing)
    assert place is not None
    return place

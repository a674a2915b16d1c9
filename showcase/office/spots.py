"""Things of a report that lead somewhere: painted buttons, and grids of them that the arrow keys walk through."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from showcase.qt.theme import px, tokens

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Spot(QAbstractButton):
    """A part of a page that can be pressed; what it looks like, `draw` paints.

    Args:
        act: what pressing it does.
    """

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: act())  # noqa: PLW0108 - without it the button's "checked" would be passed on

    def draw(self, painter: QPainter) -> None:
        """Paint what it shows."""

    @property
    def is_near(self) -> bool:
        """Tell whether the mouse is over it."""
        return self.underMouse() and self.isEnabled()

    def sizeHint(self) -> QSize:  # noqa: N802 - as Qt declares it
        """Return what its layout wants, or its least size."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Paint it, with a ring where the keys are."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens()["focus"]), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Let Enter press it, as the space bar does."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class SpotGrid(QWidget):
    """A widget with rows of spots: Tab goes past all of them at once, the arrow keys go from one to the next."""

    def __init__(self) -> None:
        super().__init__()
        self._spots: list[list[Spot]] = []

    @property
    def spots(self) -> list[list[Spot]]:
        """The rows of spots."""
        return self._spots

    def set_spots(self, rows: Sequence[Sequence[Spot]]) -> None:
        """Take these rows in place of others; the first spot is the one that Tab goes to."""
        self._spots = [list(row) for row in rows if row]
        for row in self._spots:
            for spot in row:
                spot.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                spot.installEventFilter(self)
        if self._spots:
            self._spots[0][0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt declares it
        """Walk with the arrow keys; Tab comes back to where they left off."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self._move(watched, *_MOVES[Qt.Key(event.key())])
            return True
        if event.type() == QEvent.Type.FocusIn:
            for row in self._spots:
                for spot in row:
                    own = spot is watched
                    spot.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own else Qt.FocusPolicy.ClickFocus)
        return super().eventFilter(watched, event)

    def _move(self, watched: QObject, down: int, right: int) -> None:
        for y, row in enumerate(self._spots):
            if watched in row:
                below = self._spots[min(max(y + down, 0), len(self._spots) - 1)]
                x = min(max(row.index(watched) + right, 0), len(below) - 1)
                below[x].setFocus(Qt.FocusReason.TabFocusReason)
                self._show(below[x])
                return

    def _show(self, spot: Spot) -> None:
        """Scroll the page to a spot."""
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(spot)
            above = above.parentWidget()


def sized(font: QFont, pixels: int, *, strong: bool = False) -> QFont:
    """Return a font in another size and weight, as large as the text is set."""
    made = QFont(font)
    made.setPixelSize(px(pixels))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made

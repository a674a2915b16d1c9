"""Controls of the panel that Qt does not have: text as high as it needs, values that the wheel leaves alone."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QPlainTextEdit, QWidget


class Prose(QPlainTextEdit):
    """Some lines of text, as high as they need within limits; Tab goes on to the next field.

    Signals:
        left: the cursor went elsewhere.
    """

    left = Signal()
    _LINES: Final = (2, 9)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """Be as high as the text, between two lines and nine."""
        lines = self.document().size().height()
        least, most = self._LINES
        shown = min(most, max(least, lines))
        edges = 2 * round(self.document().documentMargin()) + 10  # with the padding and frame of the style sheet
        self.setFixedHeight(round(shown * self.fontMetrics().lineSpacing()) + edges)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > most else policy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: Any) -> None:  # noqa: N802 - as Qt declares it
        """Fit again: lines break elsewhere."""
        super().resizeEvent(event)
        self.fit()

    def focusOutEvent(self, event: Any) -> None:  # noqa: N802 - as Qt declares it
        """Say that the text was left, unless a menu only stands before it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Ctrl+Enter saves; Ctrl+Z takes back what was typed here, as long as there is something."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers():
            self.left.emit()
            return
        super().keyPressEvent(event)


def still(box: QAbstractSpinBox, keeper: QWidget) -> None:
    """Keep the wheel of the mouse from changing a value while it scrolls the panel."""
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    box.installEventFilter(_Still(keeper))


class _Still(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt declares it
        """Pass the wheel on."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def set_state(widget: QWidget, state: str) -> None:
    """Mark a control as the style sheet knows it: "missing", "wrong" or ""."""
    if widget.property("state") != state:
        widget.setProperty("state", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)

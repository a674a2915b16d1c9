"""A page with nothing in it says what is missing and what to do next."""

from collections.abc import Callable
from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from showcase.qt.images import paint_drawing
from showcase.qt.translate import say

_SIZE: Final = QSize(150, 94)


class Terraces(QWidget):
    """The line drawing of empty pages: terraces and a lantern."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Draw five terraces, and the lantern with three rings of light."""
        del event
        paint_drawing(QPainter(self), "terraces", QRectF(self.rect()))


class EmptyState(QWidget):
    """What is missing, a sentence, and up to two buttons; the first is the default."""

    def __init__(self, *buttons: QPushButton, drawing: bool = True) -> None:
        super().__init__()
        self.setObjectName("empty")
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._text = QLabel(), QLabel()
        self._title.setProperty("role", "lead")
        self._text.setProperty("role", "sub")
        self._texts: tuple[Callable[[], str], Callable[[], str]] = (str, str)
        row = QHBoxLayout()
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch()
        if drawing:
            column.addWidget(Terraces(), 0, QtCore.Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            label.setAlignment(QtCore.Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch()

    def set_texts(self, title: Callable[[], str], text: Callable[[], str]) -> None:
        """Say what is missing and what to do."""
        self._texts = (title, text)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        self._title.setText(self._texts[0]())
        self._text.setText(self._texts[1]())


class SayingButton(QPushButton):
    """A button that knows the key of its text."""

    def __init__(self, key: str, act: Callable[[], object], *, primary: bool = False) -> None:
        super().__init__()
        self._key = key
        if primary:
            self.setProperty("kind", "primary")
        self.clicked.connect(lambda: act())  # noqa: PLW0108 - without it the button's "checked" would be passed on
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        self.setText(say(self._key))

"""The first page, when no event is open: three ways to begin, each with a sentence, and what was open before."""

from pathlib import Path
from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from showcase.office.bars import Messages, ProgressPanel
from showcase.office.empty import Terraces
from showcase.office.labels import empty
from showcase.qt.images import pixmap
from showcase.qt.theme import px, tokens
from showcase.qt.translate import say

WAYS: Final = (("sample", "leaf"), ("create", "file-plus"), ("open", "folder-open"))
_WIDTH: Final = 560
_WIDEST: Final = 960
_PADDING: Final = 16
_ICON: Final = 22
_TEXT_LEFT: Final = 52


class StartPage(QScrollArea):
    """The page.

    Signals:
        chosen: "sample", "create" or "open".
        recent_chosen: the path of an event that was open before.
    """

    chosen = Signal(str)
    recent_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.messages, self.progress = Messages(margin=0), ProgressPanel()
        self._recent: tuple[str, ...] = ()
        self._is_finished = False
        self._labels: list[tuple[QLabel, str]] = []
        self.ways: dict[str, WayButton] = {}
        column = QVBoxLayout()
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(4)
        column.addWidget(Terraces())
        column.addSpacing(12)
        column.addWidget(self._say("start_title", "hero"))
        column.addWidget(self._say("start_text", "sub"))
        column.addSpacing(8)
        column.addWidget(self.messages)
        for way, drawing in WAYS:
            column.addSpacing(8)
            self.ways[way] = WayButton(way, drawing)
            self.ways[way].clicked.connect(lambda _checked=False, way=way: self.chosen.emit(way))
            column.addWidget(self.ways[way])
        column.addSpacing(20)
        self._recent_head = self._say("start_recent", "head")
        column.addWidget(self._recent_head)
        self._recent_column = QVBoxLayout()
        column.addLayout(self._recent_column)
        column.addWidget(self.progress)
        self._centre(column)
        self.retranslate()

    def show_recent(self, paths: tuple[str, ...]) -> None:
        """List the events that were open before and still exist."""
        self._recent = tuple(path for path in paths if Path(path).is_file())
        empty(self._recent_column)
        self._recent_head.setVisible(bool(self._recent))
        for path in self._recent:
            button = QPushButton(f"{Path(path).stem}  ·  {Path(path).parent}")
            button.setProperty("kind", "link")
            button.setToolTip(path)
            button.clicked.connect(lambda _checked=False, path=path: self.recent_chosen.emit(path))
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(button)
            line.addStretch()
            self._recent_column.addWidget(row)
        if self._is_finished:
            self.finish()

    def finish(self) -> None:
        """Add what only the mouse notices; the first picture does not wait for Python's names of cursors."""
        self._is_finished = True
        for button in self.findChildren(QPushButton):
            if button.property("kind") in {"way", "link"}:
                button.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)

    def set_busy(self, busy: bool) -> None:
        """Take no further choice while an event is being made or opened."""
        for button in self.ways.values():
            button.setEnabled(not busy)

    def retranslate(self) -> None:
        """Say every text again, as large as the text is set."""
        self._inner.setFixedWidth(_width())
        self.setAccessibleName(say("office.start_title"))
        for label, key in self._labels:
            label.setText(say(f"office.{key}"))
        for button in self.ways.values():
            button.retranslate()

    def _say(self, key: str, role: str) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setProperty("role", role)
        self._labels.append((label, key))
        return label

    def _centre(self, column: QVBoxLayout) -> None:
        inner, outer = QWidget(), QWidget()
        self._inner = inner
        inner.setLayout(column)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(inner)
        middle.addStretch()
        around = QVBoxLayout(outer)
        around.addStretch(2)
        around.addLayout(middle)
        around.addStretch(3)
        self.setWidget(outer)


def _width() -> int:
    return px(_WIDTH, _WIDEST)


class WayButton(QPushButton):
    """One way to begin: an icon, what it does, and a sentence about it. The whole of it is the button."""

    def __init__(self, way: str, drawing: str) -> None:
        super().__init__()
        self.setProperty("kind", "way")
        self._way, self._drawing = way, drawing
        self._icon, self._head, self._text = QLabel(), QLabel(), QLabel()
        self._head.setProperty("role", "strong")
        self._text.setProperty("role", "sub")
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._head, self._text):
            label.setWordWrap(True)
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PADDING, 12, _PADDING, 12)
        row.setSpacing(_TEXT_LEFT - _PADDING - _ICON)
        aside = QVBoxLayout()
        aside.addWidget(self._icon)
        aside.addStretch()
        row.addLayout(aside)
        row.addLayout(words, 1)

    def retranslate(self) -> None:
        """Say it again, in the colours of the theme."""
        self._icon.setPixmap(pixmap(self._drawing, tokens()["leaf"], _ICON, self.devicePixelRatioF()))
        self._head.setText(say(f"office.start_{self._way}"))
        self._text.setText(say(f"office.start_{self._way}_text"))
        self.setAccessibleName(self._head.text())
        self.setAccessibleDescription(self._text.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - as Qt declares it
        """Return the size that the words need; a fixed height would be dropped when the style sheet is first met."""
        width = _width() - _TEXT_LEFT - _PADDING
        return QSize(_width(), sum(label.heightForWidth(width) for label in (self._head, self._text)) + 2 + 2 * 12)

"""The first page, when no event is open: three ways to begin, each with a sentence, and what was open before."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from showcase.office.bars import Messages, ProgressPanel
from showcase.office.empty import Terraces
from showcase.qt.images import icon
from showcase.qt.translate import say

WAYS: Final = (("sample", "leaf"), ("create", "file-plus"), ("open", "folder-open"))
_WIDTH: Final = 520


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
        self.messages, self.progress = Messages(), ProgressPanel()
        self._recent: tuple[str, ...] = ()
        self._labels: list[tuple[QLabel, str]] = []
        self.ways: dict[str, QPushButton] = {}
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Terraces())
        column.addSpacing(8)
        column.addWidget(self._say("start_title", "hero"))
        column.addWidget(self._say("start_text", "sub"))
        column.addSpacing(8)
        column.addWidget(self.messages)
        for way, drawing in WAYS:
            column.addSpacing(8)
            column.addWidget(self._make_way(way, drawing))
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
        while self._recent_column.count():
            found = self._recent_column.takeAt(0).widget()
            if found:
                found.deleteLater()
        self._recent_head.setVisible(bool(self._recent))
        for path in self._recent:
            button = QPushButton(f"{Path(path).stem}  ·  {Path(path).parent}")
            button.setProperty("kind", "link")
            button.setToolTip(path)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked=False, path=path: self.recent_chosen.emit(path))
            self._recent_column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_busy(self, busy: bool) -> None:
        """Take no further choice while an event is being made or opened."""
        for button in self.ways.values():
            button.setEnabled(not busy)

    def retranslate(self) -> None:
        """Say every text again."""
        for label, key in self._labels:
            label.setText(say(f"office.{key}"))
        for way, drawing in WAYS:
            button = self.ways[way]
            button.setText(say(f"office.start_{way}"))
            button.setIcon(icon(drawing, "acct" if way == "sample" else "text", 16, 4))

    def _say(self, key: str, role: str) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setProperty("role", role)
        self._labels.append((label, key))
        return label

    def _make_way(self, way: str, drawing: str) -> QWidget:
        del drawing
        button = QPushButton()
        button.setIconSize(QSize(20, 16))
        button.setMinimumWidth(190)
        if way == "sample":
            button.setProperty("kind", "primary")
        button.clicked.connect(lambda: self.chosen.emit(way))
        self.ways[way] = button
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._say(f"start_{way}_text", "sub"), 1)
        return row

    def _centre(self, column: QVBoxLayout) -> None:
        inner, outer = QWidget(), QWidget()
        inner.setFixedWidth(_WIDTH)
        inner.setLayout(column)
        around = QVBoxLayout(outer)
        around.addStretch(2)
        around.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)
        self.setWidget(outer)

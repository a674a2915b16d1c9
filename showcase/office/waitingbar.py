"""What waits for a printer, one box for each kind of thing: never printed, or changed since; each leads there."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from showcase.documents.kinds import KINDS
from showcase.office.jobs import Waiting
from showcase.office.labels import make_label
from showcase.qt.images import GAP, icon, pixmap
from showcase.qt.theme import tokens
from showcase.qt.translate import say


class WaitingBar(QWidget):
    """The boxes.

    Signals:
        wanted: what the print page is to show, such as "badges:changed".
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: Waiting = {}
        self.boxes = {kind.what: WaitingBox(kind.what) for kind in KINDS.values() if kind.awaited}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 12)
        row.setSpacing(10)
        for box in self.boxes.values():
            row.addWidget(box, 1)
            box.wanted.connect(self.wanted)

    def show_waiting(self, waiting: Waiting) -> None:
        """Show how much waits."""
        self._waiting = waiting
        for what, box in self.boxes.items():
            box.show_counts(waiting.get(what, {}))


class WaitingBox(QFrame):
    """One kind of thing.

    Signals:
        wanted: what the print page is to show.
    """

    wanted = Signal(str)

    def __init__(self, what: str) -> None:
        super().__init__()
        self.setProperty("role", "box")
        self._what = what
        self._counts: Mapping[str, int] | None = {}
        self._head, self._icon, self._told = make_label("", "strong"), QLabel(), make_label("", "sub")
        self.buttons = {who: QPushButton() for who in ("unprinted", "changed")}
        self._address = QPushButton()
        line = QHBoxLayout()
        line.setSpacing(14)
        for who, button in self.buttons.items():
            button.setProperty("kind", "link")
            button.clicked.connect(lambda _on, who=who: self.wanted.emit(f"{what}:{who}"))
            line.addWidget(button)
        self._address.setProperty("kind", "link")
        self._address.clicked.connect(lambda: self.wanted.emit(what))
        for part in (self._address, self._icon):
            line.addWidget(part)
        line.addWidget(self._told, 1)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addLayout(line)
        self.retranslate()

    def show_counts(self, counts: Mapping[str, int] | None) -> None:
        """Show how much waits: of nothing, of all; None when there is no address for the codes."""
        self._counts = counts
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        counts = self._counts or {}
        waits = any(counts.get(who) for who in self.buttons)
        self._head.setText(say(f"signage.what_{self._what}"))
        for who, button in self.buttons.items():
            button.setVisible(bool(counts.get(who)))
            button.setText(say(f"desk.waits_{who}", n=counts.get(who, 0)))
            button.setIcon(icon("circle-dashed" if who == "unprinted" else "pencil", "warn", 14, GAP))
            button.setIconSize(QSize(14 + GAP, 14))
        self._address.setVisible(self._counts is None)
        self._address.setText(say("desk.waits_address"))
        done = bool(counts) and not waits
        self._icon.setVisible(done and counts["all"] > 0)
        self._icon.setPixmap(pixmap("circle-check", tokens()["ok"], 14, self.devicePixelRatioF()))
        self._told.setVisible(done)
        self._told.setText(say("desk.waits_nothing" if counts.get("all") else "desk.waits_none") if done else "")

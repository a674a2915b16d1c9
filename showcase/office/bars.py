"""What pages say at their edge: message bars with what to do, and the progress of long work."""

import time
from collections.abc import Callable
from typing import Any, Final

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from showcase.errors import UserError
from showcase.office.labels import empty
from showcase.qt.images import icon, pixmap
from showcase.qt.tasks import Task
from showcase.qt.theme import tokens
from showcase.qt.translate import explain, number, say

Text = Callable[[], str]
"""A text that is said again in another language."""
Action = tuple[str, Callable[[], object]]
"""The key of a button's text, and what it does."""
_ICONS: Final = {"error": ("circle-x", "err"), "warn": ("triangle-alert", "warn"), "good": ("circle-check", "ok")}


class MessageBar(QFrame):
    """One message: an icon, what happened, up to two things to do, and a way to put it aside."""

    def __init__(self, kind: str, text: Text, actions: tuple[Action, ...] = ()) -> None:
        super().__init__()
        self.setProperty("msg", kind)
        self._kind, self._text = kind, text
        self._icon, self._label = QLabel(), QLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        # The first line, the icon and the buttons stand on one line, however many lines follow.
        self._icon.setContentsMargins(0, 6, 0, 0)
        self._label.setContentsMargins(0, 5, 0, 5)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(8)
        top = QtCore.Qt.AlignmentFlag.AlignTop
        row.addWidget(self._icon, 0, top)
        row.addWidget(self._label, 1, top)
        self._buttons: list[tuple[QPushButton, str]] = []
        for key, act in actions:
            button = QPushButton()
            button.clicked.connect(act)
            row.addWidget(button, 0, top)
            self._buttons.append((button, key))
        self._aside = QToolButton()
        self._aside.clicked.connect(self.deleteLater)
        row.addWidget(self._aside, 0, top)
        self.retranslate()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._label.text()

    def retranslate(self) -> None:
        """Say it again, in the colours of the theme."""
        name, token = _ICONS[self._kind]
        self._icon.setPixmap(pixmap(name, tokens()[token], 16, self.devicePixelRatioF()))
        self._label.setText(self._text())
        self._aside.setIcon(icon("x", size=14))
        self._aside.setToolTip(say("office.put_aside"))
        for button, key in self._buttons:
            button.setText(say(key))


class Messages(QWidget):
    """A place for message bars, empty most of the time; `margin` is what keeps them from the edges of the page."""

    def __init__(self, margin: int = 16) -> None:
        super().__init__()
        self._margin = margin
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(margin, 0, margin, 0)
        self._column.setSpacing(6)

    def show_text(self, kind: str, text: Text, *actions: Action) -> MessageBar:
        """Show a message in place of older ones of this place."""
        self.clear()
        bar = MessageBar(kind, text, actions)
        self._column.setContentsMargins(self._margin, 8, self._margin, 8)
        bar.destroyed.connect(self._tighten)
        self._column.addWidget(bar)
        return bar

    def show_error(self, error: UserError) -> MessageBar:
        """Show what an error says."""
        return self.show_text("error", lambda: explain(error))

    def clear(self) -> None:
        """Put everything aside."""
        empty(self._column)
        self._tighten()

    @property
    def texts(self) -> list[str]:
        """What the bars say now."""
        return [bar.text for bar in self.findChildren(MessageBar) if not bar.isHidden()]

    def _tighten(self) -> None:
        if not self._column.count():
            self._column.setContentsMargins(self._margin, 0, self._margin, 0)


class Works(QObject):
    """The long work of the window, wherever it was begun.

    Signals:
        begun: (a task, what it does as a text that is said again in another language).
    """

    begun = Signal(object, object)


works = Works()
"""The one list of long work, as there is one foot of the window that shows it."""


class TaskLine(QWidget):
    """The newest long work in one line at the foot of the window: what, how far, Cancel."""

    def __init__(self) -> None:
        super().__init__()
        self._what = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 6)
        self._cancel = QToolButton()
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        for part in (self._what, self._bar, self._cancel):
            row.addWidget(part)
        self._task: Task[Any] | None = None
        self._text: Text = str
        works.begun.connect(self.follow)
        self.hide()

    def follow(self, task: Task[Any], text: Text) -> None:
        """Show a task from its first progress until it ends: what is done at once shows nothing."""
        self._task, self._text = task, text
        task.progressed.connect(self._on_progress)
        task.ended.connect(self._on_ended)

    def retranslate(self) -> None:
        """Say it again."""
        self._what.setText(self._text())
        self._cancel.setIcon(icon("x", "sub", 14))
        self._cancel.setToolTip(say("office.cancel"))
        self._cancel.setAccessibleName(say("office.cancel"))
        self._bar.setAccessibleName(self._what.text())

    def _on_progress(self, done: int, total: int) -> None:
        task = self._task
        if task is not None and self.sender() is task and not task.cancelled:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self.retranslate()
            self.show()

    def _on_ended(self) -> None:
        if self.sender() is self._task:
            self._task = None
            self.hide()

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.hide()


class ProgressPanel(QFrame):
    """Long work: what, how far, how long still, and Cancel. It stays out of the way: people go on working."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progress")
        self._what, self._far, self._left = QLabel(), QLabel(), QLabel()
        self._what.setProperty("role", "strong")
        for label in (self._far, self._left):
            label.setProperty("role", "sub")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.cancel_button = QPushButton()
        self.cancel_button.clicked.connect(self._cancel)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._what, 1)
        top.addWidget(self._far)
        foot.addWidget(self._left, 1)
        foot.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addLayout(foot)
        self._task: Task[Any] | None = None
        self._text: Text = str
        self._state = (0, 0)
        self._started = 0.0
        self.hide()

    def follow(self, task: Task[Any], text: Text) -> None:
        """Show a task until it ends."""
        self._task, self._text, self._state, self._started = task, text, (0, 0), time.monotonic()
        self.cancel_button.setEnabled(True)
        task.progressed.connect(self._on_progress)
        task.ended.connect(self.hide)
        works.begun.emit(task, text)
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Say it again."""
        done, total = self._state
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._what.setText(self._text())
        self._far.setText(say("office.progress_of", done=number(done), total=number(total)) if total else "")
        self._left.setText(self._remaining(done, total))
        self.cancel_button.setText(say("office.cancel"))

    def _remaining(self, done: int, total: int) -> str:
        passed = time.monotonic() - self._started
        if not done or not total or passed < 1:
            return say("office.go_on_working")
        seconds = max(1, round(passed / done * (total - done)))
        return say("office.time_left", n=seconds)

    def _on_progress(self, done: int, total: int) -> None:
        if self.sender() is self._task:
            self._state = (done, total)
            self.retranslate()

    def _cancel(self) -> None:
        if self._task:
            self.cancel_button.setEnabled(False)
            self._task.cancel()

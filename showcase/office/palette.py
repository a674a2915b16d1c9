"""Ctrl+K: one line over the window that finds records, pages and commands as you type, and opens them."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from showcase.catalogue.kinds import TABLES, Subject
from showcase.office.desk import Desk
from showcase.office.findlist import FIND, FindDelegate, FindModel
from showcase.office.finds import Find, commands, pages, read_records, records
from showcase.qt.images import icon
from showcase.qt.tasks import Task
from showcase.qt.theme import is_dark, px
from showcase.qt.translate import say

_WIDTH: Final = 640
_ROWS: Final = 380
"""Pixels of the list at most."""
_SEEN: Final = 8
_SUBJECTS: Final = {table: subject for subject, table in TABLES.items()}
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class Palette(QWidget):
    """The line and its list, over the whole window; a click beside them puts them away.

    Args:
        window: the window it lies over.
        desk: what the pages share.
        commands: gives the commands of the menus; those that are off are not offered.
    """

    def __init__(self, window: QWidget, desk: Desk, commands: Callable[[], Sequence[QAction]]) -> None:
        super().__init__(window)
        self._window, self._desk, self._commands = window, desk, commands
        self._seen: list[tuple[Subject, uuid.UUID]] = []
        self._reading: Task[Any] | None = None
        self._before: QWidget | None = None
        self._is_open = False
        self.field, self.list, self._nothing, self._keys = QLineEdit(), QListView(), QLabel(), QLabel()
        self.model = FindModel(self)
        self._lay_out()
        self.field.textChanged.connect(self._find)
        self.list.clicked.connect(lambda index: self._take(index.data(FIND)))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._announce())
        desk.picked.connect(self._on_picked)
        desk.opening.connect(lambda _path: self._seen.clear())
        window.installEventFilter(self)
        self.hide()
        self.retranslate()

    def open(self) -> None:
        """Show the line, empty, with what was worked on of late."""
        if not self._is_open:
            self._before = self._window.focusWidget()
        self._is_open = True
        self.setGeometry(self._window.rect())
        self.field.clear()
        self._find()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_(self) -> None:
        """Put it away, and give the focus back."""
        if self._reading:
            self._reading.cancel()
        self._is_open = False
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say every text again."""
        self.field.setPlaceholderText(say("shell.find_hint"))
        self.field.setAccessibleName(say("shell.find"))
        self.list.setAccessibleName(say("shell.find_results"))
        self._magnifier.setIcon(icon("search", "sub", 18))
        self._magnifier.setText(say("shell.find"))
        self._keys.setText(say("shell.find_keys"))
        self._panel.setAccessibleName(say("shell.find"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt declares it
        """Follow the size of the window; move through the list with the keys of the line."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        leaves = watched is self.field and event.type() == QEvent.Type.FocusOut
        if leaves and self._is_open and self._window.isActiveWindow():
            self._before = None  # somebody went elsewhere on purpose
            self.close_()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - as Qt declares it
        """Put it away when somebody clicks beside it."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - as Qt declares it
        """Dim the window a little, and lay a soft shadow under the panel."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 90 if is_dark() else 36))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 10))
        for spread in range(12, 0, -2):
            box = self._panel.geometry().adjusted(-spread, -spread + 4, spread, spread + 4)
            painter.drawRoundedRect(box, 6 + spread, 6 + spread)

    def _lay_out(self) -> None:
        self._panel = QFrame(self)
        self._panel.setObjectName("palette")
        self.field.setObjectName("palettefield")
        self._magnifier = self.field.addAction(icon("search", "sub", 18), QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self.list.setObjectName("palettelist")
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._nothing.setProperty("role", "sub")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(16, 14, 16, 14)
        self._keys.setObjectName("palettekeys")
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part in (self.field, self.list, self._nothing, self._keys):
            column.addWidget(part)

    def _place(self) -> None:
        """Centre the panel in the upper third, as high as its list."""
        width = min(px(_WIDTH), self.width() - 48)
        top = max(24, round(self.height() * 0.14))
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.model.rowCount()))
        room = self.height() - top - 24 - self.field.sizeHint().height() - self._keys.sizeHint().height()
        self.list.setFixedHeight(min(rows + 8, px(_ROWS), room))
        self._panel.setFixedWidth(width)
        self._panel.adjustSize()
        self._panel.move(QPoint((self.width() - width) // 2, top))
        self.update()

    def _find(self) -> None:
        typed = self.field.text()
        if self._reading:
            self._reading.cancel()
        if self._desk.app is None:
            self._show(typed, [])
            return
        seen = list(self._seen)
        self._reading = self._desk.run(
            lambda app, _progress: read_records(app, typed, seen), lambda hits: self._show(typed, hits)
        )

    def _show(self, typed: str, hits: Sequence[Any]) -> None:
        """Show what was found; when nothing was typed, what was worked on of late and the pages."""
        is_blank = not typed.strip()
        found = list(records(hits, recent=is_blank))
        if self._desk.app is not None:
            found += pages(typed)
        if not is_blank or self._desk.app is None:
            found += commands(self._commands(), typed)
        self.model.show(found)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._nothing.setText(say("shell.find_nothing", typed=typed.strip()))
        self.list.setCurrentIndex(self.model.index(self.model.step(-1, 1)))
        self.list.scrollToTop()
        self._place()

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.list.currentIndex().data(FIND))
        elif key in _STEPS:
            row = self.model.step(self.list.currentIndex().row(), _STEPS[key])
            self.list.setCurrentIndex(self.model.index(row))
        else:
            return False
        return True

    def _take(self, find: Find | None) -> None:
        if find is None:
            return
        if find.target:
            self._before = None  # the page that is opened takes the focus
        self.close_()
        if find.subject:
            self._remember(find.subject)
        if find.target:
            self._desk.wanted.emit(find.target)
        elif find.act:
            find.act()

    def _on_picked(self, listing: str) -> None:
        chosen = self._desk.selection.get(listing, [])
        if len(chosen) == 1 and listing in _SUBJECTS:
            self._remember((_SUBJECTS[listing], chosen[0].id))

    def _remember(self, subject: tuple[Subject, uuid.UUID]) -> None:
        self._seen = [subject, *(other for other in self._seen if other != subject)][:_SEEN]

    def _announce(self) -> None:
        """Tell a screen reader what is chosen: the focus stays in the line."""
        find = self.list.currentIndex().data(FIND)
        if find is not None and self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, f"{find.text}, {find.kind}"))

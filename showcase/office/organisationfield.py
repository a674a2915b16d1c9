"""The field for where somebody works: an organisation of the catalogue, found by typing, or any other text."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from showcase.office.desk import Desk
from showcase.office.inspecting.fields import Field
from showcase.office.inspecting.finding import find_organisations
from showcase.office.inspecting.links import Link

_FOUND: Final = int(Qt.ItemDataRole.UserRole)
_ROWS: Final = 6


class OrganisationField(Field):
    """Where somebody works: found in the catalogue by typing, or any other text."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._link: Link | None = None
        self._asked = 0
        super().__init__("organisation_id")

    def build(self) -> None:
        """Make the line and the list of what was found."""
        self.line = QLineEdit()
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._search)
        self.line.returnPressed.connect(self.entered)
        self.found = QListWidget()
        self.found.setObjectName("found")
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.hide()
        self.found.itemClicked.connect(self._take)
        self.column.addWidget(self.line)
        self.column.addWidget(self.found)

    def show_value(self, value: Any) -> None:
        """Show a text that is no organisation of the catalogue."""
        self._link = None
        self.line.setText(value or "")
        self._close()

    def value(self) -> str:
        """Return the text."""
        return self.line.text().strip()

    def organisation(self) -> uuid.UUID | None:
        """Return the organisation of the catalogue that was chosen."""
        return self._link.value if self._link is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt declares it
        """Walk through what was found with the arrows, take it with Enter, put the list away with Esc or by leaving."""
        if watched is self.line and event.type() == QEvent.Type.FocusOut:
            self._close()
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if not self.found.isVisible():
            return False
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.found.setCurrentRow(max(0, min(self.found.count() - 1, self.found.currentRow() + step)))
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.found.currentRow() >= 0:
                self._take(self.found.currentItem())
                return True
            case Qt.Key.Key_Escape:
                self._close()
                return True
        return False

    def _search(self, text: str) -> None:
        self._link = None
        self._asked += 1
        asked, typed = self._asked, text.strip()
        if self._desk.app is None or not typed:
            self._close()
            return
        self._desk.run(
            lambda app, _progress: find_organisations(app, typed),
            lambda links: self._on_found(links) if asked == self._asked else None,
        )

    def _on_found(self, links: Sequence[Link]) -> None:
        self.found.clear()
        for link in links if self.line.hasFocus() else ():
            QListWidgetItem(link.text, self.found).setData(_FOUND, link)
        count = self.found.count()
        self.found.setCurrentRow(-1)
        self.found.setVisible(count > 0)
        self.found.setFixedHeight(min(_ROWS, max(1, count)) * (self.fontMetrics().height() + 10) + 4)

    def _take(self, item: QListWidgetItem) -> None:
        self._link = item.data(_FOUND)
        self.line.setText(self._link.text if self._link else "")
        self._close()

    def _close(self) -> None:
        self._asked += 1
        self.found.hide()
        self.found.clear()

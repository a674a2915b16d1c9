"""A new record: what it must have, and Enter adds it; the next one can follow at once."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from showcase.errors import UserError
from showcase.office.desk import Desk
from showcase.office.inspecting.fields import Field, order_by_sight
from showcase.office.inspecting.forms import first_values, parts_of
from showcase.office.inspecting.recordform import scrolling
from showcase.office.labels import make_label
from showcase.qt.translate import explain, say


class DraftForm(QWidget):
    """The form of a new record.

    Signals:
        added: (its id, whether another one is to follow).
        dropped: the person wants no new one after all.
    """

    added = Signal(object, bool)
    dropped = Signal()

    def __init__(self, table: str, desk: Desk) -> None:
        super().__init__()
        self._table, self._desk = table, desk
        self._refused: UserError | None = None
        self.fields: dict[str, Field] = {}
        self._head = make_label("", "strong")
        self._told = make_label("", "sub")
        self._wrong = make_label("", "wrong")
        self._wrong.hide()
        self.add_button, self.next_button, self.drop_button = QPushButton(), QPushButton(), QPushButton()
        self.add_button.setProperty("kind", "primary")
        self._lay_out()
        self.add_button.clicked.connect(lambda: self.add(more=False))
        self.next_button.clicked.connect(lambda: self.add(more=True))
        self.drop_button.clicked.connect(self.dropped)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda: self.add(more=True))

    def begin(self, languages: Sequence[str], known: dict[str, Any] | None = None) -> None:
        """Start with empty fields, the cursor in the first."""
        self._show_wrong(None)
        values = {**first_values(self._table), **(known or {})}
        for name, field in self.fields.items():
            field.set_languages(languages)
            field.show_value(values.get(name))
        self.retranslate()
        last = order_by_sight(self.fields.values())
        for button in (self.add_button, self.next_button, self.drop_button):
            QWidget.setTabOrder(last or self, button)
            last = button
        next(iter(self.fields.values())).take_focus()

    def add(self, *, more: bool) -> None:
        """Add the record; `more`: begin another one then."""
        fields = {name: field.value() for name, field in self.fields.items()}
        given = {name: value for name, value in fields.items() if value not in ("", None, [], {})}
        self._desk.edits.add(self._table, given, lambda new: self._on_added(new, more=more), self._show_wrong)

    def retranslate(self) -> None:
        """Say every word again."""
        self._head.setText(say(f"office.new_{self._table}"))
        self._told.setText(say("office.new_told"))
        self.add_button.setText(say("office.new_add"))
        self.next_button.setText(say("office.new_add_next"))
        self.drop_button.setText(say("office.cancel"))
        for field in self.fields.values():
            field.retranslate()
        if self._refused is not None:
            self._wrong.setText(explain(self._refused))

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("inspectorbody")
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 12, 12, 16)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(self._told)
        for part in parts_of(self._table):
            if part.new:
                field = self.fields[part.name] = part.make(self._desk, part.name)
                field.entered.connect(lambda: self.add(more=False))
                column.addWidget(field)
        column.addSpacing(8)
        column.addWidget(self._wrong)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.add_button, self.next_button, self.drop_button):
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(body))

    def _on_added(self, new: uuid.UUID, *, more: bool) -> None:
        self.added.emit(new, more)

    def _show_wrong(self, error: UserError | None) -> None:
        self._refused = error
        self._wrong.setText(explain(error) if error else "")
        self._wrong.setVisible(error is not None)

"""Many records at once: one field, its new value, and what would change, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from showcase.catalogue.change import Change
from showcase.errors import UserError
from showcase.office.bars import ProgressPanel
from showcase.office.delegates import plain_table
from showcase.office.desk import Desk
from showcase.office.inspecting.fields import Field
from showcase.office.inspecting.forms import Part, parts_of
from showcase.office.inspecting.heading import heading_of
from showcase.office.inspecting.links import Link
from showcase.office.inspecting.recordform import scrolling
from showcase.office.labels import make_label, spelt
from showcase.office.listings import country_name, word
from showcase.qt.recordmodel import Column, RecordModel
from showcase.qt.translate import explain, number, say

_WORDS: Final = {"role": "role", "seeking": "seeks", "status": "status", "name_order": "order"}


def told(table: str, part: Part, value: Any) -> str:
    """Return a value as people read it."""
    if isinstance(value, list | tuple):
        return ", ".join(told(table, part, it) for it in value) or "–"
    if isinstance(value, Link):
        return value.text
    if isinstance(value, bool):
        return say("office.yes") if value else say("office.no")
    return _word(table, part.name, value) or spelt(value) or "–"


def _word(table: str, name: str, value: Any) -> str:
    """Return the word for a fixed choice, "" for anything else."""
    if name == "country":
        return country_name(value)
    if name == "kind":
        group = {"organisations": "kind", "products": "product", "booths": "booth"}.get(table)
    else:
        group = _WORDS.get(name)
    return word(group, value) if group and value else ""


class BulkForm(QWidget):
    """The form for many records of a table.

    Signals:
        done: how many were changed.
    """

    done = Signal(int)

    def __init__(self, table: str, desk: Desk) -> None:
        super().__init__()
        self._table, self._desk = table, desk
        self._records: Sequence[Any] = ()
        self.parts = [part for part in parts_of(table) if part.bulk]
        self._head, self._told = make_label("", "strong"), make_label("", "sub")
        self._wrong = make_label("", "wrong")
        self._wrong.hide()
        self.box = QComboBox()
        self._stack = QStackedWidget()
        self.fields: list[Field] = []
        for part in self.parts:
            field = part.make(desk, part.name)
            field.edited.connect(lambda _change: self._preview())
            self.fields.append(field)
            self._stack.addWidget(field)
        columns = (
            Column("office.col_name", lambda row: row[0], 0),
            Column("office.bulk_before", lambda row: row[1], 90, style="sub"),
            Column("office.bulk_after", lambda row: row[2], 90, style="strong"),
        )
        self.model = RecordModel(columns, say, self)
        self.table = plain_table(self.model, columns, 26, least=90)
        self.table.setMinimumHeight(180)
        self.apply_button = QPushButton()
        self.apply_button.setProperty("kind", "primary")
        self.progress = ProgressPanel()
        self._lay_out()
        self.box.currentIndexChanged.connect(self._on_part)
        self.apply_button.clicked.connect(self.apply)
        self.retranslate()

    def show_records(self, records: Sequence[Any], languages: Sequence[str]) -> None:
        """Show what would change in these records."""
        self._records = records
        self._show_wrong(None)
        for field in self.fields:
            field.set_languages(languages)
        self.retranslate()
        self._preview()

    def apply(self) -> None:
        """Change the field in all records, or in none."""
        part, field = self._current()
        if not self.apply_button.isEnabled():
            return
        self._show_wrong(None)
        ids = [record.id for record in self._records]
        change = Change(part.name, field.value())
        task = self._desk.edits.change_many(self._table, ids, change, self.done.emit, self._show_wrong)
        self.progress.follow(task, lambda: say("office.bulk_doing"))

    def retranslate(self) -> None:
        """Say every word again."""
        count = number(len(self._records))
        self._head.setText(say("office.bulk_head", n=count))
        self._told.setText(say("office.bulk_told"))
        chosen = max(0, self.box.currentIndex())
        self.box.blockSignals(True)
        self.box.clear()
        for part in self.parts:
            self.box.addItem(say(f"office.field_{part.name}"))
        self.box.setCurrentIndex(chosen)
        self.box.blockSignals(False)
        self.box.setAccessibleName(say("office.bulk_field"))
        self.table.setAccessibleName(say("office.bulk_preview"))
        for field in self.fields:
            field.retranslate()
        self.model.retranslate()
        self._preview()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("inspectorbody")
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 12, 12, 16)
        column.setSpacing(6)
        for part in (self._head, self._told, self.box, self._stack):
            column.addWidget(part)
        column.addSpacing(6)
        column.addWidget(self.table, 1)
        column.addWidget(self._wrong)
        row = QHBoxLayout()
        row.addWidget(self.apply_button)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.progress)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(body))

    def _current(self) -> tuple[Part, Field]:
        place = max(0, self.box.currentIndex())
        return self.parts[place], self.fields[place]

    def _on_part(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._preview()

    def _preview(self) -> None:
        if not self.parts:
            return
        part, field = self._current()
        self._stack.setCurrentWidget(field)
        after = _value_told(self._table, part, field)
        rows = []
        for record in self._records:
            before = told(self._table, part, part.of(record))
            rows.append((heading_of(self._table, record).title, before, after))
        differing = [row for row in rows if row[1] != row[2]]
        self.model.show(rows, len(rows))
        self.apply_button.setEnabled(bool(differing))
        self.apply_button.setText(say("office.bulk_apply", n=len(differing)))

    def _show_wrong(self, error: UserError | None) -> None:
        self._wrong.setText(explain(error) if error else "")
        self._wrong.setVisible(error is not None)


def _value_told(table: str, part: Part, field: Field) -> str:
    """Return the new value as people read it; links know what they are called."""
    links: Callable[[], Sequence[Link]] | None = getattr(field, "links", None)
    return told(table, part, list(links()) if links is not None else field.value())

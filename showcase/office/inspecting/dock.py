"""The dock at the right of tables: the current record, many records, a new one, or what to do when none is chosen."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from showcase.office.desk import Desk
from showcase.office.inspecting.bulk import BulkForm
from showcase.office.inspecting.draft import DraftForm
from showcase.office.inspecting.recordform import RecordForm
from showcase.office.labels import make_label
from showcase.qt.translate import say

WIDTH: Final = 360


class Inspector(QDockWidget):
    """The dock. Its forms are made when they are first needed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setMinimumWidth(WIDTH - 40)
        self._desk = desk
        self._table = ""
        self._forms: dict[str, RecordForm] = {}
        self._bulks: dict[str, BulkForm] = {}
        self._drafts: dict[str, DraftForm] = {}
        self._head = QLabel()
        self._head.setProperty("role", "strong")
        title = QWidget()
        title.setObjectName("docktitle")
        row = QHBoxLayout(title)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._head)
        self.setTitleBarWidget(title)
        self._none = make_label("", "sub")
        nobody = QWidget()
        nobody.setObjectName("inspectorbody")
        column = QVBoxLayout(nobody)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.setObjectName("inspectorbody")
        self._nobody = nobody
        self._stack.addWidget(nobody)
        self.setWidget(self._stack)
        self.retranslate()

    @property
    def form(self) -> RecordForm | None:
        """The form that is shown, when it shows a record."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, RecordForm) else None

    @property
    def draft(self) -> DraftForm | None:
        """The form of a new record, when it is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, DraftForm) else None

    @property
    def bulk(self) -> BulkForm | None:
        """The form for many records, when it is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, BulkForm) else None

    def show_records(self, table: str, records: Sequence[Any]) -> None:
        """Show the selected records of a table; a new one that is being typed stays until it is added or dropped."""
        if self.draft is not None and table == self._table and self._is_typing():
            return
        leaving = self.form
        if leaving is not None and (table != self._table or not records):
            leaving.flush()
        self._table = table
        languages = self._languages()
        if len(records) == 1:
            form = self._forms.get(table)
            if form is None:
                form = self._forms[table] = RecordForm(table, self._desk)
                self._stack.addWidget(form)
            form.show_record(records[0], languages)
            self._stack.setCurrentWidget(form)
        elif records and table != "media":
            bulk = self._bulks.get(table)
            if bulk is None:
                bulk = self._bulks[table] = BulkForm(table, self._desk)
                self._stack.addWidget(bulk)
            bulk.show_records(records, languages)
            self._stack.setCurrentWidget(bulk)
        else:
            self._stack.setCurrentWidget(self._nobody)
        self._say_head()

    def show_draft(self, table: str) -> None:
        """Begin a new record."""
        self._table = table
        draft = self._drafts.get(table)
        if draft is None:
            draft = self._drafts[table] = DraftForm(table, self._desk)
            draft.added.connect(self._on_added)
            draft.dropped.connect(lambda: self.show_nobody())  # noqa: PLW0108 - the signal brings nothing
            self._stack.addWidget(draft)
        self._stack.setCurrentWidget(draft)
        draft.begin(self._languages())
        self._say_head()

    def show_nobody(self) -> None:
        """Show no record."""
        self._stack.setCurrentWidget(self._nobody)
        self._say_head()

    def focus_name(self) -> None:
        """Put the cursor into the name of the record."""
        if self.form is not None:
            self.form.focus_first()

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        if self.form is not None:
            self.form.flush()

    def retranslate(self) -> None:
        """Say everything again; the forms say their own."""
        self._none.setText(say("office.inspector_empty"))
        self._say_head()

    def _say_head(self) -> None:
        shown = self._stack.currentWidget()
        self._head.setText(say(f"office.one_{self._table}") if shown is not self._nobody else say("office.inspector"))

    def _is_typing(self) -> bool:
        focused = QApplication.focusWidget()
        return self.draft is not None and focused is not None and self.draft.isAncestorOf(focused)

    def _languages(self) -> tuple[str, ...]:
        return self._desk.record.languages if self._desk.record else ()

    def _on_added(self, new: uuid.UUID, more: bool) -> None:
        """Begin the next one, or show the new one in its table."""
        if more:
            self.show_draft(self._table)
        else:
            self.show_nobody()
            self._desk.wanted.emit(f"{self._table}?new={new}")

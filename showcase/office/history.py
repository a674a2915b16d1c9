"""The history of the event: every edit with its time, to be taken back or done again up to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from showcase.office.bars import Messages, ProgressPanel
from showcase.office.delegates import plain_table
from showcase.office.desk import Desk
from showcase.office.empty import EmptyState
from showcase.office.labels import clock, day, local_time
from showcase.qt.recordmodel import Column, RecordModel
from showcase.qt.translate import explain, number, say

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.store.journal import EntryRecord

_LIMIT: Final = 2_000
_ROW: Final = 28


def _moment(entry: Any) -> str:
    moment = local_time(entry.at)
    return f"{day(moment.date(), short=True)} {clock(moment)}"


def _mark(entry: Any) -> tuple[str, str]:
    return ("undo-2", "sub") if entry.undone else ("check", "ok")


COLUMNS: Final = (
    Column("office.col_when", _moment, 130, style="sub"),
    Column("office.col_edit", lambda entry: explain(entry.label.message()), 0, icon=_mark),
    Column("office.col_state", lambda entry: say("office.is_undone") if entry.undone else "", 130, style="sub"),
    Column("office.col_user", lambda entry: entry.user, 130, style="sub"),
)


class HistoryPage(QWidget):
    """The page; the newest edit stands first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.messages, self.progress = Messages(), ProgressPanel()
        self.model = RecordModel(COLUMNS, say, self)
        self.table = plain_table(self.model, COLUMNS, _ROW)
        self.turn_button = QPushButton()
        self._title, self._count = QLabel(), QLabel()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._lay_out()
        self.turn_button.clicked.connect(self.turn)
        self.table.doubleClicked.connect(lambda _index: self.turn())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._say_button())
        desk.edits.history.connect(self.reload)
        self.retranslate()

    def reload(self) -> None:
        """Read the history again."""
        if self._desk.app is not None:
            self._desk.run(lambda app, _progress: _entries(app), self._on_read)

    def turn(self) -> None:
        """Take back the chosen edit and all after it, or do again all up to it."""
        entry = self._current()
        if entry is not None:
            task = self._desk.edits.undo_to(entry)
            self.progress.follow(task, lambda: say("office.doing_turn"))

    def retranslate(self) -> None:
        """Say every text again."""
        self._title.setText(say("office.page_history"))
        self.table.setAccessibleName(say("office.page_history"))
        self._empty.set_texts(lambda: say("office.empty_history"), lambda: say("office.empty_history_do"))
        self._count.setText(say("office.edits", n=self.model.total, total=number(self.model.total)))
        self.model.retranslate()
        self._say_button()

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._count.setProperty("role", "sub")
        self._count.setContentsMargins(0, 0, 0, 3)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.turn_button)
        for page in (self.table, self._empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        column.addWidget(self.progress)

    def _current(self) -> EntryRecord | None:
        index = self.table.currentIndex()
        return self.model.record(index.row()) if index.isValid() else None

    def _on_read(self, entries: list[EntryRecord]) -> None:
        current = self._current()
        self.model.show(entries, len(entries))
        self._stack.setCurrentWidget(self.table if entries else self._empty)
        for row, entry in enumerate(entries):
            if current is not None and entry.id == current.id:
                self.table.selectRow(row)
        self.retranslate()

    def _say_button(self) -> None:
        entry = self._current()
        self.turn_button.setEnabled(entry is not None)
        back = entry is None or not entry.undone
        self.turn_button.setText(say("office.undo_to") if back else say("office.redo_to"))


def _entries(app: App) -> list[EntryRecord]:
    from showcase.store.journal import list_entries

    with app.reading() as session:
        return list_entries(session, limit=_LIMIT)

"""A page with one table: typing filters it, the count says how much is shown, a click shows the record."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from showcase.office.bars import Messages
from showcase.office.delegates import MarksDelegate, plain_table
from showcase.office.desk import Desk
from showcase.office.empty import EmptyState, SayingButton
from showcase.office.listings import Listing, text_states
from showcase.qt.images import icon
from showcase.qt.recordmodel import PAGE, RecordModel
from showcase.qt.tasks import Task
from showcase.qt.translate import number, say

ROW: Final = 30
_ROOMY: Final = 120
"""Columns of the second rank that are this wide hold lists of names, and take their part of the room that is left."""
_NAME: Final = 240
"""What the column of names gets before others take room."""
_BY_TAB: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_BORING_KEYS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class TablePage(QWidget):
    """Head, filter and table of one listing.

    Signals:
        picked: the record of the current row, or None.
        counted: (name of the listing, how many there are without a filter).
        import_wanted: the button of the empty page was pressed.
    """

    picked = Signal(object)
    counted = Signal(str, int)
    import_wanted = Signal()

    def __init__(self, listing: Listing, desk: Desk) -> None:
        super().__init__()
        self.listing, self._desk = listing, desk
        self._all = 0
        self._order = ("", False)
        self._widths = {place: column.width for place, column in enumerate(listing.columns) if column.width}
        self._reading: Task[Any] | None = None
        self.model = RecordModel(listing.columns, say, self)
        self.model.wanted.connect(self._on_wanted)
        self.filter = QLineEdit()
        self.messages = Messages()
        self.shown = QLabel()
        self._title = QLabel()
        self.table = self._make_table()
        self._empty = EmptyState(SayingButton("office.act_import", self.import_wanted.emit, primary=True))
        self._nothing = EmptyState(SayingButton("office.clear_filter", self.filter.clear), drawing=False)
        self._stack = QStackedWidget()
        for widget in (self.table, self._empty, self._nothing):
            self._stack.addWidget(widget)
        self._lay_out()
        self.filter.textChanged.connect(self.reload)
        self.filter.installEventFilter(self)
        self.table.installEventFilter(self)
        self.retranslate()

    def reload(self) -> None:
        """Read the first page and the counts again, keeping the current record."""
        if self._desk.app is None:
            return
        if self._reading:
            self._reading.cancel()
        listing, text, order = self.listing, self.filter.text().strip(), self._order
        current = self.current()
        want = max(PAGE, self.model.rowCount() if current else 0)

        def work(app: Any, _progress: Any) -> tuple[list[Any], int, int]:
            everything = listing.count(app, "")
            found = listing.count(app, text) if text else everything
            return listing.read(app, text, order, 0, want), found, everything

        self._reading = self._desk.run(work, lambda answer: self._on_read(answer, current))

    def current(self) -> Any | None:
        """Return the record of the current row."""
        index = self.table.currentIndex()
        return self.model.record(index.row()) if index.isValid() else None

    def selected(self) -> list[Any]:
        """Return the records of the selected rows."""
        return [self.model.record(index.row()) for index in self.table.selectionModel().selectedRows()]

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def retranslate(self) -> None:
        """Say every text again, in the colours of the theme."""
        name = self.listing.name
        self._title.setText(say(f"office.page_{name}"))
        self.filter.setPlaceholderText(say(f"office.filter_{name}"))
        self.filter.setAccessibleName(say("office.filter"))
        self.table.setAccessibleName(say(f"office.page_{name}"))
        self._search.setIcon(icon("search", "sub", 16))
        clear = self.filter.findChild(QAction, "_q_qlineeditclearaction")
        if clear:  # Qt's own picture of it is dark in every theme
            clear.setIcon(icon("x", "sub", 16))
        self._empty.set_texts(lambda: say(f"office.empty_{name}"), lambda: say("office.empty_do"))
        self._nothing.set_texts(lambda: say("office.nothing", text=self.filter.text()), self._say_rest)
        self.model.retranslate()
        self._say_count()
        if self._order[0] == "country":  # other names stand in another order
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - as Qt declares it
        """Share the room that is left between names and lists of names; a width that was dragged stays."""
        super().resizeEvent(event)
        columns = self.listing.columns
        roomy = [place for place in self._widths if columns[place].width >= _ROOMY and columns[place].style == "sub"]
        spare = self.width() - _NAME - sum(column.width for column in columns)
        share = max(0, spare // (len(roomy) + 2))
        for place in roomy:
            if self.table.columnWidth(place) == self._widths[place]:
                self._widths[place] = columns[place].width + min(share, columns[place].width)
                self.table.setColumnWidth(place, self._widths[place])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt declares it
        """Send what is typed in the table to the filter; Esc clears it; down goes from the filter to the table."""
        if watched is self.table and isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _BY_TAB:
            self._choose_first()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
            if watched is self.filter and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return}:
                self._enter_table()
                return True
            if watched is self.table and self._types(event):
                self.filter.setFocus()
                self.filter.insert(event.text())
                return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _types(event: QKeyEvent) -> bool:
        return event.text().isprintable() and event.text().strip() != "" and not event.modifiers() & _BORING_KEYS

    def _enter_table(self) -> None:
        self.table.setFocus()
        self._choose_first()

    def _choose_first(self) -> None:
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.selectRow(0)

    def _make_table(self) -> QTableView:
        table = plain_table(self.model, self.listing.columns, ROW)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = table.horizontalHeader()
        head.setFixedHeight(28)
        head.setMinimumSectionSize(48)
        for place, column in enumerate(self.listing.columns):
            if column.mark:
                table.setItemDelegateForColumn(place, MarksDelegate(self._states, table))
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(False)
        head.sectionClicked.connect(self._on_heading)
        table.selectionModel().currentRowChanged.connect(lambda *_: self.picked.emit(self.current()))
        return table

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self.shown.setProperty("role", "sub")
        self.shown.setContentsMargins(0, 0, 0, 3)
        self._search = QAction(self)
        self.filter.addAction(self._search, QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(420)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 0)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self.shown, 1, Qt.AlignmentFlag.AlignBottom)
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 10)
        line.addWidget(self.filter, 1)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, line):
            column.addLayout(part)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)

    def _states(self, texts: tuple[Any, ...]) -> tuple[tuple[str, str], ...]:
        event = self._desk.record
        return text_states(texts, event.languages if event else ())

    def _on_heading(self, place: int) -> None:
        word = self.listing.columns[place].sort
        if not word:
            return
        self._order = (word, self._order == (word, False))
        head = self.table.horizontalHeader()
        head.setSortIndicatorShown(True)
        down = Qt.SortOrder.DescendingOrder if self._order[1] else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(place, down)
        self.reload()

    def _on_read(self, answer: tuple[list[Any], int, int], current: Any | None) -> None:
        self._reading = None
        records, found, self._all = answer
        self.model.show(records, found)
        filtered = bool(self.filter.text().strip())
        self._stack.setCurrentWidget(self.table if records else self._nothing if filtered else self._empty)
        self._say_count()
        self._nothing.retranslate()
        self._keep(current)
        self.counted.emit(self.listing.name, self._all)

    def _keep(self, current: Any | None) -> None:
        """Stay on the record that was current; otherwise show none."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        wanted = current.id if current else None
        for row in range(self.model.rowCount() if current else 0):
            if self.model.record(row).id == wanted:
                self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags)
                return
        self.picked.emit(None)

    def _on_wanted(self, offset: int) -> None:
        listing, text, order = self.listing, self.filter.text().strip(), self._order
        self._desk.run(
            lambda app, _progress: listing.read(app, text, order, offset, PAGE),
            lambda records: self.model.add(offset, records) if text == self.filter.text().strip() else None,
        )

    def _say_count(self) -> None:
        shown = number(self.model.total)
        self.shown.setText(say("office.shown", shown=shown, total=number(self._all)) if self._all else "")

    def _say_rest(self) -> str:
        return say("office.nothing_do", n=self._all, total=number(self._all))

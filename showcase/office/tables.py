"""A page with one table: typing filters it, buttons narrow it to what is missing, the panel beside it edits."""

import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from showcase.office.bars import Messages, ProgressPanel
from showcase.office.chips import Chips
from showcase.office.delegates import MarksDelegate, plain_table
from showcase.office.desk import Desk
from showcase.office.empty import EmptyState, SayingButton
from showcase.office.inspecting.pictures import ask_pictures
from showcase.office.listings import Asked, Listing, tell_states, text_states
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
_AGAIN: Final = 2_000
"""Rows that are read again at most when something changed; further ones come as the view scrolls."""


class TablePage(QWidget):
    """Head, filter and table of one listing.

    Signals:
        picked: other rows are selected.
        counted: (name of the listing, how many there are without a filter).
    """

    picked = Signal()
    counted = Signal(str, int)

    def __init__(self, listing: Listing, desk: Desk) -> None:
        super().__init__()
        self.listing, self._desk = listing, desk
        self.tables = listing.tables
        self._all = 0
        self._order = ("", False)
        self._only: tuple[uuid.UUID, ...] = ()
        self._wanted: uuid.UUID | None = None
        self._widths = {place: column.width for place, column in enumerate(listing.columns) if column.width}
        self._reading: Task[Any] | None = None
        self._counting: Task[Any] | None = None
        self.model = RecordModel(listing.columns, say, self)
        self.model.wanted.connect(self._on_wanted)
        self.filter = QLineEdit()
        self.chips = Chips(listing.name, (*listing.filters, "deleted"))
        self.messages, self.progress = Messages(), ProgressPanel()
        self.shown = QLabel()
        self._title = QLabel()
        self.table = self._make_table()
        self._empty = EmptyState(
            SayingButton("office.act_import", lambda: desk.wanted.emit("import?ask"), primary=True),
            SayingButton("office.add_one", self._add_one),
        )
        self._nothing = EmptyState(SayingButton("office.clear_filter", self.show_all), drawing=False)
        self._stack = QStackedWidget()
        for widget in (self.table, self._empty, self._nothing):
            self._stack.addWidget(widget)
        self._lay_out()
        self.filter.textChanged.connect(self._on_narrowed)
        self.filter.installEventFilter(self)
        self.table.installEventFilter(self)
        self.chips.chosen.connect(self._on_narrowed)
        self.retranslate()

    @property
    def asked(self) -> Asked:
        """What the table shows."""
        return Asked(self.filter.text().strip(), self.chips.current, *self._order, only=self._only)

    def clear(self) -> None:
        """Show everything again, as in another event."""
        self._only, self._wanted = (), None
        self._desk.selection.pop(self.listing.name, None)
        self.chips.choose("")
        self.filter.clear()

    def show_all(self) -> None:
        """Take every filter away."""
        self.clear()
        self.reload()

    def show_query(self, query: str) -> None:
        """Show what something asked for: "id=ID" one record alone, "new=ID" one among all, else a filter."""
        name, _, value = query.partition("=")
        self.clear()
        if query == "new":
            self._desk.command.emit("new")
        elif name == "id":
            self._only = (uuid.UUID(value),)
            self._wanted = self._only[0]
        elif name == "new":
            self._wanted = uuid.UUID(value)
        else:
            self.chips.choose(query)
        self.reload()

    def reload(self) -> None:
        """Read the first page and the counts again, keeping the selected records."""
        if self._desk.app is not None:
            self._read(counts=True)
            self._count_chips()

    def set_all(self, count: int) -> None:
        """Tell how many there are without a filter, counted while another page was shown."""
        self._all = count

    def _read(self, *, counts: bool) -> None:
        """Read the first page; `counts`: how many there are in all may be another number by now."""
        if self._reading:
            self._reading.cancel()
        listing, asked, known = self.listing, self.asked, self._all
        kept = {record.id for record in self.selected()} or ({self._wanted} if self._wanted else set())
        want = max(PAGE, min(_AGAIN, self.model.rowCount())) if kept else PAGE

        def work(app: Any, _progress: Any) -> tuple[list[Any], int, int]:
            everything = listing.count(app, Asked()) if counts else known
            found = listing.count(app, asked) if asked.text or asked.filter or asked.only else everything
            return listing.read(app, asked._replace(limit=want)), found, everything

        self._reading = self._desk.run(work, lambda answer: self._on_read(answer, kept))

    def current(self) -> Any | None:
        """Return the record of the current row."""
        index = self.table.currentIndex()
        return self.model.record(index.row()) if index.isValid() else None

    def selected(self) -> list[Any]:
        """Return the records of the selected rows, from the top."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.record(row) for row in rows]

    def edit(self, how: str) -> None:
        """Duplicate, delete or restore what is selected."""
        records = self.selected()
        name, ids = self.listing.name, [record.id for record in records]
        if not ids:
            return
        match how:
            case "duplicate":
                self._desk.edits.duplicate(name, ids[0], lambda new: self.show_query(f"new={new}"))
            case "delete":
                self._next_after()
                self._desk.edits.delete(name, ids, lambda _none: self._say_deleted(len(ids)))
            case "restore":
                self._desk.edits.restore(name, ids, lambda _none: self._say_done("office.restored", len(ids)))

    def ask_pictures(self) -> None:
        """Ask for picture files, and keep them."""
        self.take_pictures(ask_pictures(self, many=True))

    def take_pictures(self, paths: Sequence[Path]) -> None:
        """Keep picture files in the event."""
        if paths:
            done = lambda count: self._say_done("office.pictures_kept", count)  # noqa: E731
            task = self._desk.edits.add_pictures(None, paths, done, self.messages.show_error)
            self.progress.follow(task, lambda: say("office.doing_pictures"))

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
        self._search.setText(say("office.filter"))
        clear = self.filter.findChild(QAction, "_q_qlineeditclearaction")
        if clear:  # Qt's own picture of it is dark in every theme
            clear.setIcon(icon("x", "sub", 16))
            clear.setText(say("office.clear_filter"))
        self._empty.set_texts(lambda: say(f"office.empty_{name}"), lambda: say("office.empty_do"))
        self._nothing.set_texts(self._say_nothing, self._say_rest)
        self.model.retranslate()
        self._say_count()
        if self._desk.app is not None:  # other names stand in another order
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
            if watched is self.table and event.matches(QKeySequence.StandardKey.Paste):
                self._desk.command.emit("paste")
                return True
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

    def _add_one(self) -> None:
        if self.listing.creates:
            self._desk.command.emit("new")
        else:
            self.ask_pictures()

    def _make_table(self) -> QTableView:
        table = plain_table(self.model, self.listing.columns, ROW)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda spot: self._desk.menu.emit(table.viewport().mapToGlobal(spot)))
        table.doubleClicked.connect(lambda _index: self._desk.command.emit("rename"))
        head = table.horizontalHeader()
        head.setMinimumSectionSize(48)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._choose_columns)
        hidden = self._desk.settings.hidden_columns
        shown = self._desk.settings.shown_columns
        for place, column in enumerate(self.listing.columns):
            if column.mark:
                table.setItemDelegateForColumn(place, MarksDelegate(self._states, table))
                self.model.told[place] = lambda record, mark=column.mark: tell_states(self._states(mark(record)))  # type: ignore[misc]  # mypy knows no type for a default of a lambda
            name = self._column_name(place)
            table.setColumnHidden(
                place, name in hidden or (column.heading in self.listing.hidden and name not in shown)
            )
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(False)
        head.sectionClicked.connect(self._on_heading)
        table.selectionModel().selectionChanged.connect(self._on_selected)
        return table

    def _column_name(self, place: int) -> str:
        return f"{self.listing.name}.{self.listing.columns[place].heading.partition('_')[2]}"

    def column_menu(self) -> QMenu:
        """Return a menu with which columns are chosen; the column of names always stays."""
        menu = QMenu(self)
        for place, column in enumerate(self.listing.columns):
            entry = menu.addAction(say(column.heading))
            entry.setCheckable(True)
            entry.setChecked(not self.table.isColumnHidden(place))
            entry.setEnabled(column.width > 0)
            entry.toggled.connect(lambda on, place=place: self._show_column(place, on=on))
        return menu

    def _choose_columns(self, spot: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.horizontalHeader().mapToGlobal(spot))

    def _show_column(self, place: int, *, on: bool) -> None:
        self.table.setColumnHidden(place, not on)
        name = self._column_name(place)
        hidden = {*self._desk.settings.hidden_columns} - {name} | (set() if on else {name})
        shown = {*self._desk.settings.shown_columns} - {name} | ({name} if on else set())
        self._desk.remember(hidden_columns=tuple(sorted(hidden)), shown_columns=tuple(sorted(shown)))

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self.shown.setProperty("role", "sub")
        self.shown.setContentsMargins(0, 0, 0, 3)
        self._search = QAction(self)
        self.filter.addAction(self._search, QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(420)
        self.filter.setMinimumWidth(180)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 0)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self.shown, 1, Qt.AlignmentFlag.AlignBottom)
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 10)
        line.setSpacing(10)
        line.addWidget(self.filter, 1)
        line.addStretch(1)
        line.addWidget(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, line):
            column.addLayout(part)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        column.addWidget(self.progress)

    def _states(self, texts: tuple[Any, ...]) -> tuple[tuple[str, str], ...]:
        event = self._desk.record
        return text_states(texts, event.languages if event else ())

    def _on_narrowed(self) -> None:
        self._only = ()
        if self._desk.app is not None:
            self._read(counts=False)

    def _on_heading(self, place: int) -> None:
        word = self.listing.columns[place].sort
        if not word:
            return
        self._order = (word, self._order == (word, False))
        head = self.table.horizontalHeader()
        head.setSortIndicatorShown(True)
        down = Qt.SortOrder.DescendingOrder if self._order[1] else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(place, down)
        self._read(counts=False)

    def _on_read(self, answer: tuple[list[Any], int, int], kept: set[uuid.UUID]) -> None:
        self._reading = None
        records, found, self._all = answer
        asked = self.asked
        filtered = bool(asked.text or asked.filter or asked.only)
        self.table.selectionModel().blockSignals(True)
        self.model.show(records, found)
        self._select(kept)
        self.table.selectionModel().blockSignals(False)
        self.table.viewport().update()
        self._stack.setCurrentWidget(self.table if records else self._nothing if filtered else self._empty)
        self._say_count()
        self._nothing.retranslate()
        self.counted.emit(self.listing.name, self._all)
        self._wanted = None
        self._on_selected()

    def _select(self, kept: set[uuid.UUID]) -> None:
        """Select the records that were selected before, wherever they stand now."""
        selection = QItemSelection()
        last = len(self.listing.columns) - 1
        first = -1
        for row in range(self.model.rowCount() if kept else 0):
            if self.model.record(row).id in kept:
                selection.select(self.model.index(row, 0), self.model.index(row, last))
                first = row if first < 0 else first
        model = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        if first >= 0:
            model.setCurrentIndex(self.model.index(first, 0), flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect)
        if self._wanted and first >= 0:
            self.table.scrollTo(self.model.index(first, 0))

    def _on_selected(self) -> None:
        self._desk.selection[self.listing.name] = self.selected()
        self._desk.picked.emit(self.listing.name)
        self.picked.emit()

    def _next_after(self) -> None:
        """Select what follows the records that are about to go, so that the next key has something to act on."""
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        follower = max(rows) + 1
        self.table.clearSelection()
        if follower < self.model.rowCount():
            self._wanted = self.model.record(follower).id

    def _say_deleted(self, count: int) -> None:
        self.messages.show_text(
            "good", lambda: say("office.deleted", n=count), ("office.act_undo_plain", self._desk.edits.undo)
        )

    def _say_done(self, key: str, count: int) -> None:
        self.messages.show_text("good", lambda: say(key, n=count))

    def _on_wanted(self, offset: int) -> None:
        listing, asked = self.listing, self.asked
        self._desk.run(
            lambda app, _progress: listing.read(app, asked._replace(offset=offset, limit=PAGE)),
            lambda records: self.model.add(offset, records) if asked == self.asked else None,
        )

    def _count_chips(self) -> None:
        """Count what the buttons would show, behind what the table reads."""
        if self._counting:
            self._counting.cancel()
        listing, names = self.listing, self.chips.names

        def work(app: Any, progress: Any) -> dict[str, int]:
            found = {}
            for place, name in enumerate(names):
                progress(place, len(names))
                found[name] = listing.count(app, Asked(filter=name))
            return found

        self._counting = self._desk.run(work, self.chips.show_counts)

    def _say_count(self) -> None:
        shown = number(self.model.total)
        self.shown.setText(say("office.shown", shown=shown, total=number(self._all)) if self._all else "")

    def _say_nothing(self) -> str:
        typed = self.filter.text().strip()
        return say("office.nothing", text=typed) if typed else say("office.nothing_left")

    def _say_rest(self) -> str:
        return say("office.nothing_do", n=self._all, total=number(self._all))

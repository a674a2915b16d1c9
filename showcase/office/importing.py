"""The import page: a list is chosen or dropped, looked at row by row, and only then written."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from showcase.errors import UserError
from showcase.office import lists
from showcase.office.bars import Action, Messages, ProgressPanel
from showcase.office.delegates import plain_table
from showcase.office.desk import Desk
from showcase.office.empty import EmptyState, SayingButton
from showcase.office.listings import word
from showcase.office.rowpanel import VERDICTS, RowPanel, why
from showcase.paths import documents_folder
from showcase.people.kinds import Role
from showcase.qt.images import icon
from showcase.qt.recordmodel import Column, RecordModel
from showcase.qt.tasks import Task
from showcase.qt.translate import number, say
from showcase.text import join

if TYPE_CHECKING:
    from showcase.exchange.importing import ImportReport, Plan, RowVerdict

_COLUMNS: Final = (
    Column("office.import_row", lambda row: number(row.line), 64, style="number"),
    Column(
        "office.import_verdict",
        lambda row: say(f"exchange.verdict_{row.verdict}"),
        124,
        icon=lambda row: VERDICTS[row.verdict],
    ),
    Column("office.col_name", lambda row: row.title, 300),
    Column("office.import_why", why, 0, style="sub"),
)
_ROW: Final = 28


class ImportPage(QWidget):
    """The page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path: Path | None = None
        self._plan: Plan | None = None
        self._kind = ""
        self._task: Task[Any] | None = None
        self.messages, self.progress = Messages(), ProgressPanel()
        self.kind_box, self.role_box = QComboBox(), QComboBox()
        self.choose_button = QPushButton()
        self.choose_button.setIconSize(QSize(20, 15))
        self.import_button, self.drop_button = QPushButton(), QPushButton()
        self.import_button.setProperty("kind", "primary")
        self.tabs = QTabBar()
        self.model = RecordModel(_COLUMNS, say, self)
        self.table = self._make_table()
        self.panel = RowPanel()
        self._empty = EmptyState(SayingButton("office.import_choose", self.ask_file, primary=True))
        self._labels = {name: QLabel() for name in ("title", "sub", "holds", "new_people", "promise")}
        self._stack = QStackedWidget()
        self._foot, self._line = QFrame(), QWidget()
        self._fill_boxes()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def is_busy(self) -> bool:
        """Tell whether a list is being read or written."""
        return self._task is not None

    def show_query(self, _query: str) -> None:
        """Ask for a list at once."""
        self.ask_file()

    def ask_file(self) -> None:
        """Ask for a list."""
        patterns = " ".join(f"*{suffix}" for suffix in lists.SUFFIXES)
        folder = str(self._path.parent if self._path else documents_folder())
        name, _ = QFileDialog.getOpenFileName(
            self, say("office.import_ask"), folder, f"{say('office.lists')} ({patterns})"
        )
        if name:
            self.look_at(Path(name))

    def look_at(self, path: Path) -> None:
        """Read a list and show what it would do; what it holds is found from its headings."""
        if not self.is_busy:
            self._path, self._kind = path, ""
            self._look()

    def bring_in(self) -> None:
        """Write what the list says, with a copy of the event kept before."""
        path, kind, role = self._path, self._kind, self._role()
        if path is None or self._plan is None or self.is_busy:
            return
        self._start(
            self._desk.run(
                lambda app, progress: lists.bring_in(app, path, kind, role, progress),
                self._on_imported,
                lane="write",
                failed=self.messages.show_error,
            ),
            "office.import_writing",
        )

    def clear(self) -> None:
        """Put the list aside; nothing was written."""
        self._path, self._plan, self._kind = None, None, ""
        self.messages.clear()
        self._show_state()

    def retranslate(self) -> None:
        """Say every text again."""
        for name, label in self._labels.items():
            label.setText(say(f"office.import_{name}"))
        for place, kind in enumerate(lists.KINDS):
            self.kind_box.setItemText(place, say(f"exchange.kind_{kind}"))
        for place, role in enumerate(Role):
            self.role_box.setItemText(place, word("role", role))
        self.kind_box.setAccessibleName(say("office.import_holds"))
        self.role_box.setAccessibleName(say("office.import_new_people"))
        self.table.setAccessibleName(say("office.import_rows"))
        self.drop_button.setText(say("office.import_put_aside"))
        self._empty.set_texts(lambda: say("office.import_empty"), lambda: say("office.import_empty_do"))
        self.model.retranslate()
        self._show_state()

    def _fill_boxes(self) -> None:
        for kind in lists.KINDS:
            self.kind_box.addItem("", kind)
        for role in Role:
            self.role_box.addItem("", role)
        self.role_box.setCurrentIndex(list(Role).index(Role.VISITOR))
        for _tab in ("", *VERDICTS):
            self.tabs.addTab("")

    def _lay_out(self) -> None:
        for name, role in (
            ("title", "title"),
            ("sub", "sub"),
            ("holds", "sub"),
            ("new_people", "sub"),
            ("promise", "sub"),
        ):
            self._labels[name].setProperty("role", role)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.setSpacing(10)
        head.addWidget(self._labels["title"])
        head.addWidget(self._labels["sub"], 1, Qt.AlignmentFlag.AlignBottom)
        line = QHBoxLayout(self._line)
        line.setContentsMargins(16, 0, 16, 10)
        line.setSpacing(8)
        line.addWidget(self.choose_button)
        for label, box in (("holds", self.kind_box), ("new_people", self.role_box)):
            line.addSpacing(8)
            line.addWidget(self._labels[label])
            line.addWidget(box)
        line.addStretch()
        self._labels["sub"].setContentsMargins(0, 0, 0, 3)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        plan = QWidget()
        left = QVBoxLayout()
        left.setSpacing(0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(5, 0, 0, 0)
        tabs.addWidget(self.tabs, 1)
        left.addLayout(tabs)
        left.addWidget(self.table, 1)
        whole = QHBoxLayout(plan)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.panel)
        for widget in (self._empty, plan):
            self._stack.addWidget(widget)
        self._foot.setObjectName("foot")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 10, 16, 10)
        self._labels["promise"].setWordWrap(True)
        foot.addWidget(self._labels["promise"], 1)
        foot.addWidget(self.drop_button)
        foot.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for widget in (self._line, self.messages):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        for widget in (self.progress, self._foot):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.ask_file)
        self.import_button.clicked.connect(self.bring_in)
        self.drop_button.clicked.connect(self.clear)
        self.kind_box.activated.connect(self._on_kind)
        self.role_box.activated.connect(lambda _place: self._look())
        self.tabs.currentChanged.connect(lambda _tab: self._show_rows())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_row())

    def _make_table(self) -> QTableView:
        table = plain_table(self.model, _COLUMNS, _ROW)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        return table

    def _role(self) -> Role:
        return Role(self.role_box.currentData())

    def _look(self) -> None:
        path, kind, role = self._path, self._kind, self._role()
        if path is None or self.is_busy:
            return
        self.messages.clear()
        self._start(
            self._desk.run(
                lambda app, progress: lists.look(app, path, kind, role, progress),
                self._on_looked,
                failed=self._on_refused,
            ),
            "office.import_reading",
        )

    def _start(self, task: Task[Any], key: str) -> None:
        name = self._path.name if self._path else ""
        self._task = task
        task.ended.connect(self._on_ended)
        task.stopped.connect(lambda: self.messages.show_text("warn", lambda: say("app.cancelled")))
        self.progress.follow(task, lambda: say(key, file=name))
        self._show_state()

    def _on_ended(self) -> None:
        self._task = None
        self._show_state()

    def _on_kind(self) -> None:
        self._kind = str(self.kind_box.currentData())
        self._look()

    def _on_looked(self, plan: Plan) -> None:
        self._plan, self._kind = plan, str(plan.kind)
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(0)
        self._show_rows()
        self.panel.show_plan(plan)
        if plan.table.guessed:
            encoding = plan.table.encoding
            self.messages.show_text("warn", lambda: say("exchange.encoding_guessed", encoding=encoding))

    def _on_refused(self, error: UserError) -> None:
        self._plan = None
        self.messages.show_error(error)

    def _on_imported(self, report: ImportReport) -> None:
        page, backup = lists.PAGES[self._kind], report.backup
        self.clear()

        def text() -> str:
            done = say("office.import_done", added=number(report.added), changed=number(report.changed))
            left = say("office.import_left", n=report.rejected) if report.rejected else ""
            kept = say("office.import_backup", file=backup.name) if backup else ""
            return " ".join(part for part in (done, left, kept) if part)

        actions: list[Action] = [("office.import_show", lambda: self._desk.wanted.emit(page))]
        if backup:
            folder = QUrl.fromLocalFile(str(backup.parent))
            actions.append(("office.import_open_backup", lambda: QDesktopServices.openUrl(folder)))
        self.messages.show_text("good", text, *actions)

    def _on_row(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.table.selectRow(index.row())  # Tab makes a row the current one without choosing it
        self.panel.show_row(self.model.record(index.row()) if index.isValid() else None)

    def _rows(self) -> list[RowVerdict]:
        verdict = ("", *VERDICTS)[self.tabs.currentIndex()]
        rows = self._plan.rows if self._plan else ()
        return [row for row in rows if not verdict or row.verdict == verdict]

    def _show_rows(self) -> None:
        rows = self._rows()
        self.model.show(rows, len(rows))
        self.panel.show_row(None)

    def _show_state(self) -> None:
        plan = self._plan
        counts = Counter(str(row.verdict) for row in plan.rows) if plan else Counter[str]()
        self._stack.setCurrentIndex(1 if plan else 0)
        self._line.setVisible(self._path is not None)
        self._foot.setVisible(plan is not None)
        self.choose_button.setText(self._path.name if self._path else say("office.import_choose"))
        self.choose_button.setToolTip(str(self._path or ""))
        self.choose_button.setIcon(icon("file-text", size=15, gap=5))
        self.kind_box.setCurrentIndex(max(0, self.kind_box.findData(self._kind)))
        for widget in (self._labels["new_people"], self.role_box):
            widget.setVisible(self._kind == "people")
        for place, verdict in enumerate(VERDICTS, 1):
            name, token = VERDICTS[verdict]
            self.tabs.setTabIcon(place, icon(name, token, 14))
            self.tabs.setTabText(place, f"{say(f'exchange.verdict_{verdict}')}  {number(counts[verdict])}")
            self.tabs.setTabEnabled(place, counts[verdict] > 0)
        self.tabs.setTabText(0, f"{say('office.import_all')}  {number(counts.total())}")
        writes = counts["added"] + counts["changed"]
        self.import_button.setText(say("office.import_do", n=writes) if writes else say("office.import_nothing"))
        rejected = say("office.import_leaves", n=counts["rejected"]) if counts["rejected"] else ""
        self._labels["promise"].setText(join((say("office.import_promise"), rejected), " "))
        controls: tuple[QWidget, ...] = (self.choose_button, self.kind_box, self.role_box, self.drop_button)
        for control in controls:
            control.setEnabled(not self.is_busy)
        self.import_button.setEnabled(bool(writes) and not self.is_busy)

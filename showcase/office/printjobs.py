"""The print history: every job with the fate of its items, printing them again, and what waits for a printer now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from showcase.documents.kinds import KINDS
from showcase.errors import MissingFile
from showcase.office import jobs, sendjobs
from showcase.office.bars import Messages, ProgressPanel
from showcase.office.delegates import plain_table
from showcase.office.desk import Desk
from showcase.office.empty import EmptyState
from showcase.office.jobs import Prepared, Waiting
from showcase.office.labels import clock, day, local, local_time, make_label
from showcase.office.printjobpanel import JobPanel, state_of
from showcase.office.waitingbar import WaitingBar
from showcase.qt.recordmodel import Column, RecordModel
from showcase.qt.tasks import Task
from showcase.qt.translate import number, say

if TYPE_CHECKING:
    from showcase.app import App
    from showcase.documents.records import PrintedItemRecord, PrintJobRecord
    from showcase.documents.stocks import Stock
    from showcase.printing.batch import Which
    from showcase.printing.job import PrintReport
    from showcase.printing.runs import Resumed
    from showcase.printing.sending import Sent
    from showcase.progress import Progress

_LIMIT: Final = 2_000
_ROW: Final = 30


class PrintsPage(QWidget):
    """The page; the newest job stands first."""

    tables: Final = frozenset(
        {
            "print_jobs",
            "print_items",
            "people",
            "badges",
            "badge_events",
            "organisations",
            "booths",
            "booth_assignments",
        }
        | {"products", "product_topics", "product_media", "organisation_topics", "topics", "events", "event"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._names: dict[str, Any] = {}
        self._stocks: dict[str, Stock] = {}
        self._reading: Task[Any] | None = None
        self._job: Task[Any] | None = None
        self.messages, self.progress = Messages(), ProgressPanel()
        self.columns = self._columns()
        self.model = RecordModel(self.columns, say, self)
        self.table = plain_table(self.model, self.columns, _ROW)
        self.waiting = WaitingBar()
        self.panel = JobPanel()
        self._print_button = QPushButton()
        self._empty = EmptyState(self._print_button)
        self._title, self._count = make_label("", "title"), make_label("", "sub")
        self._stack = QStackedWidget()
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        self.waiting.wanted.connect(lambda query: desk.wanted.emit(f"printing?{query}"))
        self.panel.again_wanted.connect(self._prepare)
        self.panel.resume_wanted.connect(self.resume)
        self.panel.discard_wanted.connect(self.discard)
        self.panel.open_wanted.connect(self.open_file)
        self.panel.send_wanted.connect(self.send)
        self._print_button.clicked.connect(lambda: desk.wanted.emit("printing?badges"))
        self.retranslate()

    @property
    def is_busy(self) -> bool:
        """Tell whether a file is being written."""
        return self._job is not None

    def reload(self) -> None:
        """Read the jobs again, and what waits for a printer."""
        if self._desk.app is None or not self.isVisibleTo(self.window()):
            return
        if self._reading:
            self._reading.cancel()
        self._reading = self._desk.run(lambda app, _progress: _read(app), self._on_read)

    def clear(self) -> None:
        """Put away what belongs to another event."""
        self.messages.clear()
        self.model.show([], 0)
        self.waiting.show_waiting({})
        self.panel.show_job(None, [])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - as Qt declares it
        """Read what is new."""
        super().showEvent(event)
        self.reload()
        if self._desk.app is not None:
            self._desk.run(lambda _app, _progress: sendjobs.printers(), self.panel.show_printers)

    def current(self) -> PrintJobRecord | None:
        """Return the chosen job."""
        index = self.table.currentIndex()
        return self.model.record(index.row()) if index.isValid() else None

    def open_file(self) -> None:
        """Open the file of the chosen job, where it still is."""
        job = self.current()
        if job is None:
            return
        if Path(job.target).is_file():
            QDesktopServices.openUrl(QUrl.fromLocalFile(job.target))
        else:
            self.messages.show_error(MissingFile("desk.file_gone", file=job.target))

    def print_to(self, prepared: Prepared, path: Path | None) -> None:
        """Write a file, in the background; what preflight stops is left out and named among the items.

        Without a path it is a new file for the printer that the job was for.
        """
        if self._job is not None:
            return
        self._run(
            lambda app, progress: jobs.print_file(
                app, prepared, path or sendjobs.new_file(prepared.what), allow_failed=True, progress=progress
            ),
            self._on_printed,
            (prepared.what, len(prepared.items)),
        )

    def resume(self) -> None:
        """Go on with the chosen job, in the background."""
        job = self.current()
        if job is not None and self._job is None:
            self._run(
                lambda app, progress: jobs.resume(app, job, progress),
                self._on_resumed,
                (KINDS[job.kind].what, job.item_count),
            )

    def send(self, printer: str) -> None:
        """Send the file of the chosen job to a printer, in the background; nothing is painted."""
        from showcase.printing.printers import Destination

        job = self.current()
        if job is None or self._job is not None:
            return
        _printer, tray, copies = (*job.settings.get("to", ()), "", "", 1)[:3]
        to = Destination(printer, tray if printer == _printer else "", copies or 1)
        file = Path(job.target).name
        self.messages.clear()
        self._job = self._desk.run(
            lambda app, _progress: sendjobs.send(app, job, to),
            lambda done: self._on_sent(done, file, printer),
            lane="write",
            failed=self.messages.show_error,
        )
        self._job.ended.connect(self._on_ended)
        self.progress.follow(self._job, lambda: say("printers.sending", printer=printer))
        self.panel.set_busy(busy=True)

    def _on_sent(self, done: Sent, file: str, printer: str) -> None:
        def said() -> str:
            notices = (say(notice.key, **notice.params) for notice in done.notices)
            return " ".join((say("printers.send_done", file=file, printer=printer), *notices))

        self.messages.show_text("warn" if done.notices else "good", said)

    def discard(self) -> None:
        """Give the chosen job up."""
        job = self.current()
        if job is not None:
            self.messages.clear()
            self._desk.run(
                lambda app, _progress: jobs.discard(app, job),
                lambda _none: self.reload(),
                lane="write",
                failed=self.messages.show_error,
            )

    def _run(self, work: Callable[[App, Progress], Any], answer: Callable[[Any], None], told: tuple[str, int]) -> None:
        """Print in the background; `told` is what, and how many of it."""
        self.messages.clear()
        self._job = self._desk.run(work, answer, lane="write", failed=self.messages.show_error)
        self._job.ended.connect(self._on_ended)
        self._job.stopped.connect(lambda: self.messages.show_text("warn", lambda: say("app.cancelled")))
        what, n = told
        self.progress.follow(self._job, lambda: say("signage.printing", what=say(f"signage.what_{what}"), n=number(n)))
        self.panel.set_busy(busy=True)

    def retranslate(self) -> None:
        """Say every text again."""
        self._title.setText(say("office.page_prints"))
        self.table.setAccessibleName(say("office.page_prints"))
        self._count.setText(say("desk.jobs", n=self.model.total))
        self._print_button.setText(say("desk.to_print"))
        self._empty.set_texts(lambda: say("desk.no_jobs"), lambda: say("desk.no_jobs_do"))
        self.model.retranslate()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("desk.col_when", _when, 96, style="sub"),
            Column("desk.col_what", _what, 112, style="strong"),
            Column("desk.col_template", lambda job: self._name(job.template), 0),
            Column("desk.col_stock", lambda job: self._name(job.stock), 84, style="sub"),
            Column("desk.col_languages", lambda job: ", ".join(job.languages), 72, style="sub"),
            Column("desk.col_items", lambda job: number(job.item_count), 70, style="number"),
            Column("prints.col_state", _state, 128, icon=_state_mark),
            Column("desk.col_file", lambda job: Path(job.target).name, 90, style="sub"),
        )

    def _name(self, key: str) -> str:
        """Return the name of a template or sheet, or its key where it is no longer there."""
        return local(self._names[key]) if key in self._names else key

    def _on_read(self, found: tuple[list[PrintJobRecord], Waiting, jobs.Supplies]) -> None:
        self._reading = None
        records, waiting, supplies = found
        self._stocks = {it.id: it for it in supplies.stocks}
        self._names = {it.id: it.name for it in supplies.templates} | {it.id: it.name for it in supplies.stocks}
        before = self.current()
        self.model.show(records, len(records))
        self._stack.setCurrentWidget(self.table if records else self._empty)
        self.panel.setVisible(bool(records))
        self.waiting.show_waiting(waiting)
        kept = next((row for row, job in enumerate(records) if before and job.id == before.id), 0)
        if records:
            self.table.selectRow(kept)
        self._on_current()
        self.retranslate()

    def _on_current(self) -> None:
        job = self.current()
        if job is None:
            self.panel.show_job(None, [])
            return
        self._desk.run(
            lambda app, _progress: _items(app, job),
            lambda items: self._on_items(job, items),
            failed=self.messages.show_error,
        )

    def _on_items(self, job: PrintJobRecord, items: list[PrintedItemRecord]) -> None:
        shown = self.current()
        if shown is not None and shown.id == job.id:
            names = (self._name(job.template), self._name(job.stock))
            self.panel.show_job(job, items, names, self._stocks.get(job.stock))

    def _prepare(self, which: Which, first: int) -> None:
        job = self.current()
        if job is None:
            return
        self.messages.clear()
        self._desk.run(
            lambda app, _progress: jobs.prepare_again(app, job, which, first),
            lambda prepared: self._ask(job, prepared, which),
            failed=self.messages.show_error,
        )

    def _ask(self, job: PrintJobRecord, prepared: Prepared, which: Which) -> None:
        if not prepared.items:
            key = "desk.again_none_changed" if which == "changed" else "desk.again_none"
            self.messages.show_text("good" if which == "changed" else "warn", lambda: say(key))
            return
        prepared = replace(prepared, used=self.panel.slots.used)
        if prepared.to is not None:
            self.print_to(prepared, None)
            return
        name, _ = QFileDialog.getSaveFileName(self, say("office.ask_print"), job.target, "PDF (*.pdf)")
        if name:
            path = Path(name)
            self.print_to(prepared, path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))

    def _on_printed(self, report: PrintReport) -> None:
        path = report.files[0]
        file = QUrl.fromLocalFile(str(path))
        self.messages.show_text(
            "warn" if report.failed or report.unsent else "good",
            lambda: jobs.told(report, path.name),
            ("office.open_file", lambda: QDesktopServices.openUrl(file)),
        )
        self.panel.slots.free_all()
        self.table.clearSelection()
        self.table.setCurrentIndex(self.model.index(-1, -1))

    def _on_resumed(self, done: Resumed) -> None:
        path = done.report.files[0]
        self._on_printed(done.report)
        if done.changed or done.gone:
            self.messages.show_text(
                "warn", lambda: jobs.told(done.report, path.name, changed=done.changed, gone=done.gone)
            )

    def _on_ended(self) -> None:
        self._job = None
        self.panel.set_busy(busy=False)

    def _lay_out(self) -> None:
        self._print_button.setProperty("kind", "primary")
        self._count.setContentsMargins(0, 0, 0, 3)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        for page in (self.table, self._empty):
            self._stack.addWidget(page)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._stack, 1)
        body.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.waiting)
        column.addWidget(self.messages)
        column.addLayout(body, 1)
        column.addWidget(self.progress)


def _when(job: Any) -> str:
    at = local_time(job.created_at)
    return f"{day(at.date(), short=True)} {clock(at)}"


def _what(job: Any) -> str:
    return say(f"signage.what_{KINDS[job.kind].what}")


def _state(job: Any) -> str:
    return state_of(job) or (say("desk.job_refused", n=job.refused) if job.refused else "")


def _state_mark(job: Any) -> tuple[str, str] | None:
    if job.is_interrupted:
        return "triangle-alert", "warn"
    if job.state.value == "failed" or job.refused:
        return "circle-x", "err"
    return None


def _read(app: App) -> tuple[list[PrintJobRecord], Waiting, jobs.Supplies]:
    from showcase.documents.history import list_print_jobs

    with app.reading() as session:
        records = list_print_jobs(session, limit=_LIMIT)
    return records, jobs.waiting(app), jobs.supplies(app)


def _items(app: App, job: PrintJobRecord) -> list[PrintedItemRecord]:
    from showcase.documents.history import list_printed_items

    with app.reading() as session:
        return list_printed_items(session, job.id)

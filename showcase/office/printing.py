"""The print page: what, on which sheet, in which languages; the sheet as it will be; the file, proven."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from showcase.documents.kinds import BY_WHAT
from showcase.errors import PassphraseError, RefusedError, UserError
from showcase.office import jobs, sendjobs
from showcase.office.bars import Action, Messages, ProgressPanel
from showcase.office.calibrating import CalibrationPage
from showcase.office.canvas import Canvas
from showcase.office.designs import Designs
from showcase.office.desk import Desk
from showcase.office.empty import EmptyState
from showcase.office.jobs import Checked, Prepared
from showcase.office.preflight import PreflightPanel
from showcase.office.printers import Printers
from showcase.office.printform import PrintForm
from showcase.office.signing import KeyState, key_state
from showcase.paths import documents_folder
from showcase.qt.images import icon
from showcase.qt.tasks import Task
from showcase.qt.theme import px
from showcase.qt.translate import number, say

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from showcase.app import App
    from showcase.printing.batch import Which
    from showcase.printing.job import PrintReport
    from showcase.progress import Progress

_ROOMY: Final = 420
"""Pixels of the sheet beside which the words of the foot have room."""


class PrintPage(QWidget):
    """The page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._prepared: Prepared | None = None
        self._number = 0
        self._preparing: Task[Any] | None = None
        self._painting: Task[Any] | None = None
        self._checking: Task[Any] | None = None
        self._checked: Checked | None = None
        self._job: Task[Any] | None = None
        self._asked = False
        self._wanted = ""
        self.form = PrintForm()
        self.canvas = Canvas()
        self.messages, self.progress = Messages(), ProgressPanel()
        self.print_button = QPushButton()
        self.print_button.setProperty("kind", "primary")
        self.preflight = PreflightPanel()
        self.calibration = CalibrationPage(desk, self.messages)
        self.printers = Printers(desk, self.form.target, self.calibration)
        self._calibrates = False
        self._empty = EmptyState()
        self._sheet = QLabel()
        self._back, self._on = QToolButton(), QToolButton()
        self._stack, self._bar = QStackedWidget(), QFrame()
        self._lay_out()
        self.print_button.clicked.connect(self.ask_print)
        self.preflight.sheet_wanted.connect(self._on_sheet_wanted)
        self.form.changed.connect(self._prepare)
        self.designs = Designs(desk, self, self.messages, lambda: self.form.template, self._on_design)
        self.designs.follow(self.form.design_menu)
        self.form.target.changed.connect(self._show_state)
        self.form.target.calibrate_wanted.connect(lambda: self._calibrate(calibrates=True))
        self.calibration.left.connect(lambda: self._calibrate(calibrates=False))
        self.calibration.kept.connect(self.reload)
        self.form.slots_changed.connect(self._on_slots)
        self.form.issue_wanted.connect(self._issue)
        self.form.url_given.connect(self._set_base_url)
        self.canvas.wanted.connect(lambda _px: self._paint())
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        self.retranslate()

    @property
    def is_busy(self) -> bool:
        """Tell whether a file is being written."""
        return self._job is not None

    def show_query(self, what: str) -> None:
        """Choose what is printed: the word of a kind, and which of it: "badges:unprinted"."""
        what, _, who = what.partition(":")
        self.form.choose(what, who)

    def reload(self) -> None:
        """Read again what there is to print, and paint the first sheet."""
        event = self._desk.record
        if self._desk.app is None or event is None or not self.isVisibleTo(self.window()):
            return
        self._desk.run(lambda app, _progress: jobs.supplies(app), self._on_supplies)

    def _prepare(self) -> None:
        """Read what there is to print with what is chosen."""
        event = self._desk.record
        if event is None:
            return
        self.form.show_event(event.languages, event.base_url or "")
        records = self._desk.selection.get(BY_WHAT[self.form.what].about, [])
        what, (template, stock), languages = self.form.what, self.form.design, self.form.languages
        duplex = self.form.duplex
        chosen = jobs.subjects(records, what)
        self.form.show_counts({"selected": len(chosen)})
        who = self.form.who
        only = chosen if who == "selected" else frozenset()
        which: Which = "unprinted" if who == "unprinted" else "changed" if who == "changed" else "all"
        if self._preparing:
            self._preparing.cancel()
        self._preparing = self._desk.run(
            lambda app, _progress: (
                jobs.prepare(
                    app,
                    what,
                    template=template,
                    stock=stock,
                    languages=languages,
                    only=only,
                    which=which,
                    duplex=duplex,
                ),
                jobs.count_badgeless(app),
                key_state(app),
            ),
            self._on_prepared,
            failed=self._on_refused,
        )

    def ask_print(self) -> None:
        """Print, or ask where the file goes and write it."""
        if self._prepared is None:
            return
        if self.form.target.printer:
            self.print_to(None)
            return
        suggested = documents_folder() / f"{say(f'signage.what_{self._prepared.what}')}.pdf"
        name, _ = QFileDialog.getSaveFileName(self, say("office.ask_print"), str(suggested), "PDF (*.pdf)")
        if name:
            path = Path(name)
            self.print_to(path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))

    def print_to(self, path: Path | None) -> None:
        """Write the file, in the background; what preflight stops is left out, as the button says.

        Without a path it is a new file for the printer that is chosen.
        """
        prepared = self._prepared
        if prepared is None or self._job:
            return
        allow_failed, target = self._checked is not None and self._checked.stop > 0, self.form.target.target
        self.messages.clear()
        self._desk.remember(printer=self.form.target.printer)

        def work(app: App, progress: Progress) -> PrintReport:
            file = path or sendjobs.new_file(prepared.what)
            aimed = jobs.aim(app, prepared, target)
            return jobs.print_file(app, aimed, file, allow_failed=allow_failed, progress=progress)

        self._job = self._desk.run(
            work,
            self._on_printed,
            lane="write",
            failed=self.messages.show_error,
        )
        self._job.ended.connect(self._on_job_ended)
        self._job.stopped.connect(lambda: self.messages.show_text("warn", lambda: say("app.cancelled")))
        n = len(prepared.items)
        self.progress.follow(
            self._job, lambda: say("signage.printing", what=say(f"signage.what_{prepared.what}"), n=number(n))
        )
        self._show_state()

    def retranslate(self) -> None:
        """Say every text again."""
        self._back.setIcon(icon("chevron-left", size=16))
        self._on.setIcon(icon("chevron-right", size=16))
        for button, key in ((self._back, "office.sheet_back"), (self._on, "office.sheet_on")):
            button.setToolTip(say(key))
            button.setAccessibleName(say(key))
        self._empty.set_texts(self._say_none, self._say_none_do)
        self.calibration.retranslate()
        self._show_state()

    def _say_none(self) -> str:
        who = self.form.who
        return say(
            f"desk.none_{who}" if who in {"unprinted", "changed"} else f"signage.none_{BY_WHAT[self.form.what].lacks}"
        )

    def _say_none_do(self) -> str:
        who = self.form.who
        if who in {"unprinted", "changed"}:
            return say("desk.none_do")
        return say(f"signage.none_{BY_WHAT[self.form.what].lacks}_do")

    def _lay_out(self) -> None:
        self._sheet.setProperty("role", "strong")
        self._bar.setObjectName("canvasbar")
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(8, 5, 8, 5)
        for part in (self._back, self._sheet, self._on):
            line.addWidget(part)
        line.addStretch()
        for page in (self.canvas, self._empty, self.calibration):
            self._stack.addWidget(page)
        foot = QFrame()
        foot.setObjectName("foot")
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight, foot)
        self._foot.setContentsMargins(16, 10, 16, 10)
        self._promise = QLabel()
        self._promise.setProperty("role", "sub")
        self._promise.setWordWrap(True)
        self._foot.addWidget(self._promise, 1)
        self._foot.addWidget(self.print_button)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._bar)
        right.addWidget(self._stack, 1)
        for edge in (self.messages, self.progress, foot):
            right.addWidget(edge)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(right, 1)
        middle.addWidget(self.preflight)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.form)
        whole.addLayout(middle, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - as Qt declares it
        """Put the button under its words where they are too narrow beside it."""
        super().resizeEvent(event)
        is_narrow = self.width() - self.form.width() - self.preflight.width() < px(_ROOMY)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._foot.setDirection(way)

    def _on_supplies(self, found: jobs.Supplies) -> None:
        self.form.show_supplies(found)
        self.calibration.show_calibrations(found.calibrations)
        if self._wanted:
            self.form.choose_design(self._wanted)
            self._wanted = ""
        if found.broken:
            self.messages.show_error(found.broken[0][1])
        self._prepare()

    def _on_design(self, name: str) -> None:
        """Offer the designs of the event as they are now, and choose one of them."""
        self._wanted = name
        self.reload()

    def _on_prepared(self, answer: tuple[Prepared, int, KeyState]) -> None:
        self._preparing = None
        prepared, badgeless, key = answer
        self._prepared = replace(prepared, used=self.form.slots.used)
        self.form.show_counts(self._prepared.counts)
        self.form.show_badgeless(badgeless, key)
        self._number = min(self._number, max(0, self._prepared.sheets - 1))
        self.form.ask_url(wanted=False)
        if self._asked:
            self._asked = False
            self.messages.clear()
        self._paint()
        self._check()
        self._show_state()

    def _on_slots(self) -> None:
        """Print on what is left of the first sheet."""
        if self._prepared:
            self._prepared = replace(self._prepared, used=self.form.slots.used)
            self._turn(-self._number)

    def _check(self) -> None:
        prepared = self._prepared
        if self._checking:
            self._checking.cancel()
        self._checked = None
        if prepared is None or not prepared.items:
            self.preflight.show_checked(None)
            return
        self.preflight.show_running()
        self._checking = self._desk.run(lambda app, progress: jobs.check(app, prepared, progress), self._on_checked)

    def _on_checked(self, checked: Checked) -> None:
        self._checking, self._checked = None, checked
        self.preflight.show_checked(checked)
        self._show_state()

    def _on_sheet_wanted(self, item: int) -> None:
        if self._prepared:
            self._turn(jobs.sheet_of(self._prepared, item) - self._number)

    def _on_refused(self, error: UserError) -> None:
        self._preparing = None
        self._prepared = None
        self._asked = True
        self._check()
        if self.form.ask_url(wanted=isinstance(error, RefusedError)):
            self.messages.clear()  # the form says what is missing, where it is given
        else:
            self.messages.show_error(error)
        self._show_state()

    def _turn(self, step: int) -> None:
        if self._prepared:
            self._number = min(max(0, self._number + step), self._prepared.sheets - 1)
            self._show_state()
            self._paint()

    def _paint(self) -> None:
        """Paint the sheet, unless a job has the painter; the page says so by its progress."""
        prepared, place, px = self._prepared, self._number, self.canvas.pixels()
        if prepared is None or not prepared.items or self._job:
            return
        if self._painting:
            self._painting.cancel()
        self._painting = self._desk.run(
            lambda app, _progress: jobs.picture_sheet(app, prepared, place, px), self._on_painted
        )

    def _on_painted(self, image: QImage) -> None:
        self._painting = None
        self.canvas.show_sheet(image)

    def _show_state(self) -> None:
        prepared = self._prepared
        items, sheets = (len(prepared.items), prepared.sheets) if prepared else (0, 0)
        papers = sheets // prepared.sides if prepared else 0
        self._empty.retranslate()
        page = self.calibration if self._calibrates else self.canvas if items else self._empty
        self._stack.setCurrentWidget(page)
        self._sheet.setText(self._say_sheet() if items else "")
        self._bar.setVisible(bool(items) and not self._calibrates)
        self._back.setEnabled(self._number > 0)
        self._on.setEnabled(self._number + 1 < sheets)
        checked = self._checked
        good = checked.good + checked.look if checked else items
        self.print_button.setText(self._say_do(good, all_good=good >= items))
        self.print_button.setEnabled(bool(good) and not self.is_busy and not self._calibrates)
        self._promise.setText(say("office.print_promise", n=items, sheets=number(papers)) if items else "")

    def _say_do(self, good: int, *, all_good: bool) -> str:
        if self.form.target.printer:
            return say("printers.do") if all_good else say("printers.do_good", n=good)
        return say("office.print_do") if all_good else say("office.print_good", n=good)

    def _calibrate(self, *, calibrates: bool) -> None:
        """Show how a printer is calibrated in the place of the sheet, or the sheet again."""
        self._calibrates = calibrates
        self.messages.clear()
        if calibrates:
            self.printers.show_calibration()
        self._show_state()

    def _say_sheet(self) -> str:
        """Say which sheet is shown, and which side of it where both are printed."""
        assert self._prepared is not None
        sides = self._prepared.sides
        told = {"sheet": number(self._number // sides + 1), "total": number(self._prepared.sheets // sides)}
        if sides == 1:
            return say("office.sheet_of", **told)
        return say("templates.sheet_back" if self._number % sides else "templates.sheet_front", **told)

    def _on_printed(self, report: PrintReport) -> None:
        path = report.files[0]
        folder, file = QUrl.fromLocalFile(str(path.parent)), QUrl.fromLocalFile(str(path))
        kind = "warn" if report.failed or report.unsent or report.notices else "good"
        opens: Action = ("office.open_folder", lambda: QDesktopServices.openUrl(folder))
        if report.unsent:
            opens = ("office.page_prints", lambda: self._desk.wanted.emit("prints"))
        self.messages.show_text(
            kind,
            lambda: jobs.told(report, path.name),
            ("office.open_file", lambda: QDesktopServices.openUrl(file)),
            opens,
        )
        self.form.free_slots()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - as Qt declares it
        """Look for printers: one may have been switched on since."""
        super().showEvent(event)
        self.printers.read()

    def _on_job_ended(self) -> None:
        self._job = None
        self._show_state()
        self._paint()

    def _issue(self, typed: str) -> None:
        task = self._desk.run(
            lambda app, progress: jobs.issue(app, typed, progress),
            self._on_issued,
            lane="write",
            failed=self._on_issue_refused,
        )
        task.stopped.connect(lambda: self.messages.show_text("warn", lambda: say("app.cancelled")))
        self.progress.follow(task, lambda: say("office.issuing"))

    def _on_issued(self, n: int) -> None:
        self.form.issue_panel.clear()
        self.messages.show_text("good", lambda: say("office.issued", n=n))

    def _on_issue_refused(self, error: UserError) -> None:
        """Say what is wrong; a passphrase that was known and is no longer right is asked for."""
        self.messages.show_error(error)
        if isinstance(error, PassphraseError):
            self.reload()

    def _set_base_url(self, url: str) -> None:
        self._desk.run(
            lambda app, _progress: jobs.set_base_url(app, url),
            lambda _none: self.messages.clear(),
            lane="write",
            failed=self.messages.show_error,
        )

"""What became of one print job: how it was printed, and each item with its state and the reason of a refusal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from showcase.documents.kinds import KINDS
from showcase.office.delegates import plain_table
from showcase.office.inspecting.recordform import scrolling
from showcase.office.labels import clock, day, language_name, local_time, make_label
from showcase.office.printtarget import named
from showcase.office.slotmap import SlotMap
from showcase.qt.images import GAP, icon
from showcase.qt.recordmodel import Column, RecordModel
from showcase.qt.theme import px
from showcase.qt.translate import explain, say
from showcase.text import join

if TYPE_CHECKING:
    from showcase.documents.records import PrintedItemRecord, PrintJobRecord
    from showcase.documents.stocks import Stock
    from showcase.printing.printers import Printer

_WIDTH: Final = 348
_WIDEST: Final = 460
_ROW: Final = 28
_LEAST: Final = 150
"""Pixels of the items that are always seen."""
_STATES: Final = {"proven": ("circle-check", "ok"), "refused": ("circle-x", "err")}
_FACTS: Final = ("template", "stock", "languages", "printer", "file", "by", "program")


def _state(item: Any) -> tuple[str, str]:
    return _STATES.get(item.state.value, ("circle-dashed", "warn"))


def _fate(item: Any) -> str:
    """Return what became of an item: why it was refused, else its state."""
    if item.reason:
        from showcase.documents.records import error_of

        return explain(error_of(item.reason))
    return say(f"desk.item_{item.state.value}")


def state_of(job: PrintJobRecord) -> str:
    """Return the word for how far a job is: "" where it is done, which most are."""
    if job.is_interrupted:
        return say("prints.state_interrupted")
    return say(f"prints.state_{job.state.value}") if job.state.value != "done" else ""


COLUMNS: Final = (
    Column("desk.col_item", lambda item: item.title, 0, icon=_state),
    Column("desk.col_fate", _fate, 0, style="sub"),
)


class JobPanel(QFrame):
    """The panel at the right.

    Signals:
        again_wanted: "all" of the items are to be printed again, or those that "changed"; from which on, from 0.
        open_wanted: the file is to be opened.
        send_wanted: the name of a printer that its file is to be sent to, without painting it again.
        resume_wanted, discard_wanted: an interrupted job is to go on, or to be given up.
    """

    again_wanted = Signal(str, int)
    open_wanted = Signal()
    send_wanted = Signal(str)
    resume_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preflight")
        self._job: PrintJobRecord | None = None
        self._names = ("", "")
        self._busy = False
        self._title, self._told = make_label("", "lead"), make_label("", "sub")
        self._labels = {name: make_label("", "small") for name in _FACTS}
        self._values = {name: make_label() for name in _FACTS}
        self.again_button, self.changed_button, self.open_button = QPushButton(), QPushButton(), QPushButton()
        self.from_button, self.resume_button, self.discard_button = QPushButton(), QPushButton(), QPushButton()
        self.send_button = QPushButton()
        self.send_button.setMenu(QMenu(self))
        self._printers: Sequence[Printer] = ()
        self.slots, self._slot_facts = SlotMap(), make_label("", "small")
        self.model = RecordModel(COLUMNS, say, self)
        self.table = plain_table(self.model, COLUMNS, _ROW)
        self._lay_out()
        self.again_button.clicked.connect(lambda: self.again_wanted.emit("all", 0))
        self.changed_button.clicked.connect(lambda: self.again_wanted.emit("changed", 0))
        self.from_button.clicked.connect(lambda: self.again_wanted.emit("all", self.chosen or 0))
        self.open_button.clicked.connect(self.open_wanted)
        self.resume_button.clicked.connect(self.resume_wanted)
        self.discard_button.clicked.connect(self.discard_wanted)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_buttons())
        self.retranslate()

    def show_job(
        self,
        job: PrintJobRecord | None,
        items: Sequence[PrintedItemRecord],
        names: tuple[str, str] = ("", ""),
        stock: Stock | None = None,
    ) -> None:
        """Show a job, what was refused first; `names` are those of its template and sheet."""
        if self._job is None or job is None or job.id != self._job.id:
            self.slots.show_stock(None)
        self._job, self._names = job, names
        self.slots.show_stock(stock)
        ordered = sorted(items, key=lambda item: (item.state.value != "refused", item.position))
        self.model.show(ordered, len(ordered))
        self.retranslate()

    def show_printers(self, printers: Sequence[Printer]) -> None:
        """Offer to send the file to the printers that were found; where there is none, that is said."""
        self._printers = printers
        menu = self.send_button.menu()
        menu.clear()
        for printer in printers:
            state = "refuses" if printer.refuses else "paused" if printer.is_paused else ""
            told = f"{printer.name} · {say(f'printers.state_{state}')}" if state else printer.name
            menu.addAction(told, partial(self.send_wanted.emit, printer.name))
        if not printers:
            menu.addAction(say("printers.none_found")).setEnabled(False)

    @property
    def chosen(self) -> int | None:
        """The place in the job, from 0, of the item that is chosen."""
        index = self.table.currentIndex()
        return self.model.record(index.row()).position if index.isValid() else None

    def set_busy(self, *, busy: bool) -> None:
        """Switch printing off while something is printed."""
        self._busy = busy
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again, as large as the text is set."""
        self.setFixedWidth(px(_WIDTH, _WIDEST))
        job = self._job
        for button, key, name in (
            (self.again_button, "desk.again", "refresh-cw"),
            (self.changed_button, "desk.again_changed", "pencil"),
            (self.open_button, "office.open_file", "external-link"),
            (self.from_button, "prints.again_from", "corner-up-right"),
            (self.discard_button, "prints.discard", "trash-2"),
            (self.send_button, "printers.send_to", "printer"),
        ):
            button.setText(say(key))
            button.setIcon(icon(name, size=15, gap=GAP))
            button.setIconSize(QSize(15 + GAP, 15))
        self.resume_button.setText(say("prints.resume"))
        self._slot_facts.setText(say("prints.slots_hint"))
        self.show_printers(self._printers)
        self.slots.retranslate()
        self._show_buttons()
        self.table.setAccessibleName(say("desk.head_items"))
        for name, label in self._labels.items():
            label.setText(say("printers.col_printer") if name == "printer" else say(f"desk.col_{name}"))
        self.model.retranslate()
        if job is None:
            return
        at = local_time(job.created_at)
        what = KINDS[job.kind].what
        self._title.setText(join((say(f"signage.what_{what}"), f"{day(at.date(), short=True)} {clock(at)}")))
        self._told.setText(_how_far(job))
        values = (*self._names, ", ".join(map(language_name, job.languages)), _printer(job), job.target, job.station)
        for name, value in zip(_FACTS, (*values, job.program_version), strict=True):
            # Long paths have no blanks: let them break after each folder.
            self._values[name].setText(value.replace("/", "/\u200b").replace("\\", "\\\u200b"))
            for label in (self._labels[name], self._values[name]):
                label.setVisible(bool(value))

    def _show_buttons(self) -> None:
        """Offer what can be done with the job: one that has no end goes on or is given up."""
        job = self._job
        is_open = job is not None and (job.can_go_on or job.is_running)
        for button in (self.again_button, self.changed_button, self.from_button, self.open_button):
            button.setVisible(not is_open)
            button.setEnabled(job is not None and not self._busy)
        self.send_button.setVisible(job is not None and job.has_file and job.target.lower().endswith(".pdf"))
        self.send_button.setEnabled(not self._busy)
        self.from_button.setEnabled(self.from_button.isEnabled() and self.chosen is not None)
        for button in (self.resume_button, self.discard_button):
            button.setVisible(job is not None and job.can_go_on)
            button.setEnabled(not self._busy)
        has_slots = not is_open and self.slots.has_slots
        self.slots.setVisible(has_slots)
        self._slot_facts.setVisible(has_slots)

    def _lay_out(self) -> None:
        self.resume_button.setProperty("kind", "primary")
        self._told.setWordWrap(True)
        self._slot_facts.setWordWrap(True)
        facts = QGridLayout()
        facts.setHorizontalSpacing(12)
        facts.setVerticalSpacing(4)
        facts.setColumnStretch(1, 1)
        for row, name in enumerate(_FACTS):
            facts.addWidget(self._labels[name], row, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(self._values[name], row, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        first = QHBoxLayout()
        first.setSpacing(6)
        for button in (self.resume_button, self.discard_button, self.again_button, self.open_button):
            first.addWidget(button)
        first.addStretch()
        buttons.addLayout(first)
        for button in (self.send_button, self.changed_button, self.from_button):
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch()
            buttons.addLayout(line)
        for part in (self._slot_facts, self.slots):
            buttons.addWidget(part)
        top = QWidget()
        inside = QVBoxLayout(top)
        inside.setContentsMargins(14, 12, 14, 10)
        inside.setSpacing(10)
        inside.addWidget(self._title)
        inside.addWidget(self._told)
        inside.addLayout(facts)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_as_high_as_needed(top))
        column.addWidget(self.table, 1)
        self.table.setMinimumHeight(_LEAST)


def _printer(job: PrintJobRecord) -> str:
    """Return the printer and tray a job was for, or made up for in its PDF; "" where none was named."""
    printer, tray = (*(job.settings.get("to") or job.settings.get("printer", ())), "", "")[:2]
    return named(printer, tray)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _how_far(job: PrintJobRecord) -> str:
    """Return what became of a job in a sentence or two."""
    if job.is_interrupted:
        return say("prints.told_interrupted", n=job.proven, of=job.item_count)
    if job.reason:
        from showcase.documents.records import error_of

        return say("prints.state_why", state=_sentence(state_of(job)), why=explain(error_of(job.reason)))
    if not job.has_file:
        return join((_sentence(state_of(job)), say("desk.job_proven", n=job.proven)))
    refused = say("desk.job_refused", n=job.refused) if job.refused else ""
    return join((_sentence(state_of(job)), say("desk.job_proven", n=job.good), refused))


def _as_high_as_needed(body: QWidget) -> QScrollArea:
    """Return a place that is as high as what is in it, and scrolls where that is too high for the window."""
    area = scrolling(body)
    area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    area.setObjectName("jobfacts")
    body.setObjectName("jobfacts")
    return area

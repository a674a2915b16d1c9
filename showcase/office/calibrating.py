"""Calibrating a printer on the print page: print the test page, measure it by a picture or by hand, keep it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from showcase.office import sendjobs
from showcase.office.empty import SayingButton
from showcase.office.labels import day, empty, local_time, make_label
from showcase.office.printtarget import TEXT_MARGINS, named, offsets
from showcase.paths import documents_folder
from showcase.qt.theme import px
from showcase.qt.translate import interface, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from showcase.documents.calibration import Placing
    from showcase.documents.calibrations import CalibrationRecord
    from showcase.office.bars import Messages
    from showcase.office.desk import Desk

T = TypeVar("T")
_WIDTH: Final = 620
_NARROW: Final = 76
_PAPERS: Final = ("a4", "a3", "letter")
_EDGES: Final = ("left", "top", "right", "bottom")
_RIGHT_MM: Final = 15.0
_PICTURES: Final = "*.jpg *.jpeg *.png *.tif *.tiff *.webp"


class CalibrationPage(QScrollArea):
    """The page, which stands where the sheet is shown.

    Signals:
        left: back to the sheet.
        kept: the calibrations of the event are others now.
    """

    left = Signal()
    kept = Signal()

    def __init__(self, desk: Desk, messages: Messages) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setWidgetResizable(True)
        self._desk, self._messages = desk, messages
        self._calibrations: Sequence[CalibrationRecord] = ()
        self._found: frozenset[str] = frozenset()
        self.printer_box, self.tray_box, self.paper_box = QComboBox(), QComboBox(), QComboBox()
        for box in (self.printer_box, self.tray_box):
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for box in (self.printer_box, self.tray_box, self.paper_box):
            box.setMinimumWidth(px(_NARROW))
        for paper in _PAPERS:
            self.paper_box.addItem(paper.capitalize(), paper)
        self.margins = {edge: QDoubleSpinBox() for edge in _EDGES}
        for margin in self.margins.values():
            margin.setRange(0, 40)
            margin.setSingleStep(0.1)
            margin.setDecimals(1)
            margin.setSuffix(" mm")
            margin.setValue(_RIGHT_MM)
            margin.setMinimumWidth(px(_NARROW))
            margin.lineEdit().setTextMargins(*TEXT_MARGINS)
        self.print_button = SayingButton("printers.cal_print", self.print_page, primary=True)
        self.save_button = SayingButton("printers.cal_save", self.ask_page)
        self.picture_button = SayingButton("printers.cal_picture", self.ask_picture)
        self.keep_button = SayingButton("printers.cal_keep", self.keep_margins)
        self.back_button = SayingButton("printers.cal_back", self.left.emit)
        self._texts: dict[str, QLabel] = {}
        self._known = QVBoxLayout()
        self._lay_out()
        self.printer_box.editTextChanged.connect(lambda _text: self._show_buttons())
        self.retranslate()

    @property
    def names(self) -> tuple[str, str]:
        """The printer and the tray that are meant."""
        return self.printer_box.currentText().strip(), self.tray_box.currentText().strip()

    def show_printers(self, printers: Sequence[str], chosen: tuple[str, str], trays: Sequence[str]) -> None:
        """Offer the printers of this computer; others are typed, as a printer may stand elsewhere."""
        self._found = frozenset(printers)
        for box, every, current in ((self.printer_box, printers, chosen[0]), (self.tray_box, trays, chosen[1])):
            box.clear()
            box.addItems(list(every))
            box.setEditText(current)
        self._show_buttons()

    def show_calibrations(self, calibrations: Sequence[CalibrationRecord]) -> None:
        """Show the printers that are calibrated."""
        self._calibrations = calibrations
        empty(self._known)
        for it in calibrations:
            self._known.addWidget(self._line(it))
        if not calibrations:
            self._known.addWidget(make_label(say("printers.cal_none"), "sub"))

    def print_page(self) -> None:
        """Print the test page on the printer."""
        from showcase.printing.printers import Destination

        printer, tray = self.names
        to, paper, language = Destination(printer, tray), self.paper_box.currentData(), interface.language
        self._do(
            lambda: sendjobs.print_test_page(to, paper, language),
            lambda _none: self._messages.show_text("good", lambda: say("printers.cal_printed", printer=printer)),
        )

    def ask_page(self) -> None:
        """Ask for a place, and save the test page there."""
        place = str(documents_folder() / f"{say('printers.cal_title')}.pdf")
        name, _ = QFileDialog.getSaveFileName(self, say("printers.cal_save"), place, "PDF (*.pdf)")
        if name:
            path = Path(name)
            self.save_page(path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))

    def save_page(self, path: Path) -> None:
        """Save the test page."""
        paper, language = self.paper_box.currentData(), interface.language
        self._do(
            lambda: sendjobs.save_test_page(path, paper, language),
            lambda _none: self._messages.show_text("good", lambda: say("printers.cal_saved", file=path.name)),
        )

    def ask_picture(self) -> None:
        """Ask for the scan or photo of the printed page, and measure it."""
        kinds = f"{say('printers.cal_pictures')} ({_PICTURES})"
        name, _ = QFileDialog.getOpenFileName(self, say("printers.cal_picture"), str(documents_folder()), kinds)
        if name:
            self.measure(Path(name))

    def measure(self, picture: Path) -> None:
        """Measure a picture of the printed page, and keep what it says."""
        self._do(lambda: sendjobs.measure(picture), self._keep)

    def keep_margins(self) -> None:
        """Keep what was measured by hand."""
        paper, margins = self.paper_box.currentData(), [margin.value() for margin in self.margins.values()]
        self._do(lambda: sendjobs.from_margins(paper, margins), self._keep)

    def forget(self, names: tuple[str, str]) -> None:
        """Forget a calibration."""

        def done(_none: None) -> None:
            self._messages.show_text("good", lambda: say("printers.cal_forgotten", printer=named(*names)))
            self.kept.emit()

        self._desk.run(
            lambda app, _progress: sendjobs.forget(app, names), done, lane="write", failed=self._messages.show_error
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - as Qt declares it
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every text again."""
        for name, label in self._texts.items():
            label.setText(say(f"printers.{name}"))
        for name, box in (("cal_printer", self.printer_box), ("tray", self.tray_box), ("cal_paper", self.paper_box)):
            box.setAccessibleName(say(f"printers.{name}"))
        for edge, margin in self.margins.items():
            margin.setAccessibleName(say(f"printers.cal_{edge}"))
        line = self.tray_box.lineEdit()
        if line is not None:
            line.setPlaceholderText(say("printers.tray_any"))
        for button in (self.print_button, self.save_button, self.picture_button, self.keep_button, self.back_button):
            button.retranslate()
        self.show_calibrations(self._calibrations)

    def _do(self, work: Callable[[], T], answer: Callable[[T], object]) -> None:
        self._messages.clear()
        self._desk.run(lambda _app, _progress: work(), answer, failed=self._messages.show_error)

    def _keep(self, placing: Placing) -> None:
        names = self.names

        def done(it: CalibrationRecord) -> None:
            told = {"printer": named(it.printer, it.tray), **offsets(it)}
            self._messages.show_text("good", lambda: say("printers.cal_kept", **told))
            self.kept.emit()

        self._desk.run(
            lambda app, _progress: sendjobs.keep(app, names, placing),
            done,
            lane="write",
            failed=self._messages.show_error,
        )

    def _show_buttons(self) -> None:
        """Only a printer of this computer can print from here; what is measured is kept under any name."""
        self.print_button.setEnabled(self.names[0] in self._found)
        for button in (self.picture_button, self.keep_button):
            button.setEnabled(bool(self.names[0]))

    def _line(self, it: CalibrationRecord) -> QWidget:
        """Return a calibrated printer with how far off it is, and a way to forget it."""
        frame = QFrame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 2, 0, 2)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(make_label(named(it.printer, it.tray), "strong"))
        told = {"sx": f"{100 * it.scale_x:.1f}", "sy": f"{100 * it.scale_y:.1f}", **offsets(it)}
        on = day(local_time(it.measured_at).date(), short=True)
        words.addWidget(make_label(say("printers.cal_line", day=on, **told), "sub"))
        row.addLayout(words, 1)
        forget = SayingButton("printers.cal_forget", partial(self.forget, (it.printer, it.tray)))
        row.addWidget(forget, 0, Qt.AlignmentFlag.AlignVCenter)
        return frame

    def _text(self, name: str, role: str = "") -> QLabel:
        self._texts[name] = make_label("", role)
        return self._texts[name]

    def _lay_out(self) -> None:
        sheet = QFrame()
        sheet.setProperty("role", "box")
        sheet.setMaximumWidth(px(_WIDTH))
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(8)
        column.addWidget(self._text("cal_title", "lead"))
        column.addWidget(self._text("cal_lead", "sub"))
        who = QGridLayout()
        who.setHorizontalSpacing(10)
        who.setVerticalSpacing(4)
        for place, (name, box, stretch) in enumerate(
            (("cal_printer", self.printer_box, 3), ("tray", self.tray_box, 2), ("cal_paper", self.paper_box, 1))
        ):
            who.addWidget(self._text(name, "small"), 0, place)
            who.addWidget(box, 1, place)
            who.setColumnStretch(place, stretch)
        column.addLayout(who)
        for name, parts in (
            ("cal_step_page", (self._row(self.print_button, self.save_button),)),
            ("cal_step_measure", (self._row(self.picture_button), self._hand(), self._row(self.keep_button))),
        ):
            column.addSpacing(8)
            column.addWidget(self._text(name, "strong"))
            column.addWidget(self._text(f"{name}_how", "sub"))
            for part in parts:
                column.addLayout(part)
        column.addSpacing(8)
        column.addWidget(self._text("cal_known", "strong"))
        column.addLayout(self._known)
        column.addSpacing(8)
        column.addLayout(self._row(self.back_button))
        body = QWidget()
        outside = QVBoxLayout(body)
        outside.setContentsMargins(16, 16, 16, 16)
        outside.addWidget(sheet, 0, Qt.AlignmentFlag.AlignTop)
        outside.addStretch()
        self.setWidget(body)
        body.setAutoFillBackground(False)  # else it would hide the colour of the canvas

    def _hand(self) -> QGridLayout:
        """Return the four margins that are measured by hand."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for place, (edge, margin) in enumerate(self.margins.items()):
            grid.addWidget(self._text(f"cal_{edge}", "small"), 0, place)
            grid.addWidget(margin, 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    @staticmethod
    def _row(*buttons: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        return row

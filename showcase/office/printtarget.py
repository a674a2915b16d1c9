"""Where the print page prints: a PDF or a printer of this computer; what few people change is folded away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from showcase.office.jobs import Target
from showcase.office.labels import make_label
from showcase.paths import documents_folder
from showcase.qt.images import GAP, icon
from showcase.qt.theme import px
from showcase.qt.translate import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showcase.documents.calibrations import CalibrationRecord
    from showcase.printing.printers import Printer

_PROFILES: Final = ("office", "press", "archive")
_MOST_COPIES: Final = 99
_NARROW: Final = 10
_NAME: Final = 170
"""Pixels of the name of a file."""
TEXT_MARGINS: Final = (5, 0, 0, 0)
"""Of a number that is typed: it begins where texts do."""


class TargetPart(QWidget):
    """The part of the form.

    Signals:
        changed: something else is made, or sent elsewhere.
        printer_chosen: the name of a printer, whose trays are not known yet.
        calibrate_wanted: a printer is to be calibrated.
    """

    changed = Signal()
    printer_chosen = Signal(str)
    calibrate_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._printers: Sequence[Printer] | None = None
        self._calibrations: Sequence[CalibrationRecord] = ()
        self._trays: dict[str, Sequence[str]] = {}
        self._icc: Path | None = None
        self.to_box, self.profile_box, self.made_up_box, self.tray_box = (_box() for _ in range(4))
        self.copies = QSpinBox()
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setKeyboardTracking(False)
        self.copies.lineEdit().setTextMargins(*TEXT_MARGINS)
        self.icc_button, self.icc_remove = QPushButton(), QToolButton()
        self.more_button, self.calibrate_button = QPushButton(), QPushButton()
        self._head, self._facts = QLabel(), make_label("", "small")
        self._more, self._colours = QFrame(), QWidget()
        self._labels = {name: make_label("", "small") for name in ("profile", "made_up", "tray", "copies_label")}
        self._lay_out()
        for profile in _PROFILES:
            self.profile_box.addItem("", profile)
        self.to_box.currentIndexChanged.connect(self._on_to)
        for box in (self.profile_box, self.made_up_box, self.tray_box):
            box.currentIndexChanged.connect(self._on_changed)
        self.copies.valueChanged.connect(self._on_changed)
        self.icc_button.clicked.connect(self.ask_icc)
        self.icc_remove.clicked.connect(lambda: self.use_icc(None))
        self.more_button.clicked.connect(lambda: self.unfold(unfolded=self._more.isHidden()))
        self.calibrate_button.clicked.connect(self.calibrate_wanted)
        self._more.hide()
        self.retranslate()

    @property
    def printer(self) -> str:
        """The printer that is chosen; "" for a PDF."""
        return str(self.to_box.currentData() or "")

    @property
    def tray(self) -> str:
        """The tray that is chosen; "" for whichever the printer takes."""
        return str(self.tray_box.currentData() or "") if self.printer else ""

    @property
    def names(self) -> list[str]:
        """The printers that were found."""
        return [printer.name for printer in self._printers or ()]

    @property
    def target(self) -> Target:
        """What is made."""
        from showcase.printing.printers import Destination

        if self.printer:
            return Target(Destination(self.printer, self.tray, self.copies.value()))
        profile = str(self.profile_box.currentData())
        icc = self._icc if profile == "press" else None
        return Target(None, profile, icc, self.made_up_box.currentData() or ("", ""))

    def show_printers(self, printers: Sequence[Printer], wanted: str) -> None:
        """Offer the printers that were found; the first time the wanted one is chosen, later what was chosen stays."""
        is_first = self._printers is None
        self._printers = printers
        self._fill(wanted if is_first else "")

    def show_trays(self, printer: str, trays: Sequence[str]) -> None:
        """Offer the trays of a printer."""
        self._trays[printer] = trays
        self._fill_trays()
        self._show()

    def show_calibrations(self, calibrations: Sequence[CalibrationRecord]) -> None:
        """Know which printers are calibrated."""
        self._calibrations = calibrations
        with QSignalBlocker(self.made_up_box):
            kept = self.made_up_box.currentData()
            self.made_up_box.clear()
            self.made_up_box.addItem(say("printers.made_up_none"), None)
            for it in calibrations:
                self.made_up_box.addItem(named(it.printer, it.tray), (it.printer, it.tray))
            self.made_up_box.setCurrentIndex(max(0, self.made_up_box.findData(kept)))
        self._fill_trays()
        self._show()

    def ask_icc(self) -> None:
        """Ask for the colour profile of the print shop."""
        kinds = f"{say('printers.icc_kinds')} (*.icc *.icm)"
        name, _ = QFileDialog.getOpenFileName(self, say("printers.icc"), str(documents_folder()), kinds)
        if name:
            self.use_icc(Path(name))

    def use_icc(self, icc: Path | None) -> None:
        """Use a colour profile, or none."""
        self._icc = icc
        self._on_changed()

    def unfold(self, *, unfolded: bool) -> None:
        """Show what few people change, or fold it away."""
        self._more.setVisible(unfolded)
        self._show()

    def retranslate(self) -> None:
        """Say every text again."""
        self._head.setText(say("printers.head"))
        for name, label in self._labels.items():
            label.setText(say(f"printers.{name}"))
        for place, profile in enumerate(_PROFILES):
            self.profile_box.setItemText(place, say(f"printers.profile_{profile}"))
        for name, control in (
            ("to", self.to_box),
            ("profile", self.profile_box),
            ("made_up", self.made_up_box),
            ("tray", self.tray_box),
            ("copies_label", self.copies),
        ):
            control.setAccessibleName(say(f"printers.{name}"))
        self.icc_remove.setIcon(icon("x", size=14))
        self.icc_remove.setToolTip(say("printers.icc_remove"))
        self.icc_remove.setAccessibleName(say("printers.icc_remove"))
        self.calibrate_button.setText(say("printers.calibrate"))
        self._fill()
        self.show_calibrations(self._calibrations)

    def _fill(self, wanted: str = "") -> None:
        """Offer a PDF and every printer, keeping what was chosen; where there is none, that is said."""
        before = self.printer
        with QSignalBlocker(self.to_box):
            self.to_box.clear()
            self.to_box.addItem(icon("file-text", size=16), say("printers.to_pdf"), "")
            for printer in self._printers or ():
                state = "refuses" if printer.refuses else "paused" if printer.is_paused else ""
                told = f"{printer.name} · {say(f'printers.state_{state}')}" if state else printer.name
                self.to_box.addItem(icon("printer", size=16), told, printer.name)
            if not self._printers:
                self.to_box.addItem(say("printers.reading" if self._printers is None else "printers.none_found"), None)
                model = self.to_box.model()
                assert isinstance(model, QStandardItemModel)
                model.item(1).setEnabled(False)
            self.to_box.setCurrentIndex(max(0, self.to_box.findData(before or wanted)))
        if self.printer != before:
            self._on_to()
        else:
            self._show()

    def _fill_trays(self) -> None:
        """Offer the trays of the printer, and those that are calibrated, which may have names of their own."""
        from showcase.printing.printers import matched

        known = list(self._trays.get(self.printer, ()))
        for it in self._calibrations:
            if it.tray and it.printer.casefold() == self.printer.casefold():
                same = matched(known, it.tray)
                known = [it.tray if tray == same else tray for tray in known] if same else [*known, it.tray]
        with QSignalBlocker(self.tray_box):
            kept = self.tray_box.currentData()
            self.tray_box.clear()
            self.tray_box.addItem(say("printers.tray_any"), "")
            for tray in known:
                self.tray_box.addItem(tray, tray)
            self.tray_box.setCurrentIndex(max(0, self.tray_box.findData(kept)))

    def _on_to(self) -> None:
        self.tray_box.setCurrentIndex(0)
        self._fill_trays()
        if self.printer and self.printer not in self._trays:
            self.printer_chosen.emit(self.printer)
        self._on_changed()

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Show what belongs to what is chosen."""
        sends, press = bool(self.printer), self.profile_box.currentData() == "press"
        unfolded = not self._more.isHidden()
        for name, control in (("tray", self.tray_box), ("copies_label", self.copies)):
            self._labels[name].setVisible(sends)
            control.setVisible(sends)
        for name, control in (("profile", self.profile_box), ("made_up", self.made_up_box)):
            shown = not sends and (name == "profile" or bool(self._calibrations))
            self._labels[name].setVisible(shown)
            control.setVisible(shown)
        self.icc_remove.setVisible(self._icc is not None)
        name = self._icc.name if self._icc else say("printers.icc")
        self.icc_button.setText(self.icc_button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, px(_NAME)))
        self.icc_button.setToolTip(str(self._icc or ""))
        self._colours.setVisible(not sends and press)
        self.more_button.setText(say("printers.less" if unfolded else "printers.more"))
        self.more_button.setIcon(icon("chevron-down" if unfolded else "chevron-right", "leaf", 15, GAP))
        said = self._say_facts()
        self._facts.setText(said)
        self._facts.setVisible(bool(said))

    def _say_facts(self) -> str:
        """Say what is the matter with the printer, and how far off it is."""
        chosen = next((it for it in self._printers or () if it.name == self.printer), None)
        if chosen is None:
            return ""
        lines = [chosen.why] if chosen.why else []
        wanted = (self.printer.casefold(), self.tray.casefold())
        it = next((it for it in self._calibrations if (it.printer.casefold(), it.tray.casefold()) == wanted), None)
        lines.append(say("printers.calibrated", **offsets(it)) if it else say("printers.not_calibrated"))
        return "\n".join(lines)

    def _lay_out(self) -> None:
        self._head.setProperty("role", "head")
        for button in (self.more_button, self.calibrate_button):
            button.setProperty("kind", "link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        beside = QHBoxLayout(self._colours)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        beside.addWidget(self.icc_button, 1)
        beside.addWidget(self.icc_remove)
        inside = QVBoxLayout(self._more)
        inside.setContentsMargins(0, 2, 0, 0)
        inside.setSpacing(4)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("profile", self.profile_box),
            ("", self._colours),
            ("made_up", self.made_up_box),
            ("tray", self.tray_box),
            ("copies_label", self.copies),
        )
        for name, part in rows:
            if name:
                inside.addWidget(self._labels[name])
            inside.addWidget(part)
        inside.addWidget(self.calibrate_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._head, self.to_box, self._facts, self.more_button, self._more):
            column.addWidget(part)


def named(printer: str, tray: str) -> str:
    """Return a printer and its tray as people read it."""
    return f"{printer} ({tray})" if tray else printer


def offsets(it: CalibrationRecord) -> dict[str, str]:
    """Return how far off a printer is, as it stands in sentences."""
    return {"x": _signed(it.offset_x_mm), "y": _signed(it.offset_y_mm)}


def _signed(mm: float) -> str:
    return f"{mm:+.1f}".replace("-", "−") if round(mm, 1) else "0"


def _box() -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_NARROW)
    return box

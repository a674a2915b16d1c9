"""Finds the printers of this computer for the print pages, off the thread of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from showcase.office import sendjobs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showcase.office.calibrating import CalibrationPage
    from showcase.office.desk import Desk
    from showcase.office.printtarget import TargetPart
    from showcase.printing.printers import Printer
    from showcase.qt.tasks import Task


class Printers(QObject):
    """What the print page knows of printers.

    Args:
        desk: the open event, and the settings that know where was printed last.
        part: offers the printers.
        calibration: calibrates them.
    """

    def __init__(self, desk: Desk, part: TargetPart, calibration: CalibrationPage) -> None:
        super().__init__(part)
        self._desk, self._part, self._calibration = desk, part, calibration
        self._trays: dict[str, Sequence[str]] = {}
        self._reading: Task[Any] | None = None
        part.printer_chosen.connect(self._read_trays)

    def read(self) -> None:
        """Look which printers there are, and what is the matter with them."""
        if self._desk.app is not None and self._reading is None:
            self._reading = self._desk.run(lambda _app, _progress: sendjobs.printers(), self._on_printers)
            self._reading.ended.connect(self._on_read)

    def show_calibration(self) -> None:
        """Let a printer be calibrated, by default the one that is chosen."""
        chosen = self._part.printer, self._part.tray
        self._calibration.show_printers(self._part.names, chosen, self._trays.get(chosen[0], ()))
        self.read()

    def _on_printers(self, found: Sequence[Printer]) -> None:
        self._part.show_printers(found, self._desk.settings.printer)

    def _on_read(self) -> None:
        self._reading = None

    def _read_trays(self, printer: str) -> None:
        if self._desk.app is not None:
            self._desk.run(
                lambda _app, _progress: sendjobs.trays(printer), lambda trays: self._on_trays(printer, trays)
            )

    def _on_trays(self, printer: str, trays: Sequence[str]) -> None:
        self._trays[printer] = trays
        self._part.show_trays(printer, trays)

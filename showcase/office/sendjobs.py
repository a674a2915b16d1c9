"""What the print pages ask of printers and calibrations; runs in threads of the tasks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showcase.app import App
    from showcase.documents.calibration import Placing
    from showcase.documents.calibrations import CalibrationRecord
    from showcase.documents.records import PrintJobRecord
    from showcase.printing.printers import Destination, Printer
    from showcase.printing.sending import Sent


def printers() -> list[Printer]:
    """Return the printers of this computer."""
    from showcase.printing.printers import list_printers

    return list_printers()


def trays(printer: str) -> list[str]:
    """Return the trays of a printer."""
    from showcase.printing.printers import list_trays

    return list_trays(printer)


def new_file(what: str) -> Path:
    """Return a new file for what is sent to a printer."""
    from showcase.printing.sending import new_file as new

    return new(what)


def send(app: App, job: PrintJobRecord, to: Destination) -> Sent:
    """Send the proven file of a job to a printer.

    Raises:
        UserError: as `showcase.printing.sending.send_job` says.
    """
    from showcase.printing.sending import send_job

    return send_job(app, job.id, to)


def save_test_page(path: Path, paper: str, language: str) -> None:
    """Write the test page for a paper into a file.

    Raises:
        UserError: the file cannot be written.
    """
    from showcase.printing.testpage import PAPERS, write_test_page

    write_test_page(path, *PAPERS[paper], language)


def print_test_page(to: Destination, paper: str, language: str) -> None:
    """Print the test page for a paper.

    Raises:
        UserError: the printer does not take it.
    """
    from showcase.printing.printers import Paper
    from showcase.printing.printers import send as send_file
    from showcase.printing.testpage import PAPERS

    file = new_file("calibration")
    save_test_page(file, paper, language)
    send_file(file, to, Paper(*PAPERS[paper]), file.stem)


def measure(picture: Path) -> Placing:
    """Return how far off a printer is, from a scan or photo of its test page.

    Raises:
        UserError: the picture does not tell.
    """
    from showcase.printing.scanned import read_test_page

    return read_test_page(picture)


def from_margins(paper: str, margins: Sequence[float]) -> Placing:
    """Return how far off a printer is, from the margins of its test page: left, top, right, bottom, in mm.

    Raises:
        InputError: no printer that works is so far off.
    """
    from showcase.documents.calibration import from_margins as placed
    from showcase.printing.testpage import PAPERS

    return placed(*PAPERS[paper], margins)


def keep(app: App, names: tuple[str, str], placing: Placing) -> CalibrationRecord:
    """Keep how far off a printer and tray are.

    Raises:
        InputError: the printer has no name.
    """
    from showcase.documents.calibrations import get_calibration, save_calibration

    printer, tray = names
    with app.transaction() as session:
        save_calibration(session, printer, placing, tray)
        return get_calibration(session, printer, tray)


def forget(app: App, names: tuple[str, str]) -> None:
    """Forget the calibration of a printer and tray.

    Raises:
        InputError: there is none.
    """
    from showcase.documents.calibrations import delete_calibration

    with app.transaction() as session:
        delete_calibration(session, *names)

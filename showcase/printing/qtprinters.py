"""Printing by Qt, where there is no CUPS: the pages of the proven PDF are drawn on the printer at their real size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument

from showcase.errors import RefusedError
from showcase.printing.engine import ensure_gui
from showcase.printing.printers import Destination, Paper, Printer, matched
from showcase.printing.proof import open_pdf, rendered
from showcase.printing.reading import flattened

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_BAND_PX: Final = 1200
"""Rows of a page that are drawn at once: an A3 page at 1,200 dpi would take a gigabyte."""
_POINTS: Final = 72.0


def list_printers() -> list[Printer]:
    """Return the printers and what is the matter with each."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    ensure_gui()
    default = QPrinterInfo.defaultPrinterName()
    return [
        Printer(it.printerName(), it.printerName() == default, refuses=it.state() == QPrinter.PrinterState.Error)
        for it in QPrinterInfo.availablePrinters()
    ]


def list_trays(printer: str) -> list[str]:
    """Return no trays: Qt does not tell which a printer has. Those that it has names for can be asked for."""
    del printer
    return []


def knows_paper(printer: str, paper: Paper) -> bool:
    """Tell that a printer takes a paper: Qt asks the driver for just its size."""
    del printer, paper
    return True


def send(file: Path, to: Destination, paper: Paper, title: str) -> str:
    """Draw the pages of a file on a printer; it gives them no number.

    Raises:
        RefusedError: it is not there, or does not begin or end.
        DamagedFile: the file cannot be read.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    document = open_pdf(file)
    info = QPrinterInfo.printerInfo(to.printer)
    if info.isNull():
        raise RefusedError("printers.gone", printer=to.printer)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    if to.tray:
        found = matched([it.name for it in QPrinter.PaperSource], to.tray)
        if found:
            printer.setPaperSource(QPrinter.PaperSource[found])
    printer.setDocName(title)
    printer.setCopyCount(to.copies)
    printer.setDuplex(
        {
            "": QPrinter.DuplexMode.DuplexNone,
            "long": QPrinter.DuplexMode.DuplexLongSide,
            "short": QPrinter.DuplexMode.DuplexShortSide,
        }[paper.duplex]
    )
    draw(document, printer, paper, to.printer)
    return ""


def draw(document: QPdfDocument, printer: QPrinter, paper: Paper, name: str) -> None:
    """Draw every page on the middle of the paper, at its real size and the resolution of the printer.

    Raises:
        RefusedError: the printer does not begin, or does not take the next page.
    """
    lies = paper.width_mm > paper.height_mm
    size = QSizeF(*sorted((paper.width_mm, paper.height_mm)))
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    if not painter.begin(printer):
        raise RefusedError("printers.not_begun", printer=name)
    try:
        for number in range(document.pageCount()):
            if number and not printer.newPage():
                raise RefusedError("printers.not_begun", printer=name)
            _draw_page(document, number, painter, printer)
    finally:
        painter.end()


def _draw_page(document: QPdfDocument, number: int, painter: QPainter, printer: QPrinter) -> None:
    """Draw a page in bands, so that a large one at a high resolution needs little memory."""
    points, dpi = document.pagePointSize(number), printer.resolution()
    whole = QSize(round(points.width() / _POINTS * dpi), round(points.height() / _POINTS * dpi))
    paper = printer.pageLayout().fullRectPixels(dpi).size()
    corner = QPoint((paper.width() - whole.width()) // 2, (paper.height() - whole.height()) // 2)
    for top in range(0, whole.height(), _BAND_PX):
        band = QRect(0, top, whole.width(), min(_BAND_PX, whole.height() - top))
        painter.drawImage(corner + band.topLeft(), flattened(rendered(document, number, whole, band)))

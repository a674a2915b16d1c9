"""The test page on paper: the codes of the self-test in the size of a badge's, with what each of them proves."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from showcase.files import written_beside
from showcase.leads.selftest import TEST_CODES
from showcase.messages import message
from showcase.printing.engine import load_font
from showcase.printing.painter import symbol_rectangles
from showcase.qr.symbol import encode
from showcase.qt import inks
from showcase.store.refusals import plain_os_failures

_DPI: Final = 600
_MM: Final = _DPI / 25.4
_QUIET: Final = 4
_MODULE_MM: Final = 0.8
"""As large as on the smallest badge: what is read from this page is read from a badge."""
_LEFT, _RIGHT = 25.0, 105.0


def write_test_page(path: Path, language: str) -> None:
    """Write an A4 page with every test code.

    Raises:
        FileError: it cannot be written.
    """
    with plain_os_failures(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_beside(path) as temporary:
            _write(temporary, language)


def _write(path: Path, language: str) -> None:
    writer = QPdfWriter(str(path))
    writer.setResolution(_DPI)
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    writer.setPageLayout(page)
    writer.setTitle(message("scanner.self_test", language))
    painter = QPainter(writer)
    painter.scale(_MM, _MM)
    for weight in (500, 700):
        load_font(weight)
    _text(painter, (_LEFT, 20, 160, 14), message("scanner.self_test", language), size=9, weight=700)
    _text(painter, (_LEFT, 36, 160, 20), message("scanner.test_paper", language), size=4.5, weight=500)
    for at, code in enumerate(TEST_CODES):
        top = 66 + at * 95
        _symbol(painter, code.text, _LEFT, top)
        _text(painter, (_RIGHT, top + 4, 80, 14), str(at + 1), size=12, weight=700)
        _text(painter, (_RIGHT, top + 22, 80, 40), message(code.key, language), size=5, weight=500)
    painter.end()


def _symbol(painter: QPainter, text: str, left: float, top: float) -> None:
    painter.save()
    painter.translate(left, top)
    painter.scale(_MODULE_MM, _MODULE_MM)
    painter.translate(_QUIET, _QUIET)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#000000"))
    painter.drawRects(symbol_rectangles(encode(text, "M")))
    painter.restore()


def _text(painter: QPainter, box: tuple[float, float, float, float], text: str, *, size: float, weight: int) -> None:
    painter.save()
    painter.translate(box[0], box[1])
    # A font is a whole number of pixels high: it is set a hundred times too large.
    painter.scale(0.01, 0.01)
    font = QFont("Be Vietnam Pro")
    font.setPixelSize(round(size * 100))
    font.setWeight(QFont.Weight(weight))
    painter.setFont(font)
    painter.setPen(QColor(inks.FOREST))
    flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
    painter.drawText(QRectF(0, 0, box[2] * 100, box[3] * 100), flags, text)
    painter.restore()

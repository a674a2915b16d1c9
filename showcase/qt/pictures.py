"""QR codes and icons for QML, each made off the GUI thread at the size asked for."""

from functools import cache
from typing import Final
from urllib.parse import unquote

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from showcase.paths import resource
from showcase.qt import inks
from showcase.qt.providing import PictureProvider

QUIET: Final = 4
"""Light modules around a QR code."""


class QrProvider(PictureProvider):
    """`image://qr/TEXT` (percent-encoded): night on white, whole pixels a module, four modules of quiet."""

    def made(self, name: str, wanted: QSize) -> QImage:
        """Return the largest symbol that fits into the size that is wanted."""
        return symbol(unquote(name), min(wanted.width(), wanted.height()))


def symbol(text: str, side: int) -> QImage:
    """Return a QR code in a square of `side` pixels, its modules as large as whole pixels allow."""
    from showcase.qr.symbol import encode

    matrix = encode(text, "M")
    module = max(1, side // (matrix.size + 2 * QUIET))
    side = max(side, module * (matrix.size + 2 * QUIET))
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    start = (side - module * matrix.size) // 2
    painter = QPainter(image)
    for y, row in enumerate(matrix.rows()):
        for x in range(matrix.size):
            if row >> (matrix.size - 1 - x) & 1:
                painter.fillRect(start + x * module, start + y * module, module, module, QColor(inks.NIGHT))
    painter.end()
    return image


class IconProvider(PictureProvider):
    """`image://icon/NAME/RRGGBB`: a line icon of resources/icons in a colour."""

    def made(self, name: str, wanted: QSize) -> QImage:
        """Return an icon as large as is wanted."""
        icon, _, colour = name.partition("/")
        side = max(1, wanted.width())
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(QByteArray(_drawing(icon).replace("currentColor", f"#{colour}").encode())).render(
            painter, QRectF(image.rect())
        )
        painter.end()
        return image


@cache
def _drawing(icon: str) -> str:
    return resource("icons", f"{icon}.svg").read_text(encoding="utf-8")

"""Reads QR codes from images with zxing-cpp."""

from collections.abc import Iterator

import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]


def flattened(image: QImage) -> QImage:
    """Put a rendered page on white: QtPdf leaves the paper transparent."""
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


def grey(image: QImage) -> Image.Image:
    """Return an image as a grey Pillow image."""
    flat = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return Image.frombytes("L", (flat.width(), flat.height()), bytes(flat.constBits()), "raw", "L", flat.bytesPerLine())


def read_codes(image: Image.Image) -> Iterator[tuple[str, Corners]]:
    """Give the text and the corners (clockwise from the top left, in pixels) of every QR code on a grey image."""
    for code in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
        at = code.position
        corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
        a, b, c, d = ((float(point.x), float(point.y)) for point in corners)
        yield code.text, (a, b, c, d)

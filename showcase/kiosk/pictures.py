"""Pictures of the event, its QR codes and icons for QML, each made off the GUI thread at the size asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from showcase.kiosk.shaping import covering, rounded, split_options
from showcase.paths import resource

if TYPE_CHECKING:
    from showcase.catalogue.records import PictureRecord
    from showcase.kiosk.cache import PictureCache
    from showcase.kiosk.content import Content

QUIET: Final = 4
"""Light modules around a QR code."""
_NIGHT: Final = QColor("#062A20")
_ASYNC: Final = QQuickImageProvider.Flag.ForceAsynchronousImageLoading
_IMAGE: Final = QQuickImageProvider.ImageType.Image


def picture_url(picture: PictureRecord) -> str:
    """Return the address of a picture for QML, with the point to keep in view; options may be added with "&"."""
    return f"image://media/{picture.sha256}?x={picture.focus_x}&y={picture.focus_y}"


class MediaProvider(QQuickImageProvider):
    """`image://media/SHA256?x=0.5&y=0.5&r=24`: a picture of the event, cut about its focal point.

    The small variant is used where it is large enough. A picture that cannot be read is empty.
    """

    def __init__(self, content: Content, kept: PictureCache) -> None:
        super().__init__(_IMAGE, _ASYNC)
        self._content = content
        self._cache = kept

    def requestImage(self, name: str, size: QSize, wanted: QSize) -> QImage:  # noqa: N802 - Qt's name
        """Return a picture in the size that is wanted, or in its own."""
        key = f"media/{name}/{wanted.width()}x{wanted.height()}"
        image = self._cache.get(key)
        if image is None:
            image = self._made(name, wanted)
            self._cache.put(key, image)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def _made(self, name: str, wanted: QSize) -> QImage:
        from showcase.catalogue.kinds import Variant

        sha256, options = split_options(name)
        image = self._read(sha256, Variant.THUMB)
        if not wanted.isEmpty() and (image.width() < wanted.width() or image.height() < wanted.height()):
            image = self._read(sha256, Variant.FULL)
        focus = float(options.get("x", 0.5)), float(options.get("y", 0.5))
        return rounded(covering(image, wanted, focus), options)

    def _read(self, sha256: str, variant: str) -> QImage:
        from showcase.catalogue.queries import get_media_blob
        from showcase.errors import UserError

        app = self._content.app
        image = QImage()
        if app is not None:
            try:
                with app.reading() as session:
                    image.loadFromData(QByteArray(get_media_blob(session, sha256, variant) or b""))
            except UserError:  # the file was replaced a moment ago; what is read next says so in the log
                return image
        return image


class QrProvider(QQuickImageProvider):
    """`image://qr/TEXT` (percent-encoded): night on white, whole pixels a module, four modules of quiet."""

    def __init__(self) -> None:
        super().__init__(_IMAGE, _ASYNC)

    def requestImage(self, name: str, size: QSize, wanted: QSize) -> QImage:  # noqa: N802 - Qt's name
        """Return the largest symbol that fits into the size that is wanted."""
        image = symbol(unquote(name), min(wanted.width(), wanted.height()))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


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
                painter.fillRect(start + x * module, start + y * module, module, module, _NIGHT)
    painter.end()
    return image


class IconProvider(QQuickImageProvider):
    """`image://icon/NAME/RRGGBB`: a line icon of resources/icons in a colour."""

    def __init__(self) -> None:
        super().__init__(_IMAGE, _ASYNC)

    def requestImage(self, name: str, size: QSize, wanted: QSize) -> QImage:  # noqa: N802 - Qt's name
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
        size.setWidth(side)
        size.setHeight(side)
        return image


@cache
def _drawing(icon: str) -> str:
    return resource("icons", f"{icon}.svg").read_text(encoding="utf-8")

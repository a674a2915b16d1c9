"""Pictures of the event for QML, each made off the GUI thread at the size asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage

from showcase.qt.providing import PictureProvider
from showcase.qt.shaping import covering, rounded, split_options

if TYPE_CHECKING:
    from showcase.catalogue.records import PictureRecord
    from showcase.kiosk.content import Content
    from showcase.qt.picturecache import PictureCache


def picture_url(picture: PictureRecord) -> str:
    """Return the address of a picture for QML, with the point to keep in view; options may be added with "&"."""
    return f"image://media/{picture.sha256}?x={picture.focus_x}&y={picture.focus_y}"


class MediaProvider(PictureProvider):
    """`image://media/SHA256?x=0.5&y=0.5&r=24`: a picture of the event, cut about its focal point.

    The small variant is used where it is large enough. A picture that cannot be read is empty.
    """

    def __init__(self, content: Content, kept: PictureCache) -> None:
        super().__init__()
        self._content = content
        self._cache = kept

    def made(self, name: str, wanted: QSize) -> QImage:
        """Return a picture in the size that is wanted, or in its own."""
        key = f"media/{name}/{wanted.width()}x{wanted.height()}"
        image = self._cache.get(key)
        if image is None:
            image = self._cut(name, wanted)
            self._cache.put(key, image)
        return image

    def _cut(self, name: str, wanted: QSize) -> QImage:
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

"""Pictures that were made once, up to a number of bytes; the ones asked for longest ago are let go."""

import threading
from collections import OrderedDict
from typing import Final

from PySide6.QtGui import QImage

LIMIT: Final = 96 * 1024 * 1024
"""About a dozen pictures as large as a screen of 1080p."""
_SCREENS: Final = 12
_PIXEL: Final = 4
"""Bytes."""


def room(width: int, height: int) -> int:
    """Return the bytes of a dozen pictures as large as a screen; of one that is very large, fewer pictures are kept."""
    return min(LIMIT, _SCREENS * _PIXEL * width * height)


class PictureCache:
    """Pictures by name; asked from the thread that loads and from the one that works.

    Args:
        limit: bytes.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._bytes = 0

    def get(self, name: str) -> QImage | None:
        """Return a picture, or None when it is not kept."""
        with self._lock:
            image = self._kept.get(name)
            if image is not None:
                self._kept.move_to_end(name)
            return image

    def put(self, name: str, image: QImage) -> None:
        """Keep a picture as long as there is room; one that is larger than all the room is not kept."""
        with self._lock:
            former = self._kept.pop(name, None)
            self._bytes -= former.sizeInBytes() if former is not None else 0
            if image.sizeInBytes() > self._limit:
                return
            self._kept[name] = image
            self._bytes += image.sizeInBytes()
            while self._bytes > self._limit:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= oldest.sizeInBytes()

    @property
    def bytes(self) -> int:
        """How much is kept."""
        return self._bytes

"""Reads QR codes from the grey pictures of a camera: the cheapest look that answers comes first.

Most of what a default call of zxing-cpp does for a picture is looking again: inverted, and in smaller copies. A camera
sends another picture in a moment, so that each is looked at where codes just were, then as a whole with every second
pixel, then with all; the thorough look is had every few pictures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

Point = tuple[float, float]
Box = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""

_WHOLE_EVERY: Final = 3
"""Pictures. A code that joins others is seen at the latest in so many."""
_THOROUGH_EVERY: Final = 8
"""Pictures without a code, after which one is also read inverted, and smaller for what is large and blurred."""
_MARGIN: Final = 0.5
"""What is looked at around a code, as a share of its larger side: a hand moves it about so far between two pictures."""
_SMALLEST: Final = 21
"""Pixels along a side. The smallest symbol has so many modules."""
_WIDEST: Final = 12_000
"""Pixels. A picture is not made larger than this."""
_GONE_S: Final = 2.0
"""Seconds out of view after which a code counts as shown again."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Grey values of a picture where they lie in memory.

    Args:
        data: begins at the first grey value.
        stride: bytes from a row to the next.
        step: bytes from a grey value to the next in its row.
    """

    data: memoryview | bytes
    width: int
    height: int
    stride: int
    step: int = 1

    @property
    def whole(self) -> Box:
        """The box of all of it."""
        return 0, 0, self.width, self.height

    def view(self, box: Box, every: int = 1) -> zxingcpp.ImageView:
        """Return a part of the picture to zxing-cpp, which reads `ImageView`s without Python's lock; nothing is copied.

        Args:
            box: the part.
            every: 2 leaves out every second pixel and row.
        """
        left, top, width, height = (length // every for length in box)
        stride, step = every * self.stride, every * self.step
        data = memoryview(self.data)[top * stride + left * step :]
        # zxing-cpp wants whole rows; the last one ends before that when something lies beside the part.
        height = min(height, len(data) // stride)
        return zxingcpp.ImageView(data, width, height, zxingcpp.ImageFormat.Lum, stride, step)


@dataclass(frozen=True, slots=True)
class Found:
    """A code in a picture: what it says, and its corners in 0 to 1 of the picture, clockwise from its top left."""

    content: bytes
    corners: tuple[Point, Point, Point, Point]


class Decoder:
    """Reads the pictures of one camera, one after the other."""

    def __init__(self) -> None:
        self._last: list[Found] = []
        self._count = 0
        self._missed = 0

    def read(self, plane: Plane) -> list[Found]:
        """Return the codes in a picture."""
        self._count += 1
        self._last = self._look(plane)
        self._missed = 0 if self._last else self._missed + 1
        return self._last

    def _look(self, plane: Plane) -> list[Found]:
        near = [code for last in self._last for code in _read(plane, _around(last, plane))]
        if near and self._count % _WHOLE_EVERY and len(near) >= len(self._last):
            return _once(near)
        if near:
            return _once([*near, *_read(plane, plane.whole)])
        if self._missed % _THOROUGH_EVERY == _THOROUGH_EVERY - 1:
            return _read(plane, plane.whole, thorough=True)
        return _read(plane, plane.whole, every=2) or _read(plane, plane.whole)


class Sightings:
    """Remembers which codes are in view, so that each is told once."""

    def __init__(self) -> None:
        self._seen: dict[bytes, float] = {}

    def news(self, contents: Iterable[bytes], now: float) -> list[bytes]:
        """Return the contents that were not in view within the last two seconds.

        Args:
            contents: what is in view.
            now: the time, in seconds of a clock that never goes back.
        """
        self._seen = {content: at for content, at in self._seen.items() if now - at < _GONE_S}
        new = [content for content in dict.fromkeys(contents) if content not in self._seen]
        self._seen.update(dict.fromkeys(contents, now))
        return new


def decode_picture(image: QImage) -> list[bytes]:
    """Return what the codes in a picture say, each once: of a file or the clipboard, as long as it takes.

    Codes may lie at any angle and be light on dark. When there are none at first sight, a picture of a screen with
    small modules is enlarged, and one that is large and blurred is made smaller.
    """
    if image.isNull():
        return []
    grey = _on_white(image)
    for width in (grey.width(), 2 * grey.width(), grey.width() // 2):
        if 0 < width <= _WIDEST:
            scaled = grey if width == grey.width() else _scaled(grey, width)
            plane = Plane(memoryview(scaled.constBits()), scaled.width(), scaled.height(), scaled.bytesPerLine())
            for globally in (False, True):
                found = _read(plane, plane.whole, thorough=True, globally=globally)
                if found:
                    return [code.content for code in _once(found)]
    return []


def _on_white(image: QImage) -> QImage:
    """Return a picture in grey; what is transparent is white, as a viewer shows it."""
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_Grayscale8)
    flat = QImage(image.size(), QImage.Format.Format_Grayscale8)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


def _scaled(grey: QImage, width: int) -> QImage:
    scaled = grey.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    return scaled.convertToFormat(QImage.Format.Format_Grayscale8)


def _read(
    plane: Plane,
    box: Box,
    *,
    every: int = 1,
    thorough: bool = False,
    globally: bool = False,
) -> list[Found]:
    if min(box[2:]) // every < _SMALLEST:
        return []
    codes = zxingcpp.read_barcodes(
        plane.view(box, every),
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
        try_rotate=False,  # QR codes are found at any angle without it
        try_downscale=thorough,
        try_invert=thorough,
        binarizer=zxingcpp.Binarizer.GlobalHistogram if globally else zxingcpp.Binarizer.LocalAverage,
    )
    return [_found(code, plane, box, every) for code in codes]


def _found(code: zxingcpp.Barcode, plane: Plane, box: Box, every: int) -> Found:
    at = code.position
    a, b, c, d = (
        ((box[0] + every * point.x) / plane.width, (box[1] + every * point.y) / plane.height)
        for point in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    )
    return Found(code.bytes, (a, b, c, d))


def _around(code: Found, plane: Plane) -> Box:
    """Return the box in which a code will be in the next picture, within the picture."""
    xs = [x * plane.width for x, _ in code.corners]
    ys = [y * plane.height for _, y in code.corners]
    margin = _MARGIN * max(max(xs) - min(xs), max(ys) - min(ys))
    left, top = max(0, int(min(xs) - margin)), max(0, int(min(ys) - margin))
    right, bottom = min(plane.width, int(max(xs) + margin)), min(plane.height, int(max(ys) + margin))
    return left, top, max(1, right - left), max(1, bottom - top)


def _once(codes: Sequence[Found]) -> list[Found]:
    """Return each content once, as boxes overlap: where it was found last."""
    return list({code.content: code for code in codes}.values())

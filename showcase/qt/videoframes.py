"""What lies in the memory of a video frame: its grey values, without a copy, and a small coloured picture to show.

`QVideoFrame.toImage` converts every pixel and may begin to use the graphics card on the thread that asks. Decoding
needs neither: cameras deliver YUV, whose first plane is grey already, and of RGB the green values do as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PIL import Image
from PySide6.QtGui import QImage, QTransform
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from showcase.qt.decoding import Plane

_Pixels = QVideoFrameFormat.PixelFormat
_GREY_AT: Final[dict[_Pixels, tuple[int, int]]] = {
    # Where the first grey value is, and the bytes from one to the next; the higher byte where a value has two.
    **dict.fromkeys(
        (
            _Pixels.Format_YUV420P,
            _Pixels.Format_YUV422P,
            _Pixels.Format_YV12,
            _Pixels.Format_NV12,
            _Pixels.Format_NV21,
            _Pixels.Format_IMC1,
            _Pixels.Format_IMC2,
            _Pixels.Format_IMC3,
            _Pixels.Format_IMC4,
            _Pixels.Format_Y8,
        ),
        (0, 1),
    ),
    _Pixels.Format_YUYV: (0, 2),
    _Pixels.Format_UYVY: (1, 2),
    _Pixels.Format_Y16: (1, 2),
    _Pixels.Format_P010: (1, 2),
    _Pixels.Format_P016: (1, 2),
    _Pixels.Format_AYUV: (1, 4),
    _Pixels.Format_AYUV_Premultiplied: (1, 4),
    _Pixels.Format_BGRA8888: (1, 4),
    _Pixels.Format_BGRA8888_Premultiplied: (1, 4),
    _Pixels.Format_BGRX8888: (1, 4),
    _Pixels.Format_RGBA8888: (1, 4),
    _Pixels.Format_RGBX8888: (1, 4),
    _Pixels.Format_ARGB8888: (2, 4),
    _Pixels.Format_ARGB8888_Premultiplied: (2, 4),
    _Pixels.Format_XRGB8888: (2, 4),
    _Pixels.Format_ABGR8888: (2, 4),
    _Pixels.Format_XBGR8888: (2, 4),
}
_RGB_MODES: Final = {
    _Pixels.Format_BGRA8888: "BGRX",
    _Pixels.Format_BGRA8888_Premultiplied: "BGRX",
    _Pixels.Format_BGRX8888: "BGRX",
    _Pixels.Format_RGBA8888: "RGBX",
    _Pixels.Format_RGBX8888: "RGBX",
    _Pixels.Format_ARGB8888: "XRGB",
    _Pixels.Format_ARGB8888_Premultiplied: "XRGB",
    _Pixels.Format_XRGB8888: "XRGB",
    _Pixels.Format_ABGR8888: "XBGR",
    _Pixels.Format_XBGR8888: "XBGR",
}

_BANDS: Final = {1: "L", 2: "LA", 4: "CMYK"}
"""Modes of Pillow with so many bands. Where four would be RGBA, it would weigh three of them by the fourth."""


@contextmanager
def mapped(frame: QVideoFrame) -> Iterator[bool]:
    """Hold a frame's memory for reading; gives False where it cannot be had.

    What was taken from the memory must be gone when the block ends.
    """
    is_mapped = frame.map(QVideoFrame.MapMode.ReadOnly)
    try:
        yield is_mapped
    finally:
        if is_mapped:
            frame.unmap()


def grey_plane(frame: QVideoFrame) -> Plane:
    """Return the grey values of a mapped frame, in place where its format has them apart, else as a copy."""
    place = _GREY_AT.get(frame.pixelFormat())
    if place is not None:
        first, step = place
        return Plane(memoryview(frame.bits(0))[first:], frame.width(), frame.height(), frame.bytesPerLine(0), step)
    image = _converted(frame).convertToFormat(QImage.Format.Format_Grayscale8)
    return Plane(bytes(image.constBits()), image.width(), image.height(), image.bytesPerLine())


def small_picture(frame: QVideoFrame) -> QImage:
    """Return a mapped frame at half its width and height, in colour where that costs no more than looking."""
    kind = frame.pixelFormat()
    width, height = frame.width(), frame.height()
    half = width // 2, height // 2
    if kind in {_Pixels.Format_NV12, _Pixels.Format_NV21}:
        first, second = _plane(frame, 1, "LA", half).split()
        return _coloured(frame, *((first, second) if kind == _Pixels.Format_NV12 else (second, first)))
    if kind in {_Pixels.Format_YUV420P, _Pixels.Format_YV12}:
        first, second = (_plane(frame, number, "L", half) for number in (1, 2))
        return _coloured(frame, *((first, second) if kind == _Pixels.Format_YUV420P else (second, first)))
    if kind in {_Pixels.Format_YUYV, _Pixels.Format_UYVY}:
        bands = _plane(frame, 0, _BANDS[4], (half[0], height)).reduce((1, 2)).split()
        order = (0, 1, 3) if kind == _Pixels.Format_YUYV else (1, 0, 2)
        return _shown(Image.merge("YCbCr", [bands[place] for place in order]))
    if kind in _RGB_MODES:
        whole = _plane(frame, 0, "RGB", (width, height), _RGB_MODES[kind])
        return _shown(whole.reduce(2))
    if kind in _GREY_AT:
        band, step = _GREY_AT[kind]
        grey = _plane(frame, 0, _BANDS[step], (width, height)).getchannel(band)
        return _shown(grey.reduce(2))
    return _converted(frame).scaled(*half)


def as_shown(frame: QVideoFrame) -> QTransform:
    """Return how a place in the memory of a frame, in 0 to 1, comes to lie where it is shown: turned, mirrored."""
    layout = frame.surfaceFormat()
    turned = QTransform.fromTranslate(-0.5, -0.5)
    if layout.scanLineDirection() == QVideoFrameFormat.Direction.BottomToTop:
        turned *= QTransform.fromScale(1, -1)
    for rotation, is_mirrored in ((layout.rotation(), layout.isMirrored()), (frame.rotation(), frame.mirrored())):
        turned *= QTransform().rotate(rotation.value)
        if is_mirrored:
            turned *= QTransform.fromScale(-1, 1)
    return turned * QTransform.fromTranslate(0.5, 0.5)


def _plane(frame: QVideoFrame, number: int, mode: str, size: tuple[int, int], raw: str = "") -> Image.Image:
    data, stride = frame.bits(number), frame.bytesPerLine(number)
    # Pillow takes any buffer, whatever its types say.
    return Image.frombuffer(mode, size, data, "raw", raw or mode, stride, 1)  # type: ignore[arg-type]


def _coloured(frame: QVideoFrame, blue: Image.Image, red: Image.Image) -> QImage:
    grey = _plane(frame, 0, "L", (frame.width(), frame.height())).reduce(2).crop((0, 0, *blue.size))
    return _shown(Image.merge("YCbCr", (grey, blue, red)))


def _shown(picture: Image.Image) -> QImage:
    width, height = picture.size
    return QImage(picture.convert("RGB").tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _converted(frame: QVideoFrame) -> QImage:
    if frame.pixelFormat() == _Pixels.Format_Jpeg:
        return QImage.fromData(bytes(frame.bits(0)))
    return frame.toImage()

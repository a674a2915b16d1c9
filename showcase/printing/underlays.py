"""Draws what lies under a floor plan: a drawing as vectors, a picture as pixels, as faint as was chosen, on any floor.

Ink is laid on the floor as on paper: white is the floor itself, and what is dark is so strong as was chosen. All of it
is made opaque beforehand, so that prints carry no transparency and nothing is darker where two lines cross.
"""

import re
from collections.abc import Sequence
from math import hypot
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from showcase.catalogue.vectors import MIME, read_svg
from showcase.errors import InputError

MOST_PIXELS: Final = 12_000_000
"""Of a picture that is decoded: 48 MB, and 4,000 pixels across a hall that is a third wider than deep."""
_INK: Final = re.compile(rb'(fill|stroke)="#([0-9a-f]{6})"(?: \1-opacity="([0-9.e-]+)")?')
_REDUCED: Final = 1.5
"""How many times the pixels that are seen a picture has, from which on it is made smaller before it is painted."""
_PART: Final = 60_000
"""Characters of the shapes that are drawn in one go: about 600 lines."""
_DARK: Final = 0.5
"""A floor darker than this has light lines on it."""


def faint_svg(svg: bytes, strength: float, floor: QColor) -> bytes:
    """Return a drawing that was read (`read_svg`) with its colours as they are seen on a floor."""
    return _INK.sub(lambda ink: _faint(ink, strength, floor), svg)


def _faint(ink: re.Match[bytes], strength: float, floor: QColor) -> bytes:
    value = int(ink[2], 16)
    share = strength * float(ink[3] or 1)
    parts = (value >> 16, value >> 8 & 255, value & 255)
    seen = bytes(
        round(_on(part / 255, ground, share, dark=_is_dark(floor)) * 255)
        for part, ground in zip(parts, (floor.redF(), floor.greenF(), floor.blueF()), strict=True)
    )
    return b'%b="#%b"' % (ink[1], seen.hex().encode())


def _on(part: float, ground: float, share: float, *, dark: bool) -> float:
    """Return a part of a colour as it is seen on a ground: multiplied on a light one, turned and screened on a dark."""
    laid = 1 - part * (1 - ground) if dark else part * ground
    return min(1.0, max(0.0, ground + share * (laid - ground)))


def _is_dark(floor: QColor) -> bool:
    return floor.lightnessF() < _DARK


def faint_picture(picture: QImage, strength: float, floor: QColor) -> QImage:
    """Return a picture as it is seen on a floor; opaque, in the size it has."""
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    dark = _is_dark(floor)
    if picture.hasAlphaChannel():
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.drawImage(0, 0, picture)
        painter.end()
    if dark:
        image.invertPixels()
    painter = QPainter(image)
    modes = QPainter.CompositionMode
    painter.setCompositionMode(modes.CompositionMode_Screen if dark else modes.CompositionMode_Multiply)
    painter.fillRect(image.rect(), floor)
    painter.setCompositionMode(modes.CompositionMode_SourceOver)
    painter.setOpacity(1 - strength)
    painter.fillRect(image.rect(), floor)
    painter.end()
    return image


class Drawn:
    """A drawing that was read and made faint, ready to be painted by any thread.

    Args:
        data: its bytes as they are kept.
        mime: what they are.
        strength: how much of its ink is seen.
        floor: what it lies on.
        most: pixels of a picture, above which it is made smaller.

    Raises:
        InputError: when it cannot be read any more.
    """

    def __init__(self, data: bytes, mime: str, strength: float, floor: QColor, most: int = MOST_PIXELS) -> None:
        self.svg: Sequence[bytes] = ()
        self.picture = QImage()
        if mime == MIME:
            # Whoever made the file may have written anything into it: it is read like one that comes from outside.
            self.svg = parts(faint_svg(read_svg(data).data, strength, floor))
        else:
            self.picture = faint_picture(read_picture(data, most), strength, floor)

    @property
    def bytes(self) -> int:
        """How much memory it takes."""
        return sum(map(len, self.svg)) + int(self.picture.sizeInBytes())

    def paint(self, painter: QPainter, box: QRectF, turn: int) -> None:
        """Paint it into a box, turned by quarters clockwise; what is painted stays inside."""
        painter.save()
        painter.translate(box.center())
        painter.rotate(90 * turn)
        width, height = (box.height(), box.width()) if turn % 2 else (box.width(), box.height())
        lying = QRectF(QPointF(-width / 2, -height / 2), QPointF(width / 2, height / 2))
        if self.svg:
            painter.setClipRect(lying, Qt.ClipOperation.IntersectClip)
            render(self.svg, painter, lying)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(lying, reduced(self.picture, lying.size() * _scale_of(painter)))
        painter.restore()


def reduced(picture: QImage, size: QSizeF) -> QImage:
    """Return a picture with about as many pixels as are seen: left to a painter, thin lines would come and go."""
    if size.isEmpty() or picture.width() < _REDUCED * size.width():
        return picture
    return picture.scaled(
        size.toSize().expandedTo(QSize(1, 1)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _scale_of(painter: QPainter) -> float:
    """Return how many pixels of its device a unit of a painter is."""
    transform = painter.combinedTransform()
    return hypot(transform.m11(), transform.m12())


def parts(svg: bytes) -> list[bytes]:
    """Return a drawing that was read as drawings of some of its shapes each, to be drawn one over the other.

    QtSvg keeps the interpreter for itself while it draws. Between two parts a window has its turn.
    """
    head, *shapes, _end = svg.splitlines()
    made: list[list[bytes]] = [[]]
    room = _PART
    for shape in shapes:
        if room < len(shape) and made[-1]:
            made.append([])
            room = _PART
        made[-1].append(shape)
        room -= len(shape)
    return [b"\n".join((head, *some, b"</svg>")) for some in made]


def render(svgs: Sequence[bytes], painter: QPainter, box: QRectF) -> None:
    """Draw the parts of a drawing into a box; what draws them belongs to the thread that asks, so that none is kept."""
    for svg in svgs:
        drawn = QSvgRenderer(QByteArray(svg))
        drawn.setAspectRatioMode(Qt.AspectRatioMode.IgnoreAspectRatio)
        drawn.render(painter, box)


def read_picture(data: bytes, most: int = MOST_PIXELS, name: str = "") -> QImage:
    """Return a picture, made smaller while it is read where it is larger than is of use.

    Raises:
        InputError: when it cannot be read.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isEmpty() or reader.format().data() not in {b"png", b"jpeg"}:
        raise InputError("catalogue.picture_damaged", name=name)
    scale = (most / (size.width() * size.height())) ** 0.5
    if scale < 1.0:
        reader.setScaledSize(QSize(max(1, int(size.width() * scale)), max(1, int(size.height() * scale))))
    image = reader.read()
    if image.isNull():
        raise InputError("catalogue.picture_damaged", name=name)
    return image


def small_png(svg: bytes, side: int) -> bytes:
    """Return a drawing that was read as a PNG on white, with so many pixels on its longer side."""
    return png_of(svg_picture(svg, side))


def svg_picture(svg: bytes, side: int) -> QImage:
    """Return a drawing that was read as a picture on white, with so many pixels on its longer side."""
    size = QSvgRenderer(QByteArray(b"%b</svg>" % svg.partition(b"\n")[0])).viewBoxF().size()
    scale = side / max(1e-9, size.width(), size.height())
    image = QImage(
        max(1, round(size.width() * scale)), max(1, round(size.height() * scale)), QImage.Format.Format_RGB32
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    render(parts(svg), painter, QRectF(image.rect()))
    painter.end()
    return image


def png_of(image: QImage) -> bytes:
    """Return a picture as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # it is told as bytes and takes text
    return bytes(buffer.data().data())

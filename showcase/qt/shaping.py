"""Cuts pictures to a size about their focal point and rounds their corners: clip in Qt Quick knows rectangles only."""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath


def split_options(name: str) -> tuple[str, Mapping[str, str]]:
    """Return the name of a picture and the options behind its question mark."""
    path, _, query = name.partition("?")
    return path, dict(parse_qsl(query))


def covering(image: QImage, size: QSize, focus: tuple[float, float]) -> QImage:
    """Return a picture scaled to cover a size, cut about its focal point (0..1 from the top left)."""
    if image.isNull() or size.isEmpty():
        return image
    scale = max(size.width() / image.width(), size.height() / image.height())
    width, height = round(size.width() / scale), round(size.height() / scale)
    left = round(min(max(focus[0] * image.width() - width / 2, 0), image.width() - width))
    top = round(min(max(focus[1] * image.height() - height / 2, 0), image.height() - height))
    part = image.copy(QRect(left, top, max(1, width), max(1, height)))
    return part.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def rounded(image: QImage, options: Mapping[str, str]) -> QImage:
    """Return a picture with round corners.

    Args:
        image: any picture.
        options: "r" holds one radius in pixels, or four: top left, top right, bottom right, bottom left.
    """
    radii = [float(part) for part in options.get("r", "").split(",") if part]
    if image.isNull() or not any(radii):
        return image
    shaped = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    shaped.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shaped)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(outline(QRectF(shaped.rect()), radii if len(radii) == 4 else radii[:1] * 4))
    painter.drawImage(0, 0, image)
    painter.end()
    return shaped


def outline(box: QRectF, radii: Sequence[float]) -> QPainterPath:
    """Return a rectangle whose corners have four radii, clockwise from the top left."""
    most = min(box.width(), box.height()) / 2
    one, two, three, four = (min(radius, most) for radius in radii)
    path = QPainterPath()
    path.moveTo(box.left() + one, box.top())
    path.lineTo(box.right() - two, box.top())
    path.arcTo(box.right() - 2 * two, box.top(), 2 * two, 2 * two, 90, -90)
    path.lineTo(box.right(), box.bottom() - three)
    path.arcTo(box.right() - 2 * three, box.bottom() - 2 * three, 2 * three, 2 * three, 0, -90)
    path.lineTo(box.left() + four, box.bottom())
    path.arcTo(box.left(), box.bottom() - 2 * four, 2 * four, 2 * four, 270, -90)
    path.lineTo(box.left(), box.top() + one)
    path.arcTo(box.left(), box.top(), 2 * one, 2 * one, 180, -90)
    path.closeSubpath()
    return path

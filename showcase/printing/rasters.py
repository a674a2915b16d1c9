"""Pictures and artwork as images that are made once and placed often, in memory and on disk."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from showcase.documents.artwork import draw, drawing_code
from showcase.documents.page import Artwork, Picture, Shape, Stroke, Underlay
from showcase.errors import InputError
from showcase.paths import cache_folder, resource
from showcase.printing.keptpicture import keep
from showcase.printing.underlays import Drawn

Pictures = Callable[[str], bytes | None]
"""Gives the bytes of a stored picture by its SHA-256, or None when there is no such picture."""

_MM: Final = 1 / 25.4
_FINE_DPI: Final = 600
"""For cards up to CARD_MM wide, held in the hand."""
_DPI: Final = 400
_CARD_MM: Final = 100.0
_SIGN_DPI: Final = 250
"""For artwork wider than SIGN_MM, seen from a metre: the proof decodes it on every page, at a third of the time."""
_SIGN_MM: Final = 200.0
_LONGEST: Final = 6000
"""Pixels of the longer side at most: a roll-up is looked at from metres away."""
_PICTURE_DPI: Final = 300
_KEPT: Final = 48
_KEPT_DRAWN: Final = 3
"""Drawings under plans: each is as large as a hall is, and many plans are of one hall."""


def no_pictures(sha256: str) -> bytes | None:
    """Know no picture."""
    del sha256
    return None


def _same(image: QImage) -> QImage:
    return image


class Rasters:
    """The images, pictures and icons a print job needs, each made once.

    Args:
        pictures: gives the bytes of stored pictures.
        limit_dpi: resolution above which images are not needed, for previews.
        convert: gives an image the inks it is printed in.
    """

    def __init__(
        self, pictures: Pictures = no_pictures, *, limit_dpi: float = 1200, convert: Callable[[QImage], QImage] = _same
    ) -> None:
        self._pictures = pictures
        self._convert = convert
        self._limit = limit_dpi
        self._images: OrderedDict[object, QImage | None] = OrderedDict()
        self._drawn: dict[object, Drawn | None] = {}
        self._icons: dict[tuple[str, str], QSvgRenderer] = {}

    def artwork(self, item: Artwork) -> QImage:
        """Return the artwork at the resolution its size asks for; the same object for the same artwork."""
        dpi = _FINE_DPI if item.width_mm <= _CARD_MM else _DPI if item.width_mm <= _SIGN_MM else _SIGN_DPI
        size = _pixels(item.width_mm, item.height_mm, min(dpi, self._limit))
        key = (item.name, item.variant, size.width(), size.height())
        image = self._images.get(key)
        if image is None:
            image = self._images[key] = self._convert(_stored_artwork(item.name, item.variant, size))
        return image

    def picture(self, item: Picture) -> QImage | None:
        """Return the picture cut (cover) or reduced (contain) to its box, opaque; None when there is none to read."""
        size = _pixels(item.width_mm, item.height_mm, min(_PICTURE_DPI, self._limit))
        key = (item.sha256, size.width(), size.height(), item.mode, item.focus)
        if key in self._images:
            self._images.move_to_end(key)
            return self._images[key]
        data = self._pictures(item.sha256)
        source = QImage.fromData(data) if data else QImage()
        image = None if source.isNull() else self._convert(_opaque(_boxed(source, size, item)))
        self._images[key] = image
        if len(self._images) > _KEPT:
            self._images.popitem(last=False)
        return image

    def underlay(self, item: Underlay) -> Drawn | None:
        """Return the drawing under a plan as it is seen on its floor; None when there is none to read."""
        _left, _top, width, height = item.lies
        size = _pixels(*((height, width) if item.quarters % 2 else (width, height)), min(_PICTURE_DPI, self._limit))
        key = (item.sha256, item.colour, item.strength, size.width(), size.height())
        if key not in self._drawn:
            if len(self._drawn) >= _KEPT_DRAWN:
                self._drawn.pop(next(iter(self._drawn)))
            self._drawn[key] = self._read_underlay(item, size)
        return self._drawn[key]

    def _read_underlay(self, item: Underlay, size: QSize) -> Drawn | None:
        data = self._pictures(item.sha256)
        if data is None:
            return None
        try:
            drawn = Drawn(data, item.mime, item.strength, QColor(item.colour))
        except InputError:
            return None
        if not drawn.picture.isNull():
            drawn.picture = self._convert(_reduced(drawn.picture, size))
        return drawn

    def icon(self, name: str, colour: str) -> QSvgRenderer:
        """Return the renderer of a line icon in a colour."""
        found = self._icons.get((name, colour))
        if found is None:
            svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
            found = self._icons[name, colour] = QSvgRenderer(svg.encode())
        return found


def _pixels(width_mm: float, height_mm: float, dpi: float) -> QSize:
    scale = min(dpi * _MM, _LONGEST / max(width_mm, height_mm))
    return QSize(max(1, round(width_mm * scale)), max(1, round(height_mm * scale)))


def _boxed(source: QImage, box: QSize, item: Picture) -> QImage:
    """Reduce a picture to the pixels its box needs; never enlarge it."""
    if item.mode == "contain":
        fitted = source.size().scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
        return _reduced(source, fitted)
    scale = min(source.width() / box.width(), source.height() / box.height())
    width, height = round(box.width() * scale), round(box.height() * scale)
    left = round((source.width() - width) * item.focus[0])
    top = round((source.height() - height) * item.focus[1])
    return _reduced(source.copy(QRect(left, top, width, height)), box)


def _reduced(source: QImage, size: QSize) -> QImage:
    if size.width() >= source.width():
        return source
    return source.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _opaque(image: QImage) -> QImage:
    """Put a picture on white: prints carry no transparency."""
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


def _stored_artwork(name: str, variant: str, size: QSize) -> QImage:
    """Return the artwork from the cache on disk, or raster it and leave it there."""
    text = f"{_drawing_code()}|{name}|{variant}|{size.width()}x{size.height()}"
    file = cache_folder() / "artwork" / f"{hashlib.sha256(text.encode()).hexdigest()[:32]}.png"
    image = QImage(str(file)) if file.is_file() else QImage()
    if image.size() == size:
        return image.convertToFormat(QImage.Format.Format_RGB32)
    image = _rastered(name, variant, size)
    keep(file, image)
    return image


@cache
def _drawing_code() -> str:
    """Return a hash of the code that draws and of this, so that a cached image never outlives it."""
    return hashlib.sha256(f"{drawing_code()}{Path(__file__).read_text(encoding='utf-8')}".encode()).hexdigest()


def _rastered(name: str, variant: str, size: QSize) -> QImage:
    drawing = draw(name, variant)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size.width() / drawing.width_mm, size.height() / drawing.height_mm)
    for item in drawing.items:
        paint_outline(painter, item)
    painter.end()
    return image


def paint_outline(painter: QPainter, item: Shape | Stroke, inks: Callable[[str], QColor] = QColor) -> None:
    """Paint a polygon or a line; the painter's unit is the millimetre."""
    polygon = QPolygonF([QPointF(x, y) for x, y in item.points])
    if isinstance(item, Shape):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks(item.colour))
        painter.drawPolygon(polygon)
        return
    painter.setPen(
        QPen(inks(item.colour), item.width_mm, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if item.closed:
        painter.drawPolygon(polygon)
    else:
        painter.drawPolyline(polygon)


def contain(box: QRectF, image: QImage) -> QRectF:
    """Return the rectangle of an image fitted into a box, centred."""
    scale = min(box.width() / image.width(), box.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    return QRectF(box.center().x() - width / 2, box.center().y() - height / 2, width, height)

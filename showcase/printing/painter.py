"""Paints sheets with a QPainter: the one code for PDF, pictures and preview."""

from collections.abc import Callable
from functools import lru_cache
from itertools import compress
from operator import getitem
from typing import Any, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGlyphRun, QPainter, QPen, QPolygonF, QTextLayout, QTransform

from showcase.documents.page import (
    Artwork,
    Fill,
    Icon,
    Page,
    Picture,
    Placement,
    Point,
    Shape,
    Sheet,
    Stroke,
    Symbol,
    TextLine,
    Underlay,
)
from showcase.documents.symbols import QUIET_MODULES
from showcase.printing.engine import EM, text_font
from showcase.printing.profiles import Inks, Output
from showcase.printing.rasters import Rasters, contain, paint_outline
from showcase.qr.symbol import Matrix, encode

_PT_MM: Final = 25.4 / 72
_INK: Final = "#10201A"
"""The text colour that is pure black ink on paper, so that small letters have one plate and sharp edges."""
_ORIGIN: Final = QPoint(0, 0)
_START: Final = QPointF(0, 0)
_NO_PEN: Final = Qt.PenStyle.NoPen
_ENOUGH: Final = 4096
"""Texts that a job remembers at once."""

_ZERO_ONE: Final = bytes.maketrans(b"01", b"\0\1")
_WIDE: Final = 1e7
"""Pixels of a line that no text fills, so that it is not broken."""


class _Rectangles(dict[int, QRectF]):
    """The rectangles that begin at one module, by the place behind their end in `Matrix.lines`."""

    __slots__ = ("_start", "_stride")

    def __init__(self, start: int, stride: int) -> None:
        super().__init__()
        self._start, self._stride = start, stride

    def __missing__(self, end: int) -> QRectF:
        y, x = divmod(self._start, self._stride)
        found = self[end] = QRectF(x, y, end - self._start, 1)
        return found


@lru_cache(maxsize=8)
def _rectangles(size: int) -> list[_Rectangles]:
    return [_Rectangles(start, size + 1) for start in range(size * (size + 1))]


def _flags(bits: int, length: int) -> bytes:
    """Return the bits, the highest first, as bytes that are 0 or 1."""
    return f"{bits:0{length}b}".encode().translate(_ZERO_ONE)


def symbol_rectangles(matrix: Matrix) -> list[QRectF]:
    """Return the dark modules as one rectangle for each run of a row, in modules from the corner of the symbol.

    Making a rectangle costs more than painting it, so equal ones are shared by all symbols of a size. They are not of
    whole numbers, of which Qt paints 256 at a time: a symbol is one fill.
    """
    bits, rectangles = matrix.bits, _rectangles(matrix.size)
    length = len(rectangles)
    starts = compress(rectangles, _flags(bits & ~(bits >> 1), length))
    ends = compress(range(length), _flags((bits >> 1) & ~bits, length))
    return list(map(getitem, starts, ends))


def shape_text(text: str, weight: int) -> tuple[QGlyphRun, ...]:
    """Return the glyphs of a text at EM pixels with their places, the baseline at 0: one run for each font it needs."""
    layout = QTextLayout(text, text_font(weight))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_WIDE)
    line.setPosition(QPointF(0, -line.ascent()))
    layout.endLayout()
    return tuple(layout.glyphRuns())


@lru_cache(maxsize=64)
def _polygon(points: tuple[Point, ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


@lru_cache(maxsize=256)
def _text_pen(colour: str, inks: Inks, plates: bool) -> QPen:
    return QPen(QColor.fromCmykF(0, 0, 0, 1) if plates and colour.upper() == _INK else inks(colour))


@lru_cache(maxsize=256)
def _brush(colour: str, inks: Inks) -> QBrush:
    return QBrush(inks(colour))


def _reach(placement: Placement) -> QRectF:
    """Return how far a page on a shared sheet is painted, from the top left of its trim."""
    page, x, y = placement.page, placement.bleed_x_mm, placement.bleed_y_mm
    return QRectF(-x, -y, page.width_mm + 2 * x, page.height_mm + 2 * y)


class SheetPainter:
    """Paints sheets.

    Args:
        painter: an active painter without a transformation.
        rasters: where images and icons come from.
        scale: device pixels per millimetre.
        output: what the PDF is made for; None for a picture, whose lines keep to pixels.
    """

    def __init__(self, painter: QPainter, rasters: Rasters, scale: float, output: Output | None = None) -> None:
        self._painter = painter
        self._rasters = rasters
        self._scale = scale
        self._inks: Inks = output.inks if output else QColor
        self._plates = output.plates if output else False
        self._vector = output is not None
        self._black = QBrush(QColor.fromCmykF(0, 0, 0, 1) if self._plates else QColor("#000000"))
        self._x = self._y = 0.0
        self._away = False
        self._shaped: dict[tuple[str, int], tuple[QGlyphRun, ...] | None] = {}
        self._kinds: dict[type, Callable[[Any], None]] = {
            TextLine: self._text,
            Fill: self._fill,
            Shape: self._shape,
            Stroke: self._stroke,
            Artwork: self._artwork,
            Picture: self._picture,
            Underlay: self._underlay,
            Icon: self._icon,
            Symbol: self._symbol,
        }
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
            | QPainter.RenderHint.LosslessImageRendering
        )

    def paint_sheet(self, sheet: Sheet) -> None:
        """Paint the placements, then the marks; the top left of the device is the top left of the bleed."""
        for placement in sheet.placements:
            self._move(sheet.bleed_mm + placement.x_mm, sheet.bleed_mm + placement.y_mm)
            if not sheet.bleed_mm:
                self._painter.setClipRect(_reach(placement))
            self.paint_page(placement.page)
        self._painter.setClipping(False)
        self._move(sheet.bleed_mm, sheet.bleed_mm)
        for mark in sheet.marks:
            paint_outline(self._painter, mark, self._inks)

    def paint_page(self, page: Page) -> None:
        """Paint the items of a page in their order, from where the painter stands."""
        kinds = self._kinds
        for item in page.items:
            kinds[type(item)](item)

    def _move(self, x_mm: float, y_mm: float) -> None:
        self._x, self._y = x_mm, y_mm
        self._home()

    def _home(self) -> None:
        """Make the millimetre the unit again. Texts and symbols have units of their own, and mostly follow another."""
        self._away = False
        scale = self._scale
        self._painter.setTransform(QTransform(scale, 0, 0, scale, self._x * scale, self._y * scale))

    def _leave(self, transform: QTransform) -> None:
        self._away = True
        self._painter.setTransform(transform)

    def _text(self, item: TextLine) -> None:
        painter, scale = self._painter, self._scale
        size = item.pt * _PT_MM / EM * scale
        x, y = (self._x + item.x_mm) * scale, (self._y + item.baseline_mm) * scale
        sign = -1 if item.turned else 1
        self._leave(QTransform(sign * size * item.stretch / 100, 0, 0, sign * size, x, y))
        painter.setPen(_text_pen(item.colour, self._inks, self._plates))
        runs = self._glyphs(item.text, item.weight)
        if runs is None:
            painter.setFont(text_font(item.weight))
            painter.drawText(_ORIGIN, item.text)
            return
        for run in runs:
            painter.drawGlyphRun(_START, run)

    def _glyphs(self, text: str, weight: int) -> tuple[QGlyphRun, ...] | None:
        """Return the glyphs of a text that was painted before.

        Shaping takes most of the time of a text: what stands on many pages is shaped once and kept, what comes for the
        first time is left to Qt, which is quicker when it is the only time.
        """
        key = (text, weight)
        runs = self._shaped.get(key)
        if runs is None:
            if key in self._shaped:
                runs = self._shaped[key] = shape_text(text, weight)
            else:
                if len(self._shaped) >= _ENOUGH:
                    self._shaped.clear()
                self._shaped[key] = None
        return runs

    def _fill(self, item: Fill) -> None:
        if self._away:
            self._home()
        box = QRectF(item.x_mm, item.y_mm, item.width_mm, item.height_mm)
        if not item.radius_mm:
            self._painter.fillRect(box, _brush(item.colour, self._inks))
            return
        self._painter.setPen(_NO_PEN)
        self._painter.setBrush(_brush(item.colour, self._inks))
        self._painter.drawRoundedRect(box, item.radius_mm, item.radius_mm)

    def _shape(self, item: Shape) -> None:
        if self._away:
            self._home()
        self._painter.setPen(_NO_PEN)
        self._painter.setBrush(_brush(item.colour, self._inks))
        self._painter.drawPolygon(_polygon(item.points))

    def _stroke(self, item: Stroke) -> None:
        if self._away:
            self._home()
        paint_outline(self._painter, item, self._inks)

    def _face(self, x: float, y: float, width: float, height: float) -> None:
        """Turn what is painted next about the middle of its box: it stands on its head."""
        scale = self._scale
        self._leave(
            QTransform(-scale, 0, 0, -scale, (self._x + 2 * x + width) * scale, (self._y + 2 * y + height) * scale)
        )

    def _artwork(self, item: Artwork) -> None:
        if item.turned:
            self._face(item.x_mm, item.y_mm, item.width_mm, item.height_mm)
        elif self._away:
            self._home()
        box = QRectF(item.x_mm, item.y_mm, item.width_mm, item.height_mm)
        self._painter.drawImage(box, self._rasters.artwork(item))

    def _picture(self, item: Picture) -> None:
        if item.turned:
            self._face(item.x_mm, item.y_mm, item.width_mm, item.height_mm)
        elif self._away:
            self._home()
        image = self._rasters.picture(item)
        if image is None:
            return
        box = QRectF(item.x_mm, item.y_mm, item.width_mm, item.height_mm)
        if item.mode == "contain":  # a logo has edges that JPEG would blur
            self._painter.drawImage(contain(box, image), image)
            return
        # A photograph as JPEG (quality 94) takes a tenth of the room.
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering, False)
        self._painter.drawImage(box, image)
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)

    def _underlay(self, item: Underlay) -> None:
        if item.turned:
            self._face(item.x_mm, item.y_mm, item.width_mm, item.height_mm)
        elif self._away:
            self._home()
        drawn = self._rasters.underlay(item)
        if drawn is None:
            return
        left, top, width, height = item.lies
        self._painter.save()
        self._painter.setClipRect(
            QRectF(item.x_mm, item.y_mm, item.width_mm, item.height_mm), Qt.ClipOperation.IntersectClip
        )
        if item.mime == "image/jpeg":  # a photograph stays one
            self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering, False)
        drawn.paint(self._painter, QRectF(item.x_mm + left, item.y_mm + top, width, height), item.quarters)
        self._painter.restore()

    def _icon(self, item: Icon) -> None:
        if item.turned:
            self._face(item.x_mm, item.y_mm, item.size_mm, item.size_mm)
        elif self._away:
            self._home()
        renderer = self._rasters.icon(item.name, item.colour)
        renderer.render(self._painter, QRectF(item.x_mm, item.y_mm, item.size_mm, item.size_mm))

    def _symbol(self, item: Symbol) -> None:
        painter, scale = self._painter, self._scale
        module = item.module_mm * scale
        x, y = (self._x + item.x_mm) * scale, (self._y + item.y_mm) * scale
        self._leave(QTransform(module, 0, 0, module, x + QUIET_MODULES * module, y + QUIET_MODULES * module))
        painter.setPen(_NO_PEN)
        painter.setBrush(self._black)
        rectangles = symbol_rectangles(encode(item.text, item.level, item.version))
        if self._vector:
            painter.drawRects(rectangles)
            return
        # In pictures the modules keep to whole pixels: smoothed rows would show light seams. PDF knows no such thing.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawRects(rectangles)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

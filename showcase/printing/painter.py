"""Paints sheets with a QPainter: the one code for PDF, pictures and preview."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTransform

from showcase.documents.page import (
    Artwork,
    Fill,
    Icon,
    Page,
    Picture,
    Placement,
    Shape,
    Sheet,
    Stroke,
    Symbol,
    TextLine,
)
from showcase.documents.symbols import QUIET_MODULES
from showcase.printing.engine import EM, text_font
from showcase.printing.rasters import Rasters, contain, paint_outline
from showcase.qr.symbol import Matrix, encode

_PT_MM: Final = 25.4 / 72
_INK: Final = "#10201A"
"""The text colour that is pure black ink on paper, so that small letters have one plate and sharp edges."""
_ORIGIN: Final = QPoint(0, 0)
_NO_PEN: Final = Qt.PenStyle.NoPen

_runs: Final = re.compile("1+").finditer


class _Rectangles(dict[tuple[int, int], QRect]):
    """The rectangles of one size of symbol, by the span of their run in `Matrix.lines`."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._stride = size + 1

    def __missing__(self, span: tuple[int, int]) -> QRect:
        y, x = divmod(span[0], self._stride)
        found = self[span] = QRect(x, y, span[1] - span[0], 1)
        return found


_rectangles = lru_cache(maxsize=8)(_Rectangles)


def symbol_rectangles(matrix: Matrix) -> list[QRect]:
    """Return the dark modules as one rectangle for each run of a row, in modules from the corner of the symbol.

    Making a QRect costs more than painting it, so equal ones are shared by all symbols of a size.
    """
    rectangle = _rectangles(matrix.size)
    return [rectangle[run.span()] for run in _runs(matrix.lines())]


@lru_cache(maxsize=256)
def _text_pen(colour: str, *, plates: bool) -> QPen:
    return QPen(QColor.fromCmykF(0, 0, 0, 1) if plates and colour.upper() == _INK else QColor(colour))


@lru_cache(maxsize=256)
def _brush(colour: str) -> QBrush:
    return QBrush(QColor(colour))


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
        plates: whether ink and codes are the black plate alone (PDF) or RGB (pictures).
    """

    def __init__(self, painter: QPainter, rasters: Rasters, scale: float, *, plates: bool = False) -> None:
        self._painter = painter
        self._rasters = rasters
        self._scale = scale
        self._plates = plates
        self._black = QBrush(QColor.fromCmykF(0, 0, 0, 1) if plates else QColor("#000000"))
        self._x = self._y = 0.0
        self._kinds: dict[type, Callable[[Any], None]] = {
            TextLine: self._text,
            Fill: self._fill,
            Shape: self._outline,
            Stroke: self._outline,
            Artwork: self._artwork,
            Picture: self._picture,
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
            paint_outline(self._painter, mark)

    def paint_page(self, page: Page) -> None:
        """Paint the items of a page in their order, from where the painter stands."""
        kinds = self._kinds
        for item in page.items:
            kinds[type(item)](item)

    def _move(self, x_mm: float, y_mm: float) -> None:
        self._x, self._y = x_mm, y_mm
        self._home()

    def _home(self) -> None:
        """Make the millimetre the unit again."""
        scale = self._scale
        self._painter.setTransform(QTransform(scale, 0, 0, scale, self._x * scale, self._y * scale))

    def _text(self, item: TextLine) -> None:
        painter, scale = self._painter, self._scale
        size = item.pt * _PT_MM / EM * scale
        x, y = (self._x + item.x_mm) * scale, (self._y + item.baseline_mm) * scale
        painter.setTransform(QTransform(size * item.stretch / 100, 0, 0, size, x, y))
        painter.setFont(text_font(item.weight))
        painter.setPen(_text_pen(item.colour, plates=self._plates))
        painter.drawText(_ORIGIN, item.text)
        self._home()

    def _fill(self, item: Fill) -> None:
        box = QRectF(item.x_mm, item.y_mm, item.width_mm, item.height_mm)
        if not item.radius_mm:
            self._painter.fillRect(box, _brush(item.colour))
            return
        self._painter.setPen(_NO_PEN)
        self._painter.setBrush(_brush(item.colour))
        self._painter.drawRoundedRect(box, item.radius_mm, item.radius_mm)

    def _outline(self, item: Shape | Stroke) -> None:
        paint_outline(self._painter, item)

    def _artwork(self, item: Artwork) -> None:
        box = QRectF(item.x_mm, item.y_mm, item.width_mm, item.height_mm)
        self._painter.drawImage(box, self._rasters.artwork(item))

    def _picture(self, item: Picture) -> None:
        image = self._rasters.picture(item)
        if image is not None:
            box = QRectF(item.x_mm, item.y_mm, item.width_mm, item.height_mm)
            self._painter.drawImage(contain(box, image) if item.mode == "contain" else box, image)

    def _icon(self, item: Icon) -> None:
        renderer = self._rasters.icon(item.name, item.colour)
        renderer.render(self._painter, QRectF(item.x_mm, item.y_mm, item.size_mm, item.size_mm))

    def _symbol(self, item: Symbol) -> None:
        painter, scale = self._painter, self._scale
        module = item.module_mm * scale
        x, y = (self._x + item.x_mm) * scale, (self._y + item.y_mm) * scale
        painter.setTransform(QTransform(module, 0, 0, module, x + QUIET_MODULES * module, y + QUIET_MODULES * module))
        painter.setPen(_NO_PEN)
        painter.setBrush(self._black)
        # In pictures the modules keep to whole pixels: smoothed rows would show light seams. PDF knows no such thing.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._plates)
        painter.drawRects(symbol_rectangles(encode(item.text, item.level, item.version)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._home()

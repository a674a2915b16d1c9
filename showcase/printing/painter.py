"""Paints sheets with a QPainter: the one code for PDF, pictures and preview."""

import re
from collections.abc import Callable, Iterable
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
_POOL: Final = 200_000

_runs: Final = re.compile("1+").finditer
_rectangles: dict[tuple[int, int, int], QRect] = {}


def symbol_rectangles(matrix: Matrix) -> list[QRect]:
    """Return the dark modules as one rectangle for each run of a row, in modules from the corner of the symbol.

    Making a QRect costs more than painting it, so equal ones are shared by all symbols.
    """
    if len(_rectangles) > _POOL:
        _rectangles.clear()
    found: list[QRect] = []
    width = f"0{matrix.size}b"
    for y, row in enumerate(matrix.rows()):
        for run in _runs(format(row, width)):
            key = (y, *run.span())
            rectangle = _rectangles.get(key)
            if rectangle is None:
                rectangle = _rectangles[key] = QRect(key[1], y, key[2] - key[1], 1)
            found.append(rectangle)
    return found


@lru_cache(maxsize=256)
def _text_pen(colour: str, *, plates: bool) -> QPen:
    return QPen(QColor.fromCmykF(0, 0, 0, 1) if plates and colour.upper() == _INK else QColor(colour))


@lru_cache(maxsize=256)
def _brush(colour: str) -> QBrush:
    return QBrush(QColor(colour))


@lru_cache(maxsize=64)
def _clips(
    boxes: tuple[tuple[float, float, float, float, float], ...], width: float, height: float
) -> tuple[QRectF, ...]:
    """Return how far each box (x, y, width, height, bleed) on a sheet is painted: its bleed, but at most half a gap."""
    return tuple(_clip(box, boxes, width, height) for box in boxes)


def _clip(box: tuple[float, ...], boxes: Iterable[tuple[float, ...]], width: float, height: float) -> QRectF:
    x, y, w, h, bleed = box
    left = right = top = bottom = bleed
    for ox, oy, ow, oh, _ in boxes:
        if oy < y + h and y < oy + oh:
            left = min(left, (x - ox - ow) / 2) if ox + ow <= x + 0.001 else left
            right = min(right, (ox - x - w) / 2) if ox >= x + w - 0.001 else right
        if ox < x + w and x < ox + ow:
            top = min(top, (y - oy - oh) / 2) if oy + oh <= y + 0.001 else top
            bottom = min(bottom, (oy - y - h) / 2) if oy >= y + h - 0.001 else bottom
    left, top = min(max(left, 0.0), x), min(max(top, 0.0), y)
    return QRectF(x - left, y - top, w + left + max(0.0, right), h + top + max(0.0, bottom)) & QRectF(
        0, 0, width, height
    )


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
        alone = sheet.bleed_mm > 0 or len(sheet.placements) < 2
        boxes = tuple((p.x_mm, p.y_mm, p.page.width_mm, p.page.height_mm, p.page.bleed_mm) for p in sheet.placements)
        clips = () if alone else _clips(boxes, sheet.width_mm, sheet.height_mm)
        for index, placement in enumerate(sheet.placements):
            if clips:
                self._move(sheet.bleed_mm, sheet.bleed_mm)
                self._painter.setClipRect(clips[index])
            self._place(placement, sheet.bleed_mm)
        if clips:
            self._painter.setClipping(False)
        self._move(sheet.bleed_mm, sheet.bleed_mm)
        for mark in sheet.marks:
            paint_outline(self._painter, mark)

    def _place(self, placement: Placement, bleed: float) -> None:
        self._move(bleed + placement.x_mm, bleed + placement.y_mm)
        self.paint_page(placement.page)

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

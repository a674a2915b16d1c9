"""Turning: what stands on one face of a folded paper is moved to its place, upright or on its head."""

from dataclasses import replace

from showcase.documents.page import Artwork, Fill, Icon, Item, Picture, Point, Shape, Stroke, Symbol, TextLine, Underlay
from showcase.documents.symbols import QUIET_MODULES, symbol_modules, symbol_version


def placed(item: Item, x: float, y: float) -> Item:
    """Return an item of a face whose top left is at x, y."""
    if isinstance(item, Shape | Stroke):
        return replace(item, points=tuple((x + px, y + py) for px, py in item.points))
    if isinstance(item, TextLine):
        return replace(item, x_mm=x + item.x_mm, baseline_mm=y + item.baseline_mm)
    return replace(item, x_mm=x + item.x_mm, y_mm=y + item.y_mm)


def turned(item: Item, x: float, y: float) -> Item:
    """Return an item of a face that stands on its head: its top left is the bottom right of its place, at x, y.

    A code stays upright in its new place: it is read from any side, and found and proven like every other.
    """
    if isinstance(item, Shape | Stroke):
        return replace(item, points=tuple(_across(point, x, y) for point in item.points))
    if isinstance(item, TextLine):
        return replace(item, x_mm=x - item.x_mm, baseline_mm=y - item.baseline_mm, turned=not item.turned)
    width, height = _size(item)
    item = replace(item, x_mm=x - item.x_mm - width, y_mm=y - item.y_mm - height)
    return replace(item, turned=not item.turned) if isinstance(item, Picture | Underlay | Artwork | Icon) else item


def _across(point: Point, x: float, y: float) -> Point:
    return x - point[0], y - point[1]


def _size(item: Fill | Picture | Underlay | Artwork | Icon | Symbol) -> tuple[float, float]:
    if isinstance(item, Icon):
        return item.size_mm, item.size_mm
    if isinstance(item, Symbol):
        version = item.version or symbol_version(item.text, item.level)
        side = (symbol_modules(version) + 2 * QUIET_MODULES) * item.module_mm
        return side, side
    return item.width_mm, item.height_mm

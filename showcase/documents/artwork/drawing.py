"""A drawing made by code, in millimetres from its top left corner."""

from dataclasses import dataclass

from showcase.documents.page import Point, Shape, Stroke

Part = Shape | Stroke


@dataclass(frozen=True, slots=True)
class Drawing:
    """Polygons and lines, painted in order; painters cut off what reaches beyond width and height."""

    width_mm: float
    height_mm: float
    items: tuple[Part, ...]


def rectangle(x: float, y: float, width: float, height: float, colour: str) -> Shape:
    """Return a filled rectangle."""
    return Shape(colour, ((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


def moved(item: Part, x: float, y: float, scale: float = 1.0) -> Part:
    """Return a part of a drawing, scaled and then moved."""
    points: tuple[Point, ...] = tuple((px * scale + x, py * scale + y) for px, py in item.points)
    if isinstance(item, Shape):
        return Shape(item.colour, points)
    return Stroke(item.colour, item.width_mm * scale, points, item.closed)

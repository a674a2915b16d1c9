"""A pen for flat inks: the few shapes all scenes are made of, and chance that is the same everywhere."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypeVar

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

T = TypeVar("T")
Point = tuple[float, float]
_MASK: Final = 0xFFFFFFFF


class Quiet(NamedTuple):
    """The part of a picture, from its top left corner, where words stand: nothing there is louder than its ground."""

    width: float = 0
    height: float = 0

    def top(self, left: float) -> float:
        """Return how high something may reach whose left edge is known."""
        return self.height if left < self.width else 0

    def clear(self, x: float, y: float, radius: float, right: float) -> Point:
        """Return where a disc stands clear of the words: where it was, else at their right, else below them."""
        if y - radius >= self.top(x - radius):
            return x, y
        beside = self.width + radius + 6
        return (beside, y) if beside + radius * 0.8 <= right else (x, self.height + radius + 4)


class Chance:
    """Mulberry32: numbers that look random and are the same for a seed on every machine."""

    def __init__(self, seed: int) -> None:
        self._state = seed & _MASK

    def __call__(self) -> float:
        """Return the next number, 0 to under 1."""
        self._state = (self._state + 0x6D2B79F5) & _MASK
        mixed = self._state
        mixed = ((mixed ^ mixed >> 15) * (mixed | 1)) & _MASK
        mixed = ((mixed + ((mixed ^ mixed >> 7) * (mixed | 61) & _MASK)) & _MASK) ^ mixed
        return (mixed ^ mixed >> 14) / 4294967296

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of some things."""
        return choices[int(self() * len(choices))]


class Pen:
    """Draws in pixels with a painter; a shape is filled or outlined, never both unless it says so."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def rect(self, x: float, y: float, width: float, height: float, ink: str, radius: float = 0) -> None:
        """Fill a rectangle; nothing where it has no size."""
        if width <= 0 or height <= 0:
            return
        if radius:
            self._fill(ink)
            self.painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius)
        else:
            self.painter.fillRect(QRectF(x, y, width, height), QColor(ink))

    def circle(self, x: float, y: float, radius: float, ink: str) -> None:
        """Fill a circle."""
        self.ellipse(x, y, radius, radius, ink)

    def ellipse(self, x: float, y: float, across: float, down: float, ink: str) -> None:
        """Fill an ellipse about its middle."""
        self._fill(ink)
        self.painter.drawEllipse(QPointF(x, y), across, down)

    def ring(self, x: float, y: float, across: float, down: float, ink: str, width: float) -> None:
        """Outline an ellipse."""
        self._stroke(ink, width)
        self.painter.drawEllipse(QPointF(x, y), across, down)

    def line(self, start: Point, end: Point, ink: str, width: float, *, blunt: bool = True) -> None:
        """Draw one line."""
        self.lines([(start, end)], ink, width, blunt=blunt)

    def lines(self, parts: Iterable[tuple[Point, Point]], ink: str, width: float, *, blunt: bool = True) -> None:
        """Draw lines of one ink at once."""
        self._stroke(ink, width, round_=not blunt)
        self.painter.drawLines([QLineF(*start, *end) for start, end in parts])

    def polygon(self, points: Iterable[Point], ink: str) -> None:
        """Fill a polygon."""
        self._fill(ink)
        self.painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))

    def polyline(self, points: Iterable[Point], ink: str, width: float) -> None:
        """Draw a line through points, with round joins and ends."""
        self._stroke(ink, width, round_=True)
        self.painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))

    def path(self, path: QPainterPath, ink: str) -> None:
        """Fill a path."""
        self._fill(ink)
        self.painter.drawPath(path)

    def outline(self, path: QPainterPath, ink: str, width: float) -> None:
        """Draw a path with round joins and ends."""
        self._stroke(ink, width, round_=True)
        self.painter.drawPath(path)

    def _fill(self, ink: str) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(ink))

    def _stroke(self, ink: str, width: float, *, round_: bool = False) -> None:
        pen = QPen(QColor(ink), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_ else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)


def dome(x: float, y: float, width: float, rise: float, foot: float) -> QPainterPath:
    """Return an arch: up its sides from `foot` to `y`, closed above by half an ellipse."""
    path = QPainterPath(QPointF(x, foot))
    path.lineTo(x, y)
    path.arcTo(QRectF(x, y - rise, width, 2 * rise), 180, -180)
    path.lineTo(x + width, foot)
    path.closeSubpath()
    return path

"""The land: terraces of rice, contour lines of hills, and the streets of a city seen from above."""

from collections.abc import Sequence
from math import exp, hypot, sin
from typing import Final

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainterPath, QPen

from showcase.qt import inks
from showcase.qt.scenes.light import lantern
from showcase.qt.scenes.pen import Chance, Pen, Point

BANDS: Final = (inks.JADE, inks.SPROUT, inks.LEAF, inks.MOSS, inks.PINE)
LINES: Final = (inks.SPROUT, inks.LEAF, inks.MOSS, inks.PINE, inks.FOREST)


def terraces(
    pen: Pen,
    width: float,
    top: float,
    bottom: float,
    seed: int,
    bands: Sequence[str] = BANDS,
    lines: Sequence[str] = LINES,
    swing: float = 60,
) -> None:
    """Draw bands of terraces from above down, each with thin followers."""
    chance = Chance(seed)
    phases = [chance() * 9 for _ in range(4)]
    step = (bottom - top) / len(bands)

    def height(x: float, band: int, down: float) -> float:
        u = x / 600
        wave = 0.5 * sin(u * 2.6 + phases[0] + band * 0.42) + 0.3 * sin(u * 5.3 + phases[1] - band * 0.33)
        wave += 0.14 * sin(u * 9.1 + phases[2] + band * 0.2)
        return top + step * band + swing * wave + down * step * (1 + 0.5 * sin(x / width * 4 + phases[3] + band))

    xs = range(-8, int(width) + 16, 8)
    for band, ink in enumerate(bands):
        edge = [(x, height(x, band, 0)) for x in xs]
        pen.polygon((*edge, (width + 8, bottom + swing + 200), (-8, bottom + swing + 200)), ink)
        for follower in (1, 2):
            pen.polyline([(x, height(x, band, follower * 0.22)) for x in xs], lines[band % len(lines)], 2)


def contours(pen: Pen, width: float, height: float, seed: int, ink: str, levels: int = 18, cell: int = 12) -> None:
    """Draw the contour lines of some hills by marching squares."""
    chance = Chance(seed)
    hills = [
        (chance() * width, chance() * height, (0.18 + 0.3 * chance()) * min(width, height) * 1.2, 0.5 + 0.8 * chance())
        for _ in range(9)
    ]
    columns, rows = int(width / cell) + 2, int(height / cell) + 2
    grid = [
        [
            sum(high * exp(-((i * cell - x) ** 2 + (j * cell - y) ** 2) / (size * size)) for x, y, size, high in hills)
            for i in range(columns)
        ]
        for j in range(rows)
    ]
    lines: list[QLineF] = []
    for number in range(levels):
        level = -0.1 + 1.9 * (number + 0.5) / levels
        for j in range(rows - 1):
            above, below = grid[j], grid[j + 1]
            for i in range(columns - 1):
                lines += _crossed(above[i], above[i + 1], below[i + 1], below[i], level, i * cell, j * cell, cell)
    pen.painter.setPen(QPen(QColor(ink), 2))
    pen.painter.drawLines(lines)


def _crossed(a: float, b: float, c: float, d: float, level: float, x: int, y: int, cell: int) -> list[QLineF]:
    """Return the line of a level through a cell whose corners are a (top left), b, c, d."""
    ends = []
    if (a > level) != (b > level):
        ends.append(QPointF(x + cell * (level - a) / (b - a), y))
    if (b > level) != (c > level):
        ends.append(QPointF(x + cell, y + cell * (level - b) / (c - b)))
    if (d > level) != (c > level):
        ends.append(QPointF(x + cell * (level - d) / (c - d), y + cell))
    if (a > level) != (d > level):
        ends.append(QPointF(x, y + cell * (level - a) / (d - a)))
    return [QLineF(ends[k], ends[k + 1]) for k in range(0, len(ends) - 1, 2)]


def streets(pen: Pen, width: float, height: float, seed: int, *, with_lake: bool) -> None:
    """Draw a net of streets, some lights on it, a quiet lake, and the shortest way across in lantern.

    Two crossings are joined when no third lies in the circle on their distance (a Gabriel graph).
    """
    unit = min(width, height)
    edge, wide = "#1D6249", max(5.0, unit * 0.034)
    points = _crossings(width * 1.2, height * 1.2, seed, max(26.0, unit * 0.15))
    points = [(x - width * 0.1, y - height * 0.1) for x, y in points]
    pairs = _joined(points)
    pen.lines([(points[a], points[b]) for a, b in pairs], edge, wide, blunt=False)
    chance = Chance(seed + 1)
    for a, b in pairs:
        if chance() < 0.26:
            share = 0.25 + 0.5 * chance()
            x = points[a][0] + (points[b][0] - points[a][0]) * share
            y = points[a][1] + (points[b][1] - points[a][1]) * share
            pen.circle(x, y, wide * 0.36, inks.MINT if chance() < 0.3 else inks.SPROUT)
    if with_lake:
        _lake(pen, width, height, edge, wide)
    way = _way(points, pairs, (width * 0.12, height * 0.86), (width * 0.84, height * 0.33))
    if len(way) > 1:
        pen.polyline(way, inks.LANTERN, wide)
        pen.ring(*way[-1], unit * 0.1, unit * 0.1, inks.LANTERN, 3)
        lantern(pen, *way[-1], unit * 0.07, 1.6, 3)
        pen.circle(*way[0], wide * 0.95, inks.PAPER)


def _lake(pen: Pen, width: float, height: float, edge: str, wide: float) -> None:
    x, y, rx, ry = 0.16 * width, 0.06 * height, 0.44 * width, 0.36 * height
    path = QPainterPath(QPointF(x - rx, y))
    path.cubicTo(x - rx, y + ry * 1.1, x - rx * 0.2, y + ry * 0.75, x + rx * 0.2, y + ry * 0.95)
    path.cubicTo(x + rx * 0.6, y + ry * 1.15, x + rx * 0.95, y + ry * 0.9, x + rx, y + ry * 0.1)
    path.cubicTo(x + rx * 1.05, y - ry * 0.7, x + rx * 0.6, y - ry, x, y - ry)
    path.cubicTo(x - rx * 0.6, y - ry, x - rx, y - ry * 0.6, x - rx, y)
    pen.path(path, "#0F4A39")
    pen.outline(path, edge, wide * 0.9)


def _crossings(width: float, height: float, seed: int, apart: float) -> list[Point]:
    chance = Chance(seed)
    points: list[Point] = []
    for _ in range(3_000):
        if len(points) == 80:
            break
        point = chance() * width, chance() * height
        if all((x - point[0]) ** 2 + (y - point[1]) ** 2 > apart * apart for x, y in points):
            points.append(point)
    return points


def _joined(points: Sequence[Point]) -> list[tuple[int, int]]:
    pairs = []
    for i, (ax, ay) in enumerate(points):
        for j in range(i + 1, len(points)):
            bx, by = points[j]
            mx, my, reach = (ax + bx) / 2, (ay + by) / 2, ((ax - bx) ** 2 + (ay - by) ** 2) / 4
            if all(k in {i, j} or (x - mx) ** 2 + (y - my) ** 2 >= reach for k, (x, y) in enumerate(points)):
                pairs.append((i, j))
    return pairs


def _way(points: Sequence[Point], pairs: Sequence[tuple[int, int]], start: Point, end: Point) -> list[Point]:
    """Return the shortest way between the crossings nearest to two points (Dijkstra)."""
    if not points:
        return []
    near = [min(range(len(points)), key=lambda k: hypot(points[k][0] - x, points[k][1] - y)) for x, y in (start, end)]
    beside: list[list[int]] = [[] for _ in points]
    for a, b in pairs:
        beside[a].append(b)
        beside[b].append(a)
    far = [float("inf")] * len(points)
    before = [-1] * len(points)
    far[near[0]] = 0
    left = set(range(len(points)))
    while left:
        here = min(left, key=lambda k: far[k])
        left.discard(here)
        for other in beside[here]:
            length = far[here] + hypot(points[here][0] - points[other][0], points[here][1] - points[other][1])
            if length < far[other]:
                far[other], before[other] = length, here
    way, at = [], near[1]
    while at >= 0:
        way.append(points[at])
        at = before[at]
    return way[::-1]

"""The land: terraces of rice, contour lines of hills, and the streets of a city seen from above."""

from collections.abc import Sequence
from math import exp, hypot, sin
from typing import Final

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainterPath, QPen

from showcase.qt import inks
from showcase.qt.scenes.light import lantern
from showcase.qt.scenes.pen import Chance, Pen, Point, Quiet

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


def contours(pen: Pen, width: float, height: float, seed: int, ink: str, levels: int = 18, cell: int = 16) -> None:
    """Draw the contour lines of some hills by marching squares."""
    chance = Chance(seed)
    columns, rows = int(width / cell) + 2, int(height / cell) + 2
    grid = [[0.0] * columns for _ in range(rows)]
    for _ in range(9):
        x, y = chance() * width, chance() * height
        size, high = (0.18 + 0.3 * chance()) * min(width, height) * 1.2, 0.5 + 0.8 * chance()
        # A hill is the product of its profiles along and across: one exp for each column and row, none for each point.
        along = [high * exp(-(((i * cell - x) / size) ** 2)) for i in range(columns)]
        for j, row in enumerate(grid):
            across = exp(-(((j * cell - y) / size) ** 2))
            if across > 0.001:
                grid[j] = [value + across * rise for value, rise in zip(row, along, strict=True)]
    step = 1.9 / levels
    # In steps: lines lie between whole numbers, and a cell whose corners are in one step has none.
    steps = [[int((value + 0.1) / step + 0.5) for value in row] for row in grid]
    lines: list[QLineF] = []
    for j in range(rows - 1):
        above, below, over, under = steps[j], steps[j + 1], grid[j], grid[j + 1]
        for i in range(columns - 1):
            corners = (above[i], above[i + 1], below[i + 1], below[i])
            for number in range(min(corners), min(levels, max(corners))):
                level = (number + 0.5) * step - 0.1
                values = (over[i], over[i + 1], under[i + 1], under[i])
                lines += _crossed(*values, level, i * cell, j * cell, cell)
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


def streets(pen: Pen, width: float, height: float, seed: int, quiet: Quiet, *, with_lake: bool) -> None:
    """Draw a net of streets, some lights on it, a quiet lake, and the shortest way across in lantern.

    Two crossings are joined when no third lies in the circle on their distance (a Gabriel graph). Where words stand
    there are streets and the lake alone.
    """
    unit = min(width, height, 620.0)
    edge, wide = "#1D6249", max(5.0, unit * 0.034)
    points = _crossings(width * 1.2, height * 1.2, seed, max(26.0, unit * 0.15))
    points = [(x - width * 0.1, y - height * 0.1) for x, y in points]
    pairs = _joined(points)
    pen.lines([(points[a], points[b]) for a, b in pairs], edge, wide, blunt=False)
    chance = Chance(seed + 1)
    for a, b in pairs:
        if chance() < 0.26:
            part, ink = 0.25 + 0.5 * chance(), inks.MINT if chance() < 0.3 else inks.SPROUT
            x = points[a][0] + (points[b][0] - points[a][0]) * part
            y = points[a][1] + (points[b][1] - points[a][1]) * part
            if y - wide > quiet.top(x - wide):
                pen.circle(x, y, wide * 0.36, ink)
    if with_lake:
        _lake(pen, width, height, edge, wide, quiet)
    head = unit * 0.07
    loud = [y > quiet.top(x - head * 1.6) + head * 1.6 for x, y in points]
    free = [(a, b) for a, b in pairs if loud[a] and loud[b]]
    goal = (width * 0.84, max(height * 0.33, quiet.top(width * 0.84) + 2 * head))
    way = _way(points, free, (width * 0.12, max(height * 0.86, quiet.height + 2 * head)), goal)
    if len(way) > 1:
        pen.polyline(way, inks.LANTERN, wide)
        pen.ring(*way[-1], head * 1.43, head * 1.43, inks.LANTERN, 3)
        lantern(pen, *way[-1], head, 1.6, 3)
        pen.circle(*way[0], wide * 0.95, inks.PAPER)


def _lake(pen: Pen, width: float, height: float, edge: str, wide: float, quiet: Quiet) -> None:
    x, y = 0.16 * width, 0.06 * height
    rx = max(0.44 * width, min(quiet.width + 24, 0.97 * width) - x)
    ry = max(0.36 * height, quiet.height + 14 - y)
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
    """Return the shortest way (Dijkstra) from the crossing nearest to a point to that nearest to another."""
    beside: dict[int, list[int]] = {}
    for a, b in pairs:
        beside.setdefault(a, []).append(b)
        beside.setdefault(b, []).append(a)
    if not beside:
        return []
    begin = min(beside, key=lambda k: hypot(points[k][0] - start[0], points[k][1] - start[1]))
    far, before, left = {begin: 0.0}, {begin: -1}, {begin}
    while left:
        here = min(left, key=lambda k: (far[k], k))
        left.discard(here)
        for other in beside[here]:
            length = far[here] + hypot(points[here][0] - points[other][0], points[here][1] - points[other][1])
            if length < far.get(other, float("inf")):
                far[other], before[other] = length, here
                left.add(other)
    at = min(far, key=lambda k: (hypot(points[k][0] - end[0], points[k][1] - end[1]), k))
    way = []
    while at >= 0:
        way.append(points[at])
        at = before[at]
    return way[::-1]

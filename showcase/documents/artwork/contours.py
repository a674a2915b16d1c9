"""Contours of a function on a grid, by marching squares, and lines with fewer points."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from showcase.documents.page import Point

Edge = tuple[int, int, int]
"""Row, column, and whether it is the vertical edge (1) or the horizontal one (0) that starts there."""

# Which sides (0 top, 1 right, 2 bottom, 3 left) a contour enters and leaves by, for each of the sixteen cases.
_SIDES: Final[dict[int, tuple[tuple[int, int], ...]]] = {
    1: ((3, 2),),
    2: ((2, 1),),
    3: ((3, 1),),
    4: ((1, 0),),
    5: ((3, 0), (1, 2)),
    6: ((2, 0),),
    7: ((3, 0),),
    8: ((0, 3),),
    9: ((0, 2),),
    10: ((0, 1), (2, 3)),
    11: ((0, 1),),
    12: ((1, 3),),
    13: ((1, 2),),
    14: ((2, 3),),
}
_WALL: Final = -1e3


@dataclass(frozen=True, slots=True)
class Grid:
    """A function sampled on a grid; `heights` has a row for each y."""

    xs: Sequence[float]
    ys: Sequence[float]
    heights: Sequence[Sequence[float]]

    def walled(self) -> "Grid":
        """Return the grid with low ground all around, so that a region becomes closed polygons."""
        step = self.xs[1] - self.xs[0]
        blank = [_WALL] * (len(self.xs) + 2)
        return Grid(
            [self.xs[0] - step, *self.xs, self.xs[-1] + step],
            [self.ys[0] - step, *self.ys, self.ys[-1] + step],
            [blank, *([_WALL, *row, _WALL] for row in self.heights), blank],
        )


def sample(function: Callable[[float, float], float], box: tuple[float, float, float, float], step: float) -> Grid:
    """Sample a function over (left, top, right, bottom); every level reuses the grid."""
    left, top, right, bottom = box
    xs = [left + at * step for at in range(int((right - left) / step) + 2)]
    ys = [top + at * step for at in range(int((bottom - top) / step) + 2)]
    return Grid(xs, ys, [[function(x, y) for x in xs] for y in ys])


def contours(grid: Grid, level: float) -> Iterator[list[Point]]:
    """Give the lines on which the grid has this height; higher ground is always on the same side."""
    following = _segments([bytes([value >= level for value in row]) for row in grid.heights])
    heads = list(following.keys() - {edge for edges in following.values() for edge in edges})
    while following:
        start = next((head for head in heads if head in following), None) or next(iter(following))
        yield [_cut(grid, level, edge) for edge in _walk(following, start)]


def _segments(high: Sequence[bytes]) -> dict[Edge, list[Edge]]:
    """Return edge -> the edges a contour goes to from there; `high` tells which points are on higher ground."""
    following: dict[Edge, list[Edge]] = {}
    for row, (above, below) in enumerate(pairwise(high)):
        for column in _crossed(above, below):
            case = above[column] * 8 + above[column + 1] * 4 + below[column + 1] * 2 + below[column]
            sides = ((row, column, 0), (row, column + 1, 1), (row + 1, column, 0), (row, column, 1))
            for start, end in _SIDES[case]:
                following.setdefault(sides[start], []).append(sides[end])
    return following


def _crossed(above: bytes, below: bytes) -> Sequence[int]:
    """Return the columns a contour passes between two rows; between most it passes none."""
    if above == below and above.count(above[:1]) == len(above):
        return ()
    squares = zip(above, above[1:], below[1:], below, strict=False)
    return [column for column, square in enumerate(squares) if 0 < sum(square) < 4]


def _walk(following: dict[Edge, list[Edge]], start: Edge) -> Iterator[Edge]:
    """Give the edges of one contour and take them out of what is left."""
    edge = start
    while edge in following:
        yield edge
        onward = following[edge].pop()
        if not following[edge]:
            del following[edge]
        edge = onward
        if edge == start:
            return
    yield edge


def _cut(grid: Grid, level: float, edge: Edge) -> Point:
    """Return where the contour crosses an edge of the grid."""
    row, column, vertical = edge
    other = grid.heights[row + 1][column] if vertical else grid.heights[row][column + 1]
    near, far = grid.heights[row][column] - level or 1e-9, other - level or 1e-9
    share = min(max(near / (near - far), 0.002), 0.998)
    x, y = grid.xs[column], grid.ys[row]
    if vertical:
        return x, y + (grid.ys[row + 1] - y) * share
    return x + (grid.xs[column + 1] - x) * share, y


def simplified(line: Sequence[Point], tolerance_mm: float) -> tuple[Point, ...]:
    """Return the line without the points that lie closer than the tolerance to it (Ramer, Douglas, Peucker)."""
    kept = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        far, at = tolerance_mm, None
        for between in range(first + 1, last):
            away = _distance(line[between], line[first], line[last])
            if away > far:
                far, at = away, between
        if at is not None:
            kept.add(at)
            todo += [(first, at), (at, last)]
    return tuple(line[at] for at in sorted(kept))


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the line through start and end."""
    length = math.dist(start, end)
    if length < 1e-9:
        return math.dist(point, start)
    area = (end[0] - start[0]) * (start[1] - point[1]) - (start[0] - point[0]) * (end[1] - start[1])
    return abs(area) / length

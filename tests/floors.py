"""Halls drawn with letters, one a metre, and how far one must walk in them at the least."""

import heapq
import itertools
import uuid
from collections.abc import Iterable, Mapping, Sequence

from showcase.catalogue.floorplan import Rect
from showcase.catalogue.kinds import BoothKind, PlaceKind
from showcase.catalogue.ways import PlanBooth, PlanHall, PlanPlace, Point, Site

_TOUCH = 1e-4
_SPACE = uuid.UUID("6f1f1e0e-0000-4000-8000-000000000000")


def known(name: str) -> uuid.UUID:
    """Return the id that a thing of this name has in every drawn site."""
    return uuid.uuid5(_SPACE, name)


def drawn(halls: Mapping[str, str], places: Sequence[tuple[str, str, PlaceKind, Point, str | None]] = ()) -> Site:
    """Return a site of drawn halls: a letter or digit fills the rectangle of a booth, a dot is free floor.

    Args:
        halls: code of a hall -> its drawing.
        places: (name, code of the hall, kind, point, name of where it leads).
    """
    plans, booths = [], []
    for code, drawing in halls.items():
        rows = drawing.split()
        plans.append(PlanHall(known(code), code, {"en": code}, len(rows[0]), len(rows)))
        spots: dict[str, list[tuple[int, int]]] = {}
        for y, row in enumerate(rows):
            for x, letter in enumerate(row):
                spots.setdefault(letter, []).append((x, y))
        booths += [
            made(known(code), letter, _around(cells)) for letter, cells in sorted(spots.items()) if letter != "."
        ]
    points = [
        PlanPlace(known(name), known(hall), kind, {"en": name}, *at, known(leads_to) if leads_to else None)
        for name, hall, kind, at, leads_to in places
    ]
    return Site(tuple(plans), tuple(booths), tuple(points))


def made(hall_id: uuid.UUID, code: str, rect: Rect | None) -> PlanBooth:
    """Return a booth that nobody has."""
    return PlanBooth(known(code), hall_id, code, rect, None, BoothKind.BOOTH)


def _around(cells: Sequence[tuple[int, int]]) -> Rect:
    columns, rows = [x for x, _y in cells], [y for _x, y in cells]
    return Rect(min(columns), min(rows), max(columns) - min(columns) + 1.0, max(rows) - min(rows) + 1.0)


def shortest(start: Point, goal: Point, size: Point, rects: Iterable[Rect], clearance: float) -> float | None:
    """Return how far one walks at the least at right angles with this clearance; None where one cannot.

    It looks at every crossing of every edge, which is slow and surely right.
    """
    (width, depth), blocks = size, [_grown(rect, clearance) for rect in rects]
    xs = {clearance, width - clearance, start[0], goal[0], *(x for block in blocks for x in (block.x, block.right))}
    ys = {clearance, depth - clearance, start[1], goal[1], *(y for block in blocks for y in (block.y, block.bottom))}
    columns = sorted(x for x in xs if clearance <= x <= width - clearance)
    rows = sorted(y for y in ys if clearance <= y <= depth - clearance)
    best = {(columns.index(start[0]), rows.index(start[1])): 0.0}
    aim = columns.index(goal[0]), rows.index(goal[1])
    waiting = [(0.0, next(iter(best)))]
    while waiting:
        far, (column, row) = heapq.heappop(waiting)
        if (column, row) == aim:
            return far
        for there in ((column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)):
            if not (0 <= there[0] < len(columns) and 0 <= there[1] < len(rows)):
                continue
            one, other = (columns[column], rows[row]), (columns[there[0]], rows[there[1]])
            further = far + abs(one[0] - other[0]) + abs(one[1] - other[1])
            if further < best.get(there, float("inf")) - 1e-9 and not any(cuts(one, other, it) for it in blocks):
                best[there] = further
                heapq.heappush(waiting, (further, there))
    return None


def cuts(one: Point, other: Point, rect: Rect) -> bool:
    """Tell whether a stretch at right angles goes through the inside of a booth."""
    (left, right), (upper, lower) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return (
        left < rect.right - _TOUCH
        and rect.x + _TOUCH < right
        and upper < rect.bottom - _TOUCH
        and rect.y + _TOUCH < lower
    )


def _grown(rect: Rect, by: float) -> Rect:
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.depth + 2 * by)


def stretches(points: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    """Return the straight parts of a line."""
    return itertools.pairwise(points)

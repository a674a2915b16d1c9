"""The geometry of a hall: which booths overlap, which leave the hall. Metres from the top left corner; no database."""

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

AISLE: Final = 3.0
"""Metres of aisle that booths leave between them: convention centres ask for ten feet, for fire brigades, wheelchairs
that pass each other, and crowds."""
_TOUCH: Final = 1e-6
"""Metres by which two booths may share an edge and still not overlap."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A place on the floor."""

    x: float
    y: float
    width: float
    depth: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.depth

    def overlaps(self, other: "Rect") -> bool:
        """Tell whether the two share more than an edge."""
        return (
            self.x < other.right - _TOUCH
            and other.x < self.right - _TOUCH
            and self.y < other.bottom - _TOUCH
            and other.y < self.bottom - _TOUCH
        )

    def inside(self, width: float, depth: float) -> bool:
        """Tell whether it lies within a hall of this size."""
        return (
            self.x >= -_TOUCH and self.y >= -_TOUCH and self.right <= width + _TOUCH and self.bottom <= depth + _TOUCH
        )

    def moved(self, dx: float, dy: float, width: float, depth: float) -> "Rect":
        """Return it elsewhere, kept within a hall of this size as far as it fits."""
        x = max(0.0, min(self.x + dx, max(0.0, width - self.width)))
        y = max(0.0, min(self.y + dy, max(0.0, depth - self.depth)))
        return Rect(round(x, 2), round(y, 2), self.width, self.depth)


def rect_of(booth: Any) -> Rect | None:
    """Return where a booth record stands, None where that is not known."""
    parts = (booth.x_m, booth.y_m, booth.width_m, booth.depth_m)
    if any(part is None for part in parts) or booth.width_m <= 0 or booth.depth_m <= 0:
        return None
    return Rect(*parts)


def conflicts(booths: Sequence[Any], width: float | None, depth: float | None) -> dict[Any, str]:
    """Return the id of each booth that cannot stand so -> "overlap" or "outside"."""
    placed = sorted(
        ((booth.id, place) for booth in booths if (place := rect_of(booth)) is not None), key=lambda it: it[1].x
    )
    found: dict[Any, str] = {}
    for row, (one, place) in enumerate(placed):
        for other, rival in placed[row + 1 :]:
            if rival.x >= place.right:
                break  # and so does everything further right
            if place.overlaps(rival):
                found[one] = found[other] = "overlap"
    if width and depth:
        found |= {one: "outside" for one, place in placed if not place.inside(width, depth)}
    return found


def snapped(metres: float, step: float = 0.5) -> float:
    """Return a length at the nearest step of the grid."""
    return round(round(metres / step) * step, 3)


def extent(
    booths: Iterable[Any], width: float | None, depth: float | None, places: Iterable[Any] = ()
) -> tuple[float, float]:
    """Return the size of a hall: as given, else as much as its booths take, with a metre around, and its places."""
    if width and depth:
        return width, depth
    rects = [rect for booth in booths if (rect := rect_of(booth)) is not None]
    points = [(place.x_m, place.y_m) for place in places if place.x_m is not None and place.y_m is not None]
    return (
        max((max((rect.right for rect in rects), default=29.0) + 1, *(x for x, _y in points))),
        max((max((rect.bottom for rect in rects), default=19.0) + 1, *(y for _x, y in points))),
    )


def rows(sizes: Sequence[tuple[float, float]], width: float, depth: float, top: float) -> list[Rect] | None:
    """Return where booths of these sizes stand in rows, with an aisle before, behind and at both ends of each row.

    Args:
        sizes: (width, depth) of each booth, in the order they are to stand.
        width: of the hall.
        depth: of the hall.
        top: where what already stands in the hall ends.

    Returns:
        A place for each, or None when they do not all fit.
    """
    placed: list[Rect] = []
    x, y, deepest = AISLE, top + AISLE, 0.0
    for wide, deep in sizes:
        if x + wide > width - AISLE + _TOUCH and deepest:
            x, y, deepest = AISLE, y + deepest + AISLE, 0.0
        placed.append(Rect(x, y, wide, deep))
        x, deepest = x + wide, max(deepest, deep)
    fits = all(rect.inside(width - AISLE, depth - AISLE) for rect in placed)
    return placed if fits else None


def free_place(size: tuple[float, float], taken: Sequence[Rect], width: float, depth: float) -> Rect | None:
    """Return where a booth of this size can stand in a hall, with an aisle around it if there is room for that."""
    for around in (AISLE, 0.0):
        for y, x in itertools.product(
            _steps(depth - size[1] - around, around), _steps(width - size[0] - around, around)
        ):
            wide = Rect(x - around, y - around, size[0] + 2 * around, size[1] + 2 * around)
            if not any(wide.overlaps(rect) for rect in taken):
                return Rect(x, y, *size)
    return None


def free_point(taken: Sequence[Rect], width: float, depth: float) -> tuple[float, float]:
    """Return the point next to the middle of a hall with a metre around it free; the middle where there is none."""
    middle = snapped(width / 2), snapped(depth / 2)
    points = itertools.product(_steps(width - 1, 1), _steps(depth - 1, 1))
    for point in sorted(points, key=lambda it: math.dist(it, middle)):
        around = Rect(point[0] - 1, point[1] - 1, 2, 2)
        if not any(around.overlaps(rect) for rect in taken):
            return point
    return middle


def _steps(end: float, start: float) -> Iterator[float]:
    """Yield metres by the grid, from a start to an end with both."""
    for n in range(int((end - start) * 2 + _TOUCH) + 1 if end >= start - _TOUCH else 0):
        yield start + n / 2
